import { createRequire } from 'node:module';
import { RecentByBytes } from '../bytes/recent.ts';
import { keyByteLength, type SyncEngine, signatureByteLength } from '../signature/engine.ts';

/** What is used of the package sodium-native, which is libsodium as an add-on. It fills the buffers that it is given. */
interface Sodium {
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean;
  crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void;
  crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
}

interface KeyPair {
  readonly publicKey: Uint8Array;
  /** 64 bytes: the seed, and the public key again. */
  readonly secretKey: Uint8Array;
}

const secretKeyByteLength = 64;

/** How many pairs are remembered, at most twice as many: making one costs as much as a signature. */
const rememberedPairs = 1024;

/**
 * Ed25519 of sodium-native, which verifies about twice as fast as node:crypto; undefined where the package is not installed or
 * has no binary for this platform. It is an optional dependency: nothing needs it.
 */
export function createSodiumEngine(): SyncEngine | undefined {
  const sodium = loadSodium();
  if (sodium === undefined) return undefined;
  const pairs = new RecentByBytes<KeyPair>(rememberedPairs);
  const pairOf = (seed: Uint8Array) =>
    pairs.getOrMake(seed, () => {
      const pair = { publicKey: new Uint8Array(keyByteLength), secretKey: new Uint8Array(secretKeyByteLength) };
      sodium.crypto_sign_seed_keypair(pair.publicKey, pair.secretKey, seed);
      return pair;
    });
  return {
    name: 'sodium',
    verify: (key, message, signature) => sodium.crypto_sign_verify_detached(signature, message, key),
    sign(seed, message) {
      const signature = new Uint8Array(signatureByteLength);
      sodium.crypto_sign_detached(signature, message, pairOf(seed).secretKey);
      return signature;
    },
    publicKey: (seed) => pairOf(seed).publicKey.slice(),
  };
}

function loadSodium(): Sodium | undefined {
  try {
    return createRequire(import.meta.url)('sodium-native');
  } catch {
    // Not installed, or no binary for this platform: both mean that another engine has to do.
    return undefined;
  }
}
