import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { confirmBy, hex, signBy } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';

/** What stands before the 32 bytes of a seed in PKCS #8, and before those of a key in SPKI (RFC 8410 §7 and §4). */
const PREFIXES = {
  pkcs8: Buffer.from('302e020100300506032b657004220420', 'hex'),
  spki: Buffer.from('302a300506032b6570032100', 'hex'),
};

const privateKeys = remembering<KeyObject>();
const publicKeys = remembering<KeyObject>();

const privateKey = (seed: Uint8Array): KeyObject =>
  privateKeys(hex(seed), () =>
    createPrivateKey({ key: Buffer.concat([PREFIXES.pkcs8, seed]), format: 'der', type: 'pkcs8' }),
  );

const publicKey = (key: Uint8Array): KeyObject =>
  publicKeys(hex(key), () =>
    createPublicKey({ key: Buffer.concat([PREFIXES.spki, key]), format: 'der', type: 'spki' }),
  );

/** Whether OpenSSL accepts a signature of 64 bytes by a key of 32. */
export const accepts = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, message, publicKey(key), signature);

/**
 * Lets OpenSSL do for the forge what has one right result: make signatures, of which Ed25519 leaves a signer no choice, and
 * confirm them, because it computes and compares the same R. What it does not confirm the forge judges by itself.
 */
export const useOpenSsl = (): void => {
  signBy((seed, message) => new Uint8Array(sign(null, message, privateKey(seed))));
  confirmBy(accepts);
};
