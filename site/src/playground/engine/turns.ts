import { type Bound, isEnd } from '../../../../reference/src/sync/item.ts';
import { readRanges } from '../../../../reference/src/sync/ranges.ts';
import type { PeerAt } from './event.ts';
import type { Message } from './message.ts';
import type { Peer } from './peer.ts';

/** What one peer says of a range of its items: these from the place `from` to before the place `to` in their order. */
export type Range = {
  readonly from: number;
  readonly to: number;
  readonly kind: 'silent' | 'sum' | 'list' | 'long-list' | 'wish';
  /** How many items it names: of a sum, the number that it claims. */
  readonly count: number;
  readonly fingerprint: string | undefined;
};

/** What one peer said in a `reconcile`, for drawing it over all of its items. */
export type Turn = {
  readonly message: number;
  readonly by: PeerAt;
  /** Of the peer among whose items the ranges are: the one that speaks, or the host of a guest. */
  readonly items: number;
  readonly ranges: readonly Range[];
};

/** The turn that a message is; nothing for other messages. Bounds are told by places among the items of a peer. */
export const saidIn = ({ number, from, text }: Message, among: Peer): Turn | undefined => {
  const ranges = rangesIn(text);
  if (ranges === undefined) return undefined;
  const tree = among.source.snapshot(among.now);
  const placeOf = (bound: Bound) => (isEnd(bound) ? tree.size : tree.rankOf(bound));
  return {
    message: number,
    by: from,
    items: tree.size,
    ranges: readRanges(ranges).entries.map((entry) => ({
      from: placeOf(entry.lower),
      to: placeOf(entry.upper),
      kind: entry.kind,
      count: countOf(entry),
      fingerprint: entry.kind === 'sum' ? entry.fingerprint : undefined,
    })),
  };
};

type Entry = ReturnType<typeof readRanges>['entries'][number];

const countOf = (entry: Entry): number => {
  switch (entry.kind) {
    case 'sum':
      return entry.count;
    case 'list':
    case 'long-list':
      return entry.ids.length;
    case 'wish':
      return entry.wished.filter(Boolean).length;
    default:
      return 0;
  }
};

/** The ranges of a `reconcile`; nothing where a text is none. */
export const rangesIn = (text: string): string | undefined => {
  if (!text.includes('"reconcile"')) return undefined;
  try {
    const { type, ranges } = JSON.parse(text) as { type?: unknown; ranges?: unknown };
    return type === 'reconcile' && typeof ranges === 'string' ? ranges : undefined;
  } catch {
    // A changed byte may have made something else of it.
    return undefined;
  }
};
