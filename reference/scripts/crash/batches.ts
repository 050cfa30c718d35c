import type { Change, Store } from '../../src/replica/store.ts';
import { Random } from '../fuzz/random.ts';
import type { Found } from './load.ts';

/** A batch removes the one that was written so many before it: a store stays small however long a run is. */
const KEPT = 40;
const MAX_ROWS = 40;
const MAX_FILLER = 2_000;
/** Each batch writes all of these anew. */
const SHARED = ['last', 's/0', 's/1', 's/2'];

const keyOf = (batch: number, row: number): string => `b/${String(batch).padStart(9, '0')}/${row}`;

/** The rows of a batch, always the same. */
export function rowsOf(seed: number, batch: number): readonly (readonly [key: string, value: string])[] {
  const random = new Random(seed, batch);
  const count = 1 + random.below(MAX_ROWS);
  return Array.from({ length: count }, (_, row) => [
    keyOf(batch, row),
    `row ${row} of ${count} ${'.'.repeat(random.below(MAX_FILLER))}`,
  ]);
}

/** Everything that a batch changes. */
export const changesOf = (seed: number, batch: number): Change[] => [
  ...rowsOf(seed, batch),
  ...(batch > KEPT ? rowsOf(seed, batch - KEPT).map(([key]): Change => [key, undefined]) : []),
  ...SHARED.map((key): Change => [key, String(batch)]),
];

/** The last batch that is there; 0 if none is. */
export const lastOf = (store: Store): number => Number(store.get('last') ?? 0);

/** What a store lacks or has too much of. */
export function checkStore(store: Store, seed: number, acknowledged: number): Found {
  const last = lastOf(store);
  const faults: string[] = [];
  if (last < acknowledged)
    faults.push(`lost: batch ${acknowledged} was acknowledged, and the last one there is ${last}`);
  if (last > acknowledged + 1) faults.push(`never written: batch ${last}, when ${acknowledged} was acknowledged last`);
  for (const key of SHARED) {
    const value = store.get(key);
    if (Number(value ?? 0) !== last) faults.push(`half: ${key} is from batch ${value} where ${last} is the last`);
  }
  const there = new Map(store.scan({ from: 'b/', to: 'b0' }));
  for (let batch = Math.max(1, last - KEPT + 1); batch <= last; batch++) {
    const rows = rowsOf(seed, batch);
    const whole = rows.filter(([key, value]) => there.get(key) === value).length;
    if (whole < rows.length)
      faults.push(`half: of batch ${batch}, ${whole} of ${rows.length} rows are there as written`);
    for (const [key] of rows) there.delete(key);
  }
  for (const key of there.keys()) faults.push(`half: ${key} is there, whose batch was not written or was removed`);
  return { last, faults };
}
