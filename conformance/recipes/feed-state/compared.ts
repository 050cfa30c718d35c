import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { nearKeys } from '../cases/near-keys.ts';
import { DIGITS, GAPS } from '../cases/times.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, idOf, message, next, numbered } from '../messages/message.ts';
import { NEAR, otherAt } from '../records/spelled.ts';
import { byIds, quiet, state, torn } from './ask.ts';

const { fern, quinn, phone, spaces } = cast;
const mine = spaces.gardening;
const WIDE = GAPS.filter(([, , gap]) => gap >= 2 ** 31 - 1);

const first = (timestamp: number): NativeRecord => message({ header: { timestamp } });
const after = (before: NativeRecord, timestamp: number): NativeRecord => next([before], { header: { timestamp } });

/** Whether a message is later than the one that it names is not a matter of 32 bits, nor of texts. */
const timestamps = (): VectorCase[] => {
  const rows: [string, string, number, number][] = [
    ...WIDE.map(([name, words, gap]): [string, string, number, number] => [name, words, T - gap, T]),
    ['one-millisecond', '999 microseconds, within one millisecond,', T, T + 999],
    ...DIGITS.map(([name, earlier, later]): [string, string, number, number] => [
      `digits-${name}`,
      `many microseconds, with another number of digits (${name}),`,
      earlier,
      later,
    ]),
  ];
  return rows.flatMap(([name, words, earlier, later]) => {
    const falling = [first(later), after(first(later), earlier)];
    return [
      state(
        `rises-by-${name}`,
        `message 2 is ${words} later than message 1`,
        ['FEED-16'],
        [first(earlier), after(first(earlier), later)],
        {
          wanted: [quiet([0, 1], 2)],
        },
      ),
      state(`falls-by-${name}`, `message 2 is ${words} earlier than message 1`, ['FEED-16', 'FEED-19'], falling, {
        wanted: [torn([0], [1], 1, [2, ...(byIds(falling, 0, 1) as [number, number])])],
      }),
    ];
  });
};

const links = (): VectorCase[] =>
  NEAR.flatMap(([slug, words, index]) => {
    const one = first(T);
    const previous = [one, next([one], { header: { previous: otherAt(idOf(one), index) } })];
    const skip = [one, numbered(4, { header: { skip: otherAt(idOf(one), index), timestamp: T + 9 } })];
    const pair = (records: NativeRecord[]) => byIds(records, 0, 1) as [number, number];
    return [
      state(
        `previous-near-${slug}`,
        `previous of message 2 differs from the id of message 1 ${words}`,
        ['FEED-16'],
        previous,
        {
          wanted: [torn([0], [1], 1, [2, ...pair(previous)])],
        },
      ),
      state(`skip-near-${slug}`, `skip of message 4 differs from the id of message 1 ${words}`, ['FEED-16'], skip, {
        wanted: [torn([0], [1], 1, [4, ...pair(skip)])],
      }),
    ];
  });

const SPACES: readonly [slug: string, words: string, space: string][] = [
  ['name', 'the same bytes under another name', mine.replace('gardening', 'kitchen')],
  ['name-shorter', 'the same bytes under a shorter name', mine.replace('gardening', 'garden')],
  ['bytes', 'the same name with other bytes', spaces.kitchen.replace('kitchen', 'gardening')],
  ['last-bit', 'the same but for the last bit', otherAt(mine, -1)],
  ['first', 'the same but for the first bits', otherAt(mine, 12)],
];

const places = (): VectorCase[] =>
  SPACES.map(([slug, words, space]) =>
    state(
      `space-near-${slug}`,
      `another first message in a space that is ${words}: it is left out, and no fork`,
      ['FEED-13', 'FEED-15'],
      [first(T), message({ content: 'elsewhere', header: { space } })],
      { wanted: [quiet([0], 1)] },
    ),
  );

/** Feeds of one author, and feeds of several. */
const feeds = (): VectorCase[] => {
  const logged = (log: number | undefined, content = 'hello'): NativeRecord => message({ content, header: { log } });
  const heldTwins = [
    first(T),
    message({ content: 'x', header: { key: phone.keyId }, signer: phone }),
    message({ content: 'y', header: { key: phone.keyId }, signer: phone }),
  ];
  const byFern = [
    first(T),
    message({ content: 'x', author: fern, header: { key: cast.suzy.keyId }, signer: cast.suzy }),
  ];
  return [
    state(
      'log-1-and-none',
      'two messages 1, of log 1 and of no log: two feeds and no fork',
      ['FEED-15', 'FEED-18'],
      [logged(1), logged(undefined)],
      {
        wanted: [quiet([1], 1), quiet([0], 1, { log: 1 })],
      },
    ),
    ...[2 ** 32 + 1, 2 ** 31 + 1, 257].map((log) =>
      state(
        `log-1-and-${log}`,
        `two messages 1, of log 1 and of log ${log}: two feeds and no fork`,
        ['FEED-15', 'FEED-18'],
        [logged(log), logged(1)],
        {
          wanted: [quiet([1], 1, { log: 1 }), quiet([0], 1, { log })],
        },
      ),
    ),
    state('logs-digits', 'logs 100, 20 and 3: they are numbers', ['FEED-18'], [logged(100), logged(20), logged(3)], {
      wanted: [quiet([2], 1, { log: 3 }), quiet([1], 1, { log: 20 }), quiet([0], 1, { log: 100 })],
    }),
    state(
      'authors-before-logs',
      'the authors come before the logs: two authors with logs in the other order',
      ['FEED-18'],
      [
        message({ author: fern, header: { log: 1 } }),
        message({ author: quinn, header: { log: 2 } }),
        message({ header: { log: 3 } }),
      ],
      {
        wanted: [
          quiet([2], 1, { log: 3 }),
          quiet([1], 1, { author: quinn, log: 2 }),
          quiet([0], 1, { author: fern, log: 1 }),
        ],
      },
    ),
    ...[nearKeys, [...nearKeys].reverse()].map((authors, index) =>
      state(
        `authors-near-${index + 1}`,
        `two authors whose keys begin with the same 42 bits: two feeds and no fork, order ${index + 1}`,
        ['FEED-15', 'FEED-18'],
        authors.map((author) => message({ author })),
        { wanted: nearKeys.map((author) => quiet([authors.indexOf(author)], 1, { author })) },
      ),
    ),
    state(
      'held-twins',
      "two different first messages of Suzy's phone, which are held: no fork",
      ['FEED-13', 'FEED-15'],
      heldTwins,
      {
        wanted: [quiet([0], 1)],
      },
    ),
    state(
      'held-by-suzy',
      "a message in Fern's name that Suzy's key signed is held, and not of Suzy's feed",
      ['FEED-13', 'FEED-15'],
      byFern,
      {
        wanted: [quiet([0], 1)],
      },
    ),
    state(
      'sequences-as-numbers',
      'messages 9 to 11, the newest first: they are numbers',
      ['FEED-18'],
      chain(11).slice(8).reverse(),
      { wanted: [quiet([2, 1, 0], 0)] },
    ),
    state(
      'sequences-2-32-apart',
      'message 5, and a message whose sequence is greater by 2^32: no fork',
      ['FEED-15', 'FEED-16'],
      [numbered(5), numbered(2 ** 32 + 5, { header: { timestamp: T + 1 } })],
      { wanted: [quiet([0, 1], 0)] },
    ),
    state(
      'future-by-2-32',
      'a message that is 2^32 microseconds ahead is left out',
      ['FEED-13', 'REC-13'],
      [first(T), after(first(T), NOW + 2 ** 32)],
      { wanted: [quiet([0], 1)] },
    ),
    state(
      'future-by-2-31',
      'a message that is 2^31 + 1 microseconds ahead is left out',
      ['FEED-13', 'REC-13'],
      [first(T), after(first(T), NOW + 2 ** 31 + 1)],
      { wanted: [quiet([0], 1)] },
    ),
  ];
};

/** How times, links, spaces and logs are compared. */
export const comparedStates = (): VectorCase[] => [...timestamps(), ...links(), ...places(), ...feeds()];
