import { SortedKeys } from './sorted-keys.ts';
import type { Change, KeyRange, Store } from './store.ts';

/**
 * The keys with one first character: those in order, and those that were written since somebody asked for the order, of which
 * some may be gone again.
 */
interface Table {
  readonly sorted: SortedKeys;
  readonly fresh: string[];
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
    for (const first of this.#firsts(from, to, reverse)) {
      const sorted = this.#inOrder(this.#tables.get(first) as Table);
      for (const key of reverse ? sorted.falling(from, to) : sorted.rising(from, to)) {
        yield [key, this.#values.get(key) as string];
      }
    }
  }

  commit(changes: readonly Change[]): void {
    for (const [key, value] of changes) {
      if (value === undefined) this.#delete(key);
      else {
        const before = this.#values.size;
        this.#values.set(key, value);
        if (this.#values.size > before) this.#tableOf(key).fresh.push(key);
      }
    }
  }

  close(): void {}

  /** The first characters that keys of a range can have, in its order. */
  #firsts(from: string, to: string, reverse: boolean): readonly string[] {
    const first = from.charAt(0);
    if (first !== '' && to.startsWith(first)) return this.#tables.has(first) ? [first] : [];
    const firsts = [...this.#tables.keys()].filter((each) => each >= first && each <= to).sort();
    return reverse ? firsts.reverse() : firsts;
  }

  #inOrder({ sorted, fresh }: Table): SortedKeys {
    for (const key of fresh.sort()) if (this.#values.has(key)) sorted.add(key);
    fresh.length = 0;
    return sorted;
  }

  #delete(key: string): void {
    if (!this.#values.delete(key)) return;
    this.#tableOf(key).sorted.delete(key);
  }

  #tableOf(key: string): Table {
    const first = key.charAt(0);
    let table = this.#tables.get(first);
    if (table === undefined) {
      table = { sorted: new SortedKeys(), fresh: [] };
      this.#tables.set(first, table);
    }
    return table;
  }
}
