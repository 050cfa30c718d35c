import { writeHex } from '../bytes/hex.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { CountedTree } from './counted-tree.ts';
import { type Lanes, lanesToBytes } from './lanes.ts';

/** 16 bytes that stand for some items, as 32 digits of hexadecimal, and how many items there are. */
export interface Summary {
  readonly fingerprint: string;
  readonly count: number;
}

const sumBytes = 32;
const countBytes = 8;
const fingerprintDigits = 32;
const shortIdDigits = 8;

/** The first 16 bytes of SHA-256 over a sum and a number of items. */
export function fingerprintOf(sum: Lanes, count: number, sha256: Sha256): string {
  const bytes = new Uint8Array(sumBytes + countBytes);
  lanesToBytes(sum, 0, bytes);
  for (let at = bytes.length - 1, rest = count; rest > 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return sha256(bytes).slice(0, fingerprintDigits);
}

/** Of the items that have from `from` to before `to` others before them. */
export const summarise = (tree: CountedTree, sha256: Sha256, from = 0, to = tree.size): Summary => ({
  fingerprint: fingerprintOf(tree.sumOf(from, to), to - from, sha256),
  count: to - from,
});

export const isSameSummary = (a: Summary, b: Summary): boolean =>
  a.fingerprint === b.fingerprint && a.count === b.count;

/** SHA-256 of the transcript followed by the bytes of an item: its lifted form where lift is 1. */
export function salted(transcript: string, hex: string, sha256: Sha256): string {
  writeHex(transcript, saltedBytes, 0);
  writeHex(hex, saltedBytes, sumBytes);
  return sha256(saltedBytes);
}

const saltedBytes = new Uint8Array(2 * sumBytes);

/** The first 4 bytes of that: the short id of an item. */
export const shortIdOf = (transcript: string, hex: string, sha256: Sha256): string =>
  salted(transcript, hex, sha256).slice(0, shortIdDigits);

/** The bytes of an Earthstar document: of its hash followed by its signature, as they are written. */
export const earthstarBytes = (hash: string, signature: string, sha256: Sha256): string =>
  sha256(encodeUtf8(hash + signature));
