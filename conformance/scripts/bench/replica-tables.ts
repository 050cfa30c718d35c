import { table } from '../../../scripts/table.ts';
import type { Cores } from './replica-cores.ts';
import type { IngestRate } from './replica-ingest.ts';
import type { AtSize } from './replica-sizes.ts';

const number = (value: number): string => Math.round(value).toLocaleString('en');
const ratio = (value: number, to: number | undefined): string =>
  to === undefined ? '' : `${(value / to).toFixed(2)}×`;

export const ingestTable = (ingest: readonly IngestRate[]): string[] =>
  table(
    ['replica', 'records at once', 'taken in a CPU second', 'to the raw engine', 'to the package'],
    ingest.map(({ name, batch, perCpuSecond, raw, beside }) => [
      name,
      number(batch),
      number(perCpuSecond),
      ratio(perCpuSecond, raw),
      ratio(perCpuSecond, beside),
    ]),
  );

export const coresTable = ({ processors, load, ingest, raw, undisturbed }: Cores): string[] => [
  ...table(
    ['signatures', 'a second of wall time, one thread', 'all threads', 'ratio'],
    [
      ['of records that a replica takes in', number(ingest.one), number(ingest.all), ratio(ingest.all, ingest.one)],
      ['alone', number(raw.one), number(raw.all), ratio(raw.all, raw.one)],
    ],
  ),
  '',
  `${processors} processors, load ${load.toFixed(1)}: what else runs makes these ratios a matter of chance. By the CPU time of the threads, taking in would be`,
  `${undisturbed.toFixed(2)}× as fast on all processors if nothing else ran.`,
];

const millis = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1));

/** Growth is that of the last size to the first of the same store. */
export function sizesTable(sizes: readonly AtSize[]): string[] {
  const pages = Object.keys(sizes[0]?.pages ?? {});
  const rows = sizes.map(({ store, records, opening, pages: taken, perLiveByte, ingest }) => [
    store,
    number(records),
    millis(opening),
    ...pages.map((name) => millis(taken[name])),
    ingest.toFixed(0),
    perLiveByte.toFixed(2),
  ]);
  const growths = [...Map.groupBy(sizes, ({ store }) => store)].flatMap(([store, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const growth = (of: (size: AtSize) => number | undefined) => ratio(of(last) ?? Number.NaN, of(first));
    return [
      [
        `${store}, growth`,
        `${number(last.records / first.records)}×`,
        growth(({ opening }) => opening),
        ...pages.map((name) => growth((size) => size.pages[name])),
        growth(({ ingest }) => ingest),
        growth(({ perLiveByte }) => perLiveByte),
      ],
    ];
  });
  const head = ['store', 'records', 'opening, ms', ...pages.map((name) => `page by ${name}, ms`)];
  return table([...head, 'one more record, µs', 'bytes a live byte'], [...rows, ...growths]);
}
