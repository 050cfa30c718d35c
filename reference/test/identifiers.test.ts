import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase32FromHex } from '../src/bytes/base32.ts';
import { isBlobId, isHashText, isKeyId, isSignatureText, isSpaceId } from '../src/id/id.ts';
import { decodeBase32, encodeBase32, encodeHex, parseId, sortIds, without } from '../src/index.ts';
import { protocol } from './cast.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const damaged = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(), fc.nat(2), fc.string({ maxLength: 2, unit: 'grapheme-ascii' }))
    .map(([whole, place, length, piece]) => {
      const at = place % (whole.length + 1);
      return whole.slice(0, at) + piece + whole.slice(at + length);
    });
const id = fc.oneof(
  fc.tuple(fc.constantFrom('@', '%', '&'), bytes32).map(([sigil, bytes]) => sigil + encodeBase32(bytes)),
  fc
    .tuple(
      fc.constantFrom('gardening', 'k', 'a23456789012345', 'a234567890123456', '9a'),
      fc.constantFrom('b', 'x'),
      bytes32,
    )
    .map(([name, letter, bytes]) => `+${name}.${letter}${encodeBase32(bytes).slice(1)}`),
);

describe('Identifiers', () => {
  test('ID-2 reads back the bytes that were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes), 0, bytes.length)).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(bytes32, (bytes) => {
        expect(encodeBase32FromHex(encodeHex(bytes))).toBe(encodeBase32(bytes));
      }),
    );
  });

  test('ID-1 to ID-5 agree with the forms that records ask for', () => {
    fc.assert(
      fc.property(fc.oneof(id, damaged(id)), (text) => {
        const parsed = parseId(text);
        const kind = parsed.ok ? parsed.id.kind : undefined;
        expect(isKeyId(text)).toBe(kind === 'key');
        expect(isBlobId(text)).toBe(kind === 'blob');
        expect(isSpaceId(text)).toBe(kind === 'space' || kind === 'open-space');
      }),
      { numRuns: 2000 },
    );
  });

  test('ID-5 accepts a hash or a signature only as it is written', () => {
    for (const [length, accepts] of [
      [32, isHashText],
      [64, isSignatureText],
    ] as const) {
      const text = fc.uint8Array({ minLength: length, maxLength: length }).map(encodeBase32);
      fc.assert(
        fc.property(fc.oneof(text, damaged(text)), (candidate) => {
          const canonical = candidate === encodeBase32(decodeBase32(candidate, 0, length));
          expect(accepts(candidate)).toBe(canonical);
        }),
      );
    }
  });

  test.each([
    ['ID-1', `?b${'a'.repeat(52)}`],
    ['ID-2', `@x${'a'.repeat(52)}`],
    ['ID-3', `+gardening.c${'a'.repeat(52)}`],
    ['ID-4', `+a234567890123456.b${'a'.repeat(52)}`],
    ['ID-5', `@b${'a'.repeat(51)}b`],
  ])('%s alone refuses its case', (requirement, text) => {
    expect(parseId(text, protocol.idRules)).toMatchObject({ ok: false, requirement, code: 'id-form' });
    expect(parseId(text, without(protocol, [requirement]).idRules).ok).toBe(true);
  });

  test('ID-6 orders bytes, not texts', () => {
    const low = `@${encodeBase32(new Uint8Array(32))}`;
    const high = `@${encodeBase32(new Uint8Array(32).fill(0xff))}`;
    expect(low > high).toBe(true);
    expect(sortIds([high, low], protocol.idRules)).toEqual({ ok: true, ids: [low, high] });
  });
});
