import type { Protocol } from '../protocol/protocol.ts';
import { isHeldValue, readKept } from './kept.ts';
import type { Kept } from './kept-record.ts';
import { digestLength, heldKey, numberKey, pastAll } from './keys.ts';
import type { Store } from './store.ts';

const numberLength = numberKey(0).length;

/** A record by a number, its timestamp or when it goes away. */
export type Numbered = readonly [value: number, digest: string];

const numbered = function* (store: Store, first: string): Iterable<Numbered> {
  for (const [key] of store.scan({ from: first, to: pastAll(first) })) {
    yield [Number(key.slice(1, 1 + numberLength)), key.slice(-digestLength)];
  }
};

/** What is kept, expired or not, by keys alone: no record is read that is not held. */
export interface Listing {
  /** The accepted records by their timestamps, then by the bytes of their ids. */
  readonly accepted: Iterable<Numbered>;
  readonly held: Iterable<Kept>;
  /** The records that go away, the first to go first. */
  readonly expiring: Iterable<Numbered>;
}

export const listingOf = (store: Store, protocol: Protocol): Listing => ({
  accepted: numbered(store, 't'),
  expiring: numbered(store, 'e'),
  held: heldIn(store, protocol),
});

/** Held records have no keys of their own; mostly there are none. */
function* heldIn(store: Store, protocol: Protocol): Iterable<Kept> {
  if (store.get(heldKey('')) === undefined) return;
  for (const [key, value] of store.scan({ from: 'r', to: pastAll('r') })) {
    if (isHeldValue(value)) yield readKept(key.slice(1), value, protocol);
  }
}
