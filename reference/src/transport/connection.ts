import { utf8Length } from '../bytes/utf8.ts';
import { type Ending, type EndingKind, type Limits, reasonOf, type Transport, usualLimits } from './transport.ts';

/** What differs between transports. */
export interface Wire {
  /** Puts a text on its way behind those before it. `gone` is called, in this order, when it waits here no more. */
  write(text: string, gone: () => void): void;
  /** Lets the texts go that are on their way, tells the partner, and frees everything. Called once, however it ended. */
  end(ending: Ending): void;
  /** Takes no more from the partner, where it can. */
  pause?(): void;
  resume?(): void;
}

interface Arrived {
  readonly text: string;
  readonly bytes: number;
  readonly taken: () => void;
}

/** The part that all transports share: limits, what waits in both directions, and one end. */
export class Connection implements Transport {
  readonly closed: Promise<Ending>;
  readonly limits: Limits;
  readonly #settle: (ending: Ending) => void;
  readonly #wire: Wire;
  #ending: Ending | undefined;
  #isSettled = false;
  #outBytes = 0;
  #waiters: (() => void)[] = [];
  readonly #inbox: Arrived[] = [];
  #inBytes = 0;
  #isPaused = false;
  #isGiving = false;
  #listener: ((text: string) => void | Promise<void>) | undefined;

  /** `wire` is given the connection, whose `take` and `end` it calls later. */
  constructor(limits: Partial<Limits>, wire: (connection: Connection) => Wire) {
    const { promise, resolve } = Promise.withResolvers<Ending>();
    this.closed = promise;
    this.#settle = resolve;
    this.limits = { ...usualLimits, ...limits };
    this.#wire = wire(this);
  }

  send(text: string): Promise<void> {
    if (this.#ending !== undefined) return Promise.resolve();
    const bytes = utf8Length(text);
    const complaint = this.#tooLong(bytes);
    if (complaint !== undefined) throw new RangeError(complaint);
    const others = this.#outBytes;
    this.#outBytes += bytes;
    this.#wire.write(text, () => {
      this.#outBytes -= bytes;
      if (this.#outBytes <= this.limits.roomBytes) this.#wake();
    });
    if (others > 0 && this.#outBytes > this.limits.maxWaitingBytes) {
      this.end('overfull', `${this.#outBytes} bytes wait for the partner, and ${this.limits.maxWaitingBytes} may`);
    }
    if (this.#ending !== undefined || this.#outBytes <= this.limits.roomBytes) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  listen(take: (text: string) => void | Promise<void>): void {
    if (this.#listener !== undefined) throw new TypeError('somebody listens to this transport already');
    this.#listener = take;
    void this.#give();
  }

  close(reason = ''): void {
    this.end('closed', reason);
  }

  get isOpen(): boolean {
    return this.#ending === undefined;
  }

  /** A text has come. `taken` is called when the listener is done with it. */
  take(text: string, taken: () => void = () => undefined): void {
    if (this.#ending !== undefined) return;
    const bytes = utf8Length(text);
    if (this.#tooLong(bytes) !== undefined) return;
    const others = this.#inBytes;
    this.#inBytes += bytes;
    this.#inbox.push({ text, bytes, taken });
    if (others > 0 && this.#inBytes > this.limits.maxWaitingBytes) {
      const { maxWaitingBytes } = this.limits;
      this.end('overfull', `${this.#inBytes} bytes of the partner wait, and ${maxWaitingBytes} may`);
      return;
    }
    this.#hold();
    void this.#give();
  }

  /** Ends it, for whatever reason. The partner's end, or the loss of it, comes behind what it sent. */
  end(how: EndingKind, reason: string): void {
    const isBehind = how === 'left' || how === 'lost' || how === 'silent';
    if (this.#ending === undefined) {
      this.#ending = { how, reason: reasonOf(reason) };
      this.#wake();
      this.#wire.end(this.#ending);
    }
    if (!isBehind) this.#inbox.length = 0;
    if (!isBehind || (this.#inbox.length === 0 && !this.#isGiving)) this.#finish(this.#ending);
  }

  /** Ends it and says why, if so many bytes are too many. */
  #tooLong(bytes: number): string | undefined {
    const { maxTextBytes } = this.limits;
    if (bytes <= maxTextBytes) return undefined;
    const complaint = `a text of ${bytes} bytes; at most ${maxTextBytes} are allowed`;
    this.end('oversize', complaint);
    return complaint;
  }

  async #give(): Promise<void> {
    if (this.#isGiving || this.#listener === undefined) return;
    this.#isGiving = true;
    for (let next = this.#inbox.shift(); next !== undefined; next = this.#inbox.shift()) {
      try {
        await this.#listener(next.text);
      } catch (error) {
        this.end('failed', error instanceof Error ? error.message : String(error));
      }
      if (this.#isSettled) break;
      this.#inBytes -= next.bytes;
      next.taken();
      this.#hold();
    }
    this.#isGiving = false;
    if (this.#ending !== undefined) this.#finish(this.#ending);
  }

  /** Holds the partner back, or lets it go on. */
  #hold(): void {
    const isFull = this.#inBytes > this.limits.roomBytes;
    if (isFull === this.#isPaused || this.#ending !== undefined) return;
    this.#isPaused = isFull;
    if (isFull) this.#wire.pause?.();
    else this.#wire.resume?.();
  }

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }

  #finish(ending: Ending): void {
    this.#isSettled = true;
    this.#settle(ending);
  }
}
