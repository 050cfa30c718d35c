import type { Kept } from './kept-record.ts';

/** A record that meets a query, and its place in the order. */
export interface Match {
  readonly place: string;
  readonly kept: Kept;
}

/** One page of an answer. */
export interface Page {
  readonly matches: readonly Match[];
  /** From where to go on; absent where nothing is left over. */
  readonly next: string | undefined;
}

/**
 * The first matches behind a place [QRY-18] to [QRY-20]. A place is that of a record, never a number of records: what arrives or goes
 * moves no record from one page into another [QRY-21].
 */
export function keysetPage(
  matchesBehind: (place: string | undefined) => Iterable<Match>,
  place: string | undefined,
  limit: number,
): Page {
  const matches: Match[] = [];
  for (const match of matchesBehind(place)) {
    if (matches.length === limit) return { matches, next: matches.at(-1)?.place };
    matches.push(match);
  }
  return { matches, next: undefined };
}
