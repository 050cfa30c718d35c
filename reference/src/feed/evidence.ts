import type { Message } from '../format/message.ts';
import type { FeedFormat } from './feed-format.ts';
import { linksOf } from './links.ts';
import type { FeedSteps } from './steps.ts';

/** The evidence of a fork that a feed shows [FEED-19]. */
export interface Evidence {
  readonly sequence: number;
  /** The two messages, the one with the lower id first. */
  readonly proof: Pair;
}

type Pair = readonly [Message, Message];

/**
 * The lowest sequence of a feed with evidence, if there is any.
 *
 * Goes up from the lowest sequence and stops at the first with evidence. Below that there is one message for each sequence,
 * so each is compared with two others at most.
 * @param byId all messages that are kept, of every feed.
 */
export function lowestEvidence(
  messages: readonly Message[],
  byId: ReadonlyMap<string, Message>,
  { risingTimestamps }: FeedFormat,
  steps: FeedSteps,
): Evidence | undefined {
  const bySequence = Map.groupBy(messages, ({ sequence }) => sequence);
  for (const sequence of [...bySequence.keys()].sort((a, b) => a - b)) {
    const here = bySequence.get(sequence) as Message[];
    const pairs = [...rivals(here, steps), ...linked(here, bySequence, byId, risingTimestamps, steps)];
    if (pairs.length > 0) return { sequence, proof: lowestPair(pairs, steps) };
  }
  return undefined;
}

/** [FEED-15] Of the messages of one sequence that are evidence together, the two with the lowest ids. */
function* rivals(here: readonly Message[], { rivalry, byId }: FeedSteps): Iterable<Pair> {
  if (here.length < 2) return;
  for (const together of Map.groupBy(here, rivalry).values()) {
    const [first, second] = together.toSorted(byId);
    if (first !== undefined && second !== undefined) yield [first, second];
  }
}

/** [FEED-16] [FEED-17] The messages of one sequence with those to which they link. */
function* linked(
  here: readonly Message[],
  bySequence: ReadonlyMap<number, readonly Message[]>,
  byId: ReadonlyMap<string, Message>,
  risingTimestamps: boolean,
  { misleads, strays }: FeedSteps,
): Iterable<Pair> {
  for (const message of here) {
    for (const link of linksOf(message)) {
      for (const there of bySequence.get(link.sequence) ?? []) {
        if (misleads(message, link, there, risingTimestamps)) yield [message, there];
      }
      const named = byId.get(link.id);
      if (named !== undefined && strays(message, link, named)) yield [message, named];
    }
  }
}

/** [FEED-19] */
function lowestPair(pairs: readonly Pair[], { byId }: FeedSteps): Pair {
  const ordered = pairs.map(([a, b]): Pair => (byId(a, b) <= 0 ? [a, b] : [b, a]));
  return ordered.reduce((best, pair) => ((byId(pair[0], best[0]) || byId(pair[1], best[1])) < 0 ? pair : best));
}
