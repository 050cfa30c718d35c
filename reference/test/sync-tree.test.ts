import { describe, expect, test } from 'vitest';
import { nodeSha256 } from '../src/node/sha256.ts';
import { CountedTree } from '../src/sync/counted-tree.ts';
import { fingerprintOf, summarise } from '../src/sync/fingerprint.ts';
import { type Bound, boundBetween, comparePlaces, type Item } from '../src/sync/item.ts';
import { rowForm } from '../src/sync/item-row.ts';
import { carried, type Lanes, noTotals } from '../src/sync/lanes.ts';

const itemOf = (number: number): Item => {
  const hex = nodeSha256(`${number}`);
  // Many have one timestamp.
  return { timestamp: 1_000 + (number % 300), hex, lifted: hex, digest: hex };
};

const sumOf = (items: readonly Item[]): bigint =>
  items.reduce((sum, { lifted }) => (sum + BigInt(`0x${lifted}`)) % 2n ** 256n, 0n);

const asBigInt = (lanes: Lanes): bigint => lanes.reduce((sum, lane) => sum * 2n ** 32n + BigInt(lane), 0n);

/** Numbers from 0 to before `below`, the same in each run. */
function chance(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

function expectSame(tree: CountedTree, items: readonly Item[], next: (below: number) => number): void {
  expect(tree.size).toBe(items.length);
  const from = next(items.length + 1);
  const to = from + next(items.length + 1 - from);
  expect(asBigInt(tree.sumOf(0, to))).toBe(sumOf(items.slice(0, to)));
  const part = summarise(tree, nodeSha256, from, to);
  const cut = CountedTree.of(items.slice(from, to));
  expect(part).toEqual(summarise(cut, nodeSha256));
  expect([...tree.items(from, to)]).toEqual(items.slice(from, to));
  if (from < items.length) expect(tree.at(from)).toEqual(items[from]);
  const place: Bound = { timestamp: 1_000 + next(300), hex: next(2) === 0 ? '' : nodeSha256(`${next(9)}`).slice(0, 4) };
  expect(tree.rankOf(place)).toBe(items.filter((item) => comparePlaces(item, place) < 0).length);
}

describe('The counted tree', () => {
  test('RNG-12 counts and adds up as a sorted list does, whatever comes and goes', () => {
    const next = chance();
    let tree = new CountedTree();
    let items: Item[] = [];
    for (let round = 0; round < 7_500; round++) {
      const item = itemOf(next(2_500));
      const isThere = items.some(({ hex }) => hex === item.hex);
      // It grows, then shrinks to nothing nearly, and grows again.
      if (next(10) < (Math.floor(round / 1_500) % 2 === 0 ? 8 : 1)) {
        expect(tree.insert(item)).toBe(!isThere);
        if (!isThere) items = [...items, item].sort(comparePlaces);
      } else {
        const gone = next(3) > 0 && items.length > 0 ? (items[next(items.length)] as Item) : item;
        expect(tree.delete(gone)).toBe(items.some(({ hex }) => hex === gone.hex));
        items = items.filter(({ hex }) => hex !== gone.hex);
      }
      if (round % 20 === 0) expectSame(tree, items, next);
      if (round % 1_000 === 0) tree = CountedTree.of(items);
    }
    expect(items.length).toBeGreaterThan(500);
  });

  test('RNG-3 keeps a snapshot as it was, whichever of the two changes', () => {
    const next = chance();
    const all = Array.from({ length: 900 }, (_, i) => itemOf(i)).sort(comparePlaces);
    const tree = CountedTree.of(all);
    const snapshot = tree.snapshot();
    for (const item of all.slice(100, 500)) tree.delete(item);
    expectSame(snapshot, all, next);
    expectSame(tree, [...all.slice(0, 100), ...all.slice(500)], next);
    for (const item of all.slice(0, 50)) snapshot.delete(item);
    expectSame(snapshot, all.slice(50), next);
    expectSame(tree, [...all.slice(0, 100), ...all.slice(500)], next);
  });

  test('SYN-13 is cut at a place, and its snapshot stays whole', () => {
    for (const size of [0, 1, 65, 5_000]) {
      const items = Array.from({ length: size }, (_, i) => ({ ...itemOf(i), timestamp: i }));
      for (const left of [0, 1, Math.floor(size / 2), size - 1, size].filter((count) => count >= 0 && count <= size)) {
        const tree = CountedTree.of(items);
        const whole = tree.snapshot();
        tree.cut({ timestamp: left, hex: '' });
        expect([...tree.items()]).toEqual(items.slice(0, left));
        expect(tree.sumOf()).toEqual(CountedTree.of(items.slice(0, left)).sumOf());
        for (const each of items) tree.insert(each);
        expect(tree.sumOf()).toEqual(whole.sumOf());
        expect(whole.size).toBe(size);
      }
    }
  });

  test('RNG-20 is as good as new when all items have gone', () => {
    const items = Array.from({ length: 5_000 }, (_, i) => ({ ...itemOf(i), timestamp: i }));
    const tree = CountedTree.of(items);
    // Of each node only the first child is left.
    tree.cut({ timestamp: 1, hex: '' });
    expect(tree.delete(items[0] as Item)).toBe(true);
    expect(summarise(tree, nodeSha256)).toEqual(summarise(new CountedTree(), nodeSha256));
    for (const item of items) expect(tree.insert(item)).toBe(true);
    expect(summarise(tree, nodeSha256)).toEqual(summarise(CountedTree.of(items), nodeSha256));
  });

  test('RNG-12 keeps each form of an item that has others than its bytes', () => {
    const items = Array.from({ length: 300 }, (_, i) => ({
      ...itemOf(i),
      timestamp: 2 ** 53 - 1 - i,
      lifted: nodeSha256(`lifted ${i}`),
      digest: nodeSha256(`digest ${i}`),
    }));
    for (const form of [{ lifted: true }, { digest: true }, { lifted: true, digest: true }]) {
      const kept = items.map(({ timestamp, hex, lifted, digest }) => ({
        timestamp,
        hex,
        lifted: form.lifted === true ? lifted : hex,
        digest: form.digest === true ? digest : hex,
      }));
      const tree = CountedTree.of(items, rowForm(form));
      expect([...tree.items()]).toEqual(kept.reverse());
      expect(asBigInt(tree.sumOf(10, 200))).toBe(sumOf(kept.slice(10, 200)));
    }
  });

  test('RNG-12 adds up modulo 2^256', () => {
    const ones = 'f'.repeat(64);
    const tree = CountedTree.of([1, 2].map((timestamp) => ({ timestamp, hex: ones, lifted: ones, digest: ones })));
    expect(asBigInt(tree.sumOf())).toBe(2n ** 256n - 2n);
  });

  test('RNG-13 finds the shortest bound that parts two items', () => {
    const next = chance();
    for (let round = 0; round < 500; round++) {
      const same = '0123456789abcdef'.repeat(4).slice(0, next(62));
      const [a, b] = [next(1_000_000), next(1_000_000)]
        .map((number) => ({ timestamp: 5, hex: (same + nodeSha256(`${number}`)).slice(0, 64) }))
        .sort(comparePlaces) as [Bound, Bound];
      if (a.hex === b.hex) continue;
      const bound = boundBetween(a, b);
      expect(comparePlaces(a, bound)).toBeLessThan(0);
      expect(comparePlaces(bound, b)).toBeLessThanOrEqual(0);
      expect(bound.hex.endsWith('00')).toBe(false);
      expect(comparePlaces(a, { timestamp: 5, hex: bound.hex.slice(0, -2) })).toBeGreaterThan(0);
    }
  });

  test('RNG-20 has the fingerprint of no items that the chapter gives', () => {
    expect(fingerprintOf(carried(noTotals()), 0, nodeSha256)).toBe('2c34ce1df23b838c5abf2a7f6437cca3');
  });
});
