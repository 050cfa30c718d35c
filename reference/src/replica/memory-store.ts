import { SortedKeys } from './sorted-keys.ts';
import type { Change, KeyRange, Store } from './store.ts';

/** The keys with one first character: those in order, and those that were written since somebody asked for the order. */
interface Table {
  readonly sorted: SortedKeys;
  readonly fresh: Set<string>;
}

/**
 * A store that lives as long as its process. Keys are put in order when they are first scanned: of most, only the values are
 * asked for while records come in.
 */
export class MemoryStore implements Store {
  readonly #values = new Map<string, string>();
  readonly #tables = new Map<string, Table>();

  /** How many keys there are. */
  get size(): number {
    return this.#values.size;
  }

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  *scan({ from, to, reverse = false }: KeyRange): Iterable<readonly [key: string, value: string]> {
    const firsts = [...this.#tables.keys()].filter((first) => first >= from.charAt(0) && first <= to).sort();
    for (const first of reverse ? firsts.reverse() : firsts) {
      const sorted = sortedKeys(this.#tables.get(first) as Table);
      for (const key of reverse ? sorted.falling(from, to) : sorted.rising(from, to)) {
        yield [key, this.#values.get(key) as string];
      }
    }
  }

  commit(changes: readonly Change[]): void {
    for (const [key, value] of changes) {
      if (value === undefined) this.#delete(key);
      else {
        if (!this.#values.has(key)) this.#tableOf(key).fresh.add(key);
        this.#values.set(key, value);
      }
    }
  }

  close(): void {}

  #delete(key: string): void {
    if (!this.#values.delete(key)) return;
    const { sorted, fresh } = this.#tableOf(key);
    if (!fresh.delete(key)) sorted.delete(key);
  }

  #tableOf(key: string): Table {
    const first = key.charAt(0);
    let table = this.#tables.get(first);
    if (table === undefined) {
      table = { sorted: new SortedKeys(), fresh: new Set() };
      this.#tables.set(first, table);
    }
    return table;
  }
}

function sortedKeys({ sorted, fresh }: Table): SortedKeys {
  for (const key of [...fresh].sort()) sorted.add(key);
  fresh.clear();
  return sorted;
}
