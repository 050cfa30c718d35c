import { sha256 } from '@noble/hashes/sha2.js';
import { compareBytes, concat, hex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import type { JsonObject } from './native.ts';
import { passesFilter, type Query } from './query-rules.ts';
import type { Entry } from './replica-entry.ts';
import type { Kept, Model } from './replica-model.ts';
import { isNative } from './rule.ts';
import { type Place, SHORT_ID } from './sync-ranges.ts';

/** A record as it is compared: its timestamp and 32 bytes. */
export type Item = { timestamp: number; bytes: Uint8Array };
export type KeptItem = Item & { kept: Kept };

/** What both peers of a session look at; `newest` is the last timestamp that an item can have. */
export type View = {
  transcript: Uint8Array;
  lift: 0 | 1;
  asOf: number;
  newest: number;
  filters: readonly Query[];
};

/** The 32 bytes that a record is compared by. */
export const itemBytes = ({ format, idBytes, id, value }: Entry): Uint8Array =>
  isNative(format) ? idBytes : sha256(utf8(`${id}${(value as JsonObject).signature}`));

export const compareItems = (left: Item, right: Item): number =>
  left.timestamp - right.timestamp || compareBytes(left.bytes, right.bytes);

const LONGEST_EARTHSTAR = 524_288;

/** Whether a record surely fits into a message. */
const fits = ({ format, value }: Entry): boolean =>
  isNative(format) || utf8(canonical(value)).length <= LONGEST_EARTHSTAR;

/** The items of a replica in their order; what has expired by the clock is dropped before. */
export const itemsOf = (
  { kept }: Model,
  { asOf, newest, filters }: Pick<View, 'asOf' | 'newest' | 'filters'>,
): KeptItem[] =>
  kept
    .filter((record) => record.expires >= asOf && record.timestamp <= newest && fits(record))
    .filter((record) => filters.every((filter) => passesFilter(filter, record)))
    .map((record) => ({ timestamp: record.timestamp, bytes: itemBytes(record), kept: record }))
    .sort(compareItems);

const bigEndian = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes)}`);
const toBigEndian = (value: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 255n));

/** The fingerprint of items, 16 bytes. */
export const fingerprint = (
  items: readonly Pick<Item, 'bytes'>[],
  { transcript, lift }: Pick<View, 'transcript' | 'lift'>,
): Uint8Array => {
  const lifted = items.map(({ bytes }) => bigEndian(lift === 0 ? bytes : sha256(concat(transcript, bytes))));
  const sum = lifted.reduce((total, one) => (total + one) % 2n ** 256n, 0n);
  return sha256(concat(toBigEndian(sum, 32), toBigEndian(BigInt(items.length), 8))).subarray(0, 16);
};

/** The short id of an item. */
export const shortId = (bytes: Uint8Array, transcript: Uint8Array): Uint8Array =>
  sha256(concat(transcript, bytes)).subarray(0, SHORT_ID);

const isBefore = ({ timestamp, bytes }: Item, { time, bytes: at }: Place): boolean =>
  BigInt(timestamp) === time ? compareBytes(bytes, at) < 0 : BigInt(timestamp) < time;

/** The items of a range. */
export const within = <T extends Item>(items: readonly T[], { from, to }: { from: Place; to: Place }): T[] =>
  items.filter((item) => !isBefore(item, from) && isBefore(item, to));

/** The shortest bound that parts two items that follow each other [RNG-13]. */
export const boundBetween = (last: Item, first: Item): Place => {
  const bytes = new Uint8Array(32);
  if (last.timestamp === first.timestamp) {
    const differing = first.bytes.findIndex((byte, index) => byte !== last.bytes[index]);
    bytes.set(first.bytes.subarray(0, differing + 1));
  }
  return { time: BigInt(first.timestamp), bytes };
};

/** The text of a record as it is sent, without its content where the partner is sparse [SYN-17]. */
export const textOf = ({ format, value, content }: Kept, sparse: boolean): string => {
  if (!isNative(format)) return JSON.stringify(value);
  const { header, signature } = value as JsonObject;
  return JSON.stringify({ header, signature, ...(content === undefined || sparse ? {} : { content }) });
};
