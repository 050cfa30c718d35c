import { describe, test } from 'vitest';
import { MemoryStore } from '../src/replica/memory-store.ts';
import { storeChecks } from '../src/replica/store-acceptance.ts';

describe('A store in memory', () => {
  for (const { title, run } of storeChecks.filter(({ needs }) => needs === undefined)) {
    test(`REP-11 ${title}`, () => run({ open: () => new MemoryStore() }));
  }
});
