import type { Event, Timeline } from '../engine/event.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { Caller, Dial, Port } from './port.ts';

/** Where the world is. */
export type Here = { readonly snapshot: Snapshot; readonly timeline: Timeline };

/** What a live guest needs of the world. */
export type Pool = {
  current(): Here;
  /** Something happens in the present. Nothing does, and nothing is answered, where somebody looks at the past. */
  tell(event: Event): Promise<Here | undefined>;
  /** The text of a message, by its number. */
  textOf(message: number): Promise<string | undefined>;
  /** The time out there, in microseconds since 1970. */
  time(): number;
};

const wentBack = 'you went back and did something else, and it cannot go back';

/**
 * Keeps a guest out there and what the list of events says of it the same: what arrives at it goes out, and what it says
 * becomes an event. Whoever looks at the past has it wait; whoever changes the past loses it.
 */
export class LiveGuest implements Caller {
  readonly at: number;
  readonly #pool: Pool;
  readonly #onOver: () => void;
  readonly #incoming: string[] = [];
  #port: Port | undefined;
  #session: string | undefined;
  #gone: string | undefined;
  #isJoined = false;
  #isOver = false;
  #isBusy = false;
  #isNew = false;
  /** How many messages went out, and the events without which that would not be true. */
  #sent = 0;
  #known: string[] = [];
  #ticked = 0;

  constructor(at: number, pool: Pool, onOver: () => void) {
    this.at = at;
    this.#pool = pool;
    this.#onOver = onOver;
  }

  /** Makes the way to it, which may fail. */
  async dial(dial: Dial): Promise<void> {
    this.#port = await dial(this);
  }

  /** It has joined: from now on the list of events has a place for it. */
  begin(): void {
    this.#isJoined = true;
    void this.look();
  }

  heard(text: string): void {
    this.#incoming.push(text);
    void this.look();
  }

  gone(why: string): void {
    this.#gone ??= why;
    void this.look();
  }

  /** Ends it out there, and says nothing here. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#port?.close();
    this.#onOver();
  }

  /** Looks at what is new on both sides. To be called whenever something is. */
  async look(): Promise<void> {
    this.#isNew = true;
    if (this.#isBusy || !this.#isJoined) return;
    this.#isBusy = true;
    try {
      while (this.#isNew && !this.#isOver) {
        this.#isNew = false;
        // What is new meanwhile is looked at once more.
        if (await this.#step()) this.#isNew = true;
      }
    } finally {
      this.#isBusy = false;
    }
  }

  /** Does one thing; answers whether there may be another. */
  async #step(): Promise<boolean> {
    const { snapshot, timeline } = this.#pool.current();
    const guest = snapshot.guests.find(({ at }) => at === this.at);
    const { position } = snapshot;
    if (this.#known.some((event, at) => event !== JSON.stringify(timeline.events[at]))) return this.#leave(wentBack);
    if (guest === undefined || position < this.#known.length) return false;
    this.#session ??= guest.session;
    if (guest.session !== this.#session || !guest.isOpen) {
      this.close();
      return false;
    }
    const number = guest.told[this.#sent];
    if (number !== undefined) {
      const text = await this.#pool.textOf(number);
      // Somebody has gone back meanwhile.
      if (text === undefined) return false;
      this.#sent++;
      this.#remember(timeline, position);
      this.#port?.send(text, snapshot.now);
      return true;
    }
    // What it says itself is no reason to ask it once more.
    if (snapshot.now > this.#ticked && timeline.events[position - 1]?.do !== 'hear') {
      this.#ticked = snapshot.now;
      this.#port?.tick?.(snapshot.now);
    }
    return this.#hear();
  }

  async #hear(): Promise<boolean> {
    const [text] = this.#incoming;
    if (text === undefined) return this.#gone === undefined ? false : this.#leave(this.#gone);
    const here = await this.#pool.tell({ do: 'hear', guest: this.at, text, now: this.#pool.time() });
    if (here === undefined) return false;
    this.#incoming.shift();
    this.#remember(here.timeline, here.snapshot.position);
    return true;
  }

  async #leave(why: string): Promise<boolean> {
    const { snapshot } = this.#pool.current();
    const isThere = snapshot.guests.some(({ at, isOpen }) => at === this.at && isOpen);
    if (isThere && (await this.#pool.tell({ do: 'leave', guest: this.at, why })) === undefined) return false;
    this.close();
    return false;
  }

  #remember({ events }: Timeline, position: number): void {
    this.#known = events.slice(0, position).map((event) => JSON.stringify(event));
  }
}
