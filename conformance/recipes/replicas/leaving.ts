/** What goes, one after another, and what is left then: contents of several records, slots, and lists given to a replica that has some already. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { someOrders } from '../cases/merge.ts';
import { NOW } from '../cases/verify.ts';
import { asked, byBytes, given, type Item, type Move, nameOf, opened, stated } from './moves.ts';
import { ROOT } from './query-sets.ts';
import { bare, blobOf, doc, fading, heldDoc, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const replica = scheduling('replica');
const moss = { content: 'moss' };
const byId = (left: NativeRecord, right: NativeRecord): number => byBytes(nameOf(left), nameOf(right));
/** Three documents of one content, by the bytes of their ids. */
const SHARING = ['/a', '/b', '/c'].map((path) => doc(path, 0, moss)).toSorted(byId);
const heldFading = (age: number, expires: number): NativeRecord =>
  fading(age, expires, { signer: cast.phone, header: { key: cast.phone.keyId } });
const newer = ({ header }: NativeRecord): NativeRecord => doc(String(header.path), 1);

const oneByOne = (): VectorCase[] =>
  (
    [
      ['rising', 'the first by its id first', SHARING],
      ['falling', 'the last by its id first', SHARING.toReversed()],
      ['inner', 'that in the middle first', [...SHARING.slice(1), ...SHARING.slice(0, 1)]],
    ] as const
  ).flatMap(([slug, title, order]) => [
    replica(
      `leaving-${slug}`,
      `three documents of one content that are dropped one after another, ${title}`,
      ['NAT-3', 'NAT-4', 'REP-8'],
      [
        opened(),
        given(SHARING),
        ...order.slice(0, -1).flatMap((each) => [given([newer(each)], 'accepted'), stated({ wanted: [] })]),
        given(order.slice(-1), 'duplicate'),
        given([newer(order.at(-1) as NativeRecord)], 'accepted'),
        given([bare(doc('/d', 0, moss))], 'accepted'),
        stated({ wanted: [blobOf('moss')] }),
      ],
    ),
    replica(
      `leaving-list-${slug}`,
      `the same in one list, ${title}`,
      ['NAT-4', 'REP-8'],
      [
        opened(),
        given(SHARING),
        given([...order.map(newer), bare(doc('/d', 0, moss))], 'accepted accepted accepted accepted'),
        stated({ wanted: [blobOf('moss')] }),
      ],
    ),
    replica(
      `leaving-bare-${slug}`,
      `the same of three that lack their content, ${title}`,
      ['NAT-4', 'REP-8'],
      [
        opened(),
        given(SHARING.map(bare)),
        ...order.flatMap((each, index) => [
          given([newer(each)], 'accepted'),
          stated({ wanted: index < 2 ? [blobOf('moss')] : [] }),
        ]),
      ],
    ),
  ]);

const expired = (): VectorCase[] => [
  replica(
    'expired-slot',
    'documents of a slot whose newest has expired',
    ['REP-10', 'REP-8'],
    [
      opened(),
      given([fading(1, NOW + 5)], 'accepted'),
      given([doc('/a')], 'accepted', { now: NOW + 6 }),
      given([fading(0, NOW + 20), fading(2, NOW + 9)], 'accepted accepted', { now: NOW + 6 }),
      stated({ records: [doc('/a'), fading(0, NOW + 20), fading(2, NOW + 9)] }, { now: NOW + 6 }),
      given([fading(3, NOW + 20)], 'accepted', { now: NOW + 10 }),
      stated({ records: [doc('/a'), fading(3, NOW + 20)] }, { now: NOW + 10 }),
    ],
  ),
  replica(
    'expired-content',
    'content of a document that has expired, and another record with the same',
    ['REP-10', 'NAT-4'],
    [
      opened(),
      given([fading(0, NOW + 5, moss)], 'accepted'),
      given([bare(doc('/b', 0, moss))], 'accepted', { now: NOW + 6 }),
      stated({ wanted: [blobOf('moss')] }, { now: NOW + 6 }),
    ],
  ),
  replica(
    'expired-shared',
    'content of a document that has expired, which another record has too',
    ['REP-10', 'NAT-3', 'NAT-4'],
    [
      opened(),
      given([fading(0, NOW + 5, moss), bare(doc('/b', 0, moss)), bare(said('moss'))], 'accepted accepted accepted'),
      given([doc('/c')], 'accepted', { now: NOW + 6 }),
      stated({ wanted: [] }, { now: NOW + 6 }),
      given([doc('/b', 1)], 'accepted', { now: NOW + 6 }),
      stated({ wanted: [] }, { now: NOW + 6 }),
    ],
  ),
];

const post = said({ type: 'post', root: ROOT });
/** A document with the content of the post, whose id comes before or behind that of the post. */
const sharing = (isBefore: boolean): NativeRecord => {
  for (let age = 0; ; age += 1) {
    const made = doc('/a', age, { content: post.content ?? '' });
    if (byId(made, post) < 0 === isBefore) return made;
  }
};

const forOthers = (): VectorCase[] => [
  ...[true, false].map((isBefore) => {
    const gone = sharing(isBefore);
    return replica(
      `leaving-links-${isBefore ? 'before' : 'behind'}`,
      `content that comes when a document is gone that lacked it too, by its id ${isBefore ? 'before' : 'behind'} a message`,
      ['NAT-3', 'QRY-10', 'REP-8'],
      [
        opened(),
        given([bare(post), bare(gone)], 'accepted accepted'),
        given([doc('/a', 1_000)], 'accepted'),
        given([doc('/b', 0, { content: post.content ?? '' })], 'accepted'),
        asked({ linksTo: ROOT }, [post]),
      ],
    );
  }),
  replica(
    'leaving-forgotten',
    'content that a forgotten record brought for another one, when that is gone',
    ['NAT-5', 'NAT-4', 'REP-8'],
    [
      opened(),
      given([wish([nameOf(post)]), bare(doc('/b', 0, { content: post.content ?? '' })), post]),
      stated({ wanted: [] }),
      given([doc('/b', 1), bare(doc('/c', 0, { content: post.content ?? '' }))], 'accepted accepted'),
      stated({ wanted: [String(post.header.contentHash)] }),
    ],
  ),
  replica(
    'expired-room',
    'room for two held documents, of which one expires and the other is dropped',
    ['NAT-1', 'REP-8', 'REP-10'],
    [
      opened({ quota: { perKey: 2, total: 2 } }),
      given([heldFading(0, NOW + 20), heldFading(1, NOW + 5), heldDoc('/a')], 'held held quota'),
      given([heldFading(2, NOW + 30), heldDoc('/a'), heldDoc('/b')], 'held held quota', { now: NOW + 6 }),
      stated({ held: [heldFading(2, NOW + 30), heldDoc('/a')] }, { now: NOW + 6 }),
    ],
  ),
];

/** Eight orders, each given as two lists, of which the first has one to all but one. */
const inTwoLists = (
  slug: string,
  title: string,
  requirements: readonly string[],
  items: readonly Item[],
  later: number,
): VectorCase =>
  replica(
    `lists-${slug}`,
    title,
    requirements,
    someOrders(items, 8).flatMap((order, index): Move[] => {
      const name = { replica: `order ${index + 1}` };
      const middle = 1 + (index % (items.length - 1));
      return [
        opened(name),
        given(order.slice(0, middle), undefined, name),
        given(order.slice(middle), undefined, name),
        stated({}, name),
        asked({ history: 'all' }, undefined, name),
        stated({}, { ...name, now: later }),
      ];
    }),
  );

const lists = (): VectorCase[] => [
  replica(
    'lists-neighbour',
    'a document that is covered by one that was there, and not by one of its own list',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([fading(5, NOW + 1), fading(2, NOW + 10)], 'accepted accepted'),
      given([fading(4, NOW + 3), fading(1, NOW + 9)], 'accepted obsolete'),
      stated({ records: [fading(5, NOW + 1), fading(4, NOW + 3), fading(2, NOW + 10)] }),
    ],
  ),
  replica(
    'lists-neighbours',
    'a document that is covered by the next newer one, and not by those before it',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([fading(5, NOW + 1), fading(4, NOW + 3), fading(2, NOW + 10)], 'accepted accepted accepted'),
      given([fading(1, NOW + 9)], 'obsolete'),
    ],
  ),
  inTwoLists(
    'lives',
    'six documents of one slot, each of another life, in two lists',
    ['REP-8', 'REP-5', 'REP-10'],
    [
      fading(0, NOW + 9),
      fading(1, NOW + 7),
      fading(2, NOW + 8),
      fading(3, NOW + 5),
      fading(4, NOW + 6),
      fading(5, NOW + 3),
    ],
    NOW + 6,
  ),
  inTwoLists(
    'contents',
    'six records of one content, some without it, some of one slot, in two lists',
    ['NAT-3', 'NAT-4', 'REP-8'],
    [
      bare(doc('/a', 0, moss)),
      bare(doc('/b', 0, moss)),
      doc('/a', 1, { content: 'fern' }),
      bare(said('moss')),
      fading(0, NOW + 3, moss),
      doc('/b', 1, { content: 'fern' }),
    ],
    NOW + 6,
  ),
];

/** What is dropped or expires, and the rest. */
export const leaving = (): VectorCase[] => [...oneByOne(), ...expired(), ...forOthers(), ...lists()];
