import { RecentByBytes } from '../bytes/recent.ts';
import type { AsyncEngine } from './engine.ts';

/** How many keys are remembered, at most twice as many. */
const rememberedKeys = 1024;

/** RFC 8410: what stands in front of the 32 bytes of a secret key in PKCS #8. */
const secretKeyPrefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** The bytes in memory that is not shared with another thread, which is what the interface asks for. */
const unshared = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);

/** Ed25519 of WebCrypto, for browsers and other hosts. `subtle` is the host's; it exists in secure contexts only. */
export function createWebCryptoEngine(subtle: SubtleCrypto): AsyncEngine {
  const keys = new RecentByBytes<Promise<CryptoKey | undefined>>(rememberedKeys);

  // Hosts differ in when they notice that a key encodes no point: some refuse it here.
  const importKey = (key: Uint8Array) =>
    keys.getOrMake(key, () =>
      subtle.importKey('raw', unshared(key), 'Ed25519', false, ['verify']).catch(() => undefined),
    );

  const importSeed = (seed: Uint8Array, extractable: boolean) =>
    subtle.importKey('pkcs8', Uint8Array.of(...secretKeyPrefix, ...seed), 'Ed25519', extractable, ['sign']);

  return {
    name: 'webcrypto',
    async verify(key, message, signature) {
      const imported = await importKey(key);
      return imported !== undefined && subtle.verify('Ed25519', imported, unshared(signature), unshared(message));
    },
    async sign(seed, message) {
      return new Uint8Array(await subtle.sign('Ed25519', await importSeed(seed, false), unshared(message)));
    },
    async publicKey(seed) {
      const { x } = await subtle.exportKey('jwk', await importSeed(seed, true));
      return decodeBase64Url(x as string);
    },
  };
}

const decodeBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
