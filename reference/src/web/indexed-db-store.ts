import { type IDBPDatabase, openDB } from 'idb';
import { MemoryStore } from '../replica/memory-store.ts';
import type { Change, KeyRange, Store } from '../replica/store.ts';
import { StoreUnusable } from '../replica/store-unusable.ts';
import { BATCHES, BatchLog, type Durability } from './batch-log.ts';
import { storageFailure } from './failure.ts';
import { takeLock } from './writer-lock.ts';

/** How a store in a browser keeps its word. */
export interface IndexedDbStoreOptions {
  /**
   * What a power cut, or a crash of the system, can do; the end of the page or the browser takes nothing from either. With `strict`,
   * which holds where this is absent, nothing, as far as the browser keeps its word: each commit waits for the disk. With `relaxed`
   * the last commits may be gone, whole and from the end. That is enough for copies of what others keep, and not for one's own feeds:
   * who forgets the last message that others already have, and writes on, forks.
   */
  readonly durability?: Durability;
  /** How long to wait for another tab that has the store open; 1,000 where absent, which is enough to reload a page. */
  readonly patienceMillis?: number;
}

const VERSION = 1;

/**
 * A store in the browser's IndexedDB, read into memory as a whole when it is opened. One page has it open at a time: a replica
 * decides by what it has read.
 *
 * @param name stands in messages and in the browser's own list of databases, as `rockpool:name`.
 * @throws StoreUnusable, by rejection, if another tab has it open, a newer version of the page wrote it, or the browser refuses.
 */
export async function openIndexedDbStore(name: string, options: IndexedDbStoreOptions = {}): Promise<Store> {
  const { durability = 'strict', patienceMillis = 1_000 } = options;
  const place = `rockpool:${name}`;
  const release = await takeLock(place, patienceMillis);
  const connection = new Connection(place, release);
  try {
    const database = await connection.open();
    const log = new BatchLog(database, durability);
    const memory = new MemoryStore();
    for await (const changes of log.read()) memory.commit(changes);
    return new IndexedDbStore(connection, log, memory);
  } catch (error) {
    connection.close();
    throw storageFailure(place, error);
  }
}

/** An open database, and why it is open no longer. */
class Connection {
  readonly place: string;
  readonly #release: () => void;
  #database: IDBPDatabase | undefined;
  #end: string | undefined;

  constructor(place: string, release: () => void) {
    this.place = place;
    this.#release = release;
  }

  async open(): Promise<IDBPDatabase> {
    this.#database = await openDB(this.place, VERSION, {
      upgrade: (database) => database.createObjectStore(BATCHES),
      // A page gives way at once, so nobody who opens a newer version is ever blocked.
      blocking: () => this.close('a newer version of this page wants to change it; reload the page'),
      terminated: () => this.close('the browser has closed it, or its data were deleted; reload the page'),
    });
    return this.#database;
  }

  /** @throws StoreUnusable if it is open no longer. */
  expectOpen(): void {
    if (this.#end !== undefined) throw new StoreUnusable(`${this.place}: ${this.#end}`);
  }

  close(why = 'it was closed; open it again'): void {
    this.#end ??= why;
    this.#database?.close();
    this.#release();
  }
}

class IndexedDbStore implements Store {
  readonly #connection: Connection;
  readonly #log: BatchLog;
  readonly #memory: MemoryStore;
  /** Settles when nothing is written any more. */
  #idle: Promise<void> = Promise.resolve();

  constructor(connection: Connection, log: BatchLog, memory: MemoryStore) {
    this.#connection = connection;
    this.#log = log;
    this.#memory = memory;
  }

  get(key: string): string | undefined {
    return this.#memory.get(key);
  }

  scan(range: KeyRange): Iterable<readonly [key: string, value: string]> {
    return this.#memory.scan(range);
  }

  commit(changes: readonly Change[]): Promise<void> {
    const written = this.#idle.then(() => this.#write(changes));
    this.#idle = written.then(
      () => this.#tidy(),
      // Whoever committed is told.
      () => {},
    );
    return written;
  }

  async close(): Promise<void> {
    await this.#idle;
    this.#connection.close();
  }

  async #write(changes: readonly Change[]): Promise<void> {
    this.#connection.expectOpen();
    if (changes.length === 0) return;
    try {
      await this.#log.append(changes);
    } catch (error) {
      this.#connection.expectOpen();
      throw storageFailure(this.#connection.place, error);
    }
    this.#memory.commit(changes);
  }

  async #tidy(): Promise<void> {
    try {
      await this.#log.tidy(() => this.#memory.scan({ from: '', to: '\u007f' }), this.#memory.size);
    } catch {
      // Nothing is lost, and there will be another commit. If the place is gone or full, that one says so.
    }
  }
}
