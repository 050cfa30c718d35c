import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { asked, given, opened } from './moves.ts';
import { ARRIVAL, DELETED, FERN, ordering, PATHS, PEOPLE } from './query-sets.ts';
import { bare, doc, heldDoc, resigned } from './records.ts';
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

/** Orders, and how many records an answer has. */
export const queryOrders = (): VectorCase[] => [...orders(), ...arrivals(), ...limits()];
