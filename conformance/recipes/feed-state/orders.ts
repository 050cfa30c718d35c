import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { FeedReport } from '../../src/forge/feed-state.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { allOrders, someOrders } from '../cases/merge.ts';
import { T } from '../cases/verify.ts';
import { FEED } from '../feeds/single.ts';
import { chain, message, next, numbered, unknownId } from '../messages/message.ts';
import { byIds, quiet, state, torn } from './ask.ts';

const { fern, spaces } = cast;

const pick = (...sequences: number[]): NativeRecord[] => sequences.map((n) => FEED[n - 1] as NativeRecord);

/** Messages and what a replica says of them. */
type Known = { slug: string; words: string; records: NativeRecord[]; wanted: FeedReport[]; orders: number };

const fork = (): Known => {
  const twin = next(pick(1, 2), { content: 'another third' });
  const records = [...pick(1, 2, 3), twin, ...pick(4)];
  const pair = byIds(records, 2, 3) as [number, number];
  return {
    slug: 'fork',
    words: 'two messages 3 among five messages',
    records,
    wanted: [torn([0, 1], [...pair, 4], 2, [3, ...pair])],
    orders: 10,
  };
};

const gap = (): Known => ({
  slug: 'gap',
  words: 'messages 1, 3 and 4',
  records: pick(1, 3, 4),
  wanted: [quiet([0, 1, 2], 1)],
  orders: 6,
});

const link = (): Known => {
  const records = [...pick(1, 2), next(pick(1, 2, 3), { header: { skip: unknownId('x') } })];
  return {
    slug: 'link',
    words: 'messages 1 and 2, and a message 4 whose skip link leads elsewhere',
    records,
    wanted: [torn([0, 1], [2], 2, [4, ...(byIds(records, 0, 2) as [number, number])])],
    orders: 6,
  };
};

/** A feed that is torn by two kinds of evidence, another author, another log, another space, and what is left out. */
const crowd = (): Known => {
  const [hello, answer] = chain(2, { author: fern }) as [NativeRecord, NativeRecord];
  const stray = numbered(2, { header: { log: 1, previous: unknownId('x'), timestamp: T + 5 } });
  const records = [
    ...pick(1, 2),
    next(pick(1), { content: 'another second' }),
    ...pick(5),
    hello,
    answer,
    message({ header: { log: 1 } }),
    stray,
    message({ header: { space: spaces.kitchen } }),
    message({ content: 'not by Suzy', signer: fern }),
  ];
  const pair = byIds(records, 1, 2) as [number, number];
  return {
    slug: 'crowd',
    words: 'three feeds, two of them torn, and messages that are left out',
    records,
    wanted: [
      torn([0], [...pair, 3], 1, [2, ...pair]),
      torn([6], [7], 1, [2, ...(byIds(records, 6, 7) as [number, number])], { log: 1 }),
      quiet([4, 5], 2, { author: fern }),
    ],
    orders: 12,
  };
};

/** The same report, where each message stands elsewhere. */
const moved = (report: FeedReport, order: readonly number[]): FeedReport => {
  const to = (position: number): number => order.indexOf(position);
  const { evidence } = report;
  return {
    ...report,
    settled: report.settled.map(to),
    disputed: report.disputed.map(to),
    ...(evidence === undefined
      ? {}
      : { evidence: { ...evidence, proof: [to(evidence.proof[0]), to(evidence.proof[1])] as [number, number] } }),
  };
};

/** One set of messages in several orders of arrival: the answer is the same, but for the positions. */
export const arrivals = (): VectorCase[] =>
  [fork(), gap(), link(), crowd()].flatMap(({ slug, words, records, wanted, orders }) => {
    const positions = [...records.keys()];
    const lists = orders === 6 ? allOrders(positions) : someOrders(positions, orders);
    return lists.map((order, index) =>
      state(
        `order-${slug}-${index + 1}`,
        `${words}, order ${index + 1}`,
        ['FEED-13', 'FEED-15', 'FEED-16', 'FEED-18', 'FEED-19', 'FEED-20'],
        order.map((position) => records[position] as NativeRecord),
        { wanted: wanted.map((report) => moved(report, order)) },
      ),
    );
  });
