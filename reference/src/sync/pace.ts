/** How sessions share the time and the memory of one program; a session by itself needs none. */
export interface Pace {
  /**
   * Asks for room for so many items that a session counts for itself, as it does with a filter and with lift 1. Answers what gives it
   * back, as soon as there is room; undefined where that is not soon enough: the partner hears `busy`.
   */
  room(items: number): Promise<GiveBack | undefined>;
  /** Is fulfilled when the session may work on for some milliseconds. */
  turn(): Promise<void>;
}

/** Gives room back; once, however often it is called. */
export type GiveBack = () => void;

export interface SharedPaceOptions {
  /** How many items there is room for. Whoever is alone always has room. */
  readonly maxItems: number;
  /** Waits until whatever else the program has to do is done, between two turns. */
  readonly pause: () => Promise<void>;
  /** How long somebody may wait for room: for less than its partner waits for an answer. */
  readonly patience: () => Promise<void>;
}

interface Waiting {
  readonly items: number;
  readonly tell: (giveBack: GiveBack | undefined) => void;
}

/** How many may wait for room. */
const maxWaiting = 100;

/** One turn after another, and room in the order in which it was asked for. */
export class SharedPace implements Pace {
  readonly #options: SharedPaceOptions;
  readonly #waiting = new Set<Waiting>();
  #items = 0;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: SharedPaceOptions) {
    this.#options = options;
  }

  room(items: number): Promise<GiveBack | undefined> {
    if (this.#isClosed || this.#waiting.size >= maxWaiting) return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers<GiveBack | undefined>();
    const waiting = { items, tell: resolve };
    this.#waiting.add(waiting);
    this.#letIn();
    if (this.#waiting.has(waiting)) void this.#options.patience().then(() => this.#turnAway(waiting));
    return promise;
  }

  turn(): Promise<void> {
    this.#last = this.#last.then(this.#options.pause);
    return this.#last;
  }

  /** There is no room any more, also for those who wait. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting) waiting.tell(undefined);
    this.#waiting.clear();
  }

  #letIn(): void {
    for (const waiting of this.#waiting) {
      if (this.#items > 0 && this.#items + waiting.items > this.#options.maxItems) return;
      this.#waiting.delete(waiting);
      waiting.tell(this.#take(waiting.items));
    }
  }

  #take(items: number): GiveBack {
    this.#items += items;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#items -= items;
      this.#letIn();
    };
  }

  #turnAway(waiting: Waiting): void {
    if (!this.#waiting.delete(waiting)) return;
    waiting.tell(undefined);
    this.#letIn();
  }
}
