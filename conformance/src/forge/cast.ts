import { sha256 } from '@noble/hashes/sha2.js';
import { base32 } from './base32.ts';
import { hex, utf8 } from './bytes.ts';
import { keyId, openSpaceId, spaceId } from './identifiers.ts';
import { publicKey } from './signature.ts';

/** A published test key: nothing that it signs means anything. */
export type TestKey = {
  name: string;
  seed: Uint8Array;
  seedHex: string;
  keyHex: string;
  keyId: string;
  /** As author in es.4 and es.5; for shares the address of the share. */
  earthstarAddress: string;
};

/**
 * Seeds are 32 bytes that count up from `first`, so that a human being recognises them. A public key is computed when it is
 * first asked for: to compute one takes longer than all else at the start of a program.
 */
const testKey = (name: string, first: number, address: (key: string) => string): TestKey => {
  const seed = Uint8Array.from({ length: 32 }, (_, index) => first + index);
  return {
    name,
    seed,
    seedHex: hex(seed),
    get keyHex() {
      return hex(publicKey(seed));
    },
    get keyId() {
      return keyId(publicKey(seed));
    },
    get earthstarAddress() {
      return address(base32(publicKey(seed)));
    },
  };
};

const author = (name: string, short: string, first: number) => testKey(name, first, (key) => `@${short}.${key}`);
const share = (name: string, first: number) => testKey(name, first, (key) => `+${name}.${key}`);

/** Instead of random bytes, which would not be the same tomorrow. */
const openSpace = (name: string): string => openSpaceId(name, sha256(utf8(`an open space for examples: ${name}`)));

const gardening = share('gardening', 0x20);
const kitchen = share('kitchen', 0x80);

/** Everybody and every place of the examples. */
export const cast = {
  suzy: author('suzy', 'suzy', 0x00),
  fern: author('fern', 'fern', 0x40),
  quinn: author('quinn', 'quin', 0x60),
  /** A second device of Suzy's. */
  phone: author('phone', 'suzy', 0xc0),
  /** Keys of shares in es.4 and es.5. */
  gardening,
  kitchen,
  /** Signs the manifest of the vectors: proves its form and not its origin. */
  development: author('development', 'devl', 0xa0),
  spaces: {
    gardening: openSpace('gardening'),
    kitchen: openSpace('kitchen'),
    /** A space with a key of the same name. */
    get gardeningKey() {
      return spaceId('gardening', publicKey(gardening.seed));
    },
  },
};

/** All keys, in the order in which they are published. */
export const castKeys: readonly TestKey[] = [
  cast.suzy,
  cast.fern,
  cast.quinn,
  cast.phone,
  cast.gardening,
  cast.kitchen,
  cast.development,
];
