import { sha256 } from '@noble/hashes/sha2.js';
import { base32 } from './base32.ts';
import { concat } from './bytes.ts';

/** Length of each chunk but the last, in bytes [BLB-1]. */
export const CHUNK_BYTES = 65_536;

/** The Merkle tree hash of RFC 9162 §2.1.1 over entries: 32 bytes [BLB-2]. */
export const treeHash = (entries: readonly Uint8Array[]): Uint8Array => {
  const [first] = entries;
  if (first === undefined) return sha256(new Uint8Array());
  if (entries.length === 1) return sha256(concat(Uint8Array.of(0), first));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(concat(Uint8Array.of(1), treeHash(entries.slice(0, split)), treeHash(entries.slice(split))));
};

/** No bytes are no chunk [BLB-1]. */
export const chunksOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) =>
    bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  );

/** `&b…` of any bytes [BLB-3]. */
export const blobId = (bytes: Uint8Array): string => {
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(bytes.length));
  return `&${base32(sha256(concat(Uint8Array.of(2), size, treeHash(chunksOf(bytes)))))}`;
};
