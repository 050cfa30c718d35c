import { encodeBase32FromHex } from '../bytes/base32.ts';
import { writeHex } from '../bytes/hex.ts';
import type { Digest, Sha256 } from '../bytes/sha256.ts';
import { encodeUtf8, encodeUtf8Into } from '../bytes/utf8.ts';
import { type BlobId, idByteLength } from '../id/id.ts';

/** How a blob gets its id, step by step. */
export interface BlobSteps {
  /** [BLB-1] Length of every chunk but the last, in bytes. */
  readonly chunkBytes: number;
  /** [BLB-2] The hash over the leaf hashes of all chunks, in their order. */
  treeHash(leaves: readonly Digest[], sha256: Sha256): Digest;
  /** [BLB-3] The hash that names a blob of `byteLength` bytes whose chunks hash to `root`. */
  nameHash(byteLength: number, root: Digest, sha256: Sha256): Digest;
}

/** [BLB-2] The Merkle tree hash of RFC 9162 §2.1.1 over leaf hashes. */
export function treeHash(leaves: readonly Digest[], sha256: Sha256): Digest {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0] as Digest;
  const left = largestPowerOfTwoBelow(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, left), sha256), treeHash(leaves.slice(left), sha256), sha256);
}

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Digest, right: Digest, sha256: Sha256): Digest {
  const node = new Uint8Array(1 + 2 * idByteLength);
  node[0] = 1;
  writeHex(left, node, 1);
  writeHex(right, node, 1 + idByteLength);
  return sha256(node);
}

/** [BLB-3] SHA-256(0x02 ‖ the number of bytes as 8 bytes, big-endian ‖ root). */
export function nameHash(byteLength: number, root: Digest, sha256: Sha256): Digest {
  const preimage = new Uint8Array(1 + 8 + idByteLength);
  preimage[0] = 2;
  for (let i = 8, rest = byteLength; rest > 0; i--, rest = Math.floor(rest / 256)) preimage[i] = rest % 256;
  writeHex(root, preimage, 1 + 8);
  return sha256(preimage);
}

export const blobSteps: BlobSteps = { chunkBytes: 65_536, treeHash, nameHash };

/** The id of a blob. A string stands for its UTF-8 form. */
export function blobId(content: Uint8Array | string, sha256: Sha256, steps: BlobSteps = blobSteps): BlobId {
  if (typeof content === 'string') return textBlob(content, sha256, steps).id;
  const leaves: Digest[] = [];
  const scratch = new Uint8Array(1 + Math.min(content.length, steps.chunkBytes));
  for (let start = 0; start < content.length; start += steps.chunkBytes) {
    const chunk = content.subarray(start, start + steps.chunkBytes);
    scratch.set(chunk, 1);
    leaves.push(sha256(scratch.subarray(0, 1 + chunk.length)));
  }
  return named(content.length, leaves, sha256, steps);
}

/** A blob by its length in bytes and its id. */
export interface MeasuredBlob {
  readonly byteLength: number;
  readonly id: BlobId;
}

/** Room for one chunk behind the zero that marks a leaf. What is in it is hashed before anything else is put there. */
const leaf = new Uint8Array(1 + blobSteps.chunkBytes);
const chunk = leaf.subarray(1);

/** The blob that is the UTF-8 form of a string. */
export function textBlob(content: string, sha256: Sha256, steps: BlobSteps): MeasuredBlob {
  // Inline content is one chunk nearly always, and its bytes are needed no further.
  const { read, written: byteLength } = encodeUtf8Into(content, chunk);
  if (read === content.length && byteLength > 0 && byteLength <= steps.chunkBytes)
    return { byteLength, id: named(byteLength, [sha256(leaf.subarray(0, 1 + byteLength))], sha256, steps) };
  const bytes = encodeUtf8(content);
  return { byteLength: bytes.length, id: blobId(bytes, sha256, steps) };
}

const named = (byteLength: number, leaves: readonly Digest[], sha256: Sha256, steps: BlobSteps) =>
  `&${encodeBase32FromHex(steps.nameHash(byteLength, steps.treeHash(leaves, sha256), sha256))}` as BlobId;

function largestPowerOfTwoBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
