/** Reproducible choices: the same seed gives the same run. Not for secrets. */
export type Random = {
  /** 0 ≤ n < `below`; `below` at most 2^32. */
  integer(below: number): number;
  /** A new list in another order. */
  shuffle<T>(items: readonly T[]): T[];
  /** Twelve characters without meaning. */
  word(): string;
};

/** Mulberry32 over the seed's 32 low bits. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  return {
    integer,
    shuffle: (items) => {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = integer(last + 1);
        [mixed[last], mixed[other]] = [mixed[other] as (typeof mixed)[0], mixed[last] as (typeof mixed)[0]];
      }
      return mixed;
    },
    word: () => (next().toString(36).padStart(7, '0') + next().toString(36).padStart(7, '0')).slice(-12),
  };
};
