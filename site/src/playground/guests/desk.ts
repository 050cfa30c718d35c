import { type Bridge, meetBridge } from '../../run/bridge.ts';
import type { GuestKind } from '../engine/event.ts';
import { encodeHex } from '../engine/reference.ts';
import type { Pool } from '../screen/pool.ts';
import { LiveGuest } from './live-guest.ts';
import type { Dial } from './port.ts';
import { pubAt, readPubAddress } from './pub.ts';
import { TabDoor } from './tab.ts';

type DeskOptions = {
  readonly pool: () => Pool;
  /** The address of the root of the site, which ends with `/`. */
  readonly base: string;
  readonly onChange: () => void;
};

/** In microseconds since 1970. */
const time = (): number => Date.now() * 1_000;

/** What few want is loaded when it is wanted. */
const notLoaded = (): never => {
  throw new Error('That could not be loaded. Is the network there?');
};

/** Where guests come in: those who are live, and whoever could be called. */
export class Desk {
  /** What is done or went wrong with a call, in words. */
  said: { readonly of: GuestKind | undefined; readonly words: string } = { of: undefined, words: '' };
  /** What a visitor typed as an address of a pub. */
  address = '';
  bridge: Bridge = { state: 'asking' };
  readonly #door: TabDoor;
  readonly #root: URL;
  readonly #options: DeskOptions;
  readonly #lives = new Map<number, LiveGuest>();
  #calling: GuestKind | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#root = new URL(options.base, location.href);
    this.#door = new TabDoor(() => void this.call('tab'));
    // A page that is loaded again goes on with its session, and so does this one after the page that runs the suite.
    void meetBridge(this.#root, location.pathname + location.search).then((bridge) => {
      this.bridge = bridge;
      options.onChange();
    });
  }

  /** The page of a fourth peer, for another tab. */
  get tabAddress(): string {
    return `${new URL('playground/peer/', this.#root).href}#${this.#door.name}`;
  }

  get calling(): GuestKind | undefined {
    return this.#calling;
  }

  isLive(at: number): boolean {
    return this.#lives.has(at);
  }

  /** Something is new in the list of events. */
  look(): void {
    for (const live of this.#lives.values()) void live.look();
  }

  /** Calls a guest, for the first time or again. Answers whether it has joined. */
  async call(is: GuestKind): Promise<boolean> {
    if (this.#calling !== undefined) return false;
    this.#calling = is;
    this.#say(is, 'Calling …');
    try {
      const hasJoined = await this.#join(is);
      this.#say(is, hasJoined ? '' : 'Go to the end of the time line first: a guest joins in the present.');
      return hasJoined;
    } catch (error) {
      this.#say(is, error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      this.#calling = undefined;
      this.#options.onChange();
    }
  }

  close(): void {
    this.#door.close();
    for (const live of this.#lives.values()) live.close();
  }

  #say(of: GuestKind, words: string): void {
    this.said = { of, words };
    this.#options.onChange();
  }

  async #join(is: GuestKind): Promise<boolean> {
    const pool = this.#options.pool();
    const known = pool.current().snapshot.guests.find((guest) => guest.is === is);
    const at = known?.at ?? pool.current().snapshot.peers.length + pool.current().snapshot.guests.length;
    this.#lives.get(at)?.close();
    const guest = new LiveGuest(at, this.#world(), () => {
      if (this.#lives.get(at) === guest) this.#lives.delete(at);
      this.#awaitAll();
    });
    await guest.dial(await this.#dialOf(is));
    this.#comeToPresent();
    const host = known?.host ?? pool.current().snapshot.peers.length - 1;
    const chance = encodeHex(crypto.getRandomValues(new Uint8Array(32)));
    this.#lives.set(at, guest);
    if ((await pool.tell({ do: 'join', guest: at, is, host, chance, now: time() })) === undefined) {
      guest.close();
      return false;
    }
    guest.begin();
    this.#awaitAll();
    // A program is gone through message by message; who waits out there would not wait for that.
    if (is !== 'program') pool.play(true);
    return true;
  }

  /** What would come is forgotten. Before the first guest, all that happened is moved to the present: out there it is now. */
  #comeToPresent(): void {
    const { current, open } = this.#options.pool();
    const { timeline, snapshot } = current();
    const events = timeline.events.slice(0, snapshot.position);
    const isFirst = snapshot.guests.length === 0;
    if (!isFirst && events.length === timeline.events.length) return;
    const start = isFirst ? timeline.start + time() - snapshot.now : timeline.start;
    open({ timeline: { ...timeline, start, events }, position: snapshot.position, course: undefined });
  }

  async #dialOf(is: GuestKind): Promise<Dial> {
    switch (is) {
      case 'tab':
        return this.#door.dial;
      case 'program': {
        if (this.bridge.state !== 'connected') throw new Error('There is no bridge behind this page.');
        const { programAt } = await import('./program.ts').catch(notLoaded);
        return programAt(this.bridge.address, time());
      }
      case 'pub': {
        const address = readPubAddress(this.address);
        if ('fault' in address) throw new Error(address.fault);
        return pubAt(address, new URL('playground/pub.html', this.#root).href);
      }
      case 'http': {
        const { httpPeer } = await import('./http.ts').catch(notLoaded);
        return httpPeer(new URL('playground/', this.#root));
      }
    }
  }

  #world() {
    const { pool } = this.#options;
    return {
      current: () => pool().current(),
      tell: (event: Parameters<Pool['tell']>[0]) => pool().tell(event),
      textOf: async (message: number) => (await pool().inspect(message))?.text,
      time,
    };
  }

  #awaitAll(): void {
    this.#options.pool().await(this.#lives.size > 0);
    this.#options.onChange();
  }
}
