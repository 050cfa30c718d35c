import { MemoryStore } from '../../replica/memory-store.ts';
import type { Change, KeyRange, Store } from '../../replica/store.ts';

/** So many commits are gathered before anything is written. */
const commitsInOne = 16;

/** A store that says it has written what it has only noted. What is noted is lost with the process. */
export class WriteBehind implements Store {
  readonly #store: Store;
  readonly #seen = new MemoryStore();
  #noted: (readonly Change[])[] = [];

  constructor(store: Store) {
    this.#store = store;
    this.#seen.commit([...store.scan({ from: '', to: '\u007f' })]);
  }

  get(key: string): string | undefined {
    return this.#seen.get(key);
  }

  scan(range: KeyRange): Iterable<readonly [key: string, value: string]> {
    return this.#seen.scan(range);
  }

  commit(changes: readonly Change[]): void | Promise<void> {
    this.#seen.commit(changes);
    this.#noted.push(changes);
    if (this.#noted.length < commitsInOne) return;
    const all = this.#noted.flat();
    this.#noted = [];
    return this.#store.commit(all);
  }

  close(): void | Promise<void> {
    return this.#store.close();
  }
}
