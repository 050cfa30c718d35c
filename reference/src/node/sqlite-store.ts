import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Change, KeyRange, Store } from '../replica/store.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import { lockFile, prepareFile, type Table, tableOf } from './sqlite-file.ts';

/** How a store in a file keeps its word. */
export interface SqliteStoreOptions {
  /**
   * What a power cut, or a crash of the system, can do; the end of the process alone takes nothing from either. With `full`,
   * which holds where this is absent, nothing: each commit waits for the disk. With `normal` the last commits may be gone,
   * whole and from the end, and a commit of few changes takes a fraction of the time. That is enough for copies of what others
   * keep. It is not for one's own feeds: who forgets the last message that others already have, and writes on, forks.
   */
  readonly synchronous?: 'normal' | 'full';
  /** The file's size may not grow beyond this; as far as the disk allows where absent. */
  readonly maxBytes?: number;
  /** How long to wait for another program that has the store open; 5,000 where absent. */
  readonly patienceMillis?: number;
}

type Row = readonly [key: string, value: string];

/** How many rows are read at once: few at first, since many scans want one. */
const FIRST_ROWS = 16;
const MORE_ROWS = 256;

/**
 * A store in an SQLite file of its own, which is made if it is not there. One program has it open at a time: a replica decides by
 * what it has read. Beside the file lie `-wal` and `-shm`, which belong to it, and an empty `-lock`.
 *
 * @throws StoreUnusable if the file is no such store, in use, of a later version, or cannot be read and written.
 */
export function openSqliteStore(file: string, options: SqliteStoreOptions = {}): SqliteStore {
  const { synchronous = 'full', maxBytes, patienceMillis = 5_000 } = options;
  const opened: DatabaseSync[] = [];
  try {
    const database = new DatabaseSync(file, { timeout: patienceMillis });
    opened.push(database);
    // An error about the file itself comes first, and leaves nothing beside it.
    database.exec('PRAGMA schema_version');
    opened.push(lockFile(`${file}-lock`, patienceMillis));
    prepareFile(database, file, synchronous);
    if (maxBytes !== undefined) limit(database, maxBytes);
    return new SqliteStore(file, database, () => close(opened));
  } catch (error) {
    close(opened);
    throw sqliteFailure(file, error);
  }
}

/** The lock is given back last. */
const close = (opened: readonly DatabaseSync[]): void => {
  for (const database of opened) if (database.isOpen) database.close();
};

const limit = (database: DatabaseSync, maxBytes: number): void => {
  const { page_size: pageSize } = database.prepare('PRAGMA page_size').get() as { page_size: number };
  database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
};

/** Writes at once, too. */
export class SqliteStore implements Store {
  readonly close: () => void;
  readonly #file: string;
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  #isReading = false;

  constructor(file: string, database: DatabaseSync, close: () => void) {
    this.#file = file;
    this.#database = database;
    this.#statements = prepare(database);
    this.close = close;
  }

  get(key: string): string | undefined {
    try {
      this.#beginReading();
      return (this.#statements[tableOf(key.charAt(0))].get.get(key) as unknown as readonly [string] | undefined)?.[0];
    } catch (error) {
      throw sqliteFailure(this.#file, error);
    }
  }

  /** Reads rows by and by, and holds nothing open between them: it can be left at any row. */
  *scan({ from, to, reverse = false }: KeyRange): Generator<Row> {
    const { first, rising, falling } = this.#statements[tableFor(from, to)];
    const start = reverse ? falling : first;
    const next = reverse ? falling : rising;
    let rows = this.#rows(start, reverse ? to : from, reverse ? from : to, FIRST_ROWS);
    let asked = FIRST_ROWS;
    for (;;) {
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < asked) return;
      asked = MORE_ROWS;
      rows = this.#rows(next, last[0], reverse ? from : to, asked);
    }
  }

  commit(changes: readonly Change[]): void {
    const { begin, commit } = this.#statements;
    try {
      this.#endReading();
      begin.run();
      for (const [key, value] of changes) {
        const { put, remove } = this.#statements[tableOf(key.charAt(0))];
        // `run` would make an object that counts what has changed.
        if (value === undefined) remove.get(key);
        else put.get(key, value);
      }
      commit.run();
    } catch (error) {
      this.#rollBack();
      throw sqliteFailure(this.#file, error);
    }
  }

  /** What is read in one turn shares a transaction: to begin one takes longer than most of what is done in it. */
  #beginReading(): void {
    if (this.#isReading) return;
    this.#statements.beginReading.run();
    this.#isReading = true;
    queueMicrotask(() => this.#endReading());
  }

  /** Not by a commit: of a damaged file that fails, even of what was only read. */
  #endReading(): void {
    if (this.#isReading) this.#rollBack();
    this.#isReading = false;
  }

  /** Takes back what is open. Of a full disk SQLite has done that by itself. */
  #rollBack(): void {
    if (this.#database.isOpen && this.#database.isTransaction) this.#statements.rollback.run();
  }

  #rows(statement: StatementSync, start: string, end: string, count: number): readonly Row[] {
    try {
      this.#beginReading();
      return statement.all(start, end, count) as unknown as Row[];
    } catch (error) {
      throw sqliteFailure(this.#file, error);
    }
  }
}

/** Where the keys of a range are: those with one first character are together. */
const tableFor = (from: string, to: string): Table | 'kept' => {
  const first = from.charAt(0);
  return first !== '' && to.startsWith(first) ? tableOf(first) : 'kept';
};

function prepare(database: DatabaseSync) {
  const inArrays = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const scanning = (table: Table | 'kept') => {
    const rows = `SELECT key, value FROM ${table} WHERE`;
    return {
      first: inArrays(`${rows} key >= ? AND key < ? ORDER BY key LIMIT ?`),
      rising: inArrays(`${rows} key > ? AND key < ? ORDER BY key LIMIT ?`),
      falling: inArrays(`${rows} key < ? AND key >= ? ORDER BY key DESC LIMIT ?`),
    };
  };
  const writing = (table: Table) => ({
    get: inArrays(`SELECT value FROM ${table} WHERE key = ?`),
    put: database.prepare(`INSERT INTO ${table} VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`),
    remove: database.prepare(`DELETE FROM ${table} WHERE key = ?`),
  });
  return {
    long: { ...scanning('long'), ...writing('long') },
    short: { ...scanning('short'), ...writing('short') },
    kept: scanning('kept'),
    beginReading: database.prepare('BEGIN'),
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
  };
}
