import { table } from '../../../scripts/table.ts';
import type { Compared, Upkeep } from './sync.ts';
import type { Carried } from './sync-documents.ts';

const number = (value: number): string => Math.round(value).toLocaleString('en');
const millis = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(2));
const ratio = (value: number, to: number | undefined): string =>
  to === undefined || to === 0 ? '' : `${(value / to).toPrecision(2)}×`;

export const comparedTable = (compared: readonly Compared[]): string[] =>
  table(
    [
      'items',
      'differ',
      'bytes',
      'as messages',
      'of negentropy',
      'ratio',
      'bound',
      'rounds',
      'of negentropy',
      'CPU, ms',
      'of negentropy',
      'ratio',
    ],
    compared.map(({ items, count, place, rockpool, negentropy, bound }) => [
      number(items),
      count === 0 ? '0' : `${number(count)} ${place}`,
      number(rockpool.bytes),
      number(rockpool.framed),
      negentropy === undefined ? '' : number(negentropy.bytes),
      ratio(rockpool.bytes, negentropy?.bytes),
      number(bound),
      number(rockpool.rounds),
      negentropy === undefined ? '' : number(negentropy.rounds),
      millis(rockpool.cpu),
      millis(negentropy?.cpu),
      ratio(rockpool.cpu, negentropy?.cpu),
    ]),
  );

const GROWN_FROM = 10_000;

/** How much more CPU time the largest sets take than those of ten thousand items. */
export function growthTable(compared: readonly Compared[]): string[] {
  const largest = Math.max(...compared.map(({ items }) => items));
  const at = (items: number) => compared.filter((each) => each.items === items);
  const rows = at(largest).flatMap(({ count, place, rockpool, negentropy }) => {
    const from = at(GROWN_FROM).find((each) => each.count === count && each.place === place);
    if (from === undefined) return [];
    const theirs = negentropy && from.negentropy && ratio(negentropy.cpu, from.negentropy.cpu);
    return [[count === 0 ? '0' : `${number(count)} ${place}`, ratio(rockpool.cpu, from.rockpool.cpu), theirs ?? '']];
  });
  return table(['differ', `CPU from ${number(GROWN_FROM)} to ${number(largest)} items`, 'of negentropy'], rows);
}

export const upkeepTable = (upkeep: readonly Upkeep[]): string[] =>
  table(
    ['items', 'one more, the newest, µs', 'one more, anywhere, µs'],
    upkeep.map(({ items, inOrder, scattered }) => [number(items), inOrder.toFixed(1), scattered.toFixed(1)]),
  );

export const carriedTable = (carried: readonly Carried[]): string[] =>
  table(
    ['into an empty peer', 'documents', 'a CPU second', 'to the package'],
    carried.map(({ name, documents, cpu, beside }) => {
      const published = carried.find((each) => each.name === beside && each.documents === documents);
      return [
        name,
        number(documents),
        number((documents * 1_000) / cpu),
        published === undefined ? '' : ratio(published.cpu, cpu),
      ];
    }),
  );
