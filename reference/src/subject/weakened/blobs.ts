import { nameHash, nodeHash, treeHash } from '../../blob/blob-id.ts';
import { writeHex } from '../../bytes/hex.ts';
import type { Digest, Sha256 } from '../../bytes/sha256.ts';
import { step } from './step.ts';
import type { Weakening } from './weakened.ts';

/** [BLB-1] to [BLB-3] */
export const blobs: readonly Weakening[] = [
  step('BLB-1', 'minus-1', 'cuts chunks of 65,535 bytes', { chunkBytes: 65_535 }),
  step('BLB-1', 'plus-1', 'cuts chunks of 65,537 bytes', { chunkBytes: 65_537 }),
  step('BLB-1', 'double', 'cuts chunks of 131,072 bytes', { chunkBytes: 131_072 }),
  step('BLB-1', 'half', 'cuts chunks of 32,768 bytes', { chunkBytes: 32_768 }),
  step('BLB-1', 'whole', 'cuts nothing', { chunkBytes: 2 ** 40 }),
  step('BLB-2', 'halves', 'splits leaves into halves', { treeHash: splitBy((n) => n >> 1) }),
  step('BLB-2', 'larger-half', 'gives the first half the odd leaf', { treeHash: splitBy((n) => (n + 1) >> 1) }),
  step('BLB-2', 'last-alone', 'joins the last leaf to all others', { treeHash: splitBy((n) => n - 1) }),
  step('BLB-2', 'first-alone', 'joins the first leaf to all others', { treeHash: splitBy(() => 1) }),
  step('BLB-2', 'smallest-power', 'splits at the largest power of two below the half', {
    treeHash: splitBy((n) => largestPower(n - 1) >> (n > 4 ? 1 : 0)),
  }),
  step('BLB-2', 'swapped', 'swaps the two halves', {
    treeHash: (leaves, sha256) =>
      leaves.length === 2 ? nodeHash(leaves[1] as Digest, leaves[0] as Digest, sha256) : treeHash(leaves, sha256),
  }),
  step('BLB-2', 'one-again', 'hashes a single leaf again', {
    treeHash: (leaves, sha256) =>
      leaves.length === 1 ? nodeHash(leaves[0] as Digest, leaves[0] as Digest, sha256) : treeHash(leaves, sha256),
  }),
  step('BLB-2', 'empty-leaf', 'takes no bytes for an empty chunk', {
    treeHash: (leaves, sha256) => (leaves.length === 0 ? sha256('\0') : treeHash(leaves, sha256)),
  }),
  step('BLB-2', 'empty-zeros', 'takes zeros for the hash of no chunk', {
    treeHash: (leaves, sha256) => (leaves.length === 0 ? ('0'.repeat(64) as Digest) : treeHash(leaves, sha256)),
  }),
  step('BLB-2', 'sixteen', 'joins 16 leaves at most', {
    treeHash: (leaves, sha256) => treeHash(leaves.slice(0, 16), sha256),
  }),
  step('BLB-2', 'two', 'joins 2 leaves at most', {
    treeHash: (leaves, sha256) => treeHash(leaves.slice(0, 2), sha256),
  }),
  step('BLB-2', 'chain', 'chains leaves', {
    treeHash: (leaves, sha256) =>
      leaves.length === 0 ? sha256('') : leaves.reduce((root, leaf) => nodeHash(root, leaf, sha256)),
  }),
  step('BLB-3', 'four-bytes', 'writes the size in four bytes', {
    nameHash: preimage(4, (byteLength) => byteLength, 2),
  }),
  step('BLB-3', 'bits', 'writes the number of bits', { nameHash: preimage(8, (byteLength) => byteLength * 8, 2) }),
  step('BLB-3', 'no-prefix', 'writes 0 for 2', { nameHash: preimage(8, (byteLength) => byteLength, 0) }),
  step('BLB-3', 'prefix-1', 'writes 1 for 2', { nameHash: preimage(8, (byteLength) => byteLength, 1) }),
  step('BLB-3', 'chunks', 'writes the number of chunks', {
    nameHash: preimage(8, (byteLength) => Math.ceil(byteLength / 65_536), 2),
  }),
  step('BLB-3', 'sixteen-bits', 'writes 16 bits of the size', {
    nameHash: preimage(8, (byteLength) => byteLength % 65_536, 2),
  }),
  step('BLB-3', 'eight-bits', 'writes 8 bits of the size', {
    nameHash: preimage(8, (byteLength) => byteLength % 256, 2),
  }),
  step('BLB-3', 'no-size', 'writes no size', { nameHash: preimage(8, () => 0, 2) }),
  step('BLB-3', 'root-alone', 'gives the hash of the chunks', { nameHash: (_byteLength, root) => root }),
  step('BLB-3', 'empty-root', 'gives the hash of no chunks for no bytes', {
    nameHash: (byteLength, root, sha256) => (byteLength === 0 ? root : nameHash(byteLength, root, sha256)),
  }),
];

function splitBy(left: (n: number) => number): typeof treeHash {
  return function split(leaves, sha256): Digest {
    if (leaves.length < 2) return treeHash(leaves, sha256);
    const at = Math.min(leaves.length - 1, Math.max(1, left(leaves.length)));
    return nodeHash(split(leaves.slice(0, at), sha256), split(leaves.slice(at), sha256), sha256);
  };
}

function largestPower(n: number): number {
  return 2 ** Math.floor(Math.log2(n));
}

function preimage(sizeBytes: number, sizeOf: (byteLength: number) => number, prefix: number): typeof nameHash {
  return (byteLength: number, root: Digest, sha256: Sha256) => {
    const bytes = new Uint8Array(1 + sizeBytes + 32);
    bytes[0] = prefix;
    for (let i = sizeBytes, rest = sizeOf(byteLength); rest > 0 && i > 0; i--, rest = Math.floor(rest / 256))
      bytes[i] = rest % 256;
    writeHex(root, bytes, 1 + sizeBytes);
    return sha256(bytes);
  };
}
