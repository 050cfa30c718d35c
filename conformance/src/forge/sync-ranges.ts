import { base64url, unbase64url } from './base64.ts';
import { compareBytes, concat, equalBytes } from './bytes.ts';

/** A place between items: before the item with this timestamp and these 32 bytes. */
export type Place = { time: bigint; bytes: Uint8Array };

/** What one entry says of a range: `from` belongs to it, `to` does not. */
export type Said =
  | { kind: 'silent' }
  | { kind: 'sum'; fingerprint: Uint8Array; count: number }
  /** Short ids of 4 bytes, or where it is long 32 bytes each. */
  | { kind: 'list'; long: boolean; ids: readonly Uint8Array[] }
  | { kind: 'wish'; bits: readonly boolean[] };
export type RangeEntry = Said & { from: Place; to: Place };

/** Before every item, and behind every item. */
export const START: Place = { time: 0n, bytes: new Uint8Array(32) };
export const END: Place = { time: 1n << 64n, bytes: new Uint8Array(32) };

export const comparePlaces = (left: Place, right: Place): number => {
  if (left.time !== right.time) return left.time < right.time ? -1 : 1;
  return compareBytes(left.bytes, right.bytes);
};
export const samePlace = (left: Place, right: Place): boolean => comparePlaces(left, right) === 0;

const MAX = 9_007_199_254_740_991n;
/** How long a short id is, in bytes. */
export const SHORT_ID = 4;
const LONG = 32;

/** A number in LEB128, as short as it can be. */
export const leb128 = (value: number | bigint): Uint8Array => {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
};

/** A bound behind one whose timestamp is `before`. */
const boundBytes = ({ time, bytes }: Place, before: bigint): Uint8Array => {
  if (time === END.time) return Uint8Array.of(0);
  let length = LONG;
  while (length > 0 && bytes[length - 1] === 0) length -= 1;
  return concat(leb128(time - before + 1n), Uint8Array.of(length), bytes.subarray(0, length));
};

const bitBytes = (bits: readonly boolean[]): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index % 8));
  return bytes;
};

const saidBytes = (said: Said): Uint8Array => {
  switch (said.kind) {
    case 'silent':
      return Uint8Array.of(0);
    case 'sum':
      return concat(Uint8Array.of(1), said.fingerprint, leb128(said.count));
    case 'list':
      return concat(Uint8Array.of(said.long ? 4 : 2), leb128(said.ids.length), ...said.ids);
    case 'wish':
      return concat(Uint8Array.of(3), leb128(said.bits.length), bitBytes(said.bits));
  }
};

/** The bytes of entries as they stand; `from` is not looked at. */
export const entryBytes = (entries: readonly (Said & { to: Place })[], begin: Place = START): Uint8Array => {
  let before = begin.time;
  const parts = entries.flatMap((entry) => {
    const bound = boundBytes(entry.to, before);
    if (entry.to.time !== END.time) before = entry.to.time;
    return [bound, saidBytes(entry)];
  });
  return concat(...parts);
};

/** The text of entries with silence between them, as `ranges` has it; `begin` is where it goes on. */
export const encodeRanges = (entries: readonly RangeEntry[], begin: Place = START): string => {
  const whole: (Said & { to: Place })[] = [];
  let at = begin;
  for (const entry of entries) {
    if (!samePlace(entry.from, at)) whole.push({ kind: 'silent', to: entry.from });
    whole.push(entry);
    at = entry.to;
  }
  return base64url(entryBytes(whole, begin));
};

class FormError extends Error {}

/** Reads bytes one after another, and throws where they are not in their form. */
const reader = (bytes: Uint8Array) => {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw new FormError();
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1)[0] ?? 0;
  const number = (): bigint => {
    let [value, shift, next] = [0n, 0n, byte()];
    for (; next > 127 && shift < 70n; next = byte()) {
      value += BigInt(next & 127) << shift;
      shift += 7n;
    }
    value += BigInt(next) << shift;
    if (value > MAX || (shift > 0n && next === 0)) throw new FormError();
    return value;
  };
  return { take, byte, number, isAtEnd: () => at === bytes.length };
};
type Reader = ReturnType<typeof reader>;

const readBound = ({ take, byte, number }: Reader, before: bigint): Place => {
  const delta = number();
  if (delta === 0n) return END;
  const length = byte();
  if (length > LONG) throw new FormError();
  const bytes = take(length);
  if (length > 0 && bytes.at(-1) === 0) throw new FormError();
  const time = before + delta - 1n;
  if (time > MAX) throw new FormError();
  return { time, bytes: concat(bytes, new Uint8Array(LONG - length)) };
};

const readBits = ({ take, number }: Reader): boolean[] => {
  const length = Number(number());
  const bytes = take(Math.ceil(length / 8));
  const bits = Array.from({ length }, (_, index) => ((bytes[index >> 3] ?? 0) & (1 << (index % 8))) !== 0);
  if (!equalBytes(bitBytes(bits), bytes)) throw new FormError();
  return bits;
};

const readSaid = (from: Reader): Said => {
  const { take, byte, number } = from;
  const kind = byte();
  if (kind === 0) return { kind: 'silent' };
  if (kind === 1) return { kind: 'sum', fingerprint: take(16), count: Number(number()) };
  if (kind === 3) return { kind: 'wish', bits: readBits(from) };
  if (kind !== 2 && kind !== 4) throw new FormError();
  const [count, width] = [Number(number()), kind === 4 ? LONG : SHORT_ID];
  const ids = take(count * width);
  const each = Array.from({ length: count }, (_, index) => ids.subarray(index * width, (index + 1) * width));
  return { kind: 'list', long: kind === 4, ids: each };
};

const readEntries = (bytes: Uint8Array, begin: Place): RangeEntry[] => {
  const from = reader(bytes);
  const entries: RangeEntry[] = [];
  let [at, before] = [begin, begin.time === END.time ? 0n : begin.time];
  while (!from.isAtEnd()) {
    const to = readBound(from, before);
    const entry = { ...readSaid(from), from: at, to };
    if (entry.kind === 'silent' && (entries.at(-1)?.kind === 'silent' || from.isAtEnd())) throw new FormError();
    entries.push(entry);
    at = to;
    if (to.time !== END.time) before = to.time;
  }
  if (entries.length === 0) throw new FormError();
  return entries;
};

export type ReadRanges = { entries: RangeEntry[] } | { broken: 'RNG-1' | 'RNG-2' };

/** Reads `ranges`; `begin` is where the message before this one in the turn ended [RNG-1] [RNG-2]. */
export const parseRanges = (text: string, begin: Place = START): ReadRanges => {
  const bytes = unbase64url(text);
  if (bytes === undefined) return { broken: 'RNG-1' };
  try {
    const entries = readEntries(bytes, begin);
    const isRising = entries.every(({ from, to }) => comparePlaces(from, to) < 0);
    return isRising ? { entries } : { broken: 'RNG-2' };
  } catch (error) {
    if (error instanceof FormError) return { broken: 'RNG-1' };
    throw error;
  }
};
