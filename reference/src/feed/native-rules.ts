import type { RejectionCodeName } from '@rockpool/schemas';
import type { Message } from '../format/message.ts';
import { maxAheadMicros } from '../format/time.ts';
import type { Rule } from '../rule/rule.ts';
import type { SubsetProof, Successor } from './feed-format.ts';
import { type Lipmaa, proofPath } from './lipmaa.ts';

/** [FEED-4] and [FEED-5], which native messages keep besides the rules for all. */
export const nativeFollowingRules: readonly Rule<Successor<Message>>[] = [
  {
    requirement: 'FEED-4',
    code: 'skip-mismatch',
    title: 'skip is the id of the message to which it leads',
    path: '/header/skip',
    check({ message: { skip, skipSequence }, known }) {
      const there = known.at(skipSequence);
      return skip === undefined || there === undefined || skip === there.id;
    },
  },
  {
    requirement: 'FEED-5',
    code: 'timestamp-order',
    title: 'timestamp is later than that of the message before it',
    path: '/header/timestamp',
    check: ({ message, known: { last } }) => last === undefined || message.timestamp > last.timestamp,
  },
];

/** [FEED-9] to [FEED-12] */
export const proofRules = (skipTo: Lipmaa): readonly Rule<SubsetProof<Message>>[] => [
  {
    requirement: 'FEED-9',
    code: 'proof-path',
    title: 'the messages on the way from the first to the target and from there to 1',
    path: '',
    check({ messages, target }) {
      const way = proofPath(messages[0]?.sequence ?? 0, target, skipTo);
      return way.length === messages.length && way.length > 0 && way.every((at, i) => messages[i]?.sequence === at);
    },
  },
  pairRule('FEED-10', 'feed-mismatch', 'all of the same feed', '', (message, next) => message.feed === next.feed),
  pairRule('FEED-11', 'proof-link', 'each names the id of the next one', '', (message, next) =>
    next.sequence === message.sequence - 1 ? message.previous === next.id : message.skip === next.id,
  ),
  pairRule(
    'FEED-12',
    'timestamp-order',
    'each is later than the next one',
    '/timestamp',
    (message, next) => message.timestamp > next.timestamp,
  ),
];

/** A rule about each message of a proof and the next one. */
function pairRule(
  requirement: string,
  code: RejectionCodeName,
  title: string,
  member: string,
  keeps: (message: Message, next: Message) => boolean,
): Rule<SubsetProof<Message>> {
  const broken = ({ messages }: SubsetProof<Message>) =>
    messages.findIndex((message, i) => i + 1 < messages.length && !keeps(message, messages[i + 1] as Message));
  return {
    requirement,
    code,
    title,
    path: '',
    check: (proof) => broken(proof) < 0,
    locate: (proof) => `/${broken(proof)}/header${member}`,
  };
}

/** [FEED-22] What a writer checks in the place of [REC-13]. */
export const writerTimeRules: readonly Rule<Message>[] = [
  {
    requirement: 'FEED-22',
    code: 'clock-blocked',
    title: 'the message before is not so far ahead that this one would be more than 10 minutes ahead',
    path: '/header/timestamp',
    check: ({ timestamp }, { now }) => timestamp <= now + maxAheadMicros,
  },
];
