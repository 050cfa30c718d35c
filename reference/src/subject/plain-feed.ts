import type { FeedState } from '../feed/feed-state.ts';
import type { JsonObject } from '../value/json.ts';

/** What is said about a feed, as it is answered. */
export const plainFeed = ({
  author,
  log,
  settled,
  disputed,
  length,
  evidence,
}: FeedState<number | string>): JsonObject => ({
  author,
  ...(log !== undefined && { log }),
  settled: [...settled],
  disputed: [...disputed],
  length,
  ...(evidence && { evidence: { sequence: evidence.sequence, proof: [...evidence.proof] } }),
});
