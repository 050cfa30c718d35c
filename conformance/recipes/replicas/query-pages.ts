import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { answerSchedule } from '../../src/forge/replica-schedule.ts';
import { NOW, T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { asked, given, type Move, nameOf, opened } from './moves.ts';
import { ARRIVAL, DELETED, FERN, ordering, PATHS, PEOPLE, ROOT, SUZY } from './query-sets.ts';
import { bare, deletion, doc, fading, heldDoc, resigned, said } from './records.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');
type Query = Readonly<Record<string, unknown>>;

const { high, ferns, highMessage, suzys, low, lowMessage, capital } = ordering;

const ORDERS: readonly [
  slug: string,
  words: string,
  requirement: string,
  query: Query,
  wanted: readonly NativeRecord[],
][] = [
  [
    'path',
    'in the order of paths',
    'QRY-14',
    { order: 'path', history: 'all' },
    [
      lowMessage,
      highMessage,
      capital,
      suzys,
      ferns,
      ...[low, high].sort((left, right) => (String(left.header.path) < String(right.header.path) ? -1 : 1)),
    ],
  ],
  [
    'time',
    'in the order of time',
    'QRY-15',
    { order: 'time', history: 'all' },
    [lowMessage, highMessage, ferns, suzys, low, high, capital],
  ],
  ['arrival', 'in the order of arrival', 'QRY-16', { order: 'arrival', history: 'all' }, [...ARRIVAL]],
];

const orders = (): VectorCase[] =>
  ORDERS.flatMap(([slug, words, requirement, one, wanted]) => [
    query(`order-${slug}`, `all records, ${words}`, [requirement], [opened(), given(ARRIVAL), asked(one, wanted)]),
    query(
      `order-${slug}-reverse`,
      `all records, ${words}, turned round`,
      [requirement, 'QRY-17'],
      [opened(), given(ARRIVAL), asked({ ...one, reverse: true }, wanted.toReversed())],
    ),
    query(
      `order-${slug}-documents`,
      `documents alone, ${words}, given one by one from the last on`,
      [requirement],
      [
        opened(),
        ...ARRIVAL.toReversed().map((each) => given([each], 'accepted')),
        asked({ ...one, kind: 'document', history: 'latest', reverse: false }),
      ],
    ),
  ]);

const arrivals = (): VectorCase[] => [
  query(
    'order-default',
    'the order, where none is said, is that of paths',
    ['QRY-14'],
    [opened(), given([doc('/b', 0), doc('/a', 1)]), asked({}, [doc('/a', 1), doc('/b', 0)])],
  ),
  query(
    'order-paths',
    'paths in the order of their bytes',
    ['QRY-14'],
    [opened(), given([...PATHS].reverse()), asked({ order: 'path' }, PATHS)],
  ),
  query(
    'order-paths-segments',
    'paths in the order of their bytes, not of their segments',
    ['QRY-14'],
    [
      opened(),
      given([doc('/a/b'), doc('/a-b'), doc('/a.b'), doc('/a0b')]),
      asked({}, [doc('/a-b'), doc('/a.b'), doc('/a/b'), doc('/a0b')]),
    ],
  ),
  query(
    'order-paths-numbers',
    'paths with numbers in the order of their bytes',
    ['QRY-14'],
    [opened(), given([doc('/2'), doc('/10'), doc('/1')]), asked({}, [doc('/1'), doc('/10'), doc('/2')])],
  ),
  query(
    'order-arrival-again',
    'what is given again keeps its place in the order of arrival',
    ['QRY-16', 'REP-4'],
    [
      opened(),
      given([doc('/a'), doc('/b')]),
      given([doc('/a'), resigned(doc('/a'))], 'duplicate duplicate'),
      asked({ order: 'arrival' }, [doc('/a'), doc('/b')]),
    ],
  ),
  query(
    'order-arrival-content',
    'what is given again with its content keeps its place',
    ['QRY-16', 'NAT-3'],
    [
      opened(),
      given([bare(doc('/a')), doc('/b')]),
      given([doc('/a')], 'accepted'),
      asked({ order: 'arrival' }, [doc('/a'), doc('/b')]),
    ],
  ),
  query(
    'order-arrival-replaced',
    'a newer document at a path arrives at the end',
    ['QRY-16', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0), doc('/b', 0)]),
      given([doc('/a', 1)], 'accepted'),
      asked({ order: 'arrival' }, [doc('/b', 0), doc('/a', 1)]),
    ],
  ),
  query(
    'order-arrival-refused',
    'what was rejected at first arrives when it is accepted',
    ['QRY-16', 'REP-2'],
    [
      opened(),
      given([doc('/a', NOW - T + 600_000_001), doc('/b')], 'timestamp-future accepted'),
      given([doc('/a', NOW - T + 600_000_001)], 'accepted', { now: NOW + 1 }),
      asked({ order: 'arrival' }, [doc('/b'), doc('/a', NOW - T + 600_000_001)], { now: NOW + 1 }),
    ],
  ),
  query(
    'order-arrival-batch',
    'lists and single records in one order of arrival',
    ['QRY-16'],
    [
      opened(),
      given([doc('/c')]),
      given([doc('/b', 9), doc('/a')]),
      given([message()]),
      asked({ order: 'arrival' }, [doc('/c'), doc('/b', 9), doc('/a'), message()]),
      asked({ order: 'arrival', reverse: true }, [message(), doc('/a'), doc('/b', 9), doc('/c')]),
    ],
  ),
  query(
    'order-arrival-held',
    'held records between two others are not seen',
    ['QRY-16', 'QRY-2'],
    [
      opened(),
      given([doc('/b'), heldDoc('/a'), doc('/a')]),
      asked({ order: 'arrival', history: 'all' }, [doc('/b'), doc('/a')]),
    ],
  ),
];

const limits = (): VectorCase[] => [
  ...[1, 2, 3, 4, 1_000].map((limit) =>
    query(
      `limit-${limit}`,
      `three records and a limit of ${limit}`,
      ['QRY-18', 'QRY-19'],
      [
        opened(),
        given([doc('/a'), doc('/b'), doc('/c')]),
        asked({ limit }, [doc('/a'), doc('/b'), doc('/c')].slice(0, limit), { next: limit < 3 }),
      ],
    ),
  ),
  query(
    'limit-none',
    'no record and a limit of 1',
    ['QRY-18', 'QRY-19'],
    [opened(), asked({ limit: 1 }, [], { next: false })],
  ),
  query(
    'limit-matching',
    'a limit counts what meets the query',
    ['QRY-18', 'QRY-19'],
    [
      opened(),
      given(PEOPLE),
      asked({ limit: 2, author: FERN, kind: 'document' }, undefined, { next: false }),
      asked({ limit: 1, author: FERN, kind: 'document' }, undefined, { next: true }),
    ],
  ),
  query(
    'limit-deleted',
    'a limit does not count deleted documents',
    ['QRY-18', 'QRY-13'],
    [
      opened(),
      given(DELETED),
      asked({ limit: 3 }, undefined, { next: false }),
      asked({ limit: 2 }, undefined, { next: true }),
    ],
  ),
  query(
    'limit-default',
    '101 records where no limit is said',
    ['QRY-18', 'QRY-19', 'QRY-20'],
    [
      opened(),
      given(
        Array.from({ length: 101 }, (_, index) =>
          message({ content: '', header: { log: index + 1, timestamp: T + index } }),
        ),
      ),
      asked(
        { order: 'time' },
        Array.from({ length: 100 }, (_, index) =>
          message({ content: '', header: { log: index + 1, timestamp: T + index } }),
        ),
        { next: true },
      ),
      asked({ order: 'time' }, [message({ content: '', header: { log: 101, timestamp: T + 100 } })], {
        from: 2,
        next: false,
      }),
    ],
  ),
];

/** Asks page after page until nothing is left over; `between` happens after each. */
const pages = (
  begun: readonly Move[],
  one: Query,
  between: (page: number) => readonly Move[] = () => [],
  now = NOW,
): Move[] => {
  const moves = [...begun, asked(one, undefined, { now })];
  for (let page = 1; page < 40; page += 1) {
    const from = moves.length - 1;
    const expect = answerSchedule(moves.map(({ planned }) => planned)).at(-1)?.expect.ok as {
      records: string[];
      next: boolean;
    };
    if (!expect.next || expect.records.length === 0) return moves;
    const more = between(page);
    const last = more.map(({ planned }) => ('end' in planned ? 0 : Number(planned.input.now ?? 0)));
    moves.push(...more, asked(one, undefined, { from, now: Math.max(now, ...last) }));
  }
  throw new Error('the pages do not end');
};

const walks = (): VectorCase[] =>
  ['path', 'time', 'arrival'].flatMap((order) =>
    [false, true].flatMap((reverse) =>
      [1, 2].map((limit) =>
        query(
          `pages-${order}${reverse ? '-reverse' : ''}-${limit}`,
          `page after page of ${limit}, ${reverse ? 'turned round, ' : ''}in the order ${order}`,
          ['QRY-18', 'QRY-19', 'QRY-20', 'QRY-21', ...(order === 'arrival' && !reverse ? ['QRY-22'] : [])],
          pages([opened(), given(ARRIVAL)], { order, reverse, limit, history: 'all' }),
        ),
      ),
    ),
  );

const three = [doc('/b', 0), doc('/d', 1), doc('/f', 2)];
const begun = [opened(), given(three)];
const during = (slug: string, title: string, one: Query, ...happens: readonly (readonly Move[])[]): VectorCase =>
  query(
    `during-${slug}`,
    title,
    ['QRY-20', 'QRY-21'],
    pages(begun, { limit: 1, ...one }, (page) => happens[page - 1] ?? []),
  );

const changes = (): VectorCase[] => [
  during('before', 'a record arrives before the place of the cursor', {}, [given([doc('/a', 5)], 'accepted')]),
  during(
    'before-twice',
    'a record arrives before the place of each cursor',
    {},
    [given([doc('/a', 5)])],
    [given([doc('/c', 5)])],
  ),
  during('before-reverse', 'a record arrives before the place of the cursor, turned round', { reverse: true }, [
    given([doc('/g', 5)]),
  ]),
  during(
    'before-time',
    'an older record arrives',
    { order: 'time' },
    [given([doc('/z', -5)])],
    [given([message({ header: { timestamp: T - 9 } })])],
  ),
  during('before-time-reverse', 'a newer record arrives, turned round', { order: 'time', reverse: true }, [
    given([doc('/z', 5)]),
  ]),
  during(
    'arrival-reverse',
    'records arrive, in the opposite order of arrival',
    { order: 'arrival', reverse: true },
    [given([doc('/z', 5)])],
    [given([doc('/a', 5)])],
  ),
  during('replaced-given', 'a document that was given is replaced', {}, [given([doc('/b', 9)])]),
  during(
    'replaced-given-time',
    'a document that was given is replaced, turned round in the order of time',
    { order: 'time', reverse: true },
    [given([doc('/f', 9)])],
  ),
  during('deleted-given', 'a document that was given is deleted', {}, [given([deletion('/b', 9)])]),
  during(
    'deleted-given-time',
    'the document at which the cursor stands is deleted, in the order of time',
    { order: 'time', kind: 'document', from: 0, before: T + 5 },
    [given([deletion('/b', 9)])],
  ),
  during('deleted-next', 'the next document is deleted', {}, [given([deletion('/d', 9)])]),
  during(
    'deleted-next-arrival',
    'the next document is deleted, in the opposite order of arrival',
    { order: 'arrival', reverse: true },
    [given([deletion('/d', 9)])],
  ),
  during('deleted-last', 'the last document is deleted', {}, [], [given([deletion('/f', 9)])]),
  during('deleted-all', 'all that is left is deleted', { order: 'time' }, [
    given([deletion('/d', 9), deletion('/f', 9)]),
  ]),
  during('refused', 'what is refused changes no page', {}, [
    given([doc('/d', 1), doc('/f', 0), heldDoc('/e')], 'duplicate obsolete held'),
  ]),
  query(
    'during-expired',
    'the next document expires',
    ['QRY-20', 'QRY-21', 'REP-10'],
    [
      opened(),
      given([doc('/b'), fading(0, NOW + 5), doc('/a')]),
      asked({ limit: 1 }, [doc('/a')], { next: true }),
      asked({ limit: 1 }, [doc('/b')], { from: 2, next: true }),
      asked({ limit: 1 }, [], { from: 3, next: false, now: NOW + 6 }),
    ],
  ),
  query(
    'during-expired-place',
    'the document at which the cursor stands expires',
    ['QRY-20', 'QRY-21', 'REP-10'],
    [
      opened(),
      given([doc('/d'), fading(0, NOW + 5), doc('/a'), doc('/e')]),
      asked({ limit: 2 }, [doc('/a'), fading(0, NOW + 5)], { next: true }),
      asked({ limit: 2 }, [doc('/d'), doc('/e')], { from: 2, next: false, now: NOW + 6 }),
    ],
  ),
  query(
    'during-forgotten',
    'the next message that links is forgotten',
    ['QRY-20', 'QRY-10', 'NAT-5'],
    [
      opened(),
      given(
        [1, 2, 3].map((log) =>
          said({ type: 'post', root: ROOT, text: `${log}` }, log, { header: { timestamp: T + log } }),
        ),
      ),
      asked({ linksTo: ROOT, order: 'time', limit: 1 }, undefined, { next: true }),
      given([
        said(
          {
            type: 'forget',
            messages: [nameOf(said({ type: 'post', root: ROOT, text: '2' }, 2, { header: { timestamp: T + 2 } }))],
          },
          9,
        ),
      ]),
      asked(
        { linksTo: ROOT, order: 'time', limit: 1 },
        [said({ type: 'post', root: ROOT, text: '3' }, 3, { header: { timestamp: T + 3 } })],
        { from: 2, next: false },
      ),
    ],
  ),
  query(
    'during-many',
    'thirty records arrive before the place of the cursor',
    ['QRY-20', 'QRY-21'],
    [
      opened(),
      given([doc('/y'), doc('/z')]),
      asked({ limit: 1 }, [doc('/y')], { next: true }),
      given(Array.from({ length: 30 }, (_, index) => doc(`/a/${index}`))),
      asked({ limit: 1 }, [doc('/z')], { from: 2, next: false }),
    ],
  ),
];

const live = { order: 'arrival' };
const lives = (): VectorCase[] => [
  query('live-empty', 'a live query of an empty replica', ['QRY-22'], [opened(), asked(live, [], { next: true })]),
  query(
    'live-all',
    'a live query when all has been told',
    ['QRY-19', 'QRY-22'],
    [
      opened(),
      given([doc('/a')]),
      asked(live, [doc('/a')], { next: true }),
      asked(live, [], { from: 2, next: true }),
      asked(live, [], { from: 3, next: true }),
    ],
  ),
  query(
    'live',
    'what arrives is told once',
    ['QRY-16', 'QRY-20', 'QRY-22'],
    [
      opened(),
      asked(live, [], { next: true }),
      given([doc('/b')]),
      asked(live, [doc('/b')], { from: 1, next: true }),
      given([doc('/a'), message(), doc('/b')], 'accepted accepted duplicate'),
      asked(live, [doc('/a'), message()], { from: 3, next: true }),
      asked(live, [], { from: 5, next: true }),
    ],
  ),
  query(
    'live-older',
    'what arrives late is told, though it is older',
    ['QRY-20', 'QRY-22'],
    [
      opened(),
      given([doc('/b', 5)]),
      asked(live, [doc('/b', 5)], { next: true }),
      given([doc('/a', -5), message({ header: { timestamp: T - 9 } })]),
      asked(live, [doc('/a', -5), message({ header: { timestamp: T - 9 } })], { from: 2, next: true }),
    ],
  ),
  query(
    'live-replaced',
    'a newer document at a path that was told',
    ['QRY-20', 'QRY-22', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([doc('/a', 1)]),
      asked(live, [doc('/a', 1)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-replaced-twice',
    'two newer documents at a path, of which the first is dropped',
    ['QRY-20', 'QRY-22', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([doc('/a', 1), doc('/a', 2)]),
      asked(live, [doc('/a', 2)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-deleted',
    'a deletion, for those who want deleted ones',
    ['QRY-13', 'QRY-22'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked({ ...live, deleted: true }, [doc('/a', 0)], { next: true }),
      given([deletion('/a', 1)]),
      asked({ ...live, deleted: true }, [deletion('/a', 1)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-hidden',
    'a deletion, for those who do not',
    ['QRY-13', 'QRY-22'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([deletion('/a', 1)]),
      asked(live, [], { from: 2, next: true }),
    ],
  ),
  query(
    'live-member',
    'a live query for one author',
    ['QRY-6', 'QRY-22'],
    [
      opened(),
      asked({ ...live, author: SUZY }, [], { next: true }),
      given([doc('/a', 0, {}), ferns]),
      asked({ ...live, author: SUZY }, [], { from: 1, next: true }),
      given([doc('/b')]),
      asked({ ...live, author: SUZY }, [doc('/b')], { from: 3, next: true }),
    ],
  ),
  query(
    'live-links',
    'a live query for messages that link',
    ['QRY-10', 'QRY-22'],
    [
      opened(),
      given([said({ type: 'post', root: ROOT }, 1)]),
      asked({ ...live, linksTo: ROOT }, [said({ type: 'post', root: ROOT }, 1)], { next: true }),
      given([said({ type: 'post' }, 2), said({ type: 'post', root: ROOT }, 3)]),
      asked({ ...live, linksTo: ROOT }, [said({ type: 'post', root: ROOT }, 3)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-limit',
    'a live query of one record a page',
    ['QRY-18', 'QRY-20', 'QRY-22'],
    [
      opened(),
      given([doc('/c'), doc('/b')]),
      asked({ ...live, limit: 1 }, [doc('/c')], { next: true }),
      given([doc('/a')]),
      asked({ ...live, limit: 1 }, [doc('/b')], { from: 2, next: true }),
      asked({ ...live, limit: 1 }, [doc('/a')], { from: 4, next: true }),
      asked({ ...live, limit: 1 }, [], { from: 5, next: true }),
    ],
  ),
  query(
    'live-content',
    'content that arrives late is no new record',
    ['QRY-16', 'QRY-22', 'NAT-3'],
    [
      opened(),
      given([bare(doc('/a'))]),
      asked(live, [doc('/a')], { next: true }),
      given([doc('/a')], 'accepted'),
      asked(live, [], { from: 2, next: true }),
    ],
  ),
  query(
    'live-held',
    'a held record is not told',
    ['QRY-2', 'QRY-22'],
    [
      opened(),
      asked(live, [], { next: true }),
      given([heldDoc('/a'), doc('/a')], 'held accepted'),
      asked(live, [doc('/a')], { from: 1, next: true }),
    ],
  ),
  query(
    'live-not',
    'the opposite order of arrival is no live query',
    ['QRY-17', 'QRY-19', 'QRY-22'],
    [
      opened(),
      given([doc('/a'), doc('/b')]),
      asked({ ...live, reverse: true }, [doc('/b'), doc('/a')], { next: false }),
    ],
  ),
  query(
    'live-not-time',
    'the order of time is no live query',
    ['QRY-19', 'QRY-22'],
    [opened(), given([doc('/a'), doc('/b', 1)]), asked({ order: 'time' }, [doc('/a'), doc('/b', 1)], { next: false })],
  ),
];

/** Orders, pages and what happens between them. */
export const queryPages = (): VectorCase[] => [
  ...orders(),
  ...arrivals(),
  ...limits(),
  ...walks(),
  ...changes(),
  ...lives(),
];
