import { sha256 } from '@noble/hashes/sha2.js';
import { base32 } from '../../src/forge/base32.ts';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { TestKey } from '../../src/forge/cast.ts';
import { keyId } from '../../src/forge/identifiers.ts';
import { publicKey } from '../../src/forge/signature.ts';

const nearKey = (count: number): TestKey => {
  const seed = sha256(utf8(`a key that begins like another one, ${count}`));
  const key = publicKey(seed);
  return {
    name: `near-${count}`,
    seed,
    seedHex: hex(seed),
    keyHex: hex(key),
    keyId: keyId(key),
    earthstarAddress: `@near.${base32(key)}`,
  };
};

/**
 * Two keys whose first 42 bits are the same, for those who compare the beginning of a text: of 2,602,630 keys they are the
 * first such two.
 */
export const nearKeys: readonly [TestKey, TestKey] = [nearKey(412_205), nearKey(2_602_630)];
