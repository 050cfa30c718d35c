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

/** A string that is equal for equal byte strings only: a key for maps, two bytes a code unit. */
export function bytesKey(bytes: Uint8Array): string {
  let key = '';
  for (let i = 0; i < bytes.length; i += 2) {
    key += String.fromCharCode((bytes[i] as number) | ((bytes[i + 1] as number) << 8));
  }
  return bytes.length % 2 === 0 ? key : `${key} odd`;
}
