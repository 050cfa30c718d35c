/**
 * What computes Ed25519. A port of three members; each engine implements it in its own way.
 *
 * `verify` answers the equation of [SIG-7] for input that keeps [SIG-1] to [SIG-6]; what it answers for other input
 * differs between libraries and does not matter, since the rules for signatures stand in front.
 */
export interface SyncEngine {
  readonly name: string;
  /** Whether encode([S]B − [k]A) equals R. Answers false, and does not throw, where A encodes no point. */
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /** The 64 bytes of a signature as RFC 8032 §5.1.6 makes it. `seed` is the secret key, 32 bytes. */
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array;
  /** The 32 bytes of the public key of a secret one. */
  publicKey(seed: Uint8Array): Uint8Array;
}

/** The same, from a host that answers later. */
export interface AsyncEngine {
  readonly name: string;
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  sign(seed: Uint8Array, message: Uint8Array): Promise<Uint8Array>;
  publicKey(seed: Uint8Array): Promise<Uint8Array>;
}

/** What computes signatures. One that answers at once serves the functions without `Async` too. */
export type Engine = SyncEngine | AsyncEngine;

export const seedByteLength = 32;
export const keyByteLength = 32;
export const signatureByteLength = 64;
