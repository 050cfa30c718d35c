/** What is said about one feed. Messages are named by their positions in the list that was given, or by their ids [NAT-8]. */
export interface FeedState<Name extends number | string = number> {
  readonly author: string;
  /** Which of the author's feeds, where it is not the first. */
  readonly log: number | undefined;
  /** The messages below all evidence, by sequence [FEED-18]. */
  readonly settled: readonly Name[];
  /** The others, by sequence and then by id. */
  readonly disputed: readonly Name[];
  /** [FEED-20] */
  readonly length: number;
  /** The lowest sequence with evidence, and the two messages that are the proof, the one with the lower id first [FEED-19]. */
  readonly evidence: { readonly sequence: number; readonly proof: readonly [Name, Name] } | undefined;
}
