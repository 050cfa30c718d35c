import { MemoryStore } from '../../replica/memory-store.ts';
import type { Change, KeyRange, Store } from '../../replica/store.ts';

/** A store that reads what it was told, whether or not that was written. */
export abstract class SeenStore implements Store {
  protected readonly store: Store;
  readonly #seen = new MemoryStore();

  constructor(store: Store) {
    this.store = store;
    this.#seen.commit([...store.scan({ from: '', to: '\u007f' })]);
  }

  /** Writes some of the changes, or none. */
  protected abstract write(changes: readonly Change[]): void | Promise<void>;

  get(key: string): string | undefined {
    return this.#seen.get(key);
  }

  scan(range: KeyRange): Iterable<readonly [key: string, value: string]> {
    return this.#seen.scan(range);
  }

  commit(changes: readonly Change[]): void | Promise<void> {
    this.#seen.commit(changes);
    return this.write(changes);
  }

  close(): void | Promise<void> {
    return this.store.close();
  }
}
