import type { Weakening, WithSteps } from './weakened.ts';

type Change = Parameters<WithSteps>[0];

/** Other steps in the place of some, in all formats or in one. */
export const step = (requirement: string, name: string, title: string, change: Change, format?: string): Weakening => ({
  requirement,
  name,
  title,
  ...(format !== undefined && { format }),
  weaken: (_, withSteps) => withSteps(change),
});

export const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
