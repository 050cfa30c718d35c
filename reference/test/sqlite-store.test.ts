import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStoreOptions } from '../src/node/index.ts';
import { StoreFull } from '../src/replica/store.ts';
import { storeChecks } from '../src/replica/store-acceptance.ts';
import { StoreUnusable } from '../src/replica/store-unusable.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rockpool-store-'));
  file = join(folder, 'replica.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (options: SqliteStoreOptions = {}) => openSqliteStore(file, { patienceMillis: 50, ...options });

/** What is said when the file cannot be opened. */
function complaint(path = file): string {
  try {
    openSqliteStore(path, { patienceMillis: 50 }).close();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreUnusable);
    return (error as Error).message;
  }
  return 'nothing';
}

const inDatabase = (path: string, sql: string): void => {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
};

describe('A store in an SQLite file', () => {
  test.each(storeChecks)('REP-11 $title', ({ run }) =>
    run({ open, reopen: open, openSmall: () => open({ maxBytes: 2_000_000 }) }),
  );

  test.each(['normal', 'full'] as const)('%s: what is kept is there when it is opened again', (synchronous) => {
    const store = open({ synchronous });
    store.commit([['a', '1']]);
    store.close();
    const again = open({ synchronous });
    expect(again.get('a')).toBe('1');
    again.close();
  });

  test('closing leaves the file and an empty one that locks it', () => {
    const store = open();
    store.commit([['a', '1']]);
    store.close();
    store.close();
    expect(readdirSync(folder).sort()).toEqual(['replica.sqlite', 'replica.sqlite-lock']);
    expect(statSync(`${file}-lock`).size).toBe(0);
  });

  test('a file of the version before is taken over', () => {
    inDatabase(
      file,
      `CREATE TABLE kept (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
       INSERT INTO kept VALUES ('a', '1'), ('c', '2'), ('r1', '3'), ('s', '4');
       PRAGMA application_id = ${0x526f636b}; PRAGMA user_version = 1`,
    );
    const entries = [
      ['a', '1'],
      ['c', '2'],
      ['r1', '3'],
      ['s', '4'],
    ];
    for (let turn = 0; turn < 2; turn++) {
      const store = open();
      expect([...store.scan({ from: '', to: '~' })]).toEqual(entries);
      expect(entries.map(([key]) => store.get(key as string))).toEqual(entries.map(([, value]) => value));
      store.close();
    }
  });

  test('a full store takes more when it is opened with more room', () => {
    const small = open({ maxBytes: 100_000 });
    expect(() => small.commit([['a', 'x'.repeat(200_000)]])).toThrow(StoreFull);
    small.close();
    const big = open();
    big.commit([['a', 'x'.repeat(200_000)]]);
    big.close();
  });
});

describe('A file that cannot be a store says what it is, where, and what to do', () => {
  test('in use', () => {
    const store = open();
    expect(complaint()).toBe(`${file}: another program has it open; end that program, or wait until it is done`);
    store.commit([['a', '1']]);
    store.close();
    expect(complaint()).toBe('nothing');
  });

  test('locked by another program', () => {
    open().close();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    expect(complaint()).toContain('another program has it open');
    other.close();
  });

  test('written by a later version, which stays as it is', () => {
    open().close();
    inDatabase(file, 'PRAGMA user_version = 3');
    const before = readFileSync(file);
    expect(complaint()).toBe(
      `${file}: it has version 3, and this program knows 2; use the program that wrote it, or a newer one`,
    );
    expect(readFileSync(file)).toEqual(before);
  });

  test('the database of another program, which stays as it is', () => {
    inDatabase(file, 'CREATE TABLE bookmarks (url TEXT)');
    const before = readFileSync(file);
    expect(complaint()).toBe(`${file}: it is the database of another program; name another file`);
    expect(readFileSync(file)).toEqual(before);
  });

  test('no database, which stays as it is', () => {
    writeFileSync(file, 'Dear diary, today the sea was calm. '.repeat(100));
    expect(complaint()).toBe(`${file}: it is no SQLite database; name another file`);
    expect(readFileSync(file, 'utf8')).toContain('Dear diary');
    expect(readdirSync(folder)).toEqual(['replica.sqlite']);
  });

  test('damaged', async () => {
    const store = open();
    store.commit(Array.from({ length: 2_000 }, (_, index) => [`key ${index}`, 'x'.repeat(100)]));
    store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 8_192, bytes.length);
    writeFileSync(file, bytes);
    const damaged = open();
    expect(() => [...damaged.scan({ from: '', to: '~' })]).toThrow(
      `${file}: it is damaged; move it away and restore a copy, or import the records again`,
    );
    // The transaction of what was read in one turn ends with that turn, and SQLite may have ended it already.
    await Promise.resolve();
    expect(() => [...damaged.scan({ from: '', to: '~' })]).toThrow('it is damaged');
    damaged.close();
  });

  test('a folder', () => {
    mkdirSync(file);
    expect(complaint()).toContain(`${file}: it cannot be opened; name a file in a folder that is there`);
    expect(readdirSync(folder)).toEqual(['replica.sqlite']);
  });

  test('in a folder that is not there', () => {
    expect(complaint(join(folder, 'nowhere', 'a.sqlite'))).toContain('name a file in a folder that is there');
  });

  test('read-only', () => {
    open().close();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const isRoot = process.geteuid?.() === 0;
    // Nothing is read-only to root.
    if (isRoot) process.seteuid?.(65_534);
    const said = complaint();
    if (isRoot) process.seteuid?.(0);
    expect(said).toMatch(/may not be written to|cannot be opened/);
    chmodSync(folder, 0o755);
  });
});
