import { decodeHex } from './hex.ts';
import type { Digest, Sha256 } from './sha256.ts';

const blockBytes = 64;

/** HMAC-SHA-256 of RFC 2104. */
export function hmacSha256(key: Uint8Array, data: Uint8Array, sha256: Sha256): Digest {
  const short = key.length > blockBytes ? decodeHex(sha256(key)) : key;
  const padded = (pad: number) => {
    const block = new Uint8Array(blockBytes);
    block.set(short);
    return block.map((byte) => byte ^ pad);
  };
  return sha256(joined(padded(0x5c), decodeHex(sha256(joined(padded(0x36), data)))));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}
