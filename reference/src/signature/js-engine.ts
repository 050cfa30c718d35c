import { getPublicKey, hashes, Point, sign } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../bytes/compare.ts';
import { RecentByBytes } from '../bytes/recent.ts';
import { keyByteLength, type SyncEngine, signatureByteLength } from './engine.ts';
import { Multiples } from './multiples.ts';

/** A table pays from about this many signatures of one author on. */
const signaturesUntilTable = 4;

/** How many authors are remembered, at most twice as many; a table has about 900 points. */
const rememberedAuthors = 128;

const baseWindowBits = 8;
const authorWindowBits = 5;
const { n: groupOrder } = Point.CURVE();

/** What is known of an author: −A, or that her key encodes no point. */
interface Author {
  readonly negated: Point | undefined;
  signatures: number;
  table?: Multiples;
}

/**
 * Ed25519 in JavaScript, for hosts without a native one.
 *
 * The `verify` of the library multiplies by the cofactor, and so would accept what native engines refuse. This one
 * computes R again from the points and compares its encoding [SIG-7]. It is as lenient as it can be otherwise: it
 * decodes A as ZIP 215 does, takes an S of 256 bits, and looks at no bytes beyond the 32 and 64 that it needs. So each
 * of [SIG-1] to [SIG-6] shows on this engine when it is left out.
 */
export function createJsEngine(): SyncEngine {
  // The library's synchronous functions look their hash up in this registry.
  hashes.sha512 = sha512;
  const authors = new RecentByBytes<Author>(rememberedAuthors);
  let base: Multiples | undefined;

  const authorOf = (key: Uint8Array): Author =>
    authors.getOrMake(key, () => ({ negated: decodePoint(key)?.negate(), signatures: 0 }));

  return {
    name: 'js',
    verify(givenKey, message, givenSignature) {
      const key = exactly(givenKey, keyByteLength);
      const signature = exactly(givenSignature, signatureByteLength);
      const author = authorOf(key);
      if (author.negated === undefined) return false;
      author.signatures++;
      if (author.signatures >= signaturesUntilTable) author.table ??= new Multiples(author.negated, authorWindowBits);
      base ??= new Multiples(Point.BASE, baseWindowBits);
      const r = signature.subarray(0, 32);
      const k = littleEndian(sha512.create().update(r).update(key).update(message).digest()) % groupOrder;
      const minusKA = author.table?.times(k) ?? author.negated.multiplyUnsafe(k);
      const s = littleEndian(signature.subarray(32));
      return equalBytes(base.times(s).add(minusKA).toBytes(), r);
    },
    sign: (seed, message) => sign(message, seed),
    publicKey: (seed) => getPublicKey(seed),
  };
}

/** The point that 32 bytes encode, decoded as leniently as ZIP 215 does; undefined if there is none. */
function decodePoint(key: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(key, true);
  } catch {
    // The library has no other way to say "no point".
    return undefined;
  }
}

/** The first `length` bytes, continued with zeros where there are fewer. */
function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes.subarray(0, length);
  const padded = new Uint8Array(length);
  padded.set(bytes);
  return padded;
}

function littleEndian(bytes: Uint8Array): bigint {
  let hex = '';
  for (let i = bytes.length - 1; i >= 0; i--) hex += (bytes[i] as number).toString(16).padStart(2, '0');
  return BigInt(`0x${hex}`);
}
