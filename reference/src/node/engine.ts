import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { decodeHex } from '../bytes/hex.ts';
import { RecentByBytes } from '../bytes/recent.ts';
import type { SyncEngine } from '../signature/engine.ts';

/** How many keys are remembered, at most twice as many: importing one costs a third of a verification. */
const rememberedKeys = 1024;

/** RFC 8410: what stands in front of the 32 bytes of a public key in SubjectPublicKeyInfo. */
const publicKeyPrefix = decodeHex('302a300506032b6570032100');
/** RFC 8410: what stands in front of the 32 bytes of a secret key in PKCS #8. */
const secretKeyPrefix = decodeHex('302e020100300506032b657004220420');

/** Ed25519 of node:crypto: the quickest that needs no add-on. */
export function createNodeEngine(): SyncEngine {
  const publicKeyOf = createPublicKeys();
  const secretKeys = new RecentByBytes<KeyObject>(rememberedKeys);
  const secretKeyOf = (seed: Uint8Array) => secretKeys.getOrMake(seed, () => importSeed(seed));

  return {
    name: 'node',
    verify(key, message, signature) {
      const imported = publicKeyOf(key);
      return imported !== undefined && verify(null, message, imported, signature);
    },
    sign: (seed, message) => new Uint8Array(sign(null, message, secretKeyOf(seed))),
    publicKey(seed) {
      const der = createPublicKey(secretKeyOf(seed)).export({ format: 'der', type: 'spki' });
      return new Uint8Array(der.subarray(publicKeyPrefix.length));
    },
  };
}

/** Imports public keys, and remembers them; undefined for bytes under which nothing verifies. */
export function createPublicKeys(): (key: Uint8Array) => KeyObject | undefined {
  const keys = new RecentByBytes<KeyObject | undefined>(rememberedKeys);
  return (key) => keys.getOrMake(key, () => importKey(key));
}

/**
 * Imports a key, once more if it fails: the first time Node may throw an error that something else, such as a connection by TLS, has
 * left in this thread.
 */
function importing(make: () => KeyObject): KeyObject {
  try {
    return make();
  } catch {
    return make();
  }
}

const importSeed = (seed: Uint8Array) =>
  importing(() => createPrivateKey({ key: Buffer.concat([secretKeyPrefix, seed]), format: 'der', type: 'pkcs8' }));

function importKey(key: Uint8Array): KeyObject | undefined {
  try {
    return importing(() =>
      createPublicKey({ key: Buffer.concat([publicKeyPrefix, key]), format: 'der', type: 'spki' }),
    );
  } catch {
    // A key of another length, or one that OpenSSL will not import: nothing verifies under it.
    return undefined;
  }
}
