/** 1, 4, 13, 40, …: all that are no greater than 2^53 − 1. */
export const HEIGHTS: readonly number[] = (() => {
  const heights = [1];
  for (let next = 4; next <= Number.MAX_SAFE_INTEGER; next = 3 * next + 1) heights.push(next);
  return heights;
})();

const heightBelow = (n: number): number => HEIGHTS.findLast((height) => height < n) ?? 0;

/** Where the skip link of message `n` leads, by the steps of MSG-8; `n` lies between 1 and 2^53 − 1. */
export const lipmaa = (n: number): number => {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`${n} is no sequence`);
  if (HEIGHTS.includes(n)) return heightBelow(n);
  let r = n;
  while (!HEIGHTS.includes(r)) r -= heightBelow(r);
  return n - r;
};

/** Whether message `n` has a skip link [MSG-7]. */
export const hasSkip = (n: number): boolean => lipmaa(n) !== n - 1;

/** The sequences on the way from message `from` down to message `to`, both included; none where `to` is above. */
export const way = (from: number, to: number): number[] => {
  const found: number[] = [];
  for (let at = from; at >= to && at >= 1; at = lipmaa(at) >= to ? lipmaa(at) : at - 1) found.push(at);
  return found;
};

/**
 * The sequences of a subset proof of message `target` from message `first` on, in their order [FEED-9]. None where the
 * target lies above the first message or below 1.
 */
export const proofPath = (first: number, target: number): number[] => {
  const down = target < 1 ? [] : way(first, target);
  return down.length === 0 ? [] : [...down, ...way(target, 1).slice(1)];
};
