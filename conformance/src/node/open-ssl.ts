import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Confirmer, confirmBy, hex, signBy, unhex } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';

/** What stands before the 32 bytes of a seed in PKCS #8, and before those of a key in SPKI (RFC 8410 §7 and §4). */
const PREFIXES = {
  pkcs8: Buffer.from('302e020100300506032b657004220420', 'hex'),
  spki: Buffer.from('302a300506032b6570032100', 'hex'),
};

const privateKeys = remembering<KeyObject>();
const publicKeys = remembering<KeyObject>();

/** The first time, Node may throw an error that something else, such as a connection by TLS, has left in this thread. */
const importing = (make: () => KeyObject): KeyObject => {
  try {
    return make();
  } catch {
    return make();
  }
};

const privateKey = (seed: Uint8Array): KeyObject =>
  privateKeys(hex(seed), () =>
    importing(() => createPrivateKey({ key: Buffer.concat([PREFIXES.pkcs8, seed]), format: 'der', type: 'pkcs8' })),
  );

const publicKey = (key: Uint8Array): KeyObject =>
  publicKeys(hex(key), () =>
    importing(() => createPublicKey({ key: Buffer.concat([PREFIXES.spki, key]), format: 'der', type: 'spki' })),
  );

/** Whether OpenSSL accepts a signature of 64 bytes by a key of 32. */
export const accepts = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, message, publicKey(key), signature);

/** A signature of nothing that only the cofactored equation of RFC 8032 (§5.1.7) accepts: its R has torsion. */
export const COFACTORED = {
  key: unhex('ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c'),
  message: new Uint8Array(),
  signature: unhex(
    '75789521d9fc4caf477c742d850792ef2e80df4e0f6c38d812ea5700853c7f7d5ffbd3fa0c19e393b663a19dd77a0098042345af212a61894920bf06e461b007',
  ),
};

/**
 * Lets OpenSSL do for the forge what has one right result: make signatures, of which Ed25519 leaves a signer no choice, and
 * confirm them, if it computes and compares the same R. What it does not confirm the forge judges by itself.
 */
export const useOpenSsl = (confirms: Confirmer = accepts): void => {
  signBy((seed, message) => new Uint8Array(sign(null, message, privateKey(seed))));
  // Another Node may come with a library that computes the other equation.
  const { key, message, signature } = COFACTORED;
  if (!confirms(key, message, signature)) confirmBy(confirms);
};
