/** How sessions share the time and the memory of one program; a session by itself needs none. */
export interface Pace {
  /**
   * Asks for room for so many items that a session counts for itself, as it does with a filter and with lift 1. Answers what gives it
   * back; undefined where there is none now: the partner hears `busy`.
   */
  room(items: number): (() => void) | undefined;
  /** Is fulfilled when the session may work on for some milliseconds. */
  turn(): Promise<void>;
}

/** One turn after another, and between two of them whatever else the program has to do, which `pause` waits for. */
export class SharedPace implements Pace {
  readonly #maxItems: number;
  readonly #pause: () => Promise<void>;
  #items = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(maxItems: number, pause: () => Promise<void>) {
    this.#maxItems = maxItems;
    this.#pause = pause;
  }

  /** Whoever is alone always has room. */
  room(items: number): (() => void) | undefined {
    if (this.#items > 0 && this.#items + items > this.#maxItems) return undefined;
    this.#items += items;
    let isTaken = true;
    return () => {
      if (isTaken) this.#items -= items;
      isTaken = false;
    };
  }

  turn(): Promise<void> {
    this.#last = this.#last.then(this.#pause);
    return this.#last;
  }
}
