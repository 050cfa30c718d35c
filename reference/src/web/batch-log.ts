import type { IDBPDatabase } from 'idb';
import type { Change } from '../replica/store.ts';

/** The one object store: batches by whole numbers, and what comes later counts. */
export const BATCHES = 'batches';

/** A record: changes with their keys and values apart, which a browser reads faster than pairs. */
interface Batch {
  readonly keys: readonly string[];
  /** `undefined` removes. */
  readonly values: readonly (string | undefined)[];
}

/** So many changes make a record worth reading. */
const PACKED = 1_024;
/** So many records of fewer changes are put together. */
const MAX_LOOSE = 64;
/** How many records are read at once. */
const READ = 32;
/** A log of fewer changes is not written anew. */
const MIN_REWRITTEN = 4_096;

export type Durability = 'strict' | 'relaxed';

const packed = (changes: readonly Change[]): Batch => ({
  keys: changes.map(([key]) => key),
  values: changes.map(([, value]) => value),
});

const unpacked = ({ keys, values }: Batch): Change[] => keys.map((key, index) => [key, values[index]]);

/**
 * Batches of changes in the order in which they were committed, each one record: a record costs as much as dozens of changes in
 * one. What was overwritten stays until it outweighs the rest.
 */
export class BatchLog {
  readonly #database: IDBPDatabase;
  readonly #durability: Durability;
  /** Of the record that is written next. */
  #next = 1;
  #records = 0;
  #changes = 0;
  /** What the records at the end hold that are put together next, and the number of the first of them. */
  #loose: Change[] = [];
  #firstLoose = 1;
  /** The log is not written anew before it has so many changes. */
  #rewriteFrom = MIN_REWRITTEN;

  constructor(database: IDBPDatabase, durability: Durability) {
    this.#database = database;
    this.#durability = durability;
  }

  /** Everything, from the oldest batch to the newest. Call once, before anything is written. */
  async *read(): AsyncGenerator<readonly Change[]> {
    for (;;) {
      const rest = IDBKeyRange.lowerBound(this.#next);
      const [keys, batches] = await Promise.all([
        this.#database.getAllKeys(BATCHES, rest, READ),
        this.#database.getAll(BATCHES, rest, READ),
      ]);
      for (const batch of batches as Batch[]) {
        this.#changes += batch.keys.length;
        yield unpacked(batch);
      }
      this.#records += batches.length;
      if (batches.length < READ) {
        this.#next = Math.max(this.#next, Number(keys.at(-1) ?? 0) + 1);
        this.#firstLoose = this.#next;
        return;
      }
      this.#next = Number(keys.at(-1)) + 1;
    }
  }

  /** Adds a batch; all of it is stored when this is fulfilled, and nothing if it is rejected. */
  async append(changes: readonly Change[]): Promise<void> {
    await this.#write((batches) => [batches.put(packed(changes), this.#next)]);
    this.#next++;
    this.#records++;
    this.#changes += changes.length;
    if (changes.length >= PACKED) this.#endLoose();
    else this.#loose.push(...changes);
  }

  /**
   * Puts records together, or writes the log anew, if it is time for that. Nothing that counts changes.
   *
   * @param rows all that counts, and how much it is.
   */
  async tidy(rows: () => Iterable<Change>, count: number): Promise<void> {
    const isScattered = this.#records > MAX_LOOSE * 2 + (this.#changes / PACKED) * 2;
    const isWorn = this.#changes > count * 2 || isScattered;
    if (isWorn && this.#changes > this.#rewriteFrom) await this.#rewrite(rows(), count);
    else if (this.#next - this.#firstLoose >= MAX_LOOSE || this.#loose.length >= PACKED) await this.#putTogether();
  }

  async #putTogether(): Promise<void> {
    const changes = [...new Map(this.#loose)];
    const [first, last] = [this.#firstLoose, this.#next - 1];
    await this.#write((batches) => [
      batches.delete(IDBKeyRange.bound(first, last)),
      batches.put(packed(changes), last),
    ]);
    this.#records -= last - first;
    this.#changes -= this.#loose.length - changes.length;
    this.#endLoose();
  }

  async #rewrite(rows: Iterable<Change>, count: number): Promise<void> {
    // What fails for want of room is not tried again at once.
    this.#rewriteFrom = Math.max(MIN_REWRITTEN, this.#changes * 2);
    const [all, first] = [[...rows], this.#next];
    const records = Math.ceil(all.length / PACKED);
    await this.#write((batches) => [
      batches.clear(),
      ...Array.from({ length: records }, (_, index) =>
        batches.put(packed(all.slice(index * PACKED, (index + 1) * PACKED)), first + index),
      ),
    ]);
    this.#next = first + records;
    this.#records = records;
    this.#changes = count;
    this.#rewriteFrom = MIN_REWRITTEN;
    this.#endLoose();
  }

  #endLoose(): void {
    this.#loose = [];
    this.#firstLoose = this.#next;
  }

  /** All that is asked for in one transaction. */
  async #write(ask: (batches: Batches) => Promise<unknown>[]): Promise<void> {
    const transaction = this.#database.transaction(BATCHES, 'readwrite', { durability: this.#durability });
    const { store } = transaction;
    // Each request fails for itself when the transaction does.
    await Promise.all([...ask(store as Batches), transaction.done]);
  }
}

interface Batches {
  put(batch: Batch, key: number): Promise<unknown>;
  delete(range: IDBKeyRange): Promise<unknown>;
  clear(): Promise<unknown>;
}
