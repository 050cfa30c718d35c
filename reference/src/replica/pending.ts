import { SortedKeys } from './sorted-keys.ts';
import type { Change, Store } from './store.ts';

/** The keys that are scanned while records come in, by their first characters. */
const scanned = 'bq';

/** Those that are asked for. Of the others one need not know that they changed already. */
const asked = `${scanned}ckmrsx`;

/** Changes that are not written yet, in front of the store that they are for. */
export class Pending {
  readonly #store: Store;
  /** By their keys, the last one of each. */
  readonly #changes = new Map<string, Change>();
  readonly #sorted = new SortedKeys();
  readonly #unasked: Change[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  get(key: string): string | undefined {
    const change = this.#changes.get(key);
    return change === undefined ? this.#store.get(key) : change[1];
  }

  set(key: string, value: string | undefined): void {
    const first = key.charAt(0);
    const change: Change = [key, value];
    if (!asked.includes(first)) {
      this.#unasked.push(change);
      return;
    }
    this.#changes.set(key, change);
    if (scanned.includes(first)) this.#sorted.add(key);
  }

  delete(key: string): void {
    this.set(key, undefined);
  }

  /** The entries `from` <= key < `to` of a kind that is scanned, rising. What is changed meanwhile may or may not be seen. */
  *rising(from: string, to: string): Iterable<readonly [key: string, value: string]> {
    const changed = [...this.#sorted.rising(from, to)];
    let next = 0;
    for (const entry of this.#store.scan({ from, to })) {
      for (; next < changed.length && (changed[next] as string) < entry[0]; next++) yield* this.#changed(changed[next]);
      if (!this.#changes.has(entry[0])) yield entry;
    }
    for (; next < changed.length; next++) yield* this.#changed(changed[next]);
  }

  /** The last entry of a kind that is scanned with `from` <= key < `to`. */
  last(from: string, to: string): readonly [key: string, value: string] | undefined {
    let changed: readonly [string, string] | undefined;
    for (const key of this.#sorted.falling(from, to)) {
      const value = this.#changes.get(key)?.[1];
      if (value === undefined) continue;
      changed = [key, value];
      break;
    }
    for (const entry of this.#store.scan({ from, to, reverse: true })) {
      if (changed !== undefined && entry[0] <= changed[0]) break;
      if (!this.#changes.has(entry[0])) return entry;
    }
    return changed;
  }

  /** In the order in which those of one key came. */
  get changes(): Change[] {
    return [...this.#changes.values(), ...this.#unasked];
  }

  *#changed(key: string | undefined): Iterable<readonly [string, string]> {
    const value = key === undefined ? undefined : this.#changes.get(key)?.[1];
    if (key !== undefined && value !== undefined) yield [key, value];
  }
}
