/** A key and its new value; `undefined` removes it. */
export type Change = readonly [key: string, value: string | undefined];

/** The keys `from` <= key < `to`, rising, or falling with `reverse`. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
  readonly reverse?: boolean;
}

/**
 * Where a replica keeps what it keeps: texts by keys of ASCII, in the order of their bytes. Reading answers at once, whatever
 * the place: a driver whose place cannot do that holds what it read in memory. Only writing may take its time.
 */
export interface Store {
  get(key: string): string | undefined;
  /** Nothing is committed while this is being read. */
  scan(range: KeyRange): Iterable<readonly [key: string, value: string]>;
  /**
   * Writes all changes or none. They are there for `get` and `scan`, and outlive the process, when it returns or, where that is
   * a promise, when that is fulfilled. The next commit waits for that.
   *
   * @throws StoreFull, or rejects with it, if there is no room; nothing has changed then.
   */
  commit(changes: readonly Change[]): void | Promise<void>;
  close(): void | Promise<void>;
}

/** There is no room for what was to be written: a full disk, or the quota of a browser. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';

  /** By its name: a driver may come with another copy of this class than the replica, as those of the published package do. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreFull';
  }
}
