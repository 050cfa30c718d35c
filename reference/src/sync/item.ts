/** What two peers compare of a record. */
export interface Item {
  readonly timestamp: number;
  /** 32 bytes, as 64 digits of hexadecimal. */
  readonly hex: string;
  /** The lifted form of these, as digits too: the same text where lift is 0. */
  readonly lifted: string;
  /** By which the replica finds the record: of a native one the same text. */
  readonly digest: string;
}

/**
 * A place between items: before the item with this timestamp whose bytes are these and then zeros.
 * `hex` has whole bytes, of which the last is not zero.
 */
export interface Bound {
  readonly timestamp: number;
  readonly hex: string;
}

/** Items by their timestamps, then by their bytes; bounds among them. */
export const comparePlaces = (a: Bound, b: Bound): number =>
  a.timestamp - b.timestamp || (a.hex < b.hex ? -1 : a.hex > b.hex ? 1 : 0);

/** Before all items. */
export const beginning: Bound = { timestamp: 0, hex: '' };

/** Behind all items. */
export const end: Bound = { timestamp: Number.MAX_VALUE, hex: '' };

export const isEnd = ({ timestamp }: Bound): boolean => timestamp === end.timestamp;

/** [RNG-13] The shortest bound that parts two items, of which `a` comes first. */
export function boundBetween(a: Bound, b: Bound): Bound {
  if (a.timestamp !== b.timestamp) return { timestamp: b.timestamp, hex: '' };
  let same = 0;
  while (a.hex[same] === b.hex[same]) same++;
  return { timestamp: b.timestamp, hex: b.hex.slice(0, (same & ~1) + 2) };
}
