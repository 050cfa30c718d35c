import type { JsonObject } from '../../../src/forge/index.ts';

export type PeerFormat = 'es.4' | 'es.5' | 'both';

/** What two peers that sync are asked: what each holds before, and what both must hold afterwards. Documents are named by their positions. */
export interface PeerQuestion {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly string[];
  readonly format: PeerFormat;
  readonly space: string;
  /** The clock when the peers are given their documents, and when they sync, in microseconds. */
  readonly given: number;
  readonly now: number;
  readonly documents: readonly JsonObject[];
  /** What the peer of Suzy and the peer of Fern are given, in this order. */
  readonly peers: readonly [readonly number[], readonly number[]];
  /** What is put into the storage of the peer of Suzy without being looked at; that she holds it is no fault. */
  readonly planted: readonly number[];
  /** What either may hold or not. */
  readonly unasked: readonly number[];
  /** What both keep, and which document is shown at each path, by the forge. */
  readonly expect: Held;
  /** Whether it is asked that peers that hold the same send nothing. */
  readonly isAboutAgain: boolean;
  /** Whether the sync is told which formats it is about, where a package can be told. */
  readonly namesFormats: boolean;
}

/** What a peer holds. A document that is none of the question is -1. */
export interface Held {
  readonly kept: readonly number[];
  readonly shown: Readonly<Record<string, number>>;
}

/** One sync: how it ended, in words where it was not well, how many documents were sent, and what the two peers hold then. */
export interface SyncAnswer {
  readonly ended?: string;
  readonly sent: number;
  readonly held: readonly [Held, Held];
}

/** Two syncs of the same two peers, one after the other; one that failed is the last. */
export interface PeerRun {
  readonly caller: 'Suzy' | 'Fern';
  readonly syncs: readonly SyncAnswer[];
}
