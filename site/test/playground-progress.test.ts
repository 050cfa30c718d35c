import { expect, test } from 'vitest';
import { startMicros } from '../src/playground/engine/event.ts';
import { filled } from '../src/playground/engine/fill.ts';
import { tellProgressTo } from '../src/playground/engine/progress.ts';

test('Who waits for many records is told how many are signed, and how many are taken in', () => {
  const told: string[] = [];
  tellProgressTo((words) => told.push(words));
  const disk = filled(1001, startMicros);
  tellProgressTo(undefined);
  expect(told).toEqual([
    '0 of 1,001 records are signed …',
    '1,000 of 1,001 records are signed …',
    '0 of 1,001 records are taken in …',
    '1,000 of 1,001 records are taken in …',
  ]);
  // What is there already is not made again.
  tellProgressTo((words) => told.push(words));
  expect(filled(1001, startMicros).size).toBe(disk.size);
  tellProgressTo(undefined);
  expect(told).toHaveLength(4);
});
