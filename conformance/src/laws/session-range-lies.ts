import { base64url, unbase64url } from '../forge/base64.ts';
import { concat } from '../forge/bytes.ts';
import { END, encodeRanges, parseRanges, START } from '../forge/index.ts';
import { MOST_LISTED, PARTS } from '../forge/session-ranges.ts';
import { type RangeEntry, SHORT_ID } from '../forge/sync-ranges.ts';
import type { Lie } from './session-lies.ts';

type Entries = readonly RangeEntry[];
type Kind = RangeEntry['kind'];

/** Says other bytes. */
const inBytes =
  (change: (bytes: readonly number[], at: number) => readonly number[]): Lie =>
  (message, at) => {
    if (!('ranges' in message)) return undefined;
    const bytes = [...(unbase64url(String(message.ranges)) ?? new Uint8Array(1))];
    return { ...message, ranges: base64url(Uint8Array.from(change(bytes, at))) };
  };

/** Says other entries, where there are some of these kinds; `at` says which of them. */
const inEntries =
  (kinds: readonly Kind[], change: (entries: Entries, which: number) => Entries): Lie =>
  (message, at) => {
    const parsed = 'ranges' in message ? parseRanges(String(message.ranges)) : { broken: 'RNG-1' };
    if (!('entries' in parsed)) return undefined;
    const entries = parsed.entries.filter(({ kind }) => kind !== 'silent');
    const meant = [...entries.keys()].filter((index) => kinds.includes(entries[index]?.kind ?? 'silent'));
    const which = meant[at % Math.max(1, meant.length)];
    return which === undefined ? undefined : { ...message, ranges: encodeRanges(change(entries, which)) };
  };

/** Says something else of one range. */
const ofRange = (kinds: readonly Kind[], change: (entry: RangeEntry) => RangeEntry | readonly RangeEntry[]): Lie =>
  inEntries(kinds, (entries, which) => entries.flatMap((entry, index) => (index === which ? change(entry) : entry)));

const place = ({ from, to }: RangeEntry): Pick<RangeEntry, 'from' | 'to'> => ({ from, to });
const id = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const NOTHING = new Uint8Array(16);
const SAID: readonly Kind[] = ['sum', 'list', 'wish'];

const sum = (entry: RangeEntry, count: number): RangeEntry => ({
  kind: 'sum',
  fingerprint: NOTHING,
  count,
  ...place(entry),
});
const list = (entry: RangeEntry, many: number, long = false): RangeEntry => {
  const ids = Array.from({ length: many }, (_, index) => id(long ? 32 : SHORT_ID, index));
  return { kind: 'list', long, ids, ...place(entry) };
};

/** Divides the whole range evenly by time, however many items each part is said to have. */
const dividedInto = (countOf: (part: number) => number): Lie =>
  inEntries(['list', 'sum'], (entries, which) => {
    const one = entries[which];
    if (entries.length > 1 || one === undefined) return entries;
    return Array.from({ length: PARTS }, (_, part): RangeEntry => {
      const bound = (index: number) => ({ time: BigInt(index) * 10n ** 14n, bytes: id(32, 0) });
      const [from, to] = [part === 0 ? START : bound(part), part === PARTS - 1 ? END : bound(part + 1)];
      return { ...sum(one, countOf(part)), from, to };
    });
  });

const isLong = (entry: RangeEntry): boolean => entry.kind === 'list' && entry.long;

/** Bytes that are no ranges. */
export const FORM_LIES: readonly Lie[] = [
  inBytes((bytes, at) => bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte))),
  inBytes((bytes, at) => bytes.with(at % bytes.length, at)),
  inBytes((bytes, at) => bytes.slice(0, at % bytes.length)),
  inBytes((bytes, at) => [...bytes, at]),
  inBytes(() => []),
  (message) => ('ranges' in message ? { ...message, ranges: `${message.ranges}=` } : undefined),
  (message) => ('ranges' in message ? { ...message, ranges: `${message.ranges}!` } : undefined),
];

/** Bounds that do not rise. */
export const ORDER_LIES: readonly Lie[] = [
  inBytes((bytes) => [...bytes, ...bytes]),
  inEntries(SAID, (entries) => [...entries, ...entries]),
  inEntries(SAID, (entries, which) => [...entries.slice(0, which + 1), ...entries.slice(which)]),
];

/** Passes that do not begin with one sum of all; the partner has to be the one that begins. */
export const BEGIN_LIES: readonly Lie[] = [
  (message) => (message.type === 'reconcile' ? { ...message, more: true } : undefined),
  ofRange(['sum'], (entry) => list(entry, 1)),
  ofRange(['sum'], (entry) => list(entry, 2, true)),
  ofRange(['sum'], (entry) => ({ ...sum(entry, 3), to: { time: 10n ** 15n, bytes: id(32, 0) } })),
  dividedInto(() => 5),
];

/** Answers to what was not asked, and of another kind than what was asked for. */
export const ANSWER_LIES: readonly Lie[] = [
  ofRange(SAID, (entry) => sum(entry, 3)),
  ofRange(SAID, (entry) => ({ kind: 'wish', bits: [true], ...place(entry) })),
  ofRange(['wish'], (entry) => (entry.kind === 'wish' ? { ...entry, bits: [...entry.bits, false] } : entry)),
  ofRange(['wish', 'sum'], (entry) => list(entry, 1)),
  inEntries(SAID, (entries, which) => (entries.length > 1 ? entries.toSpliced(which, 1) : entries)),
  // Two neighbours as one.
  inEntries(['list', 'sum'], (entries, which) => {
    const [one, next] = [entries[which], entries[which + 1]];
    return one && next ? entries.toSpliced(which, 2, { ...one, to: next.to }) : entries;
  }),
];

/** Lists of the other pass. */
export const LENGTH_LIES: readonly Lie[] = [
  ofRange(['list'], (entry) => (entry.kind === 'list' ? list(entry, entry.ids.length, !entry.long) : entry)),
  ofRange(['list'], (entry) =>
    entry.kind === 'list'
      ? {
          ...entry,
          long: !entry.long,
          ids: entry.ids.map((each) => concat(each, id(32, 0)).subarray(0, entry.long ? SHORT_ID : 32)),
        }
      : entry,
  ),
];

/** More items than a list may have. */
export const LIST_LIES: readonly Lie[] = [MOST_LISTED + 1, MOST_LISTED + 2, 300].map((many) =>
  ofRange(['list'], (entry) => list(entry, many, isLong(entry))),
);

/** Parts that no division has: too uneven, or too small to be divided. */
export const PART_LIES: readonly Lie[] = [
  dividedInto(() => 1),
  dividedInto(() => 0),
  dividedInto(() => MOST_LISTED / PARTS),
  dividedInto((part) => (part === 3 ? 7 : 5)),
  dividedInto((part) => (part < 4 ? 4 : 6)),
  dividedInto((part) => 5 * part),
];

/** Numbers that do not add up to one that was said before. */
export const TOTAL_LIES: readonly Lie[] = [
  ...[1, -1, 32, 1_000].map((by) =>
    ofRange(['sum'], (entry) => (entry.kind === 'sum' ? sum(entry, Math.max(1, entry.count + by)) : entry)),
  ),
  ofRange(['list'], (entry) => (entry.kind === 'list' ? { ...entry, ids: entry.ids.slice(1) } : entry)),
  ofRange(['list'], (entry) => (entry.kind === 'list' ? list(entry, entry.ids.length + 1, entry.long) : entry)),
];
