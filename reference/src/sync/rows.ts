/** So many lanes at the beginning of a row are the key by which rows are in order. */
export const keyLanes = 10;

/**
 * Rows of lanes of 32 bits, in the order of their keys and one behind the other in one array: a million of them are no million objects
 * for the garbage collector to look at.
 */
export class Rows {
  readonly width: number;
  readonly lanes: Uint32Array;
  #count = 0;

  /** Room for so many rows of so many lanes. */
  constructor(width: number, capacity: number) {
    this.width = width;
    this.lanes = new Uint32Array(width * capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** A copy of the row at an index. */
  row(index: number): Uint32Array {
    return this.lanes.slice(index * this.width, (index + 1) * this.width);
  }

  /** Has the rows of others, for which there is room. */
  copyFrom(others: Rows): this {
    this.lanes.set(others.lanes);
    this.#count = others.#count;
    return this;
  }

  /** How many rows come before a key. */
  countBefore(key: Uint32Array): number {
    return this.#countBelow(key, 0);
  }

  /** How many rows come before a key or have it. */
  countUpTo(key: Uint32Array): number {
    return this.#countBelow(key, 1);
  }

  /** Whether the row at an index has a key. */
  isAt(index: number, key: Uint32Array): boolean {
    return index < this.#count && this.#compare(index, key) === 0;
  }

  insert(index: number, row: Uint32Array): void {
    this.lanes.copyWithin((index + 1) * this.width, index * this.width, this.#count * this.width);
    this.lanes.set(row, index * this.width);
    this.#count++;
  }

  replace(index: number, row: Uint32Array): void {
    this.lanes.set(row, index * this.width);
  }

  /** Answers the row that was there. */
  remove(index: number): Uint32Array {
    const row = this.row(index);
    this.lanes.copyWithin(index * this.width, (index + 1) * this.width, this.#count * this.width);
    this.#count--;
    return row;
  }

  /** Takes away all rows from an index on. */
  truncate(count: number): void {
    this.#count = count;
  }

  /** Puts the rows of others, from an index on, behind these. */
  append(others: Rows, from = 0): void {
    this.lanes.set(others.lanes.subarray(from * this.width, others.#count * this.width), this.#count * this.width);
    this.#count += others.#count - from;
  }

  #countBelow(key: Uint32Array, limit: 0 | 1): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, key) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A negative number, zero or a positive one. */
  #compare(index: number, key: Uint32Array): number {
    const at = index * this.width;
    for (let lane = 0; lane < keyLanes; lane++) {
      const difference = (this.lanes[at + lane] as number) - (key[lane] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
