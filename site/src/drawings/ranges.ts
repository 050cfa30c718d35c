import type { Bound, RangeEntry } from '../../../conformance/src/verdict/ranges.ts';
import { entriesOf, sessionOf } from './session-of.ts';

/** A range of items: `from` counts from 0 and `to` is behind the last, in the order of the peer's items. */
type Part = { readonly from: number; readonly to: number; readonly count: number; readonly isEqual: boolean };

type Ranged = { readonly from: number; readonly to: number; readonly entry: RangeEntry };

const timestampOf = (text: string): number => (JSON.parse(text) as { header: { timestamp: number } }).header.timestamp;

const isWithin = (inner: Ranged, outer: { from: number; to: number }): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** Sums as parts: what is answered with anything but silence was unequal. */
const partsOf = (sums: readonly Ranged[], answers: readonly Ranged[]): Part[] =>
  sums.flatMap(({ from, to, entry }) =>
    entry.kind === 'sum'
      ? [
          {
            from,
            to,
            count: entry.count,
            isEqual: !answers.some((each) => each.entry.kind !== 'silent' && isWithin(each, { from, to })),
          },
        ]
      : [],
  );

/**
 * How two peers find one record that the partner lacks: the sum of the whole, its parts, those of an unequal part, and the list in the end.
 * Items are told by the places that they have among the peer's; no two of these have one timestamp. The same in words.
 */
export const descentOf = (vector: string) => {
  const { texts, messages } = sessionOf(vector);
  const times = texts.map(timestampOf).sort((a, b) => a - b);
  const placeOf = (bound: Bound): number => {
    if (bound === undefined) return times.length;
    if (bound.bytes !== '') throw new RangeError(`${vector} has bounds that time alone does not tell`);
    return times.filter((time) => time < bound.timestamp).length;
  };
  const turns = messages
    .filter(({ message }) => message.type === 'reconcile')
    .map(({ message }) => {
      const entries = entriesOf(message);
      return entries.map((entry, at): Ranged => {
        const before = entries[at - 1];
        return { from: before === undefined ? 0 : placeOf(before.to), to: placeOf(entry.to), entry };
      });
    });
  const [whole = [], parts = [], finer = [], lists = []] = turns;
  const [sum] = partsOf(whole, parts);
  const list = lists.find(({ entry }) => entry.kind === 'list' && entry.items.length > 0);
  if (sum === undefined || list === undefined || list.entry.kind !== 'list')
    throw new RangeError(`${vector} does not come to a list in four turns`);
  const first = partsOf(parts, finer);
  const chosen = first.find((part) => isWithin(list, part));
  if (chosen === undefined) throw new RangeError(`${vector} has a list in no part`);
  const second = partsOf(
    finer.filter((each) => isWithin(each, chosen)),
    lists,
  );
  const given = messages.flatMap(({ by, message }) => (by === 'peer' ? (message.records ?? []) : []));
  const sent = given.map(({ text }) => times.indexOf(timestampOf(text)));
  const items = Array.from({ length: list.to - list.from }, (_, at) => ({
    place: list.from + at,
    isSent: sent.includes(list.from + at),
  }));
  const named = list.entry.items.length;
  if (items.filter(({ isSent }) => !isSent).length !== named)
    throw new RangeError(`${vector} sends what its list names`);
  const unequal = first.filter(({ isEqual }) => !isEqual).length;
  const says =
    `${sum.count} items in the order of time. Their sum is not that of the partner, who answers with ${first.length} sums; ` +
    `${unequal} of them are not equal. One of these has the items from ${chosen.from + 1} to ${chosen.to}: it is answered with ${second.length} sums, ` +
    `and the partner answers an unequal one with a list that names ${named} of its ${items.length} items. ` +
    `So the peer sends item ${items
      .filter(({ isSent }) => isSent)
      .map(({ place }) => place + 1)
      .join(', ')}.`;
  return {
    count: sum.count,
    first,
    chosen,
    second,
    range: { from: list.from, to: list.to },
    items,
    named,
    unequal,
    says,
  };
};
