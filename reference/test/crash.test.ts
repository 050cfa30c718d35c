import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesOf, checkStore, rowsOf } from '../scripts/crash/batches.ts';
import { campaign } from '../scripts/crash/campaign.ts';
import { readOptions } from '../scripts/crash/options.ts';
import { checkReplica, documentsOf, ingest, replicaOver } from '../scripts/crash/replica-load.ts';
import { storeLoad } from '../scripts/crash/store-load.ts';
import { MemoryStore } from '../src/index.ts';
import { openSqliteStore, type SqliteStore } from '../src/node/index.ts';

const seed = 7;
let folder: string;
let store: SqliteStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rockpool-crash-test-'));
  store = openSqliteStore(join(folder, 'a.sqlite'), { synchronous: 'normal' });
  for (let batch = 1; batch <= 50; batch++) store.commit(changesOf(seed, batch));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('After a program was killed', () => {
  test('all batches that were acknowledged are there, and one more may be', () => {
    expect(checkStore(store, seed, 50)).toEqual({ last: 50, faults: [] });
    expect(checkStore(store, seed, 49)).toEqual({ last: 50, faults: [] });
  });

  test('a batch that was acknowledged and is not there is lost', () => {
    expect(checkStore(store, seed, 51).faults).toEqual([
      'lost: batch 51 was acknowledged, and the last one there is 50',
    ]);
  });

  test('a row that is not there makes a batch half', () => {
    const [[key] = ['']] = rowsOf(seed, 50);
    store.commit([[key, undefined]]);
    expect(checkStore(store, seed, 50).faults).toHaveLength(1);
    expect(checkStore(store, seed, 50).faults[0]).toMatch(/^half: of batch 50, \d+ of \d+ rows are there as written$/);
  });

  test('a row with another value makes a batch half', () => {
    const [[key] = ['']] = rowsOf(seed, 20);
    store.commit([[key, 'row']]);
    expect(checkStore(store, seed, 50).faults[0]).toMatch(/^half: of batch 20/);
  });

  test('a row of a batch that was removed, or never written, makes it half', () => {
    store.commit([rowsOf(seed, 3)[0] ?? ['', '']]);
    store.commit([rowsOf(seed, 51)[0] ?? ['', '']]);
    expect(checkStore(store, seed, 50).faults).toHaveLength(2);
  });

  test('a text that each batch writes anew tells of half a batch', () => {
    store.commit([['s/1', '49']]);
    expect(checkStore(store, seed, 50).faults).toEqual(['half: s/1 is from batch 49 where 50 is the last']);
  });

  test('a file is checked as a whole', () => {
    store.close();
    expect(storeLoad.check(join(folder, 'a.sqlite'), seed, 50)).toEqual({ last: 50, faults: [] });
  });
});

describe('After a program was killed that writes to a replica', () => {
  const written = (count: number) => {
    const under = new MemoryStore();
    const replica = replicaOver(under);
    for (let batch = 1; batch <= count; batch++) ingest(replica, documentsOf(seed, batch));
    return { under, replica };
  };

  test('all that was acknowledged is there, and one batch more may be', () => {
    const { replica } = written(45);
    expect(checkReplica(replica, seed, 45)).toEqual({ last: 45, faults: [] });
    expect(checkReplica(replica, seed, 44)).toEqual({ last: 45, faults: [] });
    expect(checkReplica(replica, seed, 46).faults[0]).toMatch(/^lost: batch 46/);
  });

  test('a record that is not there makes its batch half', () => {
    const { under, replica } = written(3);
    const [[key] = ['']] = under.scan({ from: 'r', to: 's' });
    under.commit([[key, undefined]]);
    expect(checkReplica(replica, seed, 3).faults.join()).toMatch(/half: of batch/);
  });

  test('a record that some order does not give is half there', () => {
    const { under, replica } = written(3);
    const [[key] = ['']] = under.scan({ from: 't', to: 'u' });
    under.commit([[key, undefined]]);
    expect(checkReplica(replica, seed, 3).faults.join()).toMatch(/half: of \d+ documents, \d+ are there by time/);
  });
});

test('REP-11 a program that is killed while it writes loses nothing that it acknowledged', async () => {
  const outcome = await campaign({ ...readOptions(['--rounds', '4', '--seed', '11']), onRound() {}, onFault() {} });
  expect(outcome.faults).toEqual([]);
  expect(outcome.underLoad).toBeGreaterThan(1);
});

describe('Its options', () => {
  test('say what they take', () => {
    expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds takes a whole number from 1 to 100000');
    expect(() => readOptions(['--level', 'disk'])).toThrow('--level takes store or replica');
    expect(() => readOptions(['--round', '1'])).toThrow("Unknown option '--round'");
  });
});
