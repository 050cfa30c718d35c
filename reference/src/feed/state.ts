import { compareBytes } from '../bytes/compare.ts';
import type { FeedFormat } from '../feed/feed-format.ts';
import type { Message } from '../format/message.ts';
import type { Statement } from '../format/statement.ts';
import { messageFormatOf, type Protocol } from '../protocol/protocol.ts';
import { isRejected, type Verdict } from '../rule/verdict.ts';
import { type Evidence, lowestEvidence } from './evidence.ts';
import type { FeedState } from './feed-state.ts';
import type { FeedSteps } from './steps.ts';

/** Whose feeds are looked at. */
export interface FeedStateOptions {
  readonly protocol: Protocol;
  /** The name of the format of all messages. */
  readonly format: string;
  /** The replica's space; classic messages have none. */
  readonly space?: string | undefined;
}

/**
 * The feeds that some messages make, whatever the order in which they came [FEED-13] to [FEED-20]: those of which a message
 * is kept, by author and then by log.
 *
 * Takes time in proportion to the messages, but for putting them in order.
 * @param verdicts what a verifier with the clock of the replica said of each message by itself, as `verifyAll` does.
 * @throws RangeError if the protocol has no such format of messages.
 */
export function feedState(
  verdicts: readonly Verdict<Statement>[],
  { protocol, format, space }: FeedStateOptions,
): FeedState[] {
  const { feed } = messageFormatOf(protocol, format);
  const steps = protocol.steps.feeds;
  const positions = keptPositions(verdicts, steps, space);
  const byId = new Map([...positions.keys()].map((message) => [message.id, message]));
  return [...Map.groupBy(positions.keys(), ({ feed: name }) => name).values()]
    .sort(([a], [b]) => compareFeeds(a as Message, b as Message, feed))
    .map((messages) => stateOf(messages, lowestEvidence(messages, byId, feed, steps), positions, steps));
}

/** The messages that are kept, each once [FEED-13] [FEED-14], with their positions. */
function keptPositions(
  verdicts: readonly Verdict<Statement>[],
  { admits, countsAlone, oneOf }: FeedSteps,
  space: string | undefined,
): Map<Message, number> {
  const entries = new Map<string, readonly [Message, number]>();
  for (const [position, verdict] of verdicts.entries()) {
    if (isRejected(verdict)) continue;
    // What a format of messages reads is a message.
    const message = verdict.record as Message;
    if (!admits(message, !verdict.ok, space) || !countsAlone(message)) continue;
    const first = entries.get(message.id);
    const entry = [message, position] as const;
    entries.set(message.id, first === undefined ? entry : oneOf(first, entry));
  }
  return new Map(entries.values());
}

function stateOf(
  messages: readonly Message[],
  evidence: Evidence | undefined,
  positions: ReadonlyMap<Message, number>,
  { isSettled, lengthOf }: FeedSteps,
): FeedState {
  const positionOf = (message: Message) => positions.get(message) as number;
  const sorted = messages.toSorted((a, b) => a.sequence - b.sequence || compareDigests(a, b));
  const lowest = evidence?.sequence ?? Number.POSITIVE_INFINITY;
  const settled = sorted.filter((message) => isSettled(message, lowest));
  const { author, log } = messages[0] as Message;
  return {
    author,
    log,
    settled: settled.map(positionOf),
    disputed: sorted.filter((message) => !isSettled(message, lowest)).map(positionOf),
    length: lengthOf(settled),
    evidence: evidence && {
      sequence: evidence.sequence,
      proof: [positionOf(evidence.proof[0]), positionOf(evidence.proof[1])],
    },
  };
}

/** The order of feeds: that of the authors' keys, then of the logs, a feed without one first. */
const compareFeeds = (a: Message, b: Message, { authorKey }: FeedFormat): number =>
  compareBytes(authorKey(a), authorKey(b)) || (a.log ?? 0) - (b.log ?? 0);

const compareDigests = (a: Message, b: Message) => (a.digest < b.digest ? -1 : 1);
