import { hexDigit } from './hex.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = '=';

/** Value of each ASCII code; 0x80 for what is not in the alphabet, so that its lower six bits are zero. */
const values = new Uint8Array(128).fill(0x80);
for (let value = 0; value < 64; value++) values[alphabet.charCodeAt(value)] = value;

/** Twelve bits as two characters. */
const pairs = Array.from({ length: 4096 }, (_, bits) => `${alphabet[bits >> 6]}${alphabet[bits & 63]}`);

/** The number of characters of the canonical base64 of so many bytes. */
export const base64Length = (byteLength: number): number => Math.ceil(byteLength / 3) * 4;

/** Canonical base64: that of RFC 4648 §4, padded, spare bits zero. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  let at = 0;
  for (; at + 3 <= bytes.length; at += 3) {
    const [a, b, c] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number];
    text += pairs[(a << 4) | (b >> 4)] + (pairs[((b & 15) << 8) | c] as string);
  }
  if (at === bytes.length) return text;
  const [a, b] = [bytes[at] as number, bytes[at + 1]];
  const last = b === undefined ? padding : alphabet[(b & 15) << 2];
  return `${text}${pairs[(a << 4) | ((b ?? 0) >> 4)]}${last}${padding}`;
}

/** The canonical base64 of 32 bytes that are given as 64 digits of lower-case hexadecimal. */
export function encodeBase64FromHex(hex: string): string {
  let text = '';
  for (let at = 0; at < 63; at += 3) text += pairs[threeHexDigits(hex, at)];
  return `${text}${alphabet[hexDigit(hex.charCodeAt(63)) << 2]}${padding}`;
}

const threeHexDigits = (hex: string, at: number) =>
  (hexDigit(hex.charCodeAt(at)) << 8) | (hexDigit(hex.charCodeAt(at + 1)) << 4) | hexDigit(hex.charCodeAt(at + 2));

/** Whether a text, from `start` to before `end`, is the canonical base64 of some bytes, perhaps of none. */
export function isBase64(text: string, start: number, end: number): boolean {
  if (end > text.length || (end - start) % 4 !== 0) return false;
  if (end <= start) return end === start;
  const padded = text[end - 1] !== padding ? 0 : text[end - 2] !== padding ? 1 : 2;
  const digitsEnd = end - padded;
  for (let i = start; i < digitsEnd; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (values[code] as number) > 63) return false;
  }
  // One byte in two characters leaves four bits to spare, two bytes in three leave two.
  return (digit(text, digitsEnd - 1) & ((1 << (2 * padded)) - 1)) === 0;
}

/** Whether a text, from `start` to before `end`, is the canonical base64 of `byteLength` bytes. */
export const isBase64Of = (byteLength: number, text: string, start: number, end: number): boolean =>
  end - start === base64Length(byteLength) && paddingFor(byteLength, text, end) && isBase64(text, start, end);

/** Whether there is as much padding before `end` as these bytes need: other numbers of bytes have the same length. */
function paddingFor(byteLength: number, text: string, end: number): boolean {
  const padded = base64Length(byteLength) - Math.ceil((byteLength * 4) / 3);
  return (text[end - 1] === padding) === padded > 0 && (text[end - 2] === padding) === padded > 1;
}

/**
 * The first `byteLength` bytes of a base64 form that begins at `start`.
 *
 * Whether the text is well-formed is for the rules to say: here foreign characters count as some bits or other, and
 * a text that ends too early is continued with zeros.
 */
export function decodeBase64(text: string, start: number, byteLength: number): Uint8Array {
  const bytes = new Uint8Array(byteLength);
  // Writing beyond the end of an array of bytes does nothing.
  for (let at = 0, next = start; at < byteLength; at += 3, next += 4) {
    const bits =
      (digit(text, next) << 18) | (digit(text, next + 1) << 12) | (digit(text, next + 2) << 6) | digit(text, next + 3);
    bytes[at] = bits >> 16;
    bytes[at + 1] = bits >> 8;
    bytes[at + 2] = bits;
  }
  return bytes;
}

/** The mask keeps every index inside of the table; the rules refuse what it lets through. */
const digit = (text: string, at: number) => (values[text.charCodeAt(at) & 127] as number) & 63;
