import { SortedKeys } from './sorted-keys.ts';
import type { Change, KeyRange, Store } from './store.ts';

/**
 * A store that lives as long as its process. What is written is looked at when somebody asks: of most keys nobody does while
 * records come in.
 */
export class MemoryStore implements Store {
  readonly #tables = new Map<string, Table>();

  /** How many keys there are. */
  get size(): number {
    let size = 0;
    for (const table of this.#tables.values()) size += table.values.size;
    return size;
  }

  get(key: string): string | undefined {
    return this.#tables.get(key.charAt(0))?.values.get(key);
  }

  *scan({ from, to, reverse = false }: KeyRange): Iterable<readonly [key: string, value: string]> {
    for (const first of this.#firsts(from, to, reverse)) {
      const { sorted, values } = this.#tables.get(first) as Table;
      for (const key of reverse ? sorted.falling(from, to) : sorted.rising(from, to)) {
        yield [key, values.get(key) as string];
      }
    }
  }

  commit(changes: readonly Change[]): void {
    for (const change of changes) {
      const first = change[0].charAt(0);
      let table = this.#tables.get(first);
      if (table === undefined) {
        table = new Table();
        this.#tables.set(first, table);
      }
      table.write(change);
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
}

/** So many removals are not left lying about. */
const maxRemovals = 1_024;

/** The keys with one first character. */
class Table {
  /** What was written since somebody asked. */
  readonly #written: Change[] = [];
  #removals = 0;
  readonly #values = new Map<string, string>();
  readonly #sorted = new SortedKeys();
  /** Keys that are in no order yet, of which some may be gone again. */
  readonly #fresh: string[] = [];

  write(change: Change): void {
    this.#written.push(change);
    if (change[1] === undefined && ++this.#removals > maxRemovals) this.#take();
  }

  get values(): ReadonlyMap<string, string> {
    if (this.#written.length > 0) this.#take();
    return this.#values;
  }

  get sorted(): SortedKeys {
    const { values } = this;
    for (const key of this.#fresh.sort()) if (values.has(key)) this.#sorted.add(key);
    this.#fresh.length = 0;
    return this.#sorted;
  }

  #take(): void {
    for (const [key, value] of this.#written) {
      if (value === undefined) {
        if (this.#values.delete(key)) this.#sorted.delete(key);
      } else {
        const before = this.#values.size;
        this.#values.set(key, value);
        if (this.#values.size > before) this.#fresh.push(key);
      }
    }
    this.#written.length = 0;
    this.#removals = 0;
  }
}
