import { describe, expect, test } from 'vitest';
import { base64UrlLength, decodeBase64Url, encodeBase64Url } from '../src/bytes/base64url.ts';
import { decodeHex, encodeHex } from '../src/bytes/hex.ts';

/** Bytes of each length up to 70, and of one that is longer than what is written at once. */
const samples = [...Array.from({ length: 71 }, (_, length) => length), 5_000].map((length) =>
  Uint8Array.from({ length }, (_, i) => (i * 37 + length * 101) & 255),
);

describe('Bytes as text', () => {
  test('RNG-1 are base64url as Node writes it', () => {
    for (const bytes of samples) {
      const text = Buffer.from(bytes).toString('base64url');
      expect(encodeBase64Url(bytes)).toBe(text);
      expect(base64UrlLength(bytes.length)).toBe(text.length);
      expect(decodeBase64Url(text)).toEqual(bytes);
    }
  });

  test('RNG-1 are not read from what is no base64url, or has spare bits', () => {
    for (const text of ['A', 'AAAAA', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', 'AAé', 'AA\u0141A']) {
      expect(decodeBase64Url(text)).toBeUndefined();
    }
  });

  test('RNG-1 are hexadecimal as Node writes it', () => {
    for (const bytes of samples) {
      const hex = Buffer.from(bytes).toString('hex');
      expect(encodeHex(bytes)).toBe(hex);
      expect(decodeHex(hex)).toEqual(bytes);
    }
  });
});
