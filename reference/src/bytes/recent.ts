import { equalBytes } from './compare.ts';

/**
 * A bounded memory of what was used lately: keeps the `limit` newest keys at least and twice as many at most.
 *
 * Two generations instead of an exact order of use, so that a hit costs one look-up.
 */
export class Recent<Key, Value> {
  readonly #limit: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}

/** The same for keys of 32 bytes or so, told apart by their content. */
export class RecentByBytes<Value> {
  readonly #entries: Recent<number, { readonly bytes: Uint8Array; readonly value: Value }>;

  constructor(limit: number) {
    this.#entries = new Recent(limit);
  }

  /** The value for these bytes, made if it is not remembered. Bytes that look alike at first glance displace each other. */
  getOrMake(bytes: Uint8Array, make: () => Value): Value {
    const glance = glanceOf(bytes);
    const found = this.#entries.get(glance);
    if (found !== undefined && equalBytes(found.bytes, bytes)) return found.value;
    const value = make();
    this.#entries.set(glance, { bytes: bytes.slice(), value });
    return value;
  }
}

/** The last four bytes as a number: quick to take, and as random as the rest of a key. */
function glanceOf(bytes: Uint8Array): number {
  const end = bytes.length;
  return (
    ((bytes[end - 1] ?? 0) << 22) ^ ((bytes[end - 2] ?? 0) << 16) ^ ((bytes[end - 3] ?? 0) << 8) ^ (bytes[end - 4] ?? 0)
  );
}
