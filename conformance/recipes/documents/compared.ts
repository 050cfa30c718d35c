import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { compareIds } from '../../src/forge/identifiers.ts';
import { type NativeRecord, recordId } from '../../src/forge/native.ts';
import { allOrders } from '../cases/merge.ts';
import { DIGITS, GAPS } from '../cases/times.ts';
import { NOW, T } from '../cases/verify.ts';
import { page } from '../records/page.ts';
import { at, dying, merge } from './ask.ts';

const { fern, spaces } = cast;
const PATH = '/wiki/flowers';
const CHAT = '/chat/!hello';

/** Of two documents of two authors the later one is the newer, though its id comes first. */
const timestamps = (): VectorCase[] => {
  const pair = (earlier: number, later: number): [NativeRecord, NativeRecord] => {
    const older = page({ content: 'earlier', header: { timestamp: earlier } });
    for (let count = 0; ; count += 1) {
      const newer = page({ content: `later ${count}`, header: { timestamp: later }, author: fern });
      if (compareIds(recordId(newer.header), recordId(older.header)) < 0) return [older, newer];
    }
  };
  return [
    ...GAPS.map(([name, words, gap]) => {
      const [older, newer] = pair(T - gap, T);
      return merge(`times-${name}`, `two timestamps that are ${words} apart`, ['DOC-16', 'DOC-20'], [newer, older], {
        wanted: { winners: { [PATH]: 0 } },
      });
    }),
    ...DIGITS.map(([name, earlier, later]) =>
      merge(
        `times-digits-${name}`,
        `timestamps of ${name.replace('-', ' and ')} digits: they are numbers`,
        ['DOC-16', 'DOC-20'],
        pair(earlier, later),
        { wanted: { winners: { [PATH]: 1 } } },
      ),
    ),
    ...[2 ** 31, 2 ** 32 + 1].map((gap) =>
      merge(
        `times-one-slot-${gap}`,
        `two documents of a slot, ${gap} microseconds apart`,
        ['DOC-16', 'DOC-19'],
        [at(0), at(-gap)],
        { wanted: { kept: [0] } },
      ),
    ),
    merge(
      'times-one-slot-digits',
      'two documents of a slot, whose timestamps have 14 and 16 digits',
      ['DOC-16', 'DOC-19'],
      [page({ header: { timestamp: 90_000_000_000_000 } }), at(0)],
      { wanted: { kept: [1] } },
    ),
  ];
};

/** A newer document that expires earlier covers, one that expires no earlier drops: whatever the difference is. */
const expiries = (): VectorCase[] => {
  const base = NOW + 2 ** 33;
  return [
    ...GAPS.flatMap(([name, words, gap]) => [
      merge(
        `cover-by-${name}`,
        `the newer document expires ${words} earlier than the older one`,
        ['DOC-19'],
        [dying(0, base + gap), dying(1, base)],
        { wanted: { kept: [0, 1], winners: { [CHAT]: 1 } } },
      ),
      merge(
        `dropped-by-${name}`,
        `the newer document expires ${words} later than the older one`,
        ['DOC-19'],
        [dying(0, base), dying(1, base + gap)],
        { wanted: { kept: [1] } },
      ),
    ]),
    ...DIGITS.flatMap(([name, earlier, later]) => {
      const written = (age: number, expires: number) =>
        page({ content: `${age}`, header: { path: CHAT, timestamp: 10_000_000_000_000 + age, expires } });
      const now = 10_000_000_000_005;
      return [
        merge(
          `cover-digits-${name}`,
          `times of expiry of ${name.replace('-', ' and ')} digits: the newer document expires first`,
          ['DOC-19'],
          [written(0, later), written(1, earlier)],
          { now, wanted: { kept: [0, 1] } },
        ),
        merge(
          `dropped-digits-${name}`,
          `times of expiry of ${name.replace('-', ' and ')} digits: the newer document expires last`,
          ['DOC-19'],
          [written(0, earlier), written(1, later)],
          { now, wanted: { kept: [1] } },
        ),
        merge(
          `expired-digits-${name}`,
          `a time of expiry of ${name.split('-')[0]} digits, and now has ${name.split('-')[1]}`,
          ['DOC-13', 'DOC-17'],
          [written(0, earlier)],
          { now: later, wanted: { kept: [] } },
        ),
        merge(
          `alive-digits-${name}`,
          `a time of expiry of ${name.split('-')[1]} digits, and now has ${name.split('-')[0]}`,
          ['DOC-13', 'DOC-17'],
          [written(0, later)],
          { now: earlier, wanted: { kept: [0] } },
        ),
      ];
    }),
    ...[2 ** 31, 2 ** 32 + 1].flatMap((gap) => [
      merge(
        `expired-by-${gap}`,
        `a document that expired ${gap} microseconds ago`,
        ['DOC-13', 'DOC-17'],
        [dying(-5, T + 1)],
        { now: T + 1 + gap, wanted: { kept: [] } },
      ),
      merge(
        `alive-by-${gap}`,
        `a document that expires ${gap} microseconds from now`,
        ['DOC-13', 'DOC-17'],
        [dying(0, NOW + gap)],
        { wanted: { kept: [0] } },
      ),
    ]),
  ];
};

/** What a document is dropped by need be neither the newest of its slot nor the next one. */
const layers = (): VectorCase[] => {
  const [oldest, middle, newest] = [dying(0, NOW + 20), dying(1, NOW + 30), dying(2, NOW + 10)];
  const four = [dying(0, NOW + 20), dying(1, NOW + 40), dying(2, NOW + 30), dying(3, NOW + 10)];
  const positions = (order: readonly unknown[], gone: readonly unknown[]): number[] =>
    order.flatMap((record, index) => (gone.includes(record) ? [] : [index]));
  return [
    ...allOrders([oldest, middle, newest]).map((order, index) =>
      merge(
        `middle-drops-${index + 1}`,
        `the newest expires first and the middle one last: the oldest goes, order ${index + 1}`,
        ['DOC-19'],
        order,
        { wanted: { kept: positions(order, [oldest]) } },
      ),
    ),
    merge(
      'second-drops',
      'four documents of a slot: the second drops the oldest, the third and the newest cover it',
      ['DOC-19'],
      four,
      { wanted: { kept: [1, 2, 3], winners: { [CHAT]: 3 } } },
    ),
    merge('second-drops-reversed', 'the same four documents, the newest first', ['DOC-19'], [...four].reverse(), {
      wanted: { kept: [0, 1, 2], winners: { [CHAT]: 0 } },
    }),
    merge(
      'oldest-outlives',
      'the oldest of three expires last: all stay',
      ['DOC-19'],
      [dying(0, NOW + 30), dying(1, NOW + 10), dying(2, NOW + 20)],
      { wanted: { kept: [0, 2] } },
    ),
  ];
};

/** Two documents of one timestamp, of which the one with the later id expires first. */
const crossedExpiries = (): [newer: NativeRecord, older: NativeRecord] => {
  const older = dying(0, NOW + 20);
  for (let count = 0; ; count += 1) {
    const newer = dying(0, NOW + 10, { content: `${count}` });
    if (compareIds(recordId(newer.header), recordId(older.header)) > 0) return [newer, older];
  }
};

const winners = (): VectorCase[] => [
  merge(
    'tie-expires-first',
    'one timestamp, and the document with the later id expires first: it wins, and both stay',
    ['DOC-16', 'DOC-19'],
    crossedExpiries(),
    { wanted: { kept: [0, 1], winners: { [CHAT]: 0 } } },
  ),
  merge(
    'tie-expires-first-reversed',
    'one timestamp, and the document with the later id comes last and expires first',
    ['DOC-16', 'DOC-19'],
    [...crossedExpiries()].reverse(),
    { wanted: { kept: [0, 1], winners: { [CHAT]: 1 } } },
  ),
  merge(
    'deleted-at-own',
    'an empty document at a path of its author is deleted',
    ['DOC-21'],
    [at(0, { content: '', header: { path: `/~${cast.suzy.keyId}/name` } })],
    { wanted: { deleted: [`/~${cast.suzy.keyId}/name`] } },
  ),
  merge(
    'sparse-wins',
    'the newest document, of another author, travels without its content: it wins all the same',
    ['DOC-20', 'DOC-21'],
    [at(0), at(1, { author: fern, sparse: true })],
    { wanted: { kept: [0, 1], winners: { [PATH]: 1 } } },
  ),
  merge(
    'sparse-wins-first',
    'the newest document comes first and without its content, and wins',
    ['DOC-20', 'DOC-21'],
    [at(5, { sparse: true }), at(0, { author: fern }), at(1, { author: cast.quinn })],
    { wanted: { winners: { [PATH]: 0 } } },
  ),
  merge(
    'blob-wins',
    'the newest document names a blob that is too large to travel along: it wins',
    ['DOC-20', 'DOC-21'],
    [at(0), at(1, { author: fern, blob: new Uint8Array(70_000) })],
    { wanted: { winners: { [PATH]: 1 }, deleted: [] } },
  ),
  merge(
    'covering-wins-other',
    'a short-lived document wins over an older one of another author that lives longer',
    ['DOC-20'],
    [dying(0, NOW + 9_000_000, { author: fern }), dying(1, NOW + 1)],
    { wanted: { kept: [0, 1], winners: { [CHAT]: 1 } } },
  ),
];

/** Paths are compared as they are: all of these are different places. */
const places = (): VectorCase[] => {
  const rows: [slug: string, words: string, one: string, other: string][] = [
    [
      'percent',
      'a path and the same path with a letter written as a percent sign and digits',
      '/wiki/flowers',
      '/wiki/%66lowers',
    ],
    ['percent-case', 'two paths with %2f and %2F', '/wiki/a%2fb', '/wiki/a%2Fb'],
    ['percent-tilde', 'two paths with - and %2D', '/wiki/a-b', '/wiki/a%2Db'],
    ['dot', 'a path and the same path with a segment .', '/wiki/flowers', '/wiki/./flowers'],
    ['dots', 'a path and one that leads there by ..', '/wiki/flowers', '/wiki/ponds/../flowers'],
    ['dots-first', 'a path and one that begins with ..', '/wiki/flowers', '/../wiki/flowers'],
    ['dot-behind', 'a path and the same path with a full stop behind', '/wiki/flowers', '/wiki/flowers.'],
    ['plus', 'two paths with + and %20', '/wiki/a+b', '/wiki/a%20b'],
    ['case', 'two paths that differ in the case of their first letter', '/wiki/Flowers', '/wiki/flowers'],
    ['cut-127', 'two paths that differ in character 128', `/${'a'.repeat(126)}b`, `/${'a'.repeat(126)}c`],
    ['cut-255', 'two paths that differ in character 256', `/${'a'.repeat(254)}b`, `/${'a'.repeat(254)}c`],
    ['cut-256', 'two paths that differ in character 257', `/${'a'.repeat(255)}b`, `/${'a'.repeat(255)}c`],
    ['cut-511', 'two paths that differ in character 512', `/${'a'.repeat(510)}b`, `/${'a'.repeat(510)}c`],
    ['first-letter', 'two paths that differ in their first letter', '/aiki/flowers', '/wiki/flowers'],
    ['longer', 'a path and a longer one that begins with it', '/wiki/flower', '/wiki/flowers'],
  ];
  return rows.map(([slug, words, one, other]) =>
    merge(
      `places-${slug}`,
      `${words}: two places`,
      ['DOC-19', 'DOC-20', 'DOC-7'],
      [at(0, { header: { path: one } }), at(1, { header: { path: other } })],
      { wanted: { kept: [0, 1], winners: { [one]: 0, [other]: 1 } } },
    ),
  );
};

const otherSpaces = (): VectorCase[] => {
  const mine = spaces.gardening;
  const last = mine.endsWith('a') ? 'q' : 'a';
  const rows: [slug: string, words: string, space: string][] = [
    [
      'kitchen-named',
      'a space with the name of this one and the bytes of another',
      spaces.kitchen.replace('kitchen', 'gardening'),
    ],
    ['named-longer', 'a space with the same bytes and a longer name', mine.replace('gardening', 'gardening2')],
    ['named-shorter', 'a space with the same bytes and a shorter name', mine.replace('gardening', 'g')],
    ['kind', 'a space with a key, with the same name and bytes as this open one', mine.replace('.x', '.b')],
    ['last-bit', 'a space that differs in the last bit', `${mine.slice(0, -1)}${last}`],
    ['first-bits', 'a space that differs in the first bits', mine.replace(/\.x./, '.xz')],
  ];
  return rows.map(([slug, words, space]) =>
    merge(`space-${slug}`, `${words}: its documents are left out`, ['DOC-17'], [at(0), at(1, { header: { space } })], {
      wanted: { kept: [0] },
    }),
  );
};

/** How times, paths and spaces are compared. */
export const comparedTimes = (): VectorCase[] => [
  ...timestamps(),
  ...expiries(),
  ...layers(),
  ...winners(),
  ...places(),
  ...otherSpaces(),
];
