import type { Link } from '../../feed/links.ts';
import { feedSteps } from '../../feed/steps.ts';
import type { Message } from '../../format/message.ts';
import { both, keyOf, native, step } from './feed-change.ts';
import { wrongSigns } from './numbers.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

const isPrevious = (message: Message, link: Link) => link.sequence === message.sequence - 1;
const spaceBytes = (space: string | undefined) => space?.slice(space.indexOf('.') + 1);

/** [FEED-6] to [FEED-8], [FEED-13] to [FEED-24] */
export const states: readonly Weakening[] = [
  ...step(both, 'FEED-7', 'not-last', 'drops the last accepted message where a later one is not', {
    keep: (accepted, isComplete) => (isComplete ? accepted : accepted.slice(0, -1)),
  }),
  ...step(both, 'FEED-7', 'first', 'keeps the first message alone where a later one is not accepted', {
    keep: (accepted, isComplete) => (isComplete ? accepted : accepted.slice(0, 1)),
  }),
  ...step([native], 'FEED-8', 'last', 'does not count a message beyond the first without content', {
    countsAlone: ({ hasContent, sequence }) => hasContent || sequence === 1,
  }),
  ...step([native], 'FEED-8', 'first', 'does not count a first message without content', {
    countsAlone: ({ hasContent, sequence }) => hasContent || sequence > 1,
  }),
  ...step([native], 'FEED-13', 'space-bytes', 'compares the bytes of the space and not its name', {
    admits: (message, held, space) => !held && spaceBytes(message.space) === spaceBytes(space),
  }),
  ...step([native], 'FEED-13', 'space-name', 'compares the name of the space and not its bytes', {
    admits: (message, held, space) => !held && message.space?.split('.')[0] === space?.split('.')[0],
  }),
  ...step([native], 'FEED-13', 'space-kind', 'does not tell open spaces from others', {
    admits: (message, held, space) => !held && message.space?.replace('.x', '.b') === space?.replace('.x', '.b'),
  }),
  ...samenesses.flatMap(({ name, title, same }) =>
    step([native], 'FEED-13', `space-${name}`, `${title}, of spaces`, {
      admits: (message, held, space) => !held && same(message.space ?? '', space ?? ''),
    }),
  ),
  ...step([native], 'FEED-13', 'held', 'takes what is held', {
    admits: (message, _held, space) => message.space === space,
  }),
  ...step([native], 'FEED-14', 'with-content', 'keeps the one with content of one id', {
    oneOf: (first, later) => ((later as readonly [Message, number])[0].hasContent ? later : first),
  }),
  ...step(both, 'FEED-15', 'timestamp-too', 'sees a fork only where two messages have one timestamp', {
    rivalry: ({ sequence, timestamp }) => `${sequence} ${timestamp}`,
  }),
  ...step(both, 'FEED-15', 'other-timestamp', 'sees no fork at the first sequence', {
    rivalry: ({ sequence, id }) => (sequence === 1 ? id : sequence),
  }),
  ...step(both, 'FEED-15', 'not-beyond-1', 'sees forks at the first sequence alone', {
    rivalry: ({ sequence, id }) => (sequence > 1 ? id : sequence),
  }),
  ...step([native], 'FEED-15', 'without-content', 'sees no fork where content is missing', {
    rivalry: ({ sequence, id, hasContent }) => (hasContent ? sequence : id),
  }),
  ...step(both, 'FEED-16', 'without-previous', 'does not look at previous', {
    misleads: (message, link, there, rising) =>
      !isPrevious(message, link) && feedSteps.misleads(message, link, there, rising),
  }),
  ...step([native], 'FEED-16', 'without-skip', 'does not look at skip', {
    misleads: (message, link, there, rising) =>
      isPrevious(message, link) && feedSteps.misleads(message, link, there, rising),
  }),
  ...step([native], 'FEED-16', 'ids-alone', 'does not compare timestamps', {
    misleads: (_message, link, there) => link.id !== there.id,
  }),
  ...step([native], 'FEED-16', 'timestamps-alone', 'does not compare ids', {
    misleads: (message, _link, there) => message.timestamp <= there.timestamp,
  }),
  ...step([native], 'FEED-16', 'equal-timestamps', 'takes equal timestamps', {
    misleads: (message, link, there) => link.id !== there.id || message.timestamp < there.timestamp,
  }),
  ...step(['ssb-classic'], 'FEED-16', 'timestamps-too', 'compares timestamps', {
    misleads: (message, link, there) => link.id !== there.id || message.timestamp <= there.timestamp,
  }),
  ...wrongSigns.flatMap(({ name, title, sign }) =>
    step([native], 'FEED-16', name, title, {
      misleads: (message, link, there) => link.id !== there.id || sign(message.timestamp, there.timestamp) <= 0,
    }),
  ),
  ...samenesses
    .filter(({ name }) => name !== 'length')
    .flatMap(({ name, title, same }) =>
      step(both, 'FEED-16', name, `${title}, of ids`, {
        misleads: (message, link, there, rising) =>
          !same(link.id, there.id) || (rising && message.timestamp <= there.timestamp),
      }),
    ),
  ...step(both, 'FEED-17', 'feed-alone', 'does not compare sequences', {
    strays: (message, _link, named) => named.feed !== message.feed,
  }),
  ...step(both, 'FEED-17', 'never', 'does not look for what a link names', { strays: () => false }),
  ...step(both, 'FEED-17', 'author-alone', 'compares authors alone', {
    strays: (message, link, named) => named.author !== message.author || named.sequence !== link.sequence,
  }),
  ...step(both, 'FEED-17', 'without-previous', 'does not look at previous', {
    strays: (message, link, named) => !isPrevious(message, link) && feedSteps.strays(message, link, named),
  }),
  ...step([native], 'FEED-17', 'without-skip', 'does not look at skip', {
    strays: (message, link, named) => isPrevious(message, link) && feedSteps.strays(message, link, named),
  }),
  ...step([native], 'FEED-17', 'without-log', 'does not compare logs', {
    strays: (message, link, named) =>
      named.author !== message.author || keyOf(named) !== keyOf(message) || named.sequence !== link.sequence,
  }),
  ...step([native], 'FEED-17', 'later-only', 'takes a link to an older message', {
    strays: (message, link, named) => named.feed !== message.feed || named.sequence > link.sequence,
  }),
  ...step([native], 'FEED-17', 'older-only', 'takes a link to a later message', {
    strays: (message, link, named) => named.feed !== message.feed || named.sequence < link.sequence,
  }),
  ...step(both, 'FEED-18', 'at-alone', 'disputes the messages at the fork alone', {
    isSettled: ({ sequence }, lowest) => sequence !== lowest,
  }),
  ...step(both, 'FEED-18', 'all', 'disputes the whole feed', {
    isSettled: (_message, lowest) => lowest === Number.POSITIVE_INFINITY,
  }),
  ...step(both, 'FEED-18', 'none', 'disputes nothing', { isSettled: () => true }),
  ...step(both, 'FEED-18', 'as-texts', 'compares the texts of sequences', {
    isSettled: ({ sequence }, lowest) => lowest === Number.POSITIVE_INFINITY || String(sequence) < String(lowest),
  }),
  ...step(both, 'FEED-18', 'one-below', 'disputes the message before the fork', {
    isSettled: ({ sequence }, lowest) => sequence < lowest - 1,
  }),
  ...step(both, 'FEED-19', 'reversed', 'takes the highest ids', { byId: (a, b) => -feedSteps.byId(a, b) }),
  ...step(both, 'FEED-19', 'first-bytes', 'compares the first bytes of ids', {
    byId: (a, b) =>
      a.digest.slice(0, 2) < b.digest.slice(0, 2) ? -1 : a.digest.slice(0, 2) > b.digest.slice(0, 2) ? 1 : 0,
  }),
  ...step(both, 'FEED-19', 'signed-bytes', 'compares bytes with a sign', {
    byId: (a, b) => compareSigned(a.digest, b.digest),
  }),
  ...step(both, 'FEED-19', 'by-timestamp', 'takes the oldest messages', {
    byId: (a, b) => a.timestamp - b.timestamp || feedSteps.byId(a, b),
  }),
  ...step(both, 'FEED-19', 'last-byte-first', 'compares bytes from the last on', {
    byId: (a, b) => compareReversed(a.digest, b.digest),
  }),
  ...step(both, 'FEED-20', 'greatest', 'gives the greatest settled sequence', {
    lengthOf: (settled) => settled.at(-1)?.sequence ?? 0,
  }),
  ...step(both, 'FEED-20', 'from-lowest', 'counts from the lowest settled message', { lengthOf: fromLowest }),
  ...step(both, 'FEED-20', 'minus-1', 'gives one less', {
    lengthOf: (settled) => Math.max(0, feedSteps.lengthOf(settled) - 1),
  }),
  ...step([native], 'FEED-20', 'with-content', 'counts messages with content alone', {
    lengthOf: (settled) => feedSteps.lengthOf(settled.filter(({ hasContent }) => hasContent)),
  }),
  ...step([native], 'FEED-21', 'equal', 'takes the timestamp before where the clock is behind', {
    timestampAfter: (last, now) => Math.max(now, last?.timestamp ?? 0),
  }),
  ...step([native], 'FEED-21', 'always-plus-1', 'adds one to the timestamp before', {
    timestampAfter: (last, now) => (last === undefined ? now : last.timestamp + 1),
  }),
  ...step([native], 'FEED-21', 'now-plus-1', 'adds one to the clock', {
    timestampAfter: (last, now) => Math.max(now + 1, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'in-milliseconds', 'writes whole milliseconds', {
    timestampAfter: (last, now) => Math.max(Math.floor(now / 1_000) * 1_000, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'in-seconds', 'writes whole seconds', {
    timestampAfter: (last, now) => Math.max(Math.floor(now / 1e6) * 1e6, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'plus-1000', 'adds a millisecond where the clock is behind', {
    timestampAfter: (last, now) => (last !== undefined && now <= last.timestamp ? last.timestamp + 1_000 : now),
  }),
  ...step([native], 'FEED-21', 'as-texts', 'compares the texts of times', {
    timestampAfter: (last, now) =>
      last !== undefined && String(now) <= String(last.timestamp) ? last.timestamp + 1 : now,
  }),
];

function fromLowest(settled: readonly Message[]): number {
  let length = (settled[0]?.sequence ?? 1) - 1;
  for (const { sequence } of settled) if (sequence === length + 1) length++;
  return settled.length === 0 ? 0 : length;
}

function compareSigned(a: string, b: string): number {
  for (let i = 0; i < a.length; i += 2) {
    const difference = (Number.parseInt(a.slice(i, i + 2), 16) << 24) - (Number.parseInt(b.slice(i, i + 2), 16) << 24);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareReversed(a: string, b: string): number {
  for (let i = a.length - 2; i >= 0; i -= 2) {
    const difference = Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16);
    if (difference !== 0) return difference;
  }
  return 0;
}
