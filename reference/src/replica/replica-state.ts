import type { FeedState } from '../feed/feed-state.ts';

/** A held record in a state. */
export interface HeldInState {
  readonly id: string;
  readonly reason: string;
}

/** What a replica holds at a time. */
export interface ReplicaState {
  readonly records: readonly string[];
  /** Of a native replica. */
  readonly native?: {
    readonly held: readonly HeldInState[];
    readonly wanted: readonly string[];
    readonly feeds: readonly FeedState<string>[];
  };
}
