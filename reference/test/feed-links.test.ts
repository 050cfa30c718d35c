import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lipmaa, proofPath, wayDown } from '../src/index.ts';

const chapter = readFileSync(new URL('../../spec/08-feeds.md', import.meta.url), 'utf8');

/** The answers of the chapter's table, for 1 to 100. */
const table = [...chapter.matchAll(/^\| \d+–\d+ \|(.*)\|$/gm)].flatMap(([, row]) => (row ?? '').split('|').map(Number));

/** lipmaa by the three steps of the chapter, word for word. */
function bySteps(n: number): number {
  const heights = [1];
  while ((heights.at(-1) as number) < n) heights.push(3 * (heights.at(-1) as number) + 1);
  if (heights.includes(n)) return n === 1 ? 0 : (n - 1) / 3;
  let r = n;
  while (!heights.includes(r)) r -= Math.max(...heights.filter((height) => height < r));
  return n - r;
}

/** How many messages the shortest ways from one message to each below it have, found by looking at all ways. */
function shortestFrom(from: number): Map<number, number> {
  const lengths = new Map([[from, 1]]);
  for (let at = from; at > 1; at--) {
    const next = (lengths.get(at) as number) + 1;
    for (const below of [at - 1, bySteps(at)]) {
      if (below > 0) lengths.set(below, Math.min(next, lengths.get(below) ?? next));
    }
  }
  return lengths;
}

describe('Where a skip link leads', () => {
  test('MSG-8 answers what the table of the chapter has', () => {
    expect(table.length).toBe(100);
    expect(table.map((_, index) => lipmaa(index + 1))).toEqual(table);
    expect(table.map((_, index) => bySteps(index + 1))).toEqual(table);
  });

  test('MSG-8 answers what its three steps give', () => {
    const numbers = Array.from({ length: 4999 }, (_, index) => index + 1);
    expect(numbers.filter((n) => lipmaa(n) !== bySteps(n))).toEqual([]);
  });

  test.each([
    [8_338_590_849_833_284, 2_779_530_283_277_761],
    [8_338_590_849_833_285, 8_338_590_849_833_284],
    [9_007_199_254_740_991, bySteps(9_007_199_254_740_991)],
  ])('MSG-8 is exact for %i', (n, expected) => {
    expect(lipmaa(n)).toBe(expected);
  });

  test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('MSG-8 leads nowhere from %d', (n) => {
    expect(lipmaa(n)).toBe(0);
  });
});

describe('The way', () => {
  test('FEED-9 has no shorter one', () => {
    const isStep = (at: number, below: number | undefined): boolean => below === lipmaa(at) || below === at - 1;
    const wrong: string[] = [];
    for (let from = 1; from <= 121; from++) {
      const shortest = shortestFrom(from);
      for (let to = 1; to <= from; to++) {
        const way = wayDown(from, to);
        const leads = way[0] === from && way.at(-1) === to && way.length === shortest.get(to);
        const steps = way.slice(0, -1).every((at, index) => isStep(at, way[index + 1]));
        if (!leads || !steps) wrong.push(`from ${from} to ${to} by ${way}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('FEED-9 goes from the newest message over the target to the first', () => {
    expect(proofPath(25, 11)).toEqual([25, 21, 17, 13, 12, 11, 10, 9, 8, 4, 1]);
    expect(proofPath(7, 7)).toEqual([7, 6, 5, 4, 1]);
    expect(proofPath(1, 1)).toEqual([1]);
  });

  test('FEED-9 stays short', () => {
    expect(proofPath(Number.MAX_SAFE_INTEGER, 1_000_000).length).toBeLessThan(200);
  });

  test.each([
    [3, 4],
    [3, 0],
    [3, 1.5],
    [0, 0],
    [Number.NaN, 1],
  ])('FEED-9 has no way from %d to %d', (from, to) => {
    expect(proofPath(from, to)).toEqual([]);
  });
});
