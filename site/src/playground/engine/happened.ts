import type { Effect } from './act.ts';
import type { Event } from './event.ts';
import type { Judged } from './peer.ts';

/** An event that has happened, and what came of it. */
export type Happened = {
  readonly event: Event;
  readonly effect: Effect;
  /** What became of each record that a peer was given. */
  readonly judged: readonly Judged[];
  /** The number of the first message that was sent because of it, and of the first one after. */
  readonly sent: readonly [from: number, to: number];
  /** How many sendings and arrivals there were then. */
  readonly until: number;
  /** What happened, for people. */
  readonly sentence: string;
};
