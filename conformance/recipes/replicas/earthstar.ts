import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { allOrders } from '../cases/merge.ts';
import { NOW, T } from '../cases/verify.ts';
import { ES4, ES5, type EsChange, type EsKind, es4, es5 } from '../earthstar/document.ts';
import { scalarOf } from '../signatures/craft.ts';
import {
  asked,
  byBytes,
  given,
  type Item,
  type Move,
  nameOf,
  type OpenOptions,
  opened,
  type State,
  stated,
} from './moves.ts';
import { type Schedule, scheduling } from './schedule.ts';

const { suzy, fern, gardening, kitchen } = cast;
const replica = scheduling('earthstar-replica', { profile: 'earthstar-replica' });
const open = (options: OpenOptions = {}): Move =>
  opened({ family: 'earthstar', space: gardening.earthstarAddress, ...options });

type Maker = (path: string, age?: number, author?: TestKey, change?: EsChange) => JsonObject;
type Tell = (
  slug: string,
  title: string,
  requirements: readonly string[],
  moves: readonly Move[],
  options?: Partial<Schedule>,
) => VectorCase;

const maker =
  ({ make }: EsKind): Maker =>
  (path, age = 0, author = suzy, change = {}) =>
    make({ content: `${path} ${age}`, author, ...change, members: { path, timestamp: T + age, ...change.members } });

/** Two of one time and one author, at one path, of which the first has the lower signature; their hashes are in the opposite order. */
const tied = (doc: Maker): [low: JsonObject, high: JsonObject] => {
  const first = doc('/a');
  for (let count = 0; count < 1_000; count += 1) {
    const other = doc('/a', 0, suzy, { content: `moss ${count}` });
    const isHigher = String(other.signature) > String(first.signature);
    if (isHigher !== byBytes(nameOf(first), nameOf(other)) < 0) return isHigher ? [first, other] : [other, first];
  }
  throw new Error('no two documents are tied so');
};

const anyOrder = (
  tell: Tell,
  slug: string,
  title: string,
  requirements: readonly string[],
  items: readonly Item[],
  state: State,
  ...later: readonly (readonly [number, State])[]
): VectorCase =>
  tell(
    slug,
    title,
    requirements,
    allOrders(items).flatMap((order, index): Move[] => {
      const name = { replica: `order ${index + 1}` };
      return [
        open(name),
        ...(index % 2 === 0 ? [given(order, undefined, name)] : order.map((each) => given([each], undefined, name))),
        stated(state, name),
        ...later.map(([now, then]) => stated(then, { ...name, now })),
      ];
    }),
  );

const outcomes = (tell: Tell, doc: Maker, kind: EsKind): VectorCase[] => {
  const fade = (age: number, deleteAfter: number): JsonObject => doc('/!moss', age, suzy, { members: { deleteAfter } });
  const elsewhere =
    kind.format === 'es.4'
      ? { members: { workspace: kitchen.earthstarAddress } }
      : { members: { share: kitchen.earthstarAddress }, shareSigner: kitchen };
  const [low, high] = tied(doc);
  const wrong = { ...doc('/b'), signature: doc('/c').signature } as JsonObject;
  return [
    tell(
      'accepted',
      'two documents',
      ['REP-6', 'REP-12'],
      [open(), given([doc('/a'), doc('/b')], 'accepted accepted'), stated({ records: [doc('/a'), doc('/b')] })],
    ),
    tell(
      'rejected',
      'a document whose signature is that of another one, between two',
      ['REP-2', 'REP-7'],
      [open(), given([doc('/a'), wrong, doc('/d')]), stated({ records: [doc('/a'), doc('/d')] })],
    ),
    tell(
      'rejected-early',
      'a document from more than ten minutes ahead, and again when it is time',
      ['REP-2'],
      [
        open(),
        given([doc('/a', NOW - T + 600_000_001)]),
        stated({ records: [] }),
        given([doc('/a', NOW - T + 600_000_001)], 'accepted', { now: NOW + 1 }),
        stated({ records: [doc('/a', NOW - T + 600_000_001)] }, { now: NOW + 1 }),
      ],
    ),
    tell(
      'rejected-expired',
      'a document that has expired',
      ['REP-2', 'REP-7'],
      [open(), given([fade(0, NOW - 1)], 'expired'), stated({ records: [] })],
    ),
    tell(
      'foreign',
      'a document of another share',
      ['REP-3', 'REP-7'],
      [open(), given([doc('/a', 0, suzy, elsewhere), doc('/a')], 'foreign accepted'), stated({ records: [doc('/a')] })],
    ),
    tell(
      'foreign-newer',
      'a newer document of another share',
      ['REP-3', 'REP-7'],
      [open(), given([doc('/a'), doc('/a', 5, suzy, elsewhere)], 'accepted foreign'), stated({ records: [doc('/a')] })],
    ),
    tell(
      'duplicate',
      'a document twice',
      ['REP-4', 'REP-7'],
      [open(), given([doc('/a')], 'accepted'), given([doc('/a')], 'duplicate'), stated({ records: [doc('/a')] })],
    ),
    tell(
      'duplicate-list',
      'a document twice in one list',
      ['REP-4'],
      [open(), given([doc('/a'), doc('/b'), doc('/a')], 'accepted accepted duplicate')],
    ),
    tell(
      'obsolete',
      'an older document of a slot',
      ['REP-5', 'REP-7'],
      [open(), given([doc('/a', 1)]), given([doc('/a', 0)], 'obsolete'), stated({ records: [doc('/a', 1)] })],
    ),
    tell(
      'obsolete-tie',
      'a document of the same time with a lower signature',
      ['REP-5', 'REP-8'],
      [open(), given([high]), given([low], 'obsolete'), stated({ records: [high] })],
    ),
    tell(
      'newer-tie',
      'a document of the same time with a higher signature',
      ['REP-5', 'REP-8'],
      [open(), given([low]), given([high], 'accepted'), stated({ records: [high] })],
    ),
    tell(
      'obsolete-not',
      'an older document of another author',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([doc('/a', 1)]),
        given([doc('/a', 0, fern)], 'accepted'),
        stated({ records: [doc('/a', 1), doc('/a', 0, fern)] }),
      ],
    ),
    tell(
      'obsolete-deleted',
      'a document that was emptied, when its author was offline for 19 days',
      ['REP-5'],
      [
        open(),
        given([doc('/a', 0), doc('/a', 1, suzy, { content: '' })], 'accepted accepted'),
        given([doc('/a', 0)], 'obsolete', { now: NOW + 19 * 86_400_000_000 }),
        stated({ records: [doc('/a', 1, suzy, { content: '' })] }, { now: NOW + 19 * 86_400_000_000 }),
      ],
    ),
    anyOrder(tell, 'order-newer', 'three documents of a slot', ['REP-8'], [doc('/a', 0), doc('/a', 1), doc('/a', 2)], {
      records: [doc('/a', 2)],
    }),
    anyOrder(tell, 'order-tie', 'two documents of one time', ['REP-8'], [low, high], { records: [high] }),
    anyOrder(
      tell,
      'order-authors',
      'a path that two authors wrote',
      ['REP-8', 'REP-12'],
      [doc('/a', 0), doc('/a', 1, fern), doc('/b')],
      { records: [doc('/a', 0), doc('/a', 1, fern), doc('/b')] },
    ),
    anyOrder(
      tell,
      'order-lives',
      'an older document that lasts longer is dropped all the same',
      ['REP-8', 'REP-10'],
      [fade(0, NOW + 9), fade(1, NOW + 5)],
      { records: [fade(1, NOW + 5)] },
      [NOW + 5, { records: [fade(1, NOW + 5)] }],
      [NOW + 6, { records: [] }],
    ),
    tell(
      'expired',
      'a document at, and after, the time at which it expires',
      ['REP-10'],
      [
        open(),
        given([fade(0, NOW + 5), doc('/a')]),
        stated({ records: [fade(0, NOW + 5), doc('/a')] }, { now: NOW + 5 }),
        stated({ records: [doc('/a')] }, { now: NOW + 6 }),
      ],
    ),
    tell(
      'expired-query',
      'a query at, and after, the time at which a document expires',
      ['REP-10', 'QRY-2'],
      [
        open(),
        given([fade(0, NOW + 5), doc('/a')]),
        asked({}, [fade(0, NOW + 5), doc('/a')], { now: NOW + 5 }),
        asked({}, [doc('/a')], { now: NOW + 6 }),
      ],
    ),
  ];
};

const queries = (tell: Tell, doc: Maker): VectorCase[] => {
  const [hidden, winner, b, capital, under, percent] = [
    doc('/a', 0),
    doc('/a', 2, fern),
    doc('/b', 1),
    doc('/B', 2),
    doc('/a_b', 3),
    doc('/a%b', 4, fern),
  ] as const;
  const all = [under, hidden, winner, b, capital, percent];
  const low = (records: readonly JsonObject[]): JsonObject[] =>
    [...records].sort((left, right) => byBytes(nameOf(left), nameOf(right)));
  const [first, second] = low([winner, capital]) as [JsonObject, JsonObject];
  const empty = doc('/c', 0, suzy, { content: '' });
  const ask = (
    slug: string,
    title: string,
    requirements: readonly string[],
    query: Readonly<Record<string, unknown>>,
    wanted: readonly JsonObject[],
  ): VectorCase => tell(`query-${slug}`, title, requirements, [open(), given(all), asked(query, wanted)]);
  return [
    ask('all', 'no member at all', ['QRY-2', 'QRY-12', 'QRY-14'], {}, [capital, winner, percent, under, b]),
    ask('history', 'all documents', ['QRY-12', 'QRY-14'], { history: 'all' }, [
      capital,
      winner,
      hidden,
      percent,
      under,
      b,
    ]),
    ask('reverse', 'all documents, turned round', ['QRY-14', 'QRY-17'], { history: 'all', reverse: true }, [
      b,
      under,
      percent,
      hidden,
      winner,
      capital,
    ]),
    ask('path', 'a path', ['QRY-3'], { path: '/a' }, [winner]),
    ask('path-history', 'a path, and a limit', ['QRY-3', 'QRY-18'], { path: '/a', history: 'all', limit: 1 }, [winner]),
    ask(
      'path-author',
      'a path, and an author who does not win there',
      ['QRY-3', 'QRY-6', 'QRY-12'],
      { path: '/a', author: suzy.earthstarAddress },
      [],
    ),
    ask('prefix', 'a beginning', ['QRY-4'], { pathPrefix: '/a' }, [winner, percent, under]),
    ask('prefix-case', 'a beginning in capitals', ['QRY-4'], { pathPrefix: '/B' }, [capital]),
    ask('prefix-underscore', 'a beginning with a _ in it', ['QRY-4'], { pathPrefix: '/a_' }, [under]),
    ask('prefix-percent', 'a beginning with a % in it', ['QRY-4'], { pathPrefix: '/%' }, []),
    ask('suffix', 'an end', ['QRY-5'], { pathSuffix: 'b' }, [percent, under, b]),
    ask('suffix-case', 'an end in capitals', ['QRY-5'], { pathSuffix: 'B' }, [capital]),
    ask('suffix-percent', 'an end with a % in it', ['QRY-5'], { pathSuffix: '%' }, []),
    ask('author', 'an author', ['QRY-6', 'QRY-12'], { author: suzy.earthstarAddress }, [capital, under, b]),
    ask(
      'author-history',
      'an author, and all of hers',
      ['QRY-6', 'QRY-12'],
      { author: suzy.earthstarAddress, history: 'all' },
      [capital, hidden, under, b],
    ),
    ask('from', 'from a time on', ['QRY-7'], { from: T + 2 }, [capital, winner, percent, under]),
    ask('before', 'before a time', ['QRY-8'], { before: T + 2 }, [b]),
    ask('between', 'from a time on and before another one', ['QRY-7', 'QRY-8'], { from: T + 1, before: T + 3 }, [
      capital,
      winner,
      b,
    ]),
    ask(
      'between-history',
      'all documents between two times',
      ['QRY-7', 'QRY-8', 'QRY-12'],
      { from: T, before: T + 2, history: 'all' },
      [hidden, b],
    ),
    ask('kind', 'documents', ['QRY-9'], { kind: 'document' }, [capital, winner, percent, under, b]),
    ask('kind-message', 'messages, of which there are none', ['QRY-9'], { kind: 'message' }, []),
    ask('time', 'the order of time', ['QRY-15'], { order: 'time', history: 'all' }, [
      hidden,
      b,
      first,
      second,
      under,
      percent,
    ]),
    ask(
      'time-reverse',
      'the order of time, turned round',
      ['QRY-15', 'QRY-17'],
      { order: 'time', history: 'all', reverse: true },
      [percent, under, second, first, b, hidden],
    ),
    ask('arrival', 'the order of arrival', ['QRY-16'], { order: 'arrival', history: 'all' }, all),
    ask(
      'arrival-reverse',
      'the order of arrival, turned round',
      ['QRY-16', 'QRY-17'],
      { order: 'arrival', history: 'all', reverse: true },
      [...all].reverse(),
    ),
    ask('limit', 'a limit', ['QRY-18'], { limit: 2 }, [capital, winner]),
    ask('limit-reverse', 'a limit, turned round', ['QRY-17', 'QRY-18'], { limit: 2, reverse: true }, [b, under]),
    tell(
      'query-empty',
      'a document whose content is empty is not deleted',
      ['QRY-13'],
      [open(), given([empty, doc('/d')]), asked({}, [empty, doc('/d')]), asked({ deleted: false }, [empty, doc('/d')])],
    ),
    ...[false, true].map((reverse) =>
      tell(
        `query-pages${reverse ? '-reverse' : ''}`,
        `page after page of 2${reverse ? ', turned round' : ''}`,
        ['QRY-18', 'QRY-19', 'QRY-20', 'QRY-21'],
        [
          open(),
          given(all),
          asked({ reverse, limit: 2 }, reverse ? [b, under] : [capital, winner], { next: true }),
          asked({ reverse, limit: 2 }, reverse ? [percent, winner] : [percent, under], { from: 2, next: true }),
          asked({ reverse, limit: 2 }, reverse ? [capital] : [b], { from: 3, next: false }),
        ],
      ),
    ),
    tell(
      'query-during',
      'a document arrives before the place of the cursor',
      ['QRY-20', 'QRY-21'],
      [
        open(),
        given(all),
        asked({ limit: 2 }, [capital, winner], { next: true }),
        given([doc('/A', 9)], 'accepted'),
        asked({ limit: 3 }, [percent, under, b], { from: 2, next: false }),
      ],
    ),
    tell(
      'query-during-reverse',
      'a document at which the cursor stands is replaced, turned round',
      ['QRY-20', 'QRY-21'],
      [
        open(),
        given(all),
        asked({ limit: 1, reverse: true, order: 'time' }, [percent], { next: true }),
        given([doc('/a%b', 9, fern)], 'accepted'),
        asked({ limit: 1, reverse: true, order: 'time' }, [under], { from: 2, next: true }),
      ],
    ),
    tell(
      'query-live',
      'what arrives is told once',
      ['QRY-16', 'QRY-20', 'QRY-22'],
      [
        open(),
        asked({ order: 'arrival' }, [], { next: true }),
        given([b, doc('/a', -5)]),
        asked({ order: 'arrival' }, [b, doc('/a', -5)], { from: 1, next: true }),
        given([b, capital], 'duplicate accepted'),
        asked({ order: 'arrival' }, [capital], { from: 3, next: true }),
        asked({ order: 'arrival' }, [], { from: 5, next: true }),
      ],
    ),
    tell(
      'query-live-full',
      'a live query when all has been told',
      ['QRY-19', 'QRY-22'],
      [open(), given([b]), asked({ order: 'arrival' }, [b], { next: true })],
    ),
  ];
};

const refused = (tell: Tell, doc: Maker, slug: string): VectorCase[] => {
  const parent = `earthstar-replica/${slug}-query-plain`;
  const bad: readonly [slug: string, title: string, query: Readonly<Record<string, unknown>>][] = [
    ['unknown', 'a member that no query has', { formats: ['es.4'] }],
    ['order', 'an order of another program', { order: 'path ASC' }],
    ['history', 'a history that does not exist', { history: 'newest' }],
    ['limit-zero', 'a limit of 0', { limit: 0 }],
    ['limit-fraction', 'a limit of 2.5', { limit: 2.5 }],
    ['limit-null', 'a limit that is null', { limit: null }],
    ['path-null', 'a path that is null', { path: null }],
  ];
  return [
    tell(
      'query-plain',
      'a query without members',
      ['QRY-1', 'QRY-2'],
      [open(), given([doc('/a'), doc('/b')]), asked({}, [doc('/a'), doc('/b')])],
    ),
    ...bad.map(([name, title, query]) =>
      tell(
        `query-bad-${name}`,
        title,
        ['QRY-1'],
        [open(), given([doc('/a'), doc('/b')]), asked(query, 'query-shape')],
        { parent },
      ),
    ),
    tell(
      'query-bad-cursor',
      'a cursor that no answer gave',
      ['QRY-23'],
      [open(), given([doc('/a')]), asked({ cursor: '/a' }, 'query-cursor')],
      { parent },
    ),
    tell(
      'query-cursor-of-other',
      'the cursor of a query in the opposite order',
      ['QRY-23'],
      [
        open(),
        given([doc('/a'), doc('/b')]),
        asked({ limit: 1 }, [doc('/a')], { next: true }),
        asked({ limit: 1, reverse: true }, 'query-cursor', { from: 2 }),
      ],
      { parent },
    ),
  ];
};

const filters = (tell: Tell, doc: Maker, slug: string): VectorCase[] => {
  const good = { pathPrefix: '/wiki/', author: suzy.earthstarAddress, from: T, kind: 'document' };
  const parent = `earthstar-replica/${slug}-filter`;
  return [
    tell('filter', 'a filter with all its members', ['REP-13'], [open({ filter: good })]),
    tell(
      'filter-prefix',
      'a filter by the beginning of a path',
      ['REP-3', 'REP-13'],
      [
        open({ filter: { pathPrefix: '/wiki/' } }),
        given([doc('/wiki/a'), doc('/Wiki/a'), doc('/a')], 'accepted foreign foreign'),
        stated({ records: [doc('/wiki/a')] }),
      ],
    ),
    tell(
      'filter-author',
      'a filter by an author',
      ['REP-3', 'REP-13'],
      [
        open({ filter: { author: suzy.earthstarAddress } }),
        given([doc('/a'), doc('/a', 1, fern)], 'accepted foreign'),
        stated({ records: [doc('/a')] }),
      ],
    ),
    tell(
      'filter-from',
      'a filter by a time',
      ['REP-3', 'REP-13'],
      [open({ filter: { from: T } }), given([doc('/a', -1), doc('/b', 0)], 'foreign accepted')],
    ),
    tell(
      'filter-bad',
      'a filter with a limit',
      ['REP-13'],
      [opened({ family: 'earthstar', space: gardening.earthstarAddress, filter: { limit: 1 } }, 'query-shape')],
      { parent },
    ),
    tell(
      'filter-bad-before',
      'a filter with a latest time',
      ['REP-13'],
      [opened({ family: 'earthstar', space: gardening.earthstarAddress, filter: { before: T } }, 'query-shape')],
      { parent },
    ),
  ];
};

const durables = (tell: Tell, doc: Maker): VectorCase[] => {
  const kept = open({ durable: true });
  const end: Move = { planned: { end: true }, meant: () => undefined };
  return [
    tell(
      'durable',
      'documents after the process has ended',
      ['REP-11'],
      [
        kept,
        given([doc('/a', 0), doc('/b'), doc('/a', 1)]),
        end,
        kept,
        stated({ records: [doc('/a', 1), doc('/b')] }),
        given([doc('/a', 0), doc('/b')], 'obsolete duplicate'),
      ],
    ),
    tell(
      'durable-arrival',
      'the order of arrival after the process has ended',
      ['QRY-16', 'REP-11'],
      [
        kept,
        given([doc('/c'), doc('/a')]),
        end,
        kept,
        given([doc('/b')], 'accepted'),
        asked({ order: 'arrival' }, [doc('/c'), doc('/a'), doc('/b')]),
      ],
    ),
  ];
};

const ofFormat = (kind: EsKind, profile: ProfileName): VectorCase[] => {
  const slug = kind.format.replace('.', '');
  const tell: Tell = (name, title, requirements, moves, options = {}) =>
    replica(`${slug}-${name}`, `${kind.format}: ${title}`, requirements, moves, { needs: [profile], ...options });
  const doc = maker(kind);
  return [
    ...outcomes(tell, doc, kind),
    ...queries(tell, doc),
    ...refused(tell, doc, slug),
    ...filters(tell, doc, slug),
    ...durables(tell, doc),
  ];
};

/** The document with other valid signatures: the author's, or that of the share. */
const resigned = (document: JsonObject, member: 'signature' | 'shareSignature', count = 0): JsonObject => {
  const seed = member === 'signature' ? suzy.seed : gardening.seed;
  return { ...document, [member]: base32(signWithNonce(seed, utf8(nameOf(document)), scalarOf(`again ${count}`))) };
};

/** One hash and two signatures by the author, the lower one first. */
const twoSignatures = (document: JsonObject): [JsonObject, JsonObject] => {
  const other = resigned(document, 'signature');
  return String(document.signature) < String(other.signature) ? [document, other] : [other, document];
};

const signatures = (): VectorCase[] => {
  const [four, five] = [maker(ES4)('/a'), maker(ES5)('/a')];
  const tell = (
    format: 'es4' | 'es5',
    slug: string,
    title: string,
    requirements: readonly string[],
    moves: readonly Move[],
  ) =>
    replica(`${format}-${slug}`, `${format.replace('es', 'es.')}: ${title}`, requirements, moves, {
      needs: [`earthstar-${format}`],
    });
  return [
    tell(
      'es5',
      'duplicate-share',
      'a document with another signature of the share',
      ['REP-4', 'REP-7'],
      [
        open(),
        given([five], 'accepted'),
        given([resigned(five, 'shareSignature')], 'duplicate'),
        stated({ records: [five] }),
      ],
    ),
    ...(['es4', 'es5'] as const).flatMap((format) => {
      const [low, high] = twoSignatures(format === 'es4' ? four : five);
      return [
        tell(
          format,
          'signature-higher',
          'a document with another signature of the author, which is higher',
          ['REP-4', 'REP-5', 'REP-8'],
          [
            open(),
            given([low], 'accepted'),
            given([high], 'accepted'),
            given([high, low], 'duplicate obsolete'),
            stated({ records: [high] }),
          ],
        ),
        tell(
          format,
          'signature-lower',
          'a document with another signature of the author, which is lower',
          ['REP-4', 'REP-5'],
          [open(), given([high], 'accepted'), given([low], 'obsolete')],
        ),
      ];
    }),
  ];
};

/** Es.4 and es.5 in one replica. */
const mixed = (): VectorCase[] => {
  const tell: Tell = (name, title, requirements, moves) =>
    replica(`mixed-${name}`, title, requirements, moves, { needs: ['earthstar-es4', 'earthstar-es5'] });
  const [four, five] = [maker(ES4), maker(ES5)];
  const otherShare = es5({ content: '/a 0', members: { path: '/a' } });
  return [
    tell(
      'slot',
      'an es.4 document and a newer es.5 document of one slot',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([four('/a', 0), five('/a', 1), four('/a', 0)], 'accepted accepted obsolete'),
        stated({ records: [five('/a', 1)] }),
      ],
    ),
    tell(
      'slot-other',
      'an es.5 document and a newer es.4 document of one slot',
      ['REP-5', 'REP-8'],
      [
        open(),
        given([five('/a', 0), four('/a', 1), five('/a', 0)], 'accepted accepted obsolete'),
        stated({ records: [four('/a', 1)] }),
      ],
    ),
    tell(
      'paths',
      'documents of both formats, in the order of their hashes',
      ['REP-12', 'QRY-14'],
      [open(), given([five('/b'), four('/a'), es4({ members: { path: '/c' } }), otherShare]), stated({}), asked({})],
    ),
  ];
};

/** Replicas of Earthstar documents. */
export const earthstarReplicas = (): VectorCase[] => [
  ...ofFormat(ES4, 'earthstar-es4'),
  ...ofFormat(ES5, 'earthstar-es5'),
  ...signatures(),
  ...mixed(),
];
