import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { allOrders, type Given, type MergeDraft, mergeCase } from '../cases/merge.ts';
import { NOW, PROFILE, T } from '../cases/verify.ts';
import { renamed } from './accepted.ts';
import { ES4, ES5, type EsChange, type EsKind } from './document.ts';

const { suzy, fern, quinn, gardening } = cast;
const SECOND = 1_000_000;
const PATH = '/wiki/shared/Flowers';
const [HALF, WHOLE] = [2 ** 31, 2 ** 32];

type Options = Partial<Pick<MergeDraft, 'now' | 'wanted' | 'needs'>>;

const merging =
  (prefix: string, profile: ProfileName, common: Options = {}) =>
  (
    slug: string,
    title: string,
    requirements: string[],
    records: readonly (JsonObject | Given)[],
    options: Options = {},
  ): VectorCase =>
    mergeCase({
      id: `earthstar-merge/${prefix}-${slug}`,
      title,
      profile,
      requirements,
      space: gardening.earthstarAddress,
      records: records.map((record) =>
        'text' in record && 'format' in record && Object.keys(record).length === 2
          ? (record as Given)
          : { format: (record as JsonObject).format === 'es.4' ? 'es.4' : 'es.5', record },
      ),
      ...common,
      ...options,
    });

/** Both orders of two documents, of which only `winner` is kept. */
type Pair = [slug: string, title: string, winner: JsonObject, loser: JsonObject, now?: number];

const at =
  ({ make }: EsKind) =>
  (timestamp: number, change: EsChange = {}): JsonObject =>
    make({ content: `${timestamp}`, ...change, members: { timestamp, ...change.members } });

/** The first of the documents, told apart by their content, whose signature is greater or less than that of another. */
const beside = (make: (count: number) => JsonObject, other: JsonObject, sign: 1 | -1): JsonObject => {
  for (let count = 0; count < 1000; count += 1) {
    const one = make(count);
    if (Math.sign(String(one.signature) > String(other.signature) ? 1 : -1) === sign) return one;
  }
  throw new Error('no signature is on that side');
};

const pairs = (kind: EsKind): Pair[] => {
  const document = at(kind);
  const fade = (timestamp: number, deleteAfter: number, path = '/!moss') =>
    document(timestamp, { members: { path, deleteAfter } });
  const young = document(T);
  /** Older by `age`, and with the greater signature, so that whoever takes them for equal keeps it. */
  const older = (age: number): JsonObject =>
    beside((count) => document(T - age, { content: `moss ${count}` }), young, 1);
  const empty = document(T, { content: '' });
  return [
    ['32-bits', 'the older one is 2^31 + 1 microseconds older', young, older(HALF + 1)],
    ['32-bits-whole', 'the older one is 2^32 microseconds older', young, older(WHOLE)],
    ['millisecond', 'the older one is a microsecond older, in one millisecond', document(T + 1), older(0)],
    ['float', 'the older one is 60 microseconds older, which 32 bits of a float do not tell', young, older(60)],
    ['as-text', 'the older timestamp is the greater text', young, document(20_000_000_000_000)],
    ['empty-newer', 'the newer one has no content', empty, document(T - 1)],
    ['empty-older', 'the older one has no content', document(T + 1), empty],
    ['expires-first', 'both go away, the newer one first', fade(T + 1, NOW + 1), fade(T, NOW + SECOND)],
    ['expires-last', 'both go away, the older one first', fade(T + 1, NOW + SECOND), fade(T, NOW + 1)],
    ...(kind.format === 'es.4'
      ? []
      : ([
          [
            'lasting-older',
            'the newer one goes away and the older one does not',
            fade(T + 1, NOW + 1),
            document(T, { members: { path: '/!moss' } }),
          ],
          [
            'lasting-newer',
            'the older one goes away and the newer one does not',
            document(T + 1, { members: { path: '/!moss' } }),
            fade(T, NOW + 1),
          ],
          [
            'expired-newer',
            'the newer one has expired, and the older one never does',
            document(T, { members: { path: '/!moss' } }),
            fade(T + 1, NOW),
            NOW + 1,
          ],
        ] as Pair[])),
  ];
};

const ofOneFormat = (kind: EsKind): VectorCase[] => {
  const m = merging(kind.format.replace('.', ''), PROFILE[kind.format]);
  const document = at(kind);
  const moved = (timestamp: number, path: string, change: EsChange = {}): JsonObject =>
    document(timestamp, { ...change, members: { path } });
  const [one, two, ofFern] = [document(T), document(T + 1), document(T - 1, { author: fern })];
  const text = JSON.stringify(one);
  const given = (spelling: string): Given => ({ format: kind.format, text: spelling });
  const other = JSON.stringify(Object.fromEntries(Object.entries(one).reverse()), null, 1);
  const long = `/${'moss/'.repeat(60)}`;
  const apart: [slug: string, title: string, first: string, second: string][] = [
    ['letters', 'paths that differ in a capital letter', '/wiki/moss', '/wiki/Moss'],
    ['percent', 'paths that would be one if %6D were a letter', '/wiki/moss', '/wiki/%6Doss'],
    ['dot', 'paths that would be one if a full stop were no segment', '/wiki/moss', '/wiki/./moss'],
    ['dots', 'paths that would be one if two full stops went up', '/wiki/moss', '/wiki/fern/../moss'],
    ['end-128', 'paths that differ from the 200th character on', `${long.slice(0, 199)}a`, `${long.slice(0, 199)}b`],
    ['end-256', 'paths that differ in their 301st character', `${long.slice(0, 300)}a`, `${long.slice(0, 300)}b`],
    ['longer', 'a path that is the beginning of another', '/wiki/moss', '/wiki/moss/fern'],
    ['proto', 'paths that objects know', '/__proto__', '/constructor'],
  ];
  return [
    ...pairs(kind).flatMap(([slug, title, winner, loser, now = NOW]) => [
      m(`pair-${slug}`, title, ['ES-17', 'ES-18'], [winner, loser], { now, wanted: { kept: [0] } }),
      m(`pair-${slug}-last`, `${title}: the other order`, ['ES-17', 'ES-18'], [loser, winner], {
        now,
        wanted: { kept: [1] },
      }),
    ]),
    ...(kind.format === 'es.4'
      ? []
      : [
          m(
            'authors-lasting-older',
            'a newer document of Fern that goes away, and one of Suzy that does not',
            ['ES-19'],
            [moved(T, '/!moss'), document(T + 1, { author: fern, members: { path: '/!moss', deleteAfter: NOW + 1 } })],
            { wanted: { kept: [0, 1], winners: { '/!moss': 1 } } },
          ),
        ]),
    ...apart.map(([slug, title, first, second]) =>
      m(`paths-${slug}`, title, ['ES-18', 'ES-19'], [moved(T, first), moved(T + 1, second)], {
        wanted: { kept: [0, 1], winners: { [first]: 0, [second]: 1 } },
      }),
    ),
    m(
      'names-apart',
      'one key under two names, the one that wins first',
      ['ES-18', 'ES-1'],
      [document(T + 1, { members: { author: renamed('fern') } }), one],
      {
        wanted: { kept: [0, 1], winners: { [PATH]: 0 } },
      },
    ),
    m(
      'names-tie',
      'one key under three names, of one time',
      ['ES-18', 'ES-17'],
      ['suzy', 'suzx', 'suz7'].map((name) => document(T, { members: { author: renamed(name) } })),
      {
        wanted: { kept: [0, 1, 2] },
      },
    ),
    m('twice-other', 'one document twice, and one of Fern between', ['ES-18'], [one, ofFern, one], {
      wanted: { kept: [0, 1], winners: { [PATH]: 0 } },
    }),
    m('twice-newer', 'one document twice, and a newer one between', ['ES-18'], [one, two, one], {
      wanted: { kept: [1] },
    }),
    m('twice-newest', 'the newest document twice, behind an older one', ['ES-18'], [one, two, two], {
      wanted: { kept: [1], winners: { [PATH]: 1 } },
    }),
    m('twice-spelled', 'one document twice, first in another spelling', ['ES-18'], [given(other), given(text)], {
      wanted: { kept: [0], winners: { [PATH]: 0 } },
    }),
    m('twice-spelled-last', 'one document twice, then in another spelling', ['ES-18'], [given(text), given(other)], {
      wanted: { kept: [0], winners: { [PATH]: 0 } },
    }),
    m(
      'twice-spoiled',
      'one document twice, the first with other content than it says',
      ['ES-18', 'ES-16'],
      [{ ...one, [kind.format === 'es.4' ? 'content' : 'text']: 'moss' }, one],
      { wanted: { kept: [1], winners: { [PATH]: 1 } } },
    ),
    ...allOrders([one, document(T, { author: fern }), document(T, { author: quinn })])
      .slice(0, 3)
      .map((order, index) =>
        m(
          `tie-three-authors-${index + 1}`,
          `three authors and one timestamp, order ${index + 1}`,
          ['ES-17', 'ES-19'],
          order,
          {
            wanted: { kept: [0, 1, 2] },
          },
        ),
      ),
    m(
      'suzy-over-own',
      'a path of two authors, each with her document',
      ['ES-18', 'ES-8'],
      [suzy, fern].map((author, index) =>
        document(T + index, { author, members: { path: `/~${suzy.earthstarAddress}~${fern.earthstarAddress}` } }),
      ),
      { wanted: { kept: [0, 1] } },
    ),
  ];
};

const mixed = (): VectorCase[] => {
  const m = merging('mixed', 'earthstar-es4', { needs: 'earthstar-es5' });
  const [four, five] = [at(ES4), at(ES5)];
  const rows: Pair[] = [
    [
      'lasting-older',
      'a newer document of es.4 that goes away, and one of es.5 that does not',
      four(T + 1, { members: { path: '/!moss', deleteAfter: NOW + 1 } }),
      five(T, { members: { path: '/!moss' } }),
    ],
    [
      'lasting-newer',
      'a newer document of es.5 that does not go away, and one of es.4 that does',
      five(T + 1, { members: { path: '/!moss' } }),
      four(T, { members: { path: '/!moss', deleteAfter: NOW + 1 } }),
    ],
    [
      'expired-newer',
      'a newer document of es.4 that has expired, and one of es.5',
      five(T, { members: { path: '/!moss' } }),
      four(T + 1, { members: { path: '/!moss', deleteAfter: NOW } }),
      NOW + 1,
    ],
    ['empty', 'a newer document of es.4 without content', four(T + 1, { content: '' }), five(T)],
    ['empty-es5', 'a newer document of es.5 without text', five(T + 1, { content: '' }), four(T)],
    [
      'same-content',
      'one text in both formats, es.5 newer',
      five(T + 1, { content: 'moss' }),
      four(T, { content: 'moss' }),
    ],
    ['older-es5', 'a newer document of es.4 by 2^32 microseconds', four(T), five(T - WHOLE)],
  ];
  const fading = four(T + 1, { author: fern, members: { path: '/!moss', deleteAfter: NOW + 1 } });
  const lasting = five(T, { members: { path: '/!moss' } });
  return [
    m(
      'authors-lasting-older',
      'a newer document of Fern in es.4 that goes away, and one of Suzy in es.5 that does not',
      ['ES-19'],
      [lasting, fading],
      { wanted: { kept: [0, 1], winners: { '/!moss': 1 } } },
    ),
    ...rows.flatMap(([slug, title, winner, loser, now = NOW]) => [
      m(`pair-${slug}`, title, ['ES-17', 'ES-18'], [winner, loser], { now, wanted: { kept: [0] } }),
      m(`pair-${slug}-last`, `${title}: the other order`, ['ES-17', 'ES-18'], [loser, winner], {
        now,
        wanted: { kept: [1] },
      }),
    ]),
  ];
};

/** Slots, times and expiry as those see them who look at a part of the rule. */
export const moreMerges = (): VectorCase[] => [...ofOneFormat(ES4), ...ofOneFormat(ES5), ...mixed()];
