import { concat } from '../forge/bytes.ts';
import { END, encodeRanges, type JsonObject, parseRanges, START } from '../forge/index.ts';
import type { RangeEntry } from '../forge/sync-ranges.ts';

type Entries = readonly RangeEntry[];
/** What is said of ranges, as a liar says it; `at` says where. */
export type RangeLie = (entries: Entries, at: number) => Entries;

const change = (entries: Entries, at: number, to: (entry: RangeEntry) => RangeEntry | undefined): Entries =>
  entries.flatMap((entry, index) => (index === at % entries.length ? (to(entry) ?? []) : [entry]));

const counting =
  (by: number): RangeLie =>
  (entries, at) =>
    change(entries, at, (entry) => (entry.kind === 'sum' ? { ...entry, count: Math.max(0, entry.count + by) } : entry));

const place = ({ from, to }: RangeEntry): Pick<RangeEntry, 'from' | 'to'> => ({ from, to });
const id = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const NOTHING = new Uint8Array(16);

/** Lies that have their form, and are found out by adding up, by comparing, or by what was asked. */
export const RANGE_LIES: readonly RangeLie[] = [
  counting(1),
  counting(-1),
  counting(40),
  // Each of two neighbours by one, so that they still add up.
  (entries, at) => counting(-2)(counting(2)(entries, at), at + 1),
  (entries, at) =>
    change(entries, at, (entry) =>
      entry.kind === 'list'
        ? {
            ...entry,
            long: !entry.long,
            ids: entry.ids.map((each) => concat(each, id(32, 0)).subarray(0, entry.long ? 6 : 32)),
          }
        : entry,
    ),
  (entries, at) =>
    change(entries, at, (entry) => {
      if (entry.kind === 'list') return { ...entry, ids: entry.ids.slice(1) };
      return entry.kind === 'wish' ? { ...entry, bits: [...entry.bits, false] } : entry;
    }),
  (entries, at) =>
    change(entries, at, (entry) => {
      const ids = Array.from({ length: 17 }, (_, index) => id(6, index));
      return entry.kind === 'silent' ? entry : { kind: 'list', long: false, ids, ...place(entry) };
    }),
  (entries, at) => change(entries, at, (entry) => ({ kind: 'sum', fingerprint: NOTHING, count: 3, ...place(entry) })),
  (entries, at) => change(entries, at, (entry) => ({ kind: 'wish', bits: [true], ...place(entry) })),
  (entries, at) => change(entries, at, (entry) => ({ kind: 'list', long: false, ids: [id(6, 1)], ...place(entry) })),
  (entries, at) => change(entries, at, () => undefined),
  (entries) => [...entries, ...entries],
  (entries) => entries.toReversed(),
  (entries, at) => change(entries, at, (entry) => ({ ...entry, to: END })),
  () => [{ kind: 'sum', fingerprint: NOTHING, count: 1_000, from: START, to: END }],
  (entries) =>
    Array.from({ length: 16 }, (_, part): RangeEntry => {
      const [time, until] = [BigInt(part) * 10n ** 14n, BigInt(part + 1) * 10n ** 14n];
      const to = part === 15 ? END : { time: until, bytes: id(32, 0) };
      const from = part === 0 ? START : { time, bytes: id(32, 0) };
      return { kind: 'sum', fingerprint: NOTHING, count: entries.length + 1, from, to };
    }),
];

/** A `reconcile` with a lie in it; a message without ranges, or whose lie would say nothing, gets another member. */
export const withRangeLie = (message: JsonObject, lie: RangeLie, at: number): JsonObject => {
  const parsed = 'ranges' in message ? parseRanges(String(message.ranges)) : { broken: 'RNG-1' };
  const entries =
    'entries' in parsed
      ? lie(
          parsed.entries.filter(({ kind }) => kind !== 'silent'),
          at,
        )
      : [];
  return entries.length === 0 ? { ...message, spoilt: true } : { ...message, ranges: encodeRanges(entries) };
};
