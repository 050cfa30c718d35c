import { T } from './verify.ts';

/** Differences that a comparison of 32 bits, of floats of 32 bits, of milliseconds or of seconds does not see. */
export const GAPS: readonly [name: string, words: string, microseconds: number][] = [
  ['1', 'a microsecond', 1],
  ['999', '999 microseconds', 999],
  ['999999', '999,999 microseconds', 999_999],
  ['2-31-minus-1', '2^31 − 1 microseconds', 2 ** 31 - 1],
  ['2-31', '2^31 microseconds', 2 ** 31],
  ['2-31-plus-1', '2^31 + 1 microseconds', 2 ** 31 + 1],
  ['2-32-minus-1', '2^32 − 1 microseconds', 2 ** 32 - 1],
  ['2-32', '2^32 microseconds', 2 ** 32],
  ['2-32-plus-1', '2^32 + 1 microseconds', 2 ** 32 + 1],
  ['year', 'a year', 31_557_600_000_000],
];

/** Two times of which the earlier one has fewer digits and is the greater text. */
export const DIGITS: readonly [name: string, earlier: number, later: number][] = [
  ['14-15', 99_999_999_999_999, 100_000_000_000_000],
  ['15-16', 200_000_000_000_000, T],
  ['14-16', 20_000_000_000_000, T],
];
