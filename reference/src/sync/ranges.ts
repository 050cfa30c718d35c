import { decodeBase64Url } from '../bytes/base64url.ts';
import { encodeHex, hexDigit } from '../bytes/hex.ts';
import type { Entry, Kind, ReadEntries } from './entry.ts';
import { type Bound, beginning, comparePlaces, end, isEnd } from './item.ts';

const marks: Readonly<Record<Kind, number>> = { silent: 0, sum: 1, list: 2, wish: 3, 'long-list': 4 };

const fingerprintBytes = 16;
const shortIdBytes = 4;
const itemBytes = 32;

/** Writes the bytes of an entry; its bound is counted from `before`. One that begins elsewhere has a silent one in front. */
export function writeEntry(entry: Entry, before: Bound, bytes: number[]): void {
  let from = before;
  if (comparePlaces(before, entry.lower) !== 0) {
    writeBound(entry.lower, before, bytes);
    bytes.push(marks.silent);
    from = entry.lower;
  }
  writeBound(entry.upper, from, bytes);
  bytes.push(marks[entry.kind]);
  switch (entry.kind) {
    case 'sum':
      writeDigits(entry.fingerprint, bytes);
      writeNumber(entry.count, bytes);
      break;
    case 'list':
    case 'long-list':
      writeNumber(entry.ids.length, bytes);
      for (const id of entry.ids) writeDigits(id, bytes);
      break;
    case 'wish':
      writeNumber(entry.wished.length, bytes);
      bytes.push(...bits(entry.wished));
      break;
    default:
  }
}

/** Writes the bytes of hexadecimal. */
function writeDigits(hex: string, bytes: number[]): void {
  for (let i = 0; i < hex.length; i += 2)
    bytes.push((hexDigit(hex.charCodeAt(i)) << 4) | hexDigit(hex.charCodeAt(i + 1)));
}

function writeBound(bound: Bound, before: Bound, bytes: number[]): void {
  if (isEnd(bound)) {
    bytes.push(0);
    return;
  }
  writeNumber(bound.timestamp - before.timestamp + 1, bytes);
  bytes.push(bound.hex.length / 2);
  writeDigits(bound.hex, bytes);
}

/** LEB128. Numbers have up to 53 bits, more than there are in an operand of bitwise operators. */
function writeNumber(value: number, bytes: number[]): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function bits(wished: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(wished.length / 8));
  for (const [i, isWished] of wished.entries())
    if (isWished) bytes[i >> 3] = (bytes[i >> 3] as number) | (1 << (i & 7));
  return bytes;
}

/**
 * Reads `ranges`.
 * @param before where the message before it in the turn ended; `beginning` where there is none.
 */
export function readRanges(ranges: string, before: Bound = beginning): ReadEntries {
  const bytes = decodeBase64Url(ranges);
  if (bytes === undefined) return { entries: [], isMalformed: true, isDisordered: false };
  const reader = new RangeReader(bytes, before);
  const entries = reader.entries();
  const isMalformed =
    reader.isMalformed ||
    entries.length === 0 ||
    entries.at(-1)?.kind === 'silent' ||
    entries.some(({ kind }, i) => kind === 'silent' && entries[i + 1]?.kind === 'silent');
  const isDisordered = entries.some(({ lower, upper }) => isEnd(lower) || comparePlaces(lower, upper) >= 0);
  return { entries, isMalformed, isDisordered };
}

/** What a reader throws to itself where bytes have not the form that they should have. */
class Malformed extends Error {}

class RangeReader {
  isMalformed = false;
  readonly #bytes: Uint8Array;
  #at = 0;
  #lower: Bound;

  constructor(bytes: Uint8Array, lower: Bound) {
    this.#bytes = bytes;
    this.#lower = lower;
  }

  /** Those up to the first that is malformed. */
  entries(): readonly Entry[] {
    const entries: Entry[] = [];
    try {
      while (this.#at < this.#bytes.length) entries.push(this.#entry());
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.isMalformed = true;
    }
    return entries;
  }

  #entry(): Entry {
    const lower = this.#lower;
    const upper = this.#bound();
    this.#lower = upper;
    switch (this.#byte()) {
      case marks.silent:
        return { lower, upper, kind: 'silent' };
      case marks.sum:
        return { lower, upper, kind: 'sum', fingerprint: this.#hex(fingerprintBytes), count: this.#number() };
      case marks.list:
        return { lower, upper, kind: 'list', ids: this.#ids(shortIdBytes) };
      case marks.wish:
        return { lower, upper, kind: 'wish', wished: this.#wished() };
      case marks['long-list']:
        return { lower, upper, kind: 'long-list', ids: this.#ids(itemBytes) };
      default:
        throw new Malformed();
    }
  }

  #bound(): Bound {
    const delta = this.#number();
    if (delta === 0) return end;
    // In this order no sum is rounded that is safe in the end.
    const timestamp = (isEnd(this.#lower) ? 0 : this.#lower.timestamp) + (delta - 1);
    const length = this.#byte();
    if (length > itemBytes || !Number.isSafeInteger(timestamp)) throw new Malformed();
    const hex = this.#hex(length);
    if (hex.endsWith('00') && length > 0) throw new Malformed();
    return { timestamp, hex };
  }

  #ids(byteLength: number): readonly string[] {
    const count = this.#number();
    this.#needs(count * byteLength);
    return Array.from({ length: count }, () => this.#hex(byteLength));
  }

  #wished(): readonly boolean[] {
    const count = this.#number();
    const bytes = this.#take(Math.ceil(count / 8));
    const wished = Array.from({ length: count }, (_, i) => (((bytes[i >> 3] as number) >> (i & 7)) & 1) === 1);
    if (bits(wished).some((byte, i) => byte !== bytes[i])) throw new Malformed();
    return wished;
  }

  #number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      // 2^49 is the last place that a number can have.
      if (!Number.isSafeInteger(value) || scale > 2 ** 49 || (byte === 0 && scale > 1)) throw new Malformed();
      if (byte < 128) return value;
    }
  }

  #byte(): number {
    this.#needs(1);
    return this.#bytes[this.#at++] as number;
  }

  #hex(byteLength: number): string {
    return byteLength === 0 ? '' : encodeHex(this.#take(byteLength));
  }

  #take(byteLength: number): Uint8Array {
    this.#needs(byteLength);
    this.#at += byteLength;
    return this.#bytes.subarray(this.#at - byteLength, this.#at);
  }

  #needs(byteLength: number): void {
    if (this.#at + byteLength > this.#bytes.length) throw new Malformed();
  }
}
