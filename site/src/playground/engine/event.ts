import type { JsonObject } from '@rockpool/reference';

/** Which of the peers, counted from 0. */
export type PeerAt = number;

/** Who can be behind a peer: an author whose secret key is published. */
export type Person = 'suzy' | 'fern' | 'quinn' | 'phone';

/** A peer as it begins: with nothing. */
export type PeerSetup = {
  readonly person: Person;
  /** How far its clock is ahead, in microseconds; 0 where absent. */
  readonly ahead?: number;
  /** Which part of the space it keeps [REP-13]; all of it where absent. */
  readonly filter?: JsonObject;
  /** Room for held records [NAT-1]. */
  readonly quota?: { readonly perKey: number; readonly total: number };
  /** Whether what it keeps is gone when its page is loaded again. */
  readonly isForgetful?: true;
};

/** What a forger can try. Those up to `flood` send one message; the others take the place of an honest program in a session. */
export type Forgery = 'author' | 'path' | 'content' | 'future' | 'space' | 'fork' | 'flood' | 'counts' | 'split';

/** From where a peer speaks that is not in this world: another tab, a visitor's program, a pub, or requests of HTTP. */
export type GuestKind = 'tab' | 'program' | 'pub' | 'http';

/** A record as a schedule of the suite has it. */
export type GivenText = { readonly format: string; readonly text: string; readonly content?: string };

/**
 * One thing that happens. A message is named by its number, counted from 1 over the whole time line. In a path and in content,
 * `@suzy`, `@fern` and `@quinn` stand for the identifiers of their keys. What names a thing that is not there does nothing.
 */
export type Event =
  // What people do.
  | {
      readonly do: 'write';
      readonly peer: PeerAt;
      readonly path: string;
      readonly content: string;
      readonly lasts?: number;
    }
  | { readonly do: 'delete'; readonly peer: PeerAt; readonly path: string }
  | { readonly do: 'post'; readonly peer: PeerAt; readonly content: string }
  /** Wishes an own message forgotten [NAT-5]. */
  | { readonly do: 'forget'; readonly peer: PeerAt; readonly sequence: number }
  /** So many notes of Suzy's that all of these peers took from one backup. */
  | { readonly do: 'fill'; readonly count: number; readonly peers: readonly PeerAt[] }
  /** A replica is given a record by hand. */
  | { readonly do: 'give'; readonly peer: PeerAt; readonly record: GivenText }
  // Time.
  | { readonly do: 'clock'; readonly peer: PeerAt; readonly ahead: number }
  | { readonly do: 'wait'; readonly micros: number }
  // Links, by their places in the time line.
  | { readonly do: 'cut'; readonly link: number }
  /** Joins what was cut, and calls. */
  | { readonly do: 'heal'; readonly link: number }
  /** A new session over a link. `offers` are what the two `open` say; both live where absent. */
  | { readonly do: 'call'; readonly link: number; readonly offers?: readonly [JsonObject, JsonObject] }
  // Messages on their way.
  /** One arrives: the one that was sent first where none is named. */
  | { readonly do: 'deliver'; readonly message?: number }
  /** All arrive, and what is sent because of them, until nothing is on its way. */
  | { readonly do: 'settle' }
  | { readonly do: 'lose'; readonly message: number }
  /** Held back, with all behind it, until it is named or released. */
  | { readonly do: 'hold'; readonly message: number }
  | { readonly do: 'release'; readonly message: number }
  | { readonly do: 'repeat'; readonly message: number }
  /** Overtakes those that were sent before it to the same peer. */
  | { readonly do: 'hurry'; readonly message: number }
  /** One byte of it becomes another. */
  | { readonly do: 'alter'; readonly message: number; readonly at: number; readonly to: number }
  // What goes wrong at a peer.
  | { readonly do: 'forge'; readonly peer: PeerAt; readonly act: Forgery; readonly to?: PeerAt }
  /** A rule or a step is left out at one peer, or is in force again. */
  | { readonly do: 'rule'; readonly peer: PeerAt; readonly requirement: string; readonly off: boolean }
  /** Its disk is full, or has room again. */
  | { readonly do: 'full'; readonly peer: PeerAt; readonly full: boolean }
  | { readonly do: 'wipe'; readonly peer: PeerAt }
  /** All that it keeps goes into a bundle, of which each peer has one. */
  | { readonly do: 'save'; readonly peer: PeerAt }
  | { readonly do: 'restore'; readonly peer: PeerAt; readonly from?: PeerAt }
  /** Its page is loaded again: sessions end. */
  | { readonly do: 'reload'; readonly peer: PeerAt }
  // Peers that are not in this world. What they say is in the list, so the list is enough without them.
  /** One joins a peer, which calls it, or is called again. It has the place behind all others. */
  | {
      readonly do: 'join';
      readonly guest: PeerAt;
      readonly is: GuestKind;
      readonly host: PeerAt;
      /** What nobody could foresee, which decides the nonce: whoever is out there sees it. */
      readonly chance: string;
      /** The time out there, in microseconds since 1970. */
      readonly now: number;
    }
  /** It has said something, which is on its way now. */
  | { readonly do: 'hear'; readonly guest: PeerAt; readonly text: string; readonly now: number }
  /** It is not there any more. */
  | { readonly do: 'leave'; readonly guest: PeerAt; readonly why: string }
  // What only the suite's schedules have.
  | {
      readonly do: 'connect';
      readonly connection: string;
      readonly peers: readonly [PeerAt, PeerAt];
      readonly offers: readonly [JsonObject, JsonObject];
    }
  | { readonly do: 'pump'; readonly connection: string; readonly caller: number; readonly answerer: number }
  | { readonly do: 'drop'; readonly connection: string }
  | { readonly do: 'part'; readonly peers: readonly PeerAt[] };

/** Everything that decides what is seen: the same list is the same state, on every machine. */
export type Timeline = {
  /** Decides the nonces. */
  readonly seed: number;
  /** The true time at the beginning, in microseconds since 1970. */
  readonly start: number;
  readonly peers: readonly PeerSetup[];
  /** The identifier of the space; that of the examples where absent. */
  readonly space?: string;
  /** Whether nobody calls before an event says so, as in the schedules of the suite. */
  readonly isQuiet?: true;
  /** Pairs of peers, the one that calls first. They are joined from the beginning. */
  readonly links: readonly (readonly [PeerAt, PeerAt])[];
  /** How many of the events were before what is shown first. */
  readonly before: number;
  readonly events: readonly Event[];
};

/** How long an arrival takes, and everything else, in microseconds. The latter is more than a live session waits [SYN-24]. */
export const arrivalMicros = 50_000;
export const eventMicros = 1_100_000;

/** The clock of the suite's schedules: 2023-11-14T22:13:20Z. */
export const startMicros = 1_700_000_000_000_000;
