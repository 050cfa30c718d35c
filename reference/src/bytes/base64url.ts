import { decodeUtf8Leniently } from './utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Character code of each value. */
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));

/** Value of each ASCII code; 64 for what is not in the alphabet. */
const values = new Uint8Array(128).fill(64);
for (const [value, code] of codes.entries()) values[code] = value;

/** The length of the form of so many bytes. */
export const base64UrlLength = (byteLength: number): number => Math.ceil((byteLength * 4) / 3);

/** Base64url without padding: RFC 4648 §5, spare bits zero. */
export function encodeBase64Url(bytes: Uint8Array): string {
  const written = new Uint8Array(base64UrlLength(bytes.length));
  for (let from = 0, to = 0; to < written.length; from += 3, to += 4) {
    // What is behind the last byte counts as zero here; what is written behind the end is lost.
    const bits = ((bytes[from] as number) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    written[to] = codes[bits >> 18] as number;
    written[to + 1] = codes[(bits >> 12) & 63] as number;
    written[to + 2] = codes[(bits >> 6) & 63] as number;
    written[to + 3] = codes[bits & 63] as number;
  }
  return decodeUtf8Leniently(written);
}

/** The bytes of a text that is the base64url form of some; undefined if it is of none. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let width = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? 64;
    if (value === 64) return undefined;
    bits = ((bits << 6) | value) & 0x3fff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes[at++] = bits >> width;
  }
  const hasSpare = (bits & ((1 << width) - 1)) !== 0;
  return hasSpare ? undefined : bytes;
}
