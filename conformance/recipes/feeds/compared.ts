// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { nearKeys } from '../cases/near-keys.ts';
import { DIGITS, GAPS } from '../cases/times.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, idOf, type MessageChange, message, next, numbered } from '../messages/message.ts';
import { NEAR, otherAt } from '../records/spelled.ts';
import { append, single, subset } from './ask.ts';

const { suzy, fern, phone, quinn, spaces } = cast;
const AHEAD = 600_000_000;
const WIDE = GAPS.filter(([, , gap]) => gap >= 2 ** 31 - 1);

const first = (timestamp: number, change: MessageChange = {}): NativeRecord =>
  message({ ...change, header: { timestamp, ...change.header } });
const second = (before: NativeRecord, header: MessageChange['header'] = {}, change: MessageChange = {}): NativeRecord =>
  next([before], { ...change, header });

/** A message is later than the one before it, or it is not, whatever the difference is. */
const timestamps = (): VectorCase[] => [
  ...WIDE.flatMap(([name, words, gap]) => [
    single(
      `later-by-${name}`,
      `${words} later than the message before it`,
      second(first(T - gap), { timestamp: T }),
      ['FEED-5'],
      {
        before: [first(T - gap)],
      },
    ),
    single(
      `earlier-by-${name}`,
      `${words} earlier than the message before it`,
      second(first(T), { timestamp: T - gap }),
      [],
      {
        before: [first(T)],
        breaks: ['FEED-5'],
        parent: 'after-1',
      },
    ),
  ]),
  ...[1, 999, 1000].map((gap) =>
    single(
      `earlier-by-${gap}-microseconds`,
      `${gap} microseconds earlier than the message before it`,
      second(first(T + 1500), { timestamp: T + 1500 - gap }),
      [],
      {
        before: [first(T + 1500)],
        breaks: ['FEED-5'],
        parent: 'after-1',
      },
    ),
  ),
  ...DIGITS.flatMap(([name, earlier, later]) => {
    const [few, many] = name.split('-');
    return [
      single(
        `later-digits-${name}`,
        `at a time of ${many} digits, and the message before it is of one of ${few}`,
        second(first(earlier), { timestamp: later }),
        ['FEED-5'],
        {
          before: [first(earlier)],
        },
      ),
      single(
        `earlier-digits-${name}`,
        `at a time of ${few} digits, and the message before it is of one of ${many}`,
        second(first(later), { timestamp: earlier }),
        [],
        {
          before: [first(later)],
          breaks: ['FEED-5'],
          parent: 'after-1',
        },
      ),
    ];
  }),
];

const proofTimes = (): VectorCase[] => {
  const pair = (older: number, newer: number): NativeRecord[] => {
    const one = first(older);
    return [second(one, { timestamp: newer }), one];
  };
  const rows: [string, string, number, number][] = [
    ['one-millisecond', '999 microseconds, within one millisecond,', T, T + 999],
    ...WIDE.map(([name, words, gap]): [string, string, number, number] => [name, words, T - gap, T]),
    ...DIGITS.map(([name, earlier, later]): [string, string, number, number] => [
      `digits-${name}`,
      `many microseconds, with another number of digits (${name}),`,
      earlier,
      later,
    ]),
  ];
  return rows.flatMap(([name, words, earlier, later]) => [
    subset(`proof-later-${name}`, `message 2 is ${words} later than message 1`, pair(earlier, later), 1, ['FEED-12']),
    subset(`proof-earlier-${name}`, `message 2 is ${words} earlier than message 1`, pair(later, earlier), 1, [], {
      breaks: ['FEED-12'],
      parent: `proof-later-${name}`,
    }),
  ]);
};

/** Links that are almost the right ones. */
const links = (): VectorCase[] => {
  const feed = chain(7);
  const eighth = (header: NonNullable<MessageChange['header']>): NativeRecord => next(feed, { header });
  const [fourth, seventh] = [feed[3], feed[6]].map((one) => idOf(one as NativeRecord)) as [string, string];
  const proved = [second(first(T)), first(T)] as const;
  const skipped = numbered(4, { header: { skip: idOf(first(T)), timestamp: T + 1 } });
  return NEAR.flatMap(([slug, words, index]) => [
    single(
      `previous-near-${slug}`,
      `previous differs from the right id ${words}`,
      eighth({ previous: otherAt(seventh, index) }),
      [],
      {
        before: feed,
        breaks: ['FEED-3'],
        parent: 'after-7',
      },
    ),
    single(
      `skip-near-${slug}`,
      `skip differs from the right id ${words}`,
      eighth({ skip: otherAt(fourth, index) }),
      [],
      {
        before: feed,
        breaks: ['FEED-4'],
        parent: 'after-7',
      },
    ),
    subset(
      `proof-previous-near-${slug}`,
      `previous of message 2 differs from the id of message 1 ${words}`,
      [second(proved[1], { previous: otherAt(idOf(proved[1]), index) }), proved[1]],
      1,
      [],
      {
        breaks: ['FEED-11'],
        parent: 'proof-2-1',
      },
    ),
    subset(
      `proof-skip-near-${slug}`,
      `skip of message 4 differs from the id of message 1 ${words}`,
      [numbered(4, { header: { ...skipped.header, skip: otherAt(idOf(first(T)), index) } }), first(T)],
      4,
      [],
      {
        breaks: ['FEED-11'],
        parent: 'proof-4-4',
      },
    ),
  ]);
};

const mine = spaces.gardening;
const [near, other] = nearKeys;

/** Spaces that are almost this one. */
const SPACES: readonly [slug: string, words: string, space: string][] = [
  ['name', 'the same bytes under another name', mine.replace('gardening', 'kitchen')],
  ['name-longer', 'the same bytes under a name with a character more', mine.replace('gardening', 'gardening1')],
  ['bytes', 'the same name with other bytes', spaces.kitchen.replace('kitchen', 'gardening')],
  ['last-bit', 'the same but for the last bit', otherAt(mine, -1)],
  ['first', 'the same but for the first bits', otherAt(mine, 12)],
  ['kind', 'the same name and bytes, and a key', mine.replace('.x', '.b')],
];

const feeds = (): VectorCase[] => [
  ...SPACES.flatMap(([slug, words, space]) => [
    single(`space-near-${slug}`, `a message after one of a space that is ${words}`, second(first(T), { space }), [], {
      before: [first(T)],
      breaks: ['FEED-1'],
      parent: 'after-1',
    }),
    subset(
      `proof-space-near-${slug}`,
      `message 1 is of a space that is ${words}`,
      [second(first(T, { header: { space } })), first(T, { header: { space } })],
      1,
      [],
      {
        breaks: ['FEED-10'],
        parent: 'proof-2-1',
      },
    ),
    append(
      `append-space-near-${slug}`,
      `the draft is of a space that is ${words}`,
      { seed: suzy, draft: { space, content: 'hello' }, before: [first(T)] },
      ['FEED-23'],
      {
        breaks: ['FEED-1'],
        parent: 'append-second',
      },
    ),
  ]),
  single(
    'key-is-other-author',
    "Fern's key signs in Suzy's name, after a message of Fern's own feed",
    second(first(T, { author: fern }), { author: suzy.keyId, key: fern.keyId }, { signer: fern }),
    [],
    {
      before: [first(T, { author: fern })],
      breaks: ['FEED-1'],
      parent: 'by-fern',
    },
  ),
  single(
    'key-is-author-of-before',
    "Quinn's key signs in Fern's name, after a message of Quinn's own feed",
    second(first(T, { author: quinn }), { author: fern.keyId, key: quinn.keyId }, { signer: quinn }),
    [],
    {
      before: [first(T, { author: quinn })],
      breaks: ['FEED-1'],
      parent: 'by-fern',
    },
  ),
  single(
    'author-near',
    'a message after one of an author whose key begins with the same 42 bits',
    second(first(T, { author: near }), {}, { author: other }),
    [],
    {
      before: [first(T, { author: near })],
      breaks: ['FEED-1'],
      parent: 'by-fern',
    },
  ),
  append(
    'append-author-near',
    'the message before is of an author whose key begins with the same 42 bits',
    { seed: other, draft: { space: mine, content: 'hello' }, before: [first(T, { author: near })] },
    ['FEED-23'],
    {
      breaks: ['FEED-1'],
      parent: 'append-second',
    },
  ),
  single('log-added-2', 'log 2, where the message before it has none', second(first(T), { log: 2 }), [], {
    before: [first(T)],
    breaks: ['FEED-1'],
    parent: 'after-1',
  }),
  single(
    'log-removed-1',
    'no log, where the message before it has log 1',
    second(first(T, { header: { log: 1 } })),
    [],
    {
      before: [first(T, { header: { log: 1 } })],
      breaks: ['FEED-1'],
      parent: 'with-log',
    },
  ),
  ...[2 ** 32 + 1, 11, 257].map((log) =>
    single(
      `log-near-${log}`,
      `log ${log}, where the message before it has log 1`,
      second(first(T, { header: { log: 1 } }), { log }),
      [],
      {
        before: [first(T, { header: { log: 1 } })],
        breaks: ['FEED-1'],
        parent: 'with-log',
      },
    ),
  ),
  ...(
    [
      ['phone', phone],
      ['fern', fern],
    ] as const
  ).map(([slug, device]) =>
    single(
      `key-after-none-${slug}`,
      `a message that ${slug === 'phone' ? "Suzy's phone" : 'Fern'} signs in Suzy's name, after three that she signed`,
      next(chain(3), { header: { key: device.keyId }, signer: device }),
      [],
      {
        before: chain(3),
        breaks: ['FEED-1'],
        parent: 'after-3',
      },
    ),
  ),
];

const numbers = (): VectorCase[] => {
  const after = (n: number, sequence: number, header: MessageChange['header'] = {}): NativeRecord =>
    numbered(sequence, { header: { previous: idOf(numbered(n)), timestamp: T + 1, ...header } });
  return [
    ...[2 ** 32 + 6, 2 ** 31 + 6].map((n) =>
      single(`sequence-wrapped-${n}`, `message ${n}, which names message 5`, after(5, n), [], {
        before: [numbered(5)],
        breaks: ['FEED-2'],
        parent: 'after-last-alone',
      }),
    ),
    single(
      'sequence-as-text',
      'message 10 after message 9',
      numbered(10, { header: { previous: idOf(numbered(9)), timestamp: T + 1 } }),
      ['FEED-2'],
      {
        before: [numbered(9)],
      },
    ),
    single(
      'sequence-2-53',
      'the message of the largest sequence after itself',
      numbered(9_007_199_254_740_991, {
        header: { previous: idOf(numbered(9_007_199_254_740_991)), timestamp: T + 1 },
      }),
      [],
      {
        before: [numbered(9_007_199_254_740_991)],
        breaks: ['FEED-2'],
        parent: 'after-last-alone',
      },
    ),
    ...[2 ** 32 + 1, 2 ** 32].map((target) =>
      subset(
        `proof-target-${target}`,
        `message ${target} is asked for, and the proof is one of message ${target === 2 ** 32 ? 'no' : '1'}`,
        [first(T)],
        target,
        [],
        {
          breaks: ['FEED-9'],
          parent: 'proof-1-1',
        },
      ),
    ),
    subset(
      'proof-target-above-first',
      'the message after the first one of the proof is asked for',
      [second(first(T)), first(T)],
      3,
      [],
      {
        breaks: ['FEED-9'],
        parent: 'proof-2-1',
      },
    ),
    subset('proof-two-first', 'two different first messages', [first(T + 1, { content: 'another' }), first(T)], 1, [], {
      breaks: ['FEED-9', 'FEED-11'],
      parent: 'proof-1-1',
    }),
  ];
};

/** FEED-21 and FEED-22 with a clock that is far away. */
const written = (): VectorCase[] => {
  const draft = { space: spaces.gardening, content: 'hello' };
  const from = (timestamp: number): NativeRecord[] => [first(timestamp)];
  const write = (slug: string, words: string, before: NativeRecord[], now = NOW): VectorCase =>
    append(`append-${slug}`, words, { seed: suzy, draft, before, now }, ['FEED-21', 'FEED-23']);
  const blocked = (slug: string, words: string, before: NativeRecord[], now = NOW): VectorCase =>
    append(`append-${slug}`, words, { seed: suzy, draft, before, now }, ['FEED-21', 'FEED-23'], {
      breaks: ['FEED-22'],
      parent: 'append-clock-barely',
    });
  return [
    ...WIDE.flatMap(([name, words, gap]) => [
      write(`now-by-${name}`, `now is ${words} later than the message before it`, from(NOW - gap)),
      blocked(`blocked-by-${name}`, `the message before it is ${words} ahead of now`, from(NOW + gap)),
    ]),
    ...DIGITS.flatMap(([name, earlier, later]) => {
      const [few, many] = name.split('-');
      return [
        write(
          `now-digits-${name}`,
          `now has ${many} digits, and the message before it is of a time of ${few}`,
          from(earlier),
          later,
        ),
        blocked(
          `blocked-digits-${name}`,
          `now has ${few} digits, and the message before it is of a time of ${many}`,
          from(later + 2 * AHEAD),
          earlier,
        ),
      ];
    }),
    write('now-milliseconds', 'now is 999 microseconds earlier than the message before it', from(NOW + 999)),
  ];
};

const HALVES: readonly [slug: string, words: string, content: string][] = [
  ['high', 'the first half of a flower', '\ud83c'],
  ['low', 'the second half of a flower', '\udf38'],
  ['behind', 'the first half of a flower behind a word', 'moss\ud83c'],
  ['inside', 'the second half of a flower within a word', 'm\udf38oss'],
  ['reversed', 'the halves of a flower in the wrong order', '\udf38\ud83c'],
];

/** No writer may put something else in the place of half a character. */
const drafts = (): VectorCase[] => [
  ...HALVES.map(([slug, words, content]) =>
    append(
      `append-half-${slug}`,
      `the content is ${words}`,
      { seed: suzy, draft: { space: spaces.gardening, content } },
      ['FEED-23'],
      {
        breaks: ['TXT-4'],
        parent: 'append-flowers',
      },
    ),
  ),
  append(
    'append-half-type',
    'the content type has half a flower in it',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x', contentType: 'text/\ud83c' } },
    ['FEED-23'],
    {
      breaks: ['TXT-4'],
      parent: 'append-type',
    },
  ),
  append(
    'append-half-space',
    'the space has half a flower behind it',
    { seed: suzy, draft: { space: `${spaces.gardening}\udf38`, content: 'x' } },
    ['FEED-23'],
    {
      breaks: ['TXT-4'],
      parent: 'append-first',
    },
  ),
  append(
    'append-space-newline',
    'the space has a line feed behind it',
    { seed: suzy, draft: { space: `${spaces.gardening}\n`, content: 'x' } },
    ['FEED-23'],
    {
      breaks: ['REC-2'],
      parent: 'append-first',
    },
  ),
  append(
    'append-type-newline',
    'the content type has a line feed behind it',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x', contentType: 'text/plain\n' } },
    ['FEED-23'],
    {
      breaks: ['REC-8'],
      parent: 'append-type',
    },
  ),
  append(
    'append-log-true',
    'the log is true',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x', log: true } },
    ['FEED-23'],
    {
      breaks: ['MSG-1'],
      parent: 'append-log-first',
    },
  ),
  append(
    'append-log-text',
    'the log is a text',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x', log: '2' } },
    ['FEED-23'],
    {
      breaks: ['MSG-1'],
      parent: 'append-log-first',
    },
  ),
  append(
    'append-log-first-1',
    'the first message of the feed with log 1',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x', log: 1 } },
    ['FEED-23', 'MSG-3'],
  ),
  append(
    'append-replacement',
    'the content is U+FFFD',
    { seed: suzy, draft: { space: spaces.gardening, content: '\ufffd' } },
    ['FEED-23', 'REC-17'],
  ),
  append(
    'append-too-long',
    'so much content that the draft is longer than a text may be',
    { seed: suzy, draft: { space: spaces.gardening, content: 'x'.repeat(524_288) } },
    ['FEED-23'],
    {
      breaks: ['TXT-5'],
      parent: 'append-65536',
    },
  ),
  append(
    'append-too-long-letters',
    'so much content that the draft is longer than a text may be in bytes, and not in characters',
    { seed: suzy, draft: { space: spaces.gardening, content: 'é'.repeat(262_144) } },
    ['FEED-23'],
    {
      breaks: ['TXT-5'],
      parent: 'append-65536',
    },
  ),
];

/** How times, links, spaces and numbers are compared. */
export const comparedFeeds = (): VectorCase[] => [
  ...timestamps(),
  ...proofTimes(),
  ...links(),
  ...feeds(),
  ...numbers(),
  ...written(),
  ...drafts(),
];
