import { Point } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, hex, littleEndian, toLittleEndian } from './bytes.ts';
import { challenge, equationHolds, isCanonicalEncoding, isSmallOrderEncoding, L, times } from './curve.ts';
import { remembering } from './memo.ts';

/**
 * The SIG rules that a signature breaks, each judged by itself. A rule about a value that does not exist, such as S in
 * a signature of another length, is not listed.
 */
export const brokenSignatureRules = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): string[] => {
  const broken: string[] = [];
  const keyExists = key.length === 32;
  const signatureExists = signature.length === 64;
  if (!keyExists) broken.push('SIG-1');
  if (!signatureExists) broken.push('SIG-2');
  if (signatureExists && littleEndian(signature.subarray(32)) >= L) broken.push('SIG-3');
  if (keyExists && !isCanonicalEncoding(key)) broken.push('SIG-4');
  if (keyExists && isSmallOrderEncoding(key)) broken.push('SIG-5');
  if (signatureExists && isSmallOrderEncoding(signature.subarray(0, 32))) broken.push('SIG-6');
  if (keyExists && signatureExists && !equationHolds(key, message, signature)) broken.push('SIG-7');
  return broken;
};

/** The one answer for every signature: the strict cofactorless rule [SIG-1] to [SIG-7]. */
export const verifySignature = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  brokenSignatureRules(key, message, signature).length === 0;

/** The secret scalar and the prefix of a seed of 32 bytes, by RFC 8032 §5.1.5. */
export const expandSeed = (seed: Uint8Array): { scalar: bigint; prefix: Uint8Array } => {
  const digest = sha512(seed);
  const low = (littleEndian(digest.subarray(0, 32)) % 2n ** 255n) | (2n ** 254n);
  return { scalar: low - (low % 8n), prefix: digest.subarray(32) };
};

const remembered = remembering<Uint8Array>();

/** The public key of a seed: 32 bytes. Whoever signs asks for it each time. */
export const publicKey = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(remembered(hex(seed), () => times(Point.BASE, expandSeed(seed).scalar % L).toBytes()));

/** A signature with a nonce of one's own, from 1 to L − 1: valid, and other bytes than the deterministic one. */
export const signWithNonce = (seed: Uint8Array, message: Uint8Array, nonce: bigint): Uint8Array => {
  const { scalar } = expandSeed(seed);
  const r = new Uint8Array(times(Point.BASE, nonce).toBytes());
  const k = challenge(r, publicKey(seed), message);
  return concat(r, toLittleEndian((nonce + k * scalar) % L, 32));
};

/** Makes the deterministic signature of RFC 8032 §5.1.6, 64 bytes, with a seed of 32 bytes. */
export type Signer = (seed: Uint8Array, message: Uint8Array) => Uint8Array;

/** By the formulas of the RFC. */
export const plainSigner: Signer = (seed, message) =>
  signWithNonce(seed, message, littleEndian(sha512(concat(expandSeed(seed).prefix, message))) % L);

let signer = plainSigner;

/** Lets another program sign from now on, which has to give the same bytes and may be quicker. */
export const signBy = (other: Signer): void => {
  signer = other;
};

export const sign: Signer = (seed, message) => signer(seed, message);
