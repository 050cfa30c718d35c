import { hexDigit } from './hex.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Value of each character code; 0 for what is not in the alphabet. */
const values = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

/** Ten bits as two characters. */
const pairs = Array.from({ length: 1024 }, (_, bits) => `${alphabet[bits >> 5]}${alphabet[bits & 31]}`);

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

/** The base32 form of 32 bytes given as 64 digits of lower-case hexadecimal, without a detour over bytes. */
export function encodeBase32FromHex(hex: string): string {
  let text = 'b';
  for (let i = 0; i < 60; i += 5) {
    let bits = 0;
    for (let j = i; j < i + 5; j++) bits = (bits << 4) | hexDigit(hex.charCodeAt(j));
    text += pairs[bits >> 10] + (pairs[bits & 1023] as string);
  }
  let rest = 0;
  for (let j = 60; j < 64; j++) rest = (rest << 4) | hexDigit(hex.charCodeAt(j));
  rest <<= 4;
  return text + pairs[rest >> 10] + pairs[rest & 1023];
}

/**
 * The first `byteLength` bytes of a base32 form whose letter `b` stands at `start`.
 *
 * Whether the text is well-formed is for the rules to say: here foreign characters count as zero bits, and a text
 * that ends too early is continued with them.
 */
export function decodeBase32(text: string, start: number, byteLength: number): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  let bits = 0;
  let width = 0;
  let next = start + 1;
  for (let i = 0; i < byteLength; i++) {
    for (; width < 8; width += 5) bits = ((bits << 5) | (values[text.charCodeAt(next++)] ?? 0)) & 0x1fff;
    width -= 8;
    bytes[i] = bits >> width;
  }
  return bytes;
}
