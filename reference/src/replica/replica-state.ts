/** What a replica says about one feed. */
export interface FeedInReplica {
  readonly author: string;
  readonly log: number | undefined;
  readonly settled: readonly string[];
  readonly disputed: readonly string[];
  readonly length: number;
  readonly evidence: { readonly sequence: number; readonly proof: readonly [string, string] } | undefined;
}

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
    readonly feeds: readonly FeedInReplica[];
  };
}
