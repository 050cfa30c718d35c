import type { VectorCase } from '@rockpool/schemas';
import { blobId } from '../../src/forge/blob.ts';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { allOrders, someOrders } from '../cases/merge.ts';
import { NOW } from '../cases/verify.ts';
import { crossed } from '../feed-state/ask.ts';
import { chain, next } from '../messages/message.ts';
import { byBytes, given, type Item, type Move, nameOf, opened, type State, stated } from './moves.ts';
import { bare, deletion, doc, FADING, fading, heldDoc, resigned, SECOND, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { fern, quinn } = cast;
const replica = scheduling('replica');
const EMPTY = `/photos/=${blobId(new Uint8Array()).slice(1)}`;
const FULL = `/photos/=${blobId(new TextEncoder().encode('moss')).slice(1)}`;

type Later = readonly [now: number, state: State];

/**
 * Every order of up to three records, and eight of more, in a replica of its own: all at once by turns with one by one.
 * What they hold is the same, now and at later times.
 */
const anyOrder = (
  slug: string,
  title: string,
  requirements: readonly string[],
  items: readonly Item[],
  state: State,
  ...later: readonly Later[]
): VectorCase => {
  const orders = items.length > 3 ? someOrders(items, 8) : allOrders(items);
  const moves = orders.flatMap((order, index): Move[] => {
    const name = `order ${index + 1}`;
    return [
      opened({ replica: name }),
      ...(index % 2 === 0 ? [given(order, undefined, { replica: name })] : []),
      ...(index % 2 === 1 ? order.map((each) => given([each], undefined, { replica: name })) : []),
      stated(state, { replica: name }),
      ...later.map(([now, then]) => stated(then, { replica: name, now })),
    ];
  });
  return replica(slug, title, requirements, moves);
};

const LATER = NOW + SECOND;
const [low, high] = crossed(
  () => doc('/a'),
  (count) => doc('/a', 0, { content: `moss ${count}` }),
);
const [lowPair, highPair] = crossed(
  () => heldDoc('/a'),
  (count) => heldDoc('/a', 0, cast.phone, { content: `moss ${count}` }),
);
const feed = chain(3);
const [first, second, third] = feed as [NativeRecord, NativeRecord, NativeRecord];
const forked = next([first], { content: 'a fork' });

const slots = (): VectorCase[] => [
  anyOrder('order-newer', 'three documents of one slot', ['REP-8'], [doc('/a', 0), doc('/a', 1), doc('/a', 2)], {
    records: [doc('/a', 2)],
  }),
  anyOrder(
    'order-tie',
    'two documents of one time, whose ids are in one order as bytes and in the other as texts',
    ['REP-8', 'DOC-16'],
    [low, high],
    { records: [high] },
  ),
  anyOrder('order-tie-held', 'two held documents of one time', ['REP-8', 'NAT-7', 'DOC-16'], [lowPair, highPair], {
    records: [],
    held: [highPair],
  }),
  anyOrder(
    'order-authors',
    'a path that three authors wrote',
    ['REP-8', 'REP-12'],
    [doc('/a', 0), doc('/a', 1, { author: fern }), doc('/a', 0, { author: quinn })],
    {
      records: [doc('/a', 0), doc('/a', 1, { author: fern }), doc('/a', 0, { author: quinn })],
    },
  ),
  anyOrder(
    'order-keys',
    'one author, one path, and no key or one of two',
    ['REP-8', 'NAT-7'],
    [doc('/a', 1), heldDoc('/a', 2), heldDoc('/a', 0, fern)],
    {
      records: [doc('/a', 1)],
      held: [heldDoc('/a', 2), heldDoc('/a', 0, fern)],
    },
  ),
  anyOrder(
    'order-deleted',
    'a document, its deletion, and a newer one',
    ['REP-8'],
    [doc('/a', 0), deletion('/a', 1), doc('/a', 2)],
    {
      records: [doc('/a', 2)],
    },
  ),
  anyOrder(
    'order-deletion',
    'two documents and a deletion that is the newest',
    ['REP-8'],
    [doc('/a', 0), doc('/a', 1), deletion('/a', 2)],
    {
      records: [deletion('/a', 2)],
    },
  ),
  anyOrder(
    'order-empty',
    'an immutable document without content, and one with',
    ['REP-8'],
    [doc(EMPTY, 0, { content: '' }), doc(FULL, 1, { content: 'moss' })],
    {
      records: [doc(EMPTY, 0, { content: '' }), doc(FULL, 1, { content: 'moss' })],
      wanted: [],
    },
  ),
  anyOrder(
    'order-same',
    'one document with two signatures',
    ['REP-8', 'REP-4'],
    [doc('/a'), resigned(doc('/a')), doc('/b')],
    {
      records: [doc('/a'), doc('/b')],
    },
  ),
  anyOrder(
    'order-content',
    'one document with and without its content',
    ['REP-4', 'NAT-3', 'NAT-4'],
    [doc('/a'), bare(doc('/a')), doc('/b')],
    {
      records: [doc('/a'), doc('/b')],
      wanted: [],
    },
  ),
  anyOrder(
    'order-many',
    'four documents of two slots, two of one time',
    ['REP-8'],
    [low, high, doc('/b', 1), doc('/b', 2)],
    {
      records: [high, doc('/b', 2)],
    },
  ),
];

const times = (): VectorCase[] => [
  anyOrder(
    'order-short-over-long',
    'a short-lived document covers a longer-lived one, which comes back',
    ['REP-8', 'REP-10'],
    [fading(0, LATER + SECOND), fading(1, LATER)],
    { records: [fading(0, LATER + SECOND), fading(1, LATER)] },
    [LATER, { records: [fading(0, LATER + SECOND), fading(1, LATER)] }],
    [LATER + 1, { records: [fading(0, LATER + SECOND)] }],
    [LATER + SECOND + 1, { records: [] }],
  ),
  anyOrder(
    'order-long-over-short',
    'a longer-lived document drops an older short-lived one',
    ['REP-8', 'REP-10'],
    [fading(1, LATER + SECOND), fading(0, LATER)],
    { records: [fading(1, LATER + SECOND)] },
    [LATER + 1, { records: [fading(1, LATER + SECOND)] }],
  ),
  anyOrder(
    'order-equal-expiry',
    'two documents that expire together: the newer one alone is kept',
    ['REP-8', 'REP-10'],
    [fading(1, LATER), fading(0, LATER)],
    { records: [fading(1, LATER)] },
    [LATER + 1, { records: [] }],
  ),
  anyOrder(
    'order-three-lives',
    'three documents, each newer one of a shorter life',
    ['REP-8', 'REP-10'],
    [fading(0, NOW + 3), fading(1, NOW + 2), fading(2, NOW + 1)],
    { records: [fading(0, NOW + 3), fading(1, NOW + 2), fading(2, NOW + 1)] },
    [NOW + 2, { records: [fading(0, NOW + 3), fading(1, NOW + 2)] }],
    [NOW + 3, { records: [fading(0, NOW + 3)] }],
    [NOW + 4, { records: [] }],
  ),
  anyOrder(
    'order-around-now',
    'documents that expire before, at and after now',
    ['REP-2', 'REP-10'],
    [fading(0, NOW - 1, { author: fern }), fading(0, NOW, { author: quinn }), fading(0, NOW + 1)],
    { records: [fading(0, NOW, { author: quinn }), fading(0, NOW + 1)] },
    [NOW + 1, { records: [fading(0, NOW + 1)] }],
  ),
  anyOrder(
    'order-held-lives',
    'a short-lived held document covers a longer-lived one',
    ['REP-8', 'REP-10', 'NAT-7'],
    [
      heldDoc(FADING, 0, cast.phone, { header: { expires: NOW + 2 } }),
      heldDoc(FADING, 1, cast.phone, { header: { expires: NOW + 1 } }),
    ],
    {
      held: [
        heldDoc(FADING, 0, cast.phone, { header: { expires: NOW + 2 } }),
        heldDoc(FADING, 1, cast.phone, { header: { expires: NOW + 1 } }),
      ],
    },
    [NOW + 2, { held: [heldDoc(FADING, 0, cast.phone, { header: { expires: NOW + 2 } })] }],
  ),
];

const ids = (...records: readonly NativeRecord[]): string[] => records.map(nameOf);
const byId = (...records: readonly NativeRecord[]): string[] => ids(...records).sort(byBytes);
const suzysFeed = { author: cast.suzy.keyId };

const feeds = (): VectorCase[] => [
  anyOrder('order-feed', 'three messages', ['REP-9', 'NAT-8'], [first, second, third], {
    records: feed,
    feeds: [{ ...suzysFeed, settled: ids(...feed), disputed: [], length: 3 }],
  }),
  anyOrder('order-fork', 'two messages with one sequence', ['REP-9', 'NAT-8'], [first, second, forked], {
    records: [first, second, forked],
    feeds: [
      {
        ...suzysFeed,
        settled: ids(first),
        disputed: byId(second, forked),
        length: 1,
        evidence: { sequence: 2, proof: byId(second, forked) },
      },
    ],
  }),
  anyOrder(
    'order-gap',
    'two messages of a feed, and a held one that would be between them',
    ['REP-9', 'NAT-7', 'NAT-8'],
    [first, third, next([first], { content: 'held', signer: fern, header: { key: fern.keyId } })],
    {
      records: [first, third],
      feeds: [{ ...suzysFeed, settled: ids(first, third), disputed: [], length: 1 }],
    },
  ),
  anyOrder(
    'order-mixed',
    'documents and messages, one of them held',
    ['REP-8', 'REP-9', 'REP-12', 'NAT-7'],
    [doc('/a', 0), doc('/a', 1), first, heldDoc('/a', 2)],
    {
      records: [doc('/a', 1), first],
      held: [heldDoc('/a', 2)],
    },
  ),
];

const post = said({ type: 'post', text: 'moss', root: nameOf(first) });

const wishes = (): VectorCase[] => [
  anyOrder(
    'order-wish',
    'a wish, what it names, and the same without its content',
    ['NAT-5', 'NAT-6', 'NAT-4'],
    [wish([nameOf(post)]), post, bare(post)],
    {
      records: [wish([nameOf(post)]), post],
      wanted: [],
    },
  ),
  anyOrder(
    'order-wishes',
    'two wishes, of which one names the other',
    ['NAT-5', 'NAT-6'],
    [wish([nameOf(post)]), wish([nameOf(wish([nameOf(post)]))], 91), bare(post)],
    {
      records: [wish([nameOf(post)]), wish([nameOf(wish([nameOf(post)]))], 91), post],
      wanted: [],
    },
  ),
  anyOrder(
    'order-wish-bare',
    'a wish with and without its content, and what it names without',
    ['NAT-3', 'NAT-6'],
    [bare(wish([nameOf(post)])), wish([nameOf(post)]), bare(post)],
    {
      wanted: [],
    },
  ),
];

/** What is kept, whatever comes first. */
export const keeping = (): VectorCase[] => [...slots(), ...times(), ...feeds(), ...wishes()];
