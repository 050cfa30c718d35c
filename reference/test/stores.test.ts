import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../src/replica/memory-store.ts';
import type { Change } from '../src/replica/store.ts';
import { storeChecks } from '../src/replica/store-acceptance.ts';

describe('A store in memory', () => {
  for (const { title, run } of storeChecks.filter(({ needs }) => needs === undefined)) {
    test(`REP-11 ${title}`, () => run({ open: () => new MemoryStore() }));
  }

  test('REP-11 has what was written last, however much of it came and went before anybody looked', () => {
    const keys = Array.from({ length: 3_000 }, (_, at) => `a${String((at * 7_919) % 3_000).padStart(4, '0')}`);
    const store = new MemoryStore();
    const all = (value: string | undefined) => keys.map((key): Change => [key, value]);
    store.commit([...all('first'), ...all(undefined), ...all('second'), ['a0007', undefined]]);
    const expected = keys.toSorted().filter((key) => key !== 'a0007');
    expect([...store.scan({ from: 'a', to: 'b' })]).toEqual(expected.map((key) => [key, 'second']));
    expect([...store.scan({ from: 'a', to: 'b', reverse: true })].map(([key]) => key)).toEqual(expected.toReversed());
    expect(store.size).toBe(expected.length);
    store.commit(all(undefined));
    expect([...store.scan({ from: 'a', to: 'b' })]).toEqual([]);
  });
});
