import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { allOrders } from '../cases/merge.ts';
import { NOW, T } from '../cases/verify.ts';
import type { EsKind } from '../earthstar/document.ts';
import { type Maker, open, type Tell } from './earthstar-kit.ts';
import { asked, byBytes, ended, given, type Item, type Move, nameOf, opened, type State, stated } from './moves.ts';

const { suzy, fern, gardening, kitchen } = cast;

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

/** Two whose hashes are in one order as bytes and in the other as texts. */
const crossedHashes = (doc: Maker): JsonObject[] => {
  const first = doc('/a');
  for (let count = 0; count < 1_000; count += 1) {
    const other = doc('/b', 0, suzy, { content: `moss ${count}` });
    const isLower = byBytes(nameOf(first), nameOf(other)) < 0;
    if (isLower !== nameOf(first) < nameOf(other)) return isLower ? [first, other] : [other, first];
  }
  throw new Error('no two hashes are crossed');
};

const suffixOf = (address: string): string => address.slice(address.indexOf('.') + 1);

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
  const crossing = crossedHashes(doc);
  const otherShares = [
    [`+kitchen.${suffixOf(gardening.earthstarAddress)}`, gardening] as const,
    [`+gardening.${suffixOf(kitchen.earthstarAddress)}`, kitchen] as const,
  ].map(([address, shareSigner]) =>
    doc('/a', 0, suzy, { members: { [kind.format === 'es.4' ? 'workspace' : 'share']: address }, shareSigner }),
  );
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
      'foreign-name',
      'documents of shares that have the same name, or the same behind it',
      ['REP-3'],
      [open(), given(otherShares, 'foreign foreign'), stated({ records: [] })],
    ),
    tell(
      'state-order',
      'documents in the order of the bytes of their hashes, which is not that of their texts',
      ['REP-12'],
      [open(), given([...crossing].reverse(), 'accepted accepted'), stated({ records: crossing })],
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
    anyOrder(tell, 'order-tie', 'two documents of one time', ['REP-8', 'ES-17'], [low, high], { records: [high] }),
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
  return [
    tell(
      'durable',
      'documents after the process has ended',
      ['REP-11'],
      [
        kept,
        given([doc('/a', 0), doc('/b'), doc('/a', 1)]),
        ended,
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
        ended,
        kept,
        given([doc('/b')], 'accepted'),
        asked({ order: 'arrival' }, [doc('/c'), doc('/a'), doc('/b')]),
      ],
    ),
  ];
};

/** What is kept of the documents of a format, and where. */
export const keptDocuments = (tell: Tell, doc: Maker, kind: EsKind, slug: string): VectorCase[] => [
  ...outcomes(tell, doc, kind),
  ...filters(tell, doc, slug),
  ...durables(tell, doc),
];
