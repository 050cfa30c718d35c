import type { SentMessage } from '../../src/forge/session-model.ts';
import { END, encodeRanges, parseRanges, type RangeEntry, SHORT_ID, START } from '../../src/forge/sync-ranges.ts';

/** The range of all items. */
export const whole = { from: START, to: END };

export const say = (...entries: readonly RangeEntry[]): SentMessage => ({
  type: 'reconcile',
  ranges: encodeRanges(entries),
});

/** What a `reconcile` says of each range. */
export const entriesOf = (message: SentMessage | undefined): RangeEntry[] => {
  const read = parseRanges(String(message?.ranges));
  if ('broken' in read) throw new Error('no ranges were said');
  return read.entries;
};

/** So many short ids, or ids, of items that nobody has. */
export const idsOfNobody = (count: number, isLong = false): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => new Uint8Array(isLong ? 32 : SHORT_ID).fill(index));
