import { hexDigit } from './hex.ts';
import { decodeUtf8Leniently } from './utf8.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const letterB = 0x62;

/** ASCII code of each value. */
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));

/** Value of each ASCII code; 0x80 for what is not in the alphabet, so that its lower five bits are zero. */
const values = new Uint8Array(128).fill(0x80);
for (const [value, code] of codes.entries()) values[code] = value;

/** The number of characters that a base32 form has behind its letter `b`. */
const digitsFor = (byteLength: number) => Math.ceil((byteLength * 8) / 5);

/** The base32 form of bytes: RFC 4648 in lower case, unpadded, after the letter `b`; spare bits are zero. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = 'b';
  let bits = 0;
  let width = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0x1fff;
    for (width += 8; width >= 5; width -= 5) text += alphabet[(bits >> (width - 5)) & 31];
  }
  return width > 0 ? text + alphabet[(bits << (5 - width)) & 31] : text;
}

/** Where a form is written before it becomes a string: quicker than to put the string together from pieces. */
const written = new Uint8Array(53);

/** The base32 form of 32 bytes that are given as 64 digits of lower-case hexadecimal. */
export function encodeBase32FromHex(hex: string): string {
  writeBase32FromHex(hex, written, 0);
  return decodeUtf8Leniently(written);
}

/** Writes that form into `target` from `offset` on, as 53 ASCII codes. */
export function writeBase32FromHex(hex: string, target: Uint8Array, offset: number): void {
  target[offset] = letterB;
  let to = offset + 1;
  for (let at = 0; at < 64; at += 5, to += 4) {
    const bits = at < 60 ? fiveHexDigits(hex, at) : fourHexDigits(hex, at) << 4;
    target[to] = codes[bits >> 15] as number;
    target[to + 1] = codes[(bits >> 10) & 31] as number;
    target[to + 2] = codes[(bits >> 5) & 31] as number;
    target[to + 3] = codes[bits & 31] as number;
  }
}

const fourHexDigits = (hex: string, at: number) =>
  (hexDigit(hex.charCodeAt(at)) << 12) |
  (hexDigit(hex.charCodeAt(at + 1)) << 8) |
  (hexDigit(hex.charCodeAt(at + 2)) << 4) |
  hexDigit(hex.charCodeAt(at + 3));

const fiveHexDigits = (hex: string, at: number) => (fourHexDigits(hex, at) << 4) | hexDigit(hex.charCodeAt(at + 4));

/** Whether a text is, from `start` to its end, the one base32 form of `byteLength` bytes. */
export function isBase32(text: string, start: number, byteLength: number): boolean {
  const digits = digitsFor(byteLength);
  if (text.length !== start + 1 + digits || text.charCodeAt(start) !== letterB) return false;
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (values[code] as number) > 31) return false;
  }
  const spareBits = digits * 5 - byteLength * 8;
  return (digit(text, text.length - 1) & ((1 << spareBits) - 1)) === 0;
}

/**
 * The first bytes of a base32 form whose letter `b` stands at `start`: as many as `bytes` has, which it fills.
 *
 * Whether the text is well-formed is for the rules to say: here foreign characters count as some bits or other, and
 * a text that ends too early is continued with zeros.
 */
export function decodeBase32Into(bytes: Uint8Array, text: string, start: number): Uint8Array {
  const byteLength = bytes.length;
  let next = start + 1;
  let at = 0;
  // Eight characters are five bytes: two numbers of 20 bits.
  for (; at + 5 <= byteLength; at += 5, next += 8) {
    const high = fourDigits(text, next);
    const low = fourDigits(text, next + 4);
    bytes[at] = high >> 12;
    bytes[at + 1] = high >> 4;
    bytes[at + 2] = (high << 4) | (low >> 16);
    bytes[at + 3] = low >> 8;
    bytes[at + 4] = low;
  }
  for (let bits = 0, width = 0; at < byteLength; at++) {
    for (; width < 8; width += 5) bits = ((bits << 5) | digit(text, next++)) & 0x1fff;
    width -= 8;
    bytes[at] = bits >> width;
  }
  return bytes;
}

/** The same into bytes of their own. */
export const decodeBase32 = (text: string, start: number, byteLength: number): Uint8Array =>
  decodeBase32Into(new Uint8Array(byteLength), text, start);

const fourDigits = (text: string, at: number) =>
  (digit(text, at) << 15) | (digit(text, at + 1) << 10) | (digit(text, at + 2) << 5) | digit(text, at + 3);

/** The mask keeps every index inside of the table; the rules refuse what it lets through. */
const digit = (text: string, at: number) => (values[text.charCodeAt(at) & 127] as number) & 31;
