import { type Bound, beginning } from './item.ts';

/** What a peer says of the range from the bound of the entry before it up to its own. */
export type Entry = { readonly lower: Bound; readonly upper: Bound } & (
  | { readonly kind: 'silent' }
  | { readonly kind: 'sum'; readonly fingerprint: string; readonly count: number }
  | { readonly kind: 'list'; readonly ids: readonly string[] }
  | { readonly kind: 'long-list'; readonly ids: readonly string[] }
  | { readonly kind: 'wish'; readonly wished: readonly boolean[] }
);

export type Kind = Entry['kind'];
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>;

/** Entries as they were read. */
export interface ReadEntries {
  readonly entries: readonly Entry[];
  /** Whether the bytes have another form than the one that entries have; what was read up to there is in `entries` [RNG-1]. */
  readonly isMalformed: boolean;
  /** Whether a bound is not behind the one before it [RNG-2]. */
  readonly isDisordered: boolean;
}

export const isWhole = ({ lower, upper }: Entry, end: Bound): boolean =>
  lower.timestamp === beginning.timestamp && lower.hex === '' && upper.timestamp === end.timestamp;
