/** Times of fewer digits, the longest paths, more than a page, replicas that are opened anew, and answers after the end of a process. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { type Maker, open, type Tell } from './earthstar-kit.ts';
import { asked, ended, given, stated } from './moves.ts';

const { suzy, fern, kitchen } = cast;
/** As a text it comes after all times of today. */
const EARLY = 99_999_999_999_999;
const AGE = EARLY - T;
/** As long as a path can be; its end is in its last character. */
const longPath = (end: string): string => `/${'moss/'.repeat(102)}${end}`;

const digits = (tell: Tell, doc: Maker): VectorCase[] => {
  const [early, late] = [doc('/b', AGE), doc('/a')];
  const begun = [open(), given([late, early])];
  const fade = doc('/!moss', AGE - 9, suzy, { members: { deleteAfter: EARLY } });
  return [
    tell(
      'obsolete-digits',
      'a document whose time has fewer digits than that of its slot',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([doc('/a'), doc('/a', AGE)], 'accepted obsolete'),
        given([doc('/b', AGE), doc('/b')], 'accepted accepted'),
        stated({ records: [doc('/a'), doc('/b')] }),
      ],
    ),
    tell(
      'expired-digits',
      'a document that expires when the time gets one more digit',
      ['REP-10'],
      [
        open(),
        given([fade], 'accepted', { now: EARLY - 5 }),
        stated({ records: [fade] }, { now: EARLY }),
        stated({ records: [] }, { now: EARLY + 1 }),
      ],
    ),
    tell(
      'from-digits',
      'from a time on that has more digits than others',
      ['QRY-7'],
      [...begun, asked({ from: T }, [late])],
    ),
    tell(
      'before-digits',
      'before a time that has more digits than others',
      ['QRY-8'],
      [...begun, asked({ before: T }, [early])],
    ),
    tell(
      'time-digits',
      'times of fewer digits, in the order of time',
      ['QRY-15'],
      [
        ...begun,
        asked({ order: 'time' }, [early, late]),
        asked({ order: 'time', author: suzy.earthstarAddress }, [early, late]),
      ],
    ),
  ];
};

const lengths = (tell: Tell, doc: Maker): VectorCase[] => {
  const [left, right] = [doc(longPath('a')), doc(longPath('b'), 1)];
  const many = Array.from({ length: 105 }, (_, index) => doc(`/${index}`, index));
  return [
    tell(
      'path-long',
      'two documents whose paths are as long as can be and differ in the last character',
      ['QRY-3', 'REP-5'],
      [
        open(),
        given([left, right, doc(longPath('b'), 0)], 'accepted accepted obsolete'),
        asked({ path: longPath('a') }, [left]),
        asked({ pathPrefix: longPath('b') }, [right]),
      ],
    ),
    tell(
      'suffix-twice',
      'an end that stands in the middle of a path too',
      ['QRY-5'],
      [open(), given([doc('/b/a/b'), doc('/b/a')]), asked({ pathSuffix: '/b' }, [doc('/b/a/b')])],
    ),
    tell(
      'author-long',
      'an author who only the last characters tell from another',
      ['QRY-6'],
      [
        open(),
        given([left]),
        asked({ author: `${suzy.earthstarAddress.slice(0, -4)}aaaa` }, []),
        asked({ author: `${suzy.earthstarAddress}a` }, []),
      ],
    ),
    tell(
      'limit-more',
      '105 documents and a limit of 1,000',
      ['QRY-18', 'QRY-19', 'REP-12'],
      [open(), given(many), asked({ order: 'time', limit: 1_000 }, many, { next: false }), stated({ records: many })],
    ),
    tell(
      'arrival-more',
      'eleven documents in the order of arrival',
      ['QRY-16'],
      [open(), given(many.slice(0, 11)), asked({ order: 'arrival' }, many.slice(0, 11), { next: true })],
    ),
  ];
};

type Query = Readonly<Record<string, unknown>>;
const OTHER_QUERIES: readonly [slug: string, title: string, query: Query][] = [
  ['path', 'without a path', { path: '/b' }],
  ['prefix', 'without a beginning', { pathPrefix: '/' }],
  ['suffix', 'without an end', { pathSuffix: 'b' }],
  ['author', 'without an author', { author: suzy.earthstarAddress }],
  ['history', 'for winners alone', { history: 'all' }],
  ['order', 'in the order of paths', { order: 'time' }],
  ['from', 'without a first time', { from: 0 }],
  ['before', 'without a last time', { before: 9_007_199_254_740_991 }],
  ['kind', 'without a kind', { kind: 'document' }],
];

const cursors = (tell: Tell, doc: Maker, slug: string): VectorCase[] => {
  const fade = doc('/!moss', 5, suzy, { members: { deleteAfter: NOW + 1 } });
  return [
    ...OTHER_QUERIES.map(([member, title, second]) =>
      tell(
        `query-cursor-of-${member}`,
        `the cursor of a query ${title}`,
        ['QRY-23'],
        [
          open(),
          given([doc('/a'), doc('/b')]),
          asked({ limit: 1 }, [doc('/a')], { next: true }),
          asked({ ...second, limit: 1 }, 'query-cursor', { from: 2 }),
        ],
        { parent: `earthstar-replica/${slug}-query-plain` },
      ),
    ),
    tell(
      'query-during-expired',
      'the document at which the cursor stands expires',
      ['QRY-20', 'QRY-21', 'REP-10'],
      [
        open(),
        given([fade, doc('/a'), doc('/b')]),
        asked({ limit: 1 }, [fade], { next: true }),
        asked({ limit: 1 }, [doc('/a')], { from: 2, next: true, now: NOW + 2 }),
      ],
    ),
    tell(
      'query-live-replaced',
      'a live query behind documents of which one has been replaced',
      ['QRY-20', 'QRY-22'],
      [
        open(),
        given([doc('/a'), doc('/b')]),
        given([doc('/a', 1)], 'accepted'),
        asked({ order: 'arrival' }, [doc('/b'), doc('/a', 1)], { next: true }),
        asked({ order: 'arrival' }, [], { from: 3, next: true }),
        given([doc('/c')], 'accepted'),
        asked({ order: 'arrival' }, [doc('/c')], { from: 4, next: true }),
      ],
    ),
    tell(
      'query-live-expired',
      'the place of what arrived last and has expired is not given again',
      ['QRY-16', 'QRY-22'],
      [
        open(),
        given([doc('/b'), fade]),
        asked({ order: 'arrival' }, [doc('/b'), fade], { next: true }),
        given([doc('/b')], 'duplicate', { now: NOW + 2 }),
        given([doc('/a')], 'accepted', { now: NOW + 3 }),
        asked({ order: 'arrival' }, [doc('/a')], { from: 2, next: true, now: NOW + 3 }),
      ],
    ),
  ];
};

/** What a short-lived document dropped can be given again when that has expired: it is another one then. */
const again = (tell: Tell, doc: Maker): VectorCase[] => {
  const fade = (age: number, deleteAfter: number): JsonObject => doc('/!moss', age, suzy, { members: { deleteAfter } });
  const [older, shorter] = [fade(0, NOW + 9), fade(1, NOW + 5)];
  return [
    tell(
      'again-expired',
      'a document that was dropped for a short-lived one, given again when that has expired',
      ['REP-10', 'QRY-16', 'QRY-21'],
      [
        open(),
        given([older, doc('/b'), shorter], 'accepted accepted accepted'),
        asked({ order: 'arrival', history: 'all' }, [doc('/b'), shorter]),
        given([older], 'accepted', { now: NOW + 6 }),
        stated({ records: [older, doc('/b')] }, { now: NOW + 6 }),
        asked({ order: 'arrival', history: 'all' }, [doc('/b'), older], { now: NOW + 6 }),
        asked({ order: 'time', history: 'all' }, undefined, { now: NOW + 6 }),
        asked({ author: suzy.earthstarAddress, history: 'all' }, [older, doc('/b')], { now: NOW + 6 }),
      ],
    ),
  ];
};

const anew = (tell: Tell, doc: Maker): VectorCase[] => [
  tell(
    'anew',
    'a replica that is opened again is empty',
    ['REP-12'],
    [
      open(),
      given([doc('/a', 1)], 'accepted'),
      open(),
      stated({ records: [] }),
      given([doc('/a', 0)], 'accepted'),
      asked({ order: 'arrival' }, [doc('/a', 0)]),
    ],
  ),
  tell(
    'anew-space',
    'a replica that is opened again for another share',
    ['REP-3', 'REP-12'],
    [open(), given([doc('/a')], 'accepted'), open({ space: kitchen.earthstarAddress }), given([doc('/a')], 'foreign')],
  ),
  tell(
    'filter-members',
    'a filter by author and time and beginning, of which documents meet two each',
    ['REP-3', 'REP-13'],
    [
      open({ filter: { author: suzy.earthstarAddress, from: T, pathPrefix: '/a' } }),
      given([doc('/a', 0, fern), doc('/a', -1), doc('/b'), doc('/a')], 'foreign foreign foreign accepted'),
      stated({ records: [doc('/a')] }),
    ],
  ),
];

const durable = (tell: Tell, doc: Maker): VectorCase[] => {
  const kept = open({ durable: true });
  const reopened = [ended, kept];
  const all: readonly JsonObject[] = [doc('/b', 0), doc('/a', 1), doc('/a', 2, fern), doc('/c', 3)];
  const [b, hidden, winner, c] = all as [JsonObject, JsonObject, JsonObject, JsonObject];
  return [
    tell(
      'durable-queries',
      'every order after the end of the process',
      ['QRY-14', 'QRY-15', 'REP-11'],
      [
        kept,
        given(all),
        ...reopened,
        asked({ history: 'all' }, [winner, hidden, b, c]),
        asked({}, [winner, b, c]),
        asked({ order: 'time', history: 'all' }, all),
        asked({ order: 'time', reverse: true }, [c, winner, b]),
      ],
    ),
    tell(
      'durable-author',
      'what an author wrote, after the end of the process',
      ['QRY-6', 'REP-11'],
      [
        kept,
        given(all),
        ...reopened,
        asked({ author: suzy.earthstarAddress, history: 'all' }, [hidden, b, c]),
        asked({ author: suzy.earthstarAddress, order: 'time' }, [b, c]),
        asked({ author: fern.earthstarAddress, order: 'arrival' }, [winner]),
      ],
    ),
    tell(
      'durable-cursor',
      'cursors that were given before the process ended',
      ['QRY-20', 'QRY-23', 'REP-11'],
      [
        kept,
        given(all),
        asked({ limit: 1, order: 'time' }, [b], { next: true }),
        asked({ limit: 1, reverse: true }, [c], { next: true }),
        ...reopened,
        asked({ limit: 1, order: 'time' }, [winner], { from: 2, next: true }),
        asked({ limit: 1, reverse: true }, [b], { from: 3, next: true }),
      ],
    ),
  ];
};

/** What the laziest programs get wrong. */
export const earthstarExtremes = (tell: Tell, doc: Maker, slug: string): VectorCase[] => [
  ...digits(tell, doc),
  ...lengths(tell, doc),
  ...cursors(tell, doc, slug),
  ...again(tell, doc),
  ...anew(tell, doc),
  ...durable(tell, doc),
];
