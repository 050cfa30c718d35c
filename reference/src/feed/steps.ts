import type { Message } from '../format/message.ts';
import { isRejected, type Verdict } from '../rule/verdict.ts';
import type { Link } from './links.ts';
import { type Lipmaa, lipmaa } from './lipmaa.ts';

/** What the chapter about feeds says to compute, step by step, for messages of every format. */
export interface FeedSteps {
  /** [MSG-8] */
  readonly lipmaa: Lipmaa;
  /** [FEED-6] Whether the messages behind one that was not accepted are judged nevertheless. */
  readonly goesOn: boolean;
  /** [FEED-7] What is kept of messages of which these were accepted, and perhaps a later one was not. */
  keep(accepted: readonly Message[], isComplete: boolean): readonly Message[];
  /** [FEED-24] Whether a proof is judged although some of its messages are held, which then count as accepted. */
  readonly provesHeld: boolean;
  /** [FEED-8] Whether a message without content is what it would be with the right one. */
  countsAlone(message: Message): boolean;
  /** [FEED-13] Whether a message that was accepted, or held, belongs to the feeds of a replica of `space`. */
  admits(message: Message, held: boolean, space: string | undefined): boolean;
  /** [FEED-14] Which of two with one id counts, given in the order in which they came. */
  oneOf<M>(first: M, later: M): M;
  /** [FEED-15] Messages of one feed and one sequence are evidence if this is the same. */
  rivalry(message: Message): unknown;
  /** [FEED-16] Whether a link of a message is evidence together with a message of the sequence to which it leads. */
  misleads(message: Message, link: Link, there: Message, risingTimestamps: boolean): boolean;
  /** [FEED-17] Whether a link of a message is evidence together with the message whose id it names. */
  strays(message: Message, link: Link, named: Message): boolean;
  /** [FEED-18] */
  isSettled(message: Message, lowestEvidence: number): boolean;
  /** [FEED-19] Order of messages by id: negative if `a` comes first. */
  byId(a: Message, b: Message): number;
  /** [FEED-20] The length of a feed with these settled messages, given by rising sequence. */
  lengthOf(settled: readonly Message[]): number;
  /** [FEED-21] When a message is written that comes after `last`. */
  timestampAfter(last: Message | undefined, now: number): number;
  /** [FEED-23] Whether a writer refuses to create what a verifier answers so. */
  refusesNext(verdict: Verdict<unknown>): boolean;
}

export const feedSteps: FeedSteps = {
  lipmaa,
  goesOn: false,
  keep: (accepted) => accepted,
  provesHeld: false,
  countsAlone: () => true,
  admits: (message, held, space) => !held && (message.space === undefined || message.space === space),
  oneOf: (first) => first,
  rivalry: ({ sequence }) => sequence,
  misleads: (message, link, there, risingTimestamps) =>
    link.id !== there.id || (risingTimestamps && message.timestamp <= there.timestamp),
  strays: (message, link, named) => named.feed !== message.feed || named.sequence !== link.sequence,
  isSettled: ({ sequence }, lowestEvidence) => sequence < lowestEvidence,
  byId: (a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0),
  lengthOf(settled) {
    let length = 0;
    for (const { sequence } of settled) if (sequence === length + 1) length++;
    return length;
  },
  timestampAfter: (last, now) => Math.max(now, (last?.timestamp ?? 0) + 1),
  refusesNext: isRejected,
};
