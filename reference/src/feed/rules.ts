import type { Message } from '../format/message.ts';
import type { Rule } from '../rule/rule.ts';
import type { Successor } from './feed-format.ts';

/** [FEED-1] to [FEED-3], which hold for messages of every format. `root` is where the members of a message are. */
export const followingRules = (root: '' | '/header'): readonly Rule<Successor<Message>>[] => [
  {
    requirement: 'FEED-1',
    code: 'feed-mismatch',
    title: 'of the same feed as the message before it',
    path: root,
    check: ({ message, known: { last } }) => last === undefined || message.feed === last.feed,
  },
  {
    requirement: 'FEED-2',
    code: 'sequence-order',
    title: 'sequence is the next one',
    path: `${root}/sequence`,
    check: ({ message, known: { last } }) => message.sequence === (last?.sequence ?? 0) + 1,
  },
  {
    requirement: 'FEED-3',
    code: 'previous-mismatch',
    title: 'previous is the id of the message before it',
    path: `${root}/previous`,
    check: ({ message, known: { last } }) => last === undefined || message.previous === last.id,
  },
];
