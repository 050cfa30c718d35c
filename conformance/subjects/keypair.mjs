/** The keys that the packages want, from the seeds that the judge gives. */
import { createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before the 32 bytes of a seed in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The 32 bytes of the public key of a seed. */
const publicKey = (seed) => {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  return Buffer.from(createPublicKey(secret).export({ format: 'jwk' }).x, 'base64url');
};

/**
 * The keypair of an author as the packages know it. The short name is that of `author`; the key is that of `seedHex`, whether
 * or not it is the author's: what to do about another one is the package's question. `base32` is the package's own.
 */
export const authorKeypair = (author, seedHex, base32) => {
  const seed = Buffer.from(seedHex, 'hex');
  return { address: `${String(author).split('.')[0]}.${base32(publicKey(seed))}`, secret: base32(seed) };
};
