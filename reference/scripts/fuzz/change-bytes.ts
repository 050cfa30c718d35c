import type { Random } from './random.ts';

/** Bytes that UTF-8 does not allow, or that do not belong into JSON. */
const ODD: readonly Uint8Array[] = [
  [0xef, 0xbb, 0xbf],
  [0xc0, 0x80],
  [0xed, 0xa0, 0xbd],
  [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf0, 0x9f, 0x98],
  [0xe2, 0x80, 0xa8],
  [0xff],
  [0x80],
  [0x00],
  [0x1f],
  [0x7f],
].map((bytes) => Uint8Array.from(bytes));

/** Escapes, some of them of half a surrogate pair or broken. */
const ESCAPES = [
  '\\ud83d',
  '\\ude00',
  '\\ud83d\\ude00',
  '\\u0000',
  '\\u',
  '\\u12',
  '\\x41',
  '\\',
  '\\"',
  '\\/',
  '\\u0022',
].map((text) => Buffer.from(text));

const TOKENS = ['{', '}', '[', ']', ',', ':', '"', 'null', 'true', '1', '-', ' ', '\ufeff'].map((text) =>
  Buffer.from(text),
);

function replaced(bytes: Uint8Array, at: number, length: number, fresh: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.min(at, bytes.length) + fresh.length + Math.max(0, bytes.length - at - length));
  out.set(bytes.subarray(0, at));
  out.set(fresh, at);
  out.set(bytes.subarray(at + length), at + fresh.length);
  return out;
}

const noise = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => random.below(256));

/** Some bytes flipped, put in, taken out, doubled, or the end cut off. */
export function changeBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = bytes;
  do {
    const at = random.below(changed.length + 1);
    switch (random.below(7)) {
      case 0:
        changed = replaced(changed, at, 1, Uint8Array.of((changed[at] ?? 0) ^ (1 << random.below(8))));
        break;
      case 1:
        changed = replaced(changed, at, 0, random.pick(TOKENS));
        break;
      case 2:
        changed = replaced(changed, at, 1 + random.below(4), new Uint8Array());
        break;
      case 3:
        changed = replaced(changed, at, 0, changed.slice(at, at + random.below(40)));
        break;
      case 4:
        changed = changed.subarray(0, at);
        break;
      case 5:
        changed = replaced(changed, at, random.below(3), random.pick(TOKENS));
        break;
      default:
        changed = replaced(changed, at, random.below(2), noise(random, 1 + random.below(3)));
    }
  } while (random.oneIn(3));
  return changed;
}

/** What UTF-8, JSON strings and their readers disagree about, somewhere in the text or in front of it. */
export function insertOdd(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.oneIn(4) ? 0 : random.below(bytes.length + 1);
  return replaced(bytes, at, 0, random.pick(random.oneIn(2) ? ODD : ESCAPES));
}

/** The beginning of one text and the end of another. */
export const splice = (first: Uint8Array, second: Uint8Array, random: Random): Uint8Array =>
  Buffer.concat([first.subarray(0, random.below(first.length + 1)), second.subarray(random.below(second.length + 1))]);

/** Bytes without any sense. */
export const anyBytes = (random: Random): Uint8Array => noise(random, random.below(200));
