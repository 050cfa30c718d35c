import { compareBytes } from './bytes.ts';
import type { FeedItem } from './feed-format.ts';
import { isLater } from './feed-rules.ts';
import { lipmaa } from './lipmaa.ts';

/** A message that a replica keeps, and its position in what the replica was given. */
export type Placed = { item: FeedItem; position: number };

/** What a replica says about one feed. */
export type FeedReport = {
  author: string;
  log?: number;
  settled: number[];
  disputed: number[];
  length: number;
  evidence?: { sequence: number; proof: [number, number] };
};

/** Two messages that are evidence at a sequence of `feed`, the one with the lower id first. */
type Evidence = { feed: string; sequence: number; pair: readonly [Placed, Placed] };

const byId = (left: Placed, right: Placed): number => compareBytes(left.item.idBytes, right.item.idBytes);

const pairOf = (one: Placed, other: Placed): readonly [Placed, Placed] =>
  byId(one, other) < 0 ? [one, other] : [other, one];

/** The links of a message, each with the sequence that it is for. */
const linksOf = ({ sequence, previous, skip }: FeedItem): { id: string; sequence: number }[] => [
  ...(previous === undefined ? [] : [{ id: previous, sequence: sequence - 1 }]),
  ...(skip === undefined ? [] : [{ id: skip, sequence: lipmaa(sequence) }]),
];

/** Whether these two are evidence at the sequence of the first, in its feed [FEED-15] [FEED-16] [FEED-17]. */
const isEvidence = ({ item }: Placed, { item: other }: Placed): boolean => {
  const same = item.feed === other.feed;
  if (same && item.sequence === other.sequence) return true;
  return linksOf(item).some((link) =>
    link.id === other.id
      ? !same || link.sequence !== other.sequence || !isLater(item, other)
      : same && link.sequence === other.sequence,
  );
};

/** Everything that contradicts something, found by comparing everything with everything. */
const evidenceOf = (placed: readonly Placed[]): Evidence[] =>
  placed.flatMap((one) =>
    placed
      .filter((other) => other !== one && isEvidence(one, other))
      .map((other) => ({ feed: one.item.feed, sequence: one.item.sequence, pair: pairOf(one, other) })),
  );

/** The first of the pairs, by the lower id and then by the higher [FEED-19]. */
const firstPair = (found: readonly Evidence[]): [number, number] | undefined => {
  const [first] = found.map(({ pair }) => pair).sort(([a, b], [c, d]) => byId(a, c) || byId(b, d));
  return first && [first[0].position, first[1].position];
};

const positions = (placed: readonly Placed[]): number[] =>
  [...placed]
    .sort((left, right) => left.item.sequence - right.item.sequence || byId(left, right))
    .map(({ position }) => position);

const reportOf = (members: readonly Placed[], evidence: readonly Evidence[]): FeedReport => {
  const lowest = evidence.reduce((least, { sequence }) => Math.min(least, sequence), Number.POSITIVE_INFINITY);
  const settled = members.filter(({ item }) => item.sequence < lowest);
  let length = 0;
  while (settled.some(({ item }) => item.sequence === length + 1)) length += 1;
  const { authorId, log } = (members[0] as Placed).item;
  const proof = firstPair(evidence.filter(({ sequence }) => sequence === lowest));
  return {
    author: authorId,
    ...(log === undefined ? {} : { log }),
    settled: positions(settled),
    disputed: positions(members.filter(({ item }) => item.sequence >= lowest)),
    length,
    ...(proof === undefined ? {} : { evidence: { sequence: lowest, proof } }),
  };
};

/**
 * What a replica says about the feeds of these messages, which it keeps: each accepted by itself, no two of one id, all
 * of its space [FEED-15] to [FEED-20].
 */
export const feedReports = (placed: readonly Placed[]): FeedReport[] => {
  const evidence = evidenceOf(placed);
  const feeds = [...new Set(placed.map(({ item }) => item.feed))].map((feed) =>
    placed.filter(({ item }) => item.feed === feed),
  );
  const sorted = feeds.sort(([left], [right]) => {
    const [one, other] = [(left as Placed).item, (right as Placed).item];
    return compareBytes(one.author, other.author) || (one.log ?? 0) - (other.log ?? 0);
  });
  return sorted.map((members) =>
    reportOf(
      members,
      evidence.filter(({ feed }) => feed === members[0]?.item.feed),
    ),
  );
};
