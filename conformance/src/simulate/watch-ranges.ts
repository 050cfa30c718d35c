import { hex, type JsonObject } from '../forge/index.ts';
import type { Entry } from '../forge/replica-entry.ts';
import { PARTS } from '../forge/session-ranges.ts';
import { itemBytes, shortId } from '../forge/sync-items.ts';
import { type Bound, type RangeEntry, readRanges, sameBound } from '../verdict/ranges.ts';
import { Fault } from './fault.ts';

type Side = 'caller' | 'answerer';
type Said = RangeEntry & { from: Bound | 'beginning' };

/**
 * What a side has said of ranges in its turn, and has not finished where more is to come; and whether it has divided a sum, so that
 * silence does not add up to that [RNG-8].
 */
type Turn = { said: readonly Said[]; isOpen: boolean; isDivided: boolean };
const SILENT: Turn = { said: [], isOpen: false, isDivided: false };

/** What is known of the session when a side speaks. */
type Known = {
  /** All records that were ever written. */
  written: Iterable<Entry>;
  /** The records that have arrived at the side. */
  got: readonly Entry[];
  transcript: Uint8Array;
};

const sameFrom = (one: Said['from'], other: Said['from']): boolean =>
  one === 'beginning' || other === 'beginning' ? one === other : sameBound(one, other);

const isSum = (entry: Said | undefined): entry is Said & { kind: 'sum' } => entry?.kind === 'sum';
const total = (sums: readonly { count: number }[]): number => sums.reduce((all, { count }) => all + count, 0);

/** The rows of eight sums that stand side by side. */
const divisionsIn = (said: readonly Said[]): (Said & { kind: 'sum' })[][] => {
  const sums = said.filter(isSum);
  return Array.from({ length: Math.floor(sums.length / PARTS) }, (_, at) => sums.slice(at * PARTS, (at + 1) * PARTS));
};

const other = (side: Side): Side => (side === 'caller' ? 'answerer' : 'caller');

/** Watches what two peers say of ranges, beyond what each of them refuses. */
export const watchRanges = () => {
  const turns: Record<Side, Turn> = { caller: SILENT, answerer: SILENT };

  const checkParts = (side: Side, sums: readonly { count: number }[]): void => {
    const all = total(sums);
    const wrong = sums.findIndex(
      ({ count }, at) => count !== Math.floor(((at + 1) * all) / PARTS) - Math.floor((at * all) / PARTS),
    );
    if (wrong >= 0)
      throw new Fault(
        'message',
        `the ${side} has ${sums[wrong]?.count} of ${all} items in part ${wrong} of eight [RNG-12]`,
      );
  };

  /** A bound is longer than its first byte only where another item of that time begins in the same way. */
  const checkBound = (side: Side, to: Bound, written: Iterable<Entry>): void => {
    if (to === undefined || to.bytes.length < 4) return;
    const common = to.bytes.slice(0, -2);
    const alike = [...written].filter(
      (entry) => entry.timestamp === to.timestamp && hex(itemBytes(entry)).startsWith(common),
    );
    if (alike.length < 2)
      throw new Fault(
        'message',
        `the ${side} names a bound of ${to.bytes.length / 2} bytes, which are too many [RNG-13]`,
      );
  };

  const checkWish = (side: Side, wish: Said & { kind: 'wish' }, { got, transcript }: Known): void => {
    const list = turns[other(side)].said.find(({ from }) => sameFrom(from, wish.from));
    if (list === undefined || !('items' in list)) return;
    const names = got.map(itemBytes).map((bytes) => hex(list.kind === 'list' ? shortId(bytes, transcript) : bytes));
    const again = list.items.find((name, at) => wish.wished[at] && names.includes(name));
    if (again !== undefined)
      throw new Fault('message', `the ${side} wishes for ${again}, which it has got before in the session [RNG-16]`);
  };

  return {
    /** A side sends a `reconcile`. */
    saw: (side: Side, { ranges, more }: JsonObject, known: Known): void => {
      const read = readRanges(String(ranges));
      if (typeof read === 'string') return;
      const turn = turns[side];
      const before = turn.isOpen ? turn.said : [];
      const said = read.map(
        (entry, at): Said => ({ ...entry, from: (at === 0 ? before.at(-1) : read[at - 1])?.to ?? 'beginning' }),
      );
      const loud = said.filter(({ kind }) => kind !== 'silent');
      for (const entry of loud) {
        if (turns[other(side)].said.some((each) => isSum(each) && each.count === 0 && sameFrom(each.from, entry.from)))
          throw new Fault('message', `the ${side} answers a sum of no items [RNG-10]`);
        if (entry.kind === 'wish') checkWish(side, entry, known);
        if (isSum(entry)) checkBound(side, entry.to, known.written);
      }
      const divisions = divisionsIn(loud);
      for (const sums of divisions) checkParts(side, sums);
      const isDivided = divisions.some((sums) =>
        turns[other(side)].said.some(
          (each) => isSum(each) && sameFrom(each.from, sums[0]?.from) && each.count !== total(sums),
        ),
      );
      turns[side] = { said: [...before, ...said], isOpen: more === true, isDivided };
    },
    /** A side says `done`, or a pass begins: nothing is answered any more. */
    silent: (side: Side): void => {
      turns[side] = SILENT;
    },
    /** Whether silence about what a side said last does not add up to what it answered. */
    isDivided: (side: Side): boolean => turns[side].isDivided,
  };
};
