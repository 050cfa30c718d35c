// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { hasSkip, lipmaa } from '../../src/forge/lipmaa.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { Given } from '../cases/feed.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, message, numbered } from '../messages/message.ts';
import { FLOWERS } from '../records/page.ts';
import { append } from './ask.ts';
import { FEED } from './single.ts';

const { suzy, fern, quinn, spaces } = cast;
const MOST = 9_007_199_254_740_991;
const LATEST = 9_007_199_254_740_990;
const AHEAD = 600_000_000;

type Change = {
  draft?: Readonly<Record<string, unknown>>;
  before?: readonly Given[];
  now?: number;
  seed?: TestKey;
};

const DRAFT = { space: spaces.gardening, content: 'hello' };

const writes = (
  slug: string,
  title: string,
  { draft, seed = suzy, ...more }: Change,
  requirements: string[],
): VectorCase =>
  append(`append-${slug}`, title, { seed, draft: { ...DRAFT, ...draft }, ...more }, ['FEED-23', ...requirements]);

const refuses = (
  slug: string,
  parent: string,
  title: string,
  { draft, seed = suzy, ...more }: Change,
  breaks: string[],
  also: string[] = [],
): VectorCase =>
  append(`append-${slug}`, title, { seed, draft: { ...DRAFT, ...draft }, ...more }, ['FEED-23', ...also], {
    breaks,
    parent: `append-${parent}`,
  });

/** What a writer has to be given for message `n`: the one before it, and the one that its skip link leads to. */
const needed = (n: number): NativeRecord[] =>
  [...(hasSkip(n) ? [lipmaa(n)] : []), n - 1].map((sequence) => FEED[sequence - 1] as NativeRecord);

/** The same from messages that nobody has seen anything else of. */
const neededAlone = (n: number): NativeRecord[] =>
  [...(hasSkip(n) ? [lipmaa(n)] : []), n - 1].map((sequence, index) =>
    numbered(sequence, { header: { timestamp: T + index } }),
  );

const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });
const [SECOND_LOG] = chain(1, { header: { log: 2 } }) as [NativeRecord];

const places = (): VectorCase[] => [
  writes('first', 'a first message', {}, ['FEED-21', 'FEED-2', 'MSG-6', 'MSG-7']),
  writes('second', 'a second message', { before: FEED.slice(0, 1) }, ['FEED-21', 'FEED-2', 'FEED-3']),
  ...[3, 5].map((n) => writes(`${n}`, `message ${n}`, { before: needed(n) }, ['FEED-2', 'FEED-3', 'MSG-7'])),
  ...[4, 8, 12, 13, 17, 26, 39, 40].map((n) =>
    writes(`${n}`, `message ${n}, whose skip link leads to message ${lipmaa(n)}`, { before: needed(n) }, [
      'FEED-3',
      'FEED-4',
      'MSG-7',
      'MSG-8',
    ]),
  ),
  ...[4, 13].map((n) =>
    writes(`${n}-all-known`, `message ${n}, where all before it are known`, { before: FEED.slice(0, n - 1) }, [
      'FEED-3',
      'FEED-4',
      'MSG-8',
    ]),
  ),
  ...[121, 364, 1093, 1094, 4_294_967_297, 2_779_530_283_277_761, 8_338_590_849_833_284, MOST - 1, MOST].map((n) =>
    writes(
      `${n}`,
      hasSkip(n)
        ? `message ${n}, whose skip link leads to message ${lipmaa(n)}`
        : `message ${n}, which has no skip link`,
      { before: neededAlone(n) },
      ['FEED-3', 'MSG-7', 'MSG-8'],
    ),
  ),
  writes(
    'before-without-content',
    'the messages before it are without their contents',
    { before: needed(4).map(stripped) },
    ['FEED-8', 'FEED-3', 'FEED-4'],
  ),
  writes(
    'before-written',
    'the message before it is written with blanks',
    { before: [JSON.stringify(FEED[0], null, 2)] },
    ['FEED-3'],
  ),
  writes('by-fern', "Fern's second message", { seed: fern, before: chain(1, { author: fern }) }, ['FEED-1']),
  writes('by-quinn', "Quinn's first message", { seed: quinn }, ['FEED-1']),
  writes(
    'in-kitchen',
    'the second message of a feed in the kitchen',
    { draft: { space: spaces.kitchen }, before: chain(1, { header: { space: spaces.kitchen } }) },
    ['FEED-1'],
  ),
  writes('in-space-with-key', 'a first message in a space with a key', { draft: { space: spaces.gardeningKey } }, [
    'REC-2',
  ]),
  writes('log-first', 'the first message of a feed with a log', { draft: { log: 2 } }, ['FEED-1', 'MSG-3']),
  writes('log-second', 'the second message of a feed with a log', { draft: { log: 2 }, before: [SECOND_LOG] }, [
    'FEED-1',
    'MSG-3',
  ]),
  writes('log-largest', 'the first message of the feed with the largest log', { draft: { log: MOST } }, ['MSG-3']),
];

const contents = (): VectorCase[] => [
  writes('type', 'a content type', { draft: { contentType: 'text/markdown' } }, ['REC-8']),
  writes(
    'type-and-log',
    'a content type and a log',
    { draft: { contentType: 'text/markdown', log: 2 }, before: [SECOND_LOG] },
    ['REC-8', 'FEED-1'],
  ),
  writes(
    'type-not-inherited',
    'no content type, where the message before it has one',
    { before: [message({ header: { contentType: 'text/plain' } })] },
    ['REC-8', 'FEED-3'],
  ),
  writes('empty', 'no bytes of content', { draft: { content: '' } }, ['REC-11']),
  writes('flowers', 'content with a flower', { draft: { content: FLOWERS } }, ['REC-16', 'REC-17']),
  writes(
    'quotes',
    'content with quotes, control characters and line separators',
    { draft: { content: '"\\\n\r\t\u0000\u001f\u007f\u2028\u2029' } },
    ['REC-16', 'REC-17'],
  ),
  writes('json', 'content that is JSON', { draft: { content: '{"type":"post"}', contentType: 'application/json' } }, [
    'REC-17',
  ]),
  writes('65536', '65,536 bytes of content', { draft: { content: 'x'.repeat(65_536) } }, ['REC-10']),
];

/** A first message of the time `timestamp`. */
const from = (timestamp: number): readonly NativeRecord[] => [message({ header: { timestamp } })];

const times = (): VectorCase[] => [
  writes('now', 'now is a microsecond later than the message before it', { before: from(NOW - 1) }, ['FEED-21']),
  writes('same-time', 'now is the time of the message before it', { before: from(NOW) }, ['FEED-21', 'FEED-5']),
  writes('clock-behind', 'now is a microsecond earlier than the message before it', { before: from(NOW + 1) }, [
    'FEED-21',
    'FEED-5',
  ]),
  writes(
    'clock-minutes-behind',
    'now is five minutes earlier than the message before it',
    { before: from(NOW + AHEAD / 2) },
    ['FEED-21', 'FEED-22'],
  ),
  writes(
    'clock-almost-blocked',
    'the new message is a microsecond less than 10 minutes ahead',
    { before: from(NOW + AHEAD - 2) },
    ['FEED-21', 'FEED-22'],
  ),
  writes('clock-barely', 'the new message is exactly 10 minutes ahead', { before: from(NOW + AHEAD - 1) }, [
    'FEED-21',
    'FEED-22',
  ]),
  writes('years-later', 'now is years later than the message before it', { before: from(10_000_000_000_000) }, [
    'FEED-21',
  ]),
  writes('earliest', 'now is the earliest time', { now: 10_000_000_000_000 }, ['FEED-21', 'REC-7']),
  writes('latest', 'now is the latest time', { now: LATEST, before: from(T) }, ['FEED-21', 'REC-7']),
  writes(
    'latest-next',
    'now is the latest time, and the message before it is a microsecond older',
    { now: LATEST, before: from(LATEST - 1) },
    ['FEED-21', 'REC-7'],
  ),
];

const blocked = (slug: string, parent: string, title: string, timestamp: number, change: Change = {}): VectorCase =>
  refuses(
    slug,
    parent,
    title,
    { before: from(timestamp), ...change },
    ['FEED-22'],
    ['FEED-21', ...(slug.startsWith('order-') ? ['REC-18'] : [])],
  );

const refusedTimes = (): VectorCase[] => [
  blocked(
    'clock-blocked',
    'clock-barely',
    'the new message would be a microsecond more than 10 minutes ahead',
    NOW + AHEAD,
  ),
  blocked(
    'clock-blocked-more',
    'clock-barely',
    'the message before it is a microsecond more than 10 minutes ahead',
    NOW + AHEAD + 1,
  ),
  blocked(
    'clock-blocked-a-day',
    'clock-minutes-behind',
    'the message before it is from tomorrow',
    NOW + 86_400_000_000,
  ),
  blocked('clock-blocked-typed', 'clock-barely', 'a message with a content type would be too far ahead', NOW + AHEAD, {
    draft: { contentType: 'text/plain' },
  }),
  blocked('order-clock-seed', 'clock-barely', 'it would be too far ahead, and the seed is that of Fern', NOW + AHEAD, {
    seed: fern,
  }),
  blocked('order-clock-space', 'clock-barely', 'it would be too far ahead, and is of another space', NOW + AHEAD, {
    draft: { space: spaces.kitchen },
  }),
  refuses(
    'too-early',
    'earliest',
    'now is before the earliest time',
    { now: 9_999_999_999_999 },
    ['REC-7'],
    ['FEED-21'],
  ),
  refuses('too-late', 'latest', 'now is after the latest time', { now: MOST, before: from(T) }, ['REC-7'], ['FEED-21']),
  refuses(
    'too-late-next',
    'latest-next',
    'the message before it has the latest time',
    { now: LATEST, before: from(LATEST) },
    ['REC-7'],
    ['FEED-21'],
  ),
];

const refused = (): VectorCase[] => [
  refuses('type-capital', 'type', 'a content type with a capital letter', { draft: { contentType: 'Text/markdown' } }, [
    'REC-8',
  ]),
  refuses(
    'type-parameter',
    'type',
    'a content type with a parameter',
    { draft: { contentType: 'text/markdown;charset=utf-8' } },
    ['REC-8'],
  ),
  refuses('type-empty', 'type', 'an empty content type', { draft: { contentType: '' } }, ['REC-8']),
  refuses('65537', '65536', '65,537 bytes of content', { draft: { content: 'x'.repeat(65_537) } }, ['REC-10']),
  refuses(
    '65537-letters',
    '65536',
    '65,537 bytes of content that are 32,769 characters',
    { draft: { content: `x${'é'.repeat(32_768)}` } },
    ['REC-10'],
  ),
  refuses('log-0', 'log-first', 'the log is 0', { draft: { log: 0 } }, ['MSG-3']),
  refuses('log-minus-1', 'log-first', 'the log is −1', { draft: { log: -1 } }, ['MSG-3']),
  refuses('log-null', 'first', 'null as the log', { draft: { log: null } }, ['TXT-7']),
  refuses('type-null', 'type', 'null as the content type', { draft: { contentType: null } }, ['TXT-7']),
  refuses('log-fraction', 'log-first', 'a fraction as the log', { draft: { log: 1.5 } }, ['TXT-8']),
  refuses('log-half', 'log-first', 'the log is 0.5', { draft: { log: 0.5 } }, ['TXT-8']),
  refuses('log-2-53', 'log-largest', 'the log is 9007199254740992', { draft: { log: 9_007_199_254_740_992 } }, [
    'TXT-9',
  ]),
  refuses(
    'space-nested-3',
    'first',
    'the space is nested 3 deep, so the draft is 4 deep and the message would be 5 deep',
    { draft: { space: [[[]]] } },
    ['MSG-1'],
    ['REC-18'],
  ),
  refuses(
    'space-nested-4',
    'first',
    'the space is nested 4 deep, so the draft is 5 deep',
    { draft: { space: [[[[]]]] } },
    ['TXT-6'],
  ),
  refuses(
    'type-nested-4',
    'type',
    'the content type is nested 4 deep, so the draft is 5 deep',
    { draft: { contentType: [[[['text/plain']]]] } },
    ['TXT-6'],
  ),
  refuses('space-is-key', 'first', 'a key as the space', { draft: { space: suzy.keyId } }, ['REC-2']),
  refuses(
    'space-spare',
    'first',
    'a spare bit of the space is set',
    { draft: { space: `${spaces.gardening.slice(0, -1)}b` } },
    ['REC-2'],
  ),
  refuses(
    'sequence-exhausted',
    `${MOST}`,
    'the message before it has the largest sequence',
    { before: [numbered(MOST)] },
    ['MSG-2'],
  ),
  refuses(
    'sequence-exhausted-fern',
    `${MOST}`,
    'the message before it has the largest sequence, and Fern wrote it',
    { seed: fern, before: [numbered(MOST, { author: fern })] },
    ['MSG-2'],
  ),
  refuses(
    'other-author',
    'second',
    'the seed is that of Fern, and the feed is that of Suzy',
    { seed: fern, before: FEED.slice(0, 1) },
    ['FEED-1'],
  ),
  refuses(
    'other-author-fourth',
    '4',
    'the seed is that of Fern, and the feed is that of Suzy, which goes on with a skip link',
    { seed: fern, before: needed(4) },
    ['FEED-1'],
  ),
  refuses(
    'other-space',
    'second',
    'the draft is of another space than the message before it',
    { draft: { space: spaces.kitchen }, before: FEED.slice(0, 1) },
    ['FEED-1'],
  ),
  refuses(
    'other-log',
    'log-second',
    'the draft is of another log than the message before it',
    { draft: { log: 3 }, before: [SECOND_LOG] },
    ['FEED-1'],
  ),
  refuses(
    'log-added',
    'second',
    'the draft has a log, and the message before it has none',
    { draft: { log: 1 }, before: FEED.slice(0, 1) },
    ['FEED-1'],
  ),
  refuses(
    'log-removed',
    'log-second',
    'the draft has no log, and the message before it has one',
    { before: [SECOND_LOG] },
    ['FEED-1'],
  ),
  refuses(
    'order-form-clock',
    'clock-barely',
    'the content type has a capital letter, and the message would be too far ahead',
    { draft: { contentType: 'Text/plain' }, before: from(NOW + AHEAD) },
    ['REC-8'],
    ['REC-18'],
  ),
  refuses(
    'order-form-feed',
    'second',
    'the log is 0, which is another feed too',
    { draft: { log: 0 }, before: FEED.slice(0, 1) },
    ['MSG-3'],
    ['REC-18'],
  ),
];

/** The next message of a feed. */
export const appended = (): VectorCase[] => [...places(), ...contents(), ...times(), ...refusedTimes(), ...refused()];
