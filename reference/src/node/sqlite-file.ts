import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from '../replica/store-unusable.ts';

/** Stands in the file's header and says whose it is: "Rock" in ASCII. */
const APPLICATION = 0x526f636b;
/** Of the schema below; a store of a later version is not touched. */
const VERSION = 2;

/** By the first character of a key: records and contents are long, the others are some dozen characters. */
const LONG = 'rc';

/** Where the entry of a key stands. */
export type Table = 'short' | 'long';

/** The table of all keys with this first character. */
export const tableOf = (first: string): Table => (LONG.includes(first) ? 'long' : 'short');

/**
 * Long values have rowids, since without them each new row would move the values of its neighbours: a third of the speed. Short ones
 * have none, and their keys stand in the file once. `kept` is both.
 */
const SCHEMA = `
  CREATE TABLE long (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
  CREATE TABLE short (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIEW kept AS SELECT key, value FROM long UNION ALL SELECT key, value FROM short`;

/** Version 1 had one table. */
const FROM_1 = `
  ALTER TABLE kept RENAME TO before;
  ${SCHEMA};
  INSERT INTO long SELECT * FROM before WHERE instr('${LONG}', substr(key, 1, 1)) > 0;
  INSERT INTO short SELECT * FROM before WHERE instr('${LONG}', substr(key, 1, 1)) = 0;
  DROP TABLE before`;

/**
 * A batch puts keys all over the file. Pages of twice the usual size, more of them in memory, and a longer log before they go to
 * their places, take 40 % off what that costs in a file of 100 MB.
 */
const PAGE_BYTES = 8_192;
/** What is held in memory of the file, at most. */
const CACHE_KIB = 65_536;
/** How long the log grows before its pages go to their places, in pages: 32 MiB. */
const LOG_PAGES = 4_096;

/** For ever, until the connection is closed or its process ends. Nothing is written there: the file stays empty. */
export function lockFile(file: string, patienceMillis: number): DatabaseSync {
  const lock = new DatabaseSync(file, { timeout: patienceMillis });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return lock;
}

const numberIn = (database: DatabaseSync, sql: string): number =>
  Object.values(database.prepare(sql).get() ?? {})[0] as number;

/**
 * Sees whose file it is before anything is written to it, and makes a new one ready.
 *
 * @throws StoreUnusable if it belongs to another program or a later version.
 */
export function prepareFile(database: DatabaseSync, file: string, synchronous: 'normal' | 'full'): void {
  const application = numberIn(database, 'PRAGMA application_id');
  const version = numberIn(database, 'PRAGMA user_version');
  const isNew = application === 0 && version === 0 && numberIn(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (!isNew && application !== APPLICATION) {
    throw new StoreUnusable(`${file}: it is the database of another program; name another file`);
  }
  if (version > VERSION) {
    throw new StoreUnusable(
      `${file}: it has version ${version}, and this program knows ${VERSION}; use the program that wrote it, or a newer one`,
    );
  }
  // The size of a page counts in a new file alone.
  database.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
  database.exec('BEGIN IMMEDIATE');
  if (isNew || version < VERSION) {
    database.exec(isNew ? SCHEMA : FROM_1);
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION}`);
  }
  database.exec('COMMIT');
}
