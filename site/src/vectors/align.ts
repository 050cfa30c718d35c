/** A stretch of two sequences: equal on both sides, or what one has in the place of the other. Ends are not included. */
export type Stretch = { same: boolean; left: [number, number]; right: [number, number] };

/** A larger table is not filled: so many differences are one difference, which nobody reads apart. */
const MAX_CELLS = 1_000_000;

/** The positions of a longest common subsequence. */
const commonPairs = <T>(left: readonly T[], right: readonly T[]): [number, number][] => {
  const width = right.length + 1;
  if (left.length * right.length > MAX_CELLS) return [];
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

/** How much two sequences have in common at their beginning, and then at their end. */
export const commonEnds = <T>(left: ArrayLike<T>, right: ArrayLike<T>): { head: number; tail: number } => {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  return { head, tail };
};

/** Two sequences side by side, with as much in common as can be. Items are compared by `===`. */
export const align = <T>(left: readonly T[], right: readonly T[]): Stretch[] => {
  const { head, tail } = commonEnds(left, right);
  const middle = commonPairs(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  const pairs: [number, number][] = [
    ...Array.from({ length: head }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, i): [number, number] => [left.length - tail + i, right.length - tail + i]),
    [left.length, right.length],
  ];
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const [nextLeft, nextRight] of pairs) {
    if (i < nextLeft || j < nextRight) stretches.push({ same: false, left: [i, nextLeft], right: [j, nextRight] });
    const last = stretches.at(-1);
    if (nextLeft < left.length) {
      if (last?.same && last.left[1] === nextLeft) {
        last.left[1] += 1;
        last.right[1] += 1;
      } else stretches.push({ same: true, left: [nextLeft, nextLeft + 1], right: [nextRight, nextRight + 1] });
    }
    [i, j] = [nextLeft + 1, nextRight + 1];
  }
  return stretches;
};
