import type { FeedItem } from './feed-format.ts';
import { lipmaa, proofPath } from './lipmaa.ts';
import { type Rule, rule } from './rule.ts';

/** A message that breaks no rule by itself, and the messages before it, by rising sequence; they may have gaps. */
export type Arrival = { item: FeedItem; before: readonly FeedItem[] };

const lastOf = ({ before }: Arrival): FeedItem | undefined => before.at(-1);

/** Whether the one comes after the other by its timestamp, in formats that compare it. */
export const isLater = (item: FeedItem, other: FeedItem): boolean =>
  item.timestamp === undefined || other.timestamp === undefined || item.timestamp > other.timestamp;

/** A message after another, or as the first that is known. */
export const arrivalRules: readonly Rule<Arrival>[] = [
  rule('FEED-1', 'feed-mismatch', 'feed', (input) => (lastOf(input) ?? input.item).feed === input.item.feed),
  rule('FEED-2', 'sequence-order', 'feed', (input) => input.item.sequence === (lastOf(input)?.sequence ?? 0) + 1),
  rule('FEED-3', 'previous-mismatch', 'feed', (input) => {
    const last = lastOf(input);
    return last === undefined || input.item.previous === last.id;
  }),
  rule('FEED-4', 'skip-mismatch', 'feed', ({ item, before }) => {
    if (item.skip === undefined) return true;
    const known = before.find(({ sequence }) => sequence === lipmaa(item.sequence));
    return known === undefined || item.skip === known.id;
  }),
  rule('FEED-5', 'timestamp-order', 'feed', (input) => {
    const last = lastOf(input);
    return last === undefined || isLater(input.item, last);
  }),
];

/** Messages that break no rule by themselves, said to be a subset proof of the message `target`. */
export type Proof = { items: readonly FeedItem[]; target: number };

/** Whether something holds for each message of a proof and the next one. */
const eachStep = ({ items }: Proof, holds: (item: FeedItem, next: FeedItem) => boolean): boolean =>
  items.every((item, index) => {
    const next = items[index + 1];
    return next === undefined || holds(item, next);
  });

export const proofRules: readonly Rule<Proof>[] = [
  rule('FEED-9', 'proof-path', 'feed', ({ items, target }) => {
    const path = proofPath(items[0]?.sequence ?? 0, target);
    return path.length > 0 && JSON.stringify(path) === JSON.stringify(items.map(({ sequence }) => sequence));
  }),
  rule('FEED-10', 'feed-mismatch', 'feed', ({ items }) => items.every(({ feed }) => feed === items[0]?.feed)),
  rule('FEED-11', 'proof-link', 'feed', (proof) =>
    eachStep(proof, (item, next) => next.id === (next.sequence === item.sequence - 1 ? item.previous : item.skip)),
  ),
  rule('FEED-12', 'timestamp-order', 'feed', (proof) => eachStep(proof, isLater)),
];
