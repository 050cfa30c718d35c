import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyBlobId } from '../src/format/record-rules.ts';
import { blobId, encodeBase32, portableSha256 } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';

const sha256 = (...parts: Uint8Array[]) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());

/** The Merkle tree hash of RFC 9162, as its definition reads. */
function treeHash(chunks: Uint8Array[]): Uint8Array {
  if (chunks.length === 0) return sha256();
  if (chunks.length === 1) return sha256(Uint8Array.of(0), chunks[0] as Uint8Array);
  const k = 2 ** Math.ceil(Math.log2(chunks.length) - 1);
  return sha256(Uint8Array.of(1), treeHash(chunks.slice(0, k)), treeHash(chunks.slice(k)));
}

function naive(bytes: Uint8Array): string {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65_536) chunks.push(bytes.slice(at, at + 65_536));
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length));
  return `&${encodeBase32(sha256(Uint8Array.of(2), size, treeHash(chunks)))}`;
}

describe('Blobs', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 196_609, 327_680, 458_753])(
    'BLB-1 to BLB-3 name %i bytes',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, index) => index % 251);
      expect(blobId(bytes, nodeSha256)).toBe(naive(bytes));
      expect(blobId(bytes, portableSha256)).toBe(naive(bytes));
    },
  );

  test('BLB-3 names a text as its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(blobId(text, nodeSha256)).toBe(naive(new TextEncoder().encode(text)));
      }),
    );
  });

  test('REC-11 knows the blob of no bytes', () => {
    expect(blobId('', portableSha256)).toBe(emptyBlobId);
  });
});
