/** A block grows up to so many keys; then it is cut in two. */
const maxBlock = 256;

/**
 * A set of keys in the order of JavaScript's strings, which for ASCII is that of bytes: sorted blocks in a list. To find or
 * change a key takes two binary searches and a move within one block.
 */
export class SortedKeys {
  readonly #blocks: string[][] = [[]];

  add(key: string): void {
    const place = this.#placeOf(key);
    const keys = this.#blocks[place] as string[];
    const at = countBefore(keys, key);
    if (keys[at] === key) return;
    if (at === keys.length) keys.push(key);
    else keys.splice(at, 0, key);
    if (keys.length <= maxBlock) return;
    // Keys that come in rising order leave full blocks behind.
    const cut = at === keys.length - 1 ? maxBlock : maxBlock >> 1;
    this.#blocks.splice(place + 1, 0, keys.splice(cut));
  }

  delete(key: string): void {
    const place = this.#placeOf(key);
    const keys = this.#blocks[place] as string[];
    const at = countBefore(keys, key);
    if (keys[at] !== key) return;
    keys.splice(at, 1);
    if (keys.length === 0 && this.#blocks.length > 1) this.#blocks.splice(place, 1);
  }

  /** The keys `from` <= key < `to`, rising. Nothing may be changed meanwhile. */
  *rising(from: string, to: string): Iterable<string> {
    let place = this.#placeOf(from);
    let at = countBefore(this.#blocks[place] as string[], from);
    for (; place < this.#blocks.length; place++, at = 0) {
      const keys = this.#blocks[place] as string[];
      for (; at < keys.length; at++) {
        const key = keys[at] as string;
        if (key >= to) return;
        yield key;
      }
    }
  }

  /** The same, falling. */
  *falling(from: string, to: string): Iterable<string> {
    let place = this.#placeOf(to);
    let at = countBefore(this.#blocks[place] as string[], to) - 1;
    for (; place >= 0; place--, at = (this.#blocks[place]?.length ?? 0) - 1) {
      const keys = this.#blocks[place] as string[];
      for (; at >= 0; at--) {
        const key = keys[at] as string;
        if (key < from) return;
        yield key;
      }
    }
  }

  /** The place of the last block whose first key is not behind `key`, or of the first block. */
  #placeOf(key: string): number {
    let low = 1;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.[0] as string) <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** How many of these keys come before `key`. */
function countBefore(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
