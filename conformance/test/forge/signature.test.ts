import { createHash, createPrivateKey, createPublicKey, sign as nodeSign, verify as nodeVerify } from 'node:crypto';
import { hashes, verify as nobleVerify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { challenge, plainlyHolds, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL, TORSION } from '../../src/forge/curve.ts';
import {
  brokenSignatureRules,
  type Confirmer,
  castKeys,
  confirmBy,
  hex,
  plainSigner,
  publicKey,
  sign,
  signWithNonce,
  unhex,
  utf8,
  verifySignature,
} from '../../src/forge/index.ts';
import { suite } from '../../src/index.ts';
import { accepts, COFACTORED, useOpenSsl } from '../../src/node/open-ssl.ts';

/** RFC 8032 §7.1: seed, key, message, signature. */
const RFC_8032 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

const PKCS8 = unhex('302e020100300506032b657004220420');

describe('the forge signs', () => {
  test('RFC 8032 §7.1 byte for byte', () => {
    for (const [seed, key, message, signature] of RFC_8032) {
      expect(hex(publicKey(unhex(seed)))).toBe(key);
      expect(hex(plainSigner(unhex(seed), unhex(message)))).toBe(signature);
      expect(verifySignature(unhex(key), unhex(message), unhex(signature))).toBe(true);
    }
  });

  test('what node:crypto signs, for each key of the cast', () => {
    for (const { seed, keyHex, name } of castKeys) {
      const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
      const message = utf8(`from ${name}`);
      const signature = plainSigner(seed, message);
      expect(hex(signature)).toBe(nodeSign(null, message, privateKey).toString('hex'));
      const other = signWithNonce(seed, message, 12345n);
      expect(hex(other)).not.toBe(hex(signature));
      expect(nodeVerify(null, message, createPublicKey(privateKey), other)).toBe(true);
      expect(verifySignature(unhex(keyHex), message, other)).toBe(true);
    }
  });

  test('the same by OpenSSL', () => {
    useOpenSsl();
    for (const { seed } of castKeys)
      for (const length of [0, 1, 63, 64, 65, 1_000]) {
        const message = new Uint8Array(length).fill(length);
        expect(hex(sign(seed, message))).toBe(hex(plainSigner(seed, message)));
      }
  });
});

describe('the rule for signatures', () => {
  const [seed, key, , signature] = RFC_8032[0];
  const digest = createHash('sha256').update('x').digest();

  test('SIG-1 and SIG-2 are judged by length alone', () => {
    expect(brokenSignatureRules(unhex(`${key}00`), unhex(''), unhex(signature))).toEqual(['SIG-1']);
    expect(brokenSignatureRules(unhex(key), unhex(''), unhex(`${signature}00`))).toEqual(['SIG-2']);
  });

  test('SIG-5 and SIG-4 tell the fourteen encodings of small order apart', () => {
    for (const small of SMALL_ORDER)
      expect(brokenSignatureRules(unhex(small), digest, unhex(signature))).toContain('SIG-5');
    for (const small of SMALL_ORDER_NON_CANONICAL) {
      expect(brokenSignatureRules(unhex(small), digest, unhex(signature))).toContain('SIG-4');
      expect(brokenSignatureRules(unhex(small), digest, unhex(signature))).not.toContain('SIG-5');
    }
  });

  test('SIG-7 holds by its formula of whatever OpenSSL accepts', () => {
    const asked = suite.checks
      .filter(({ operation }) => operation === 'signature.verify')
      .map(({ input }) => [input.key, input.message, input.signature].map((text) => unhex(String(text))))
      .filter(([bytes, , made]) => bytes?.length === 32 && made?.length === 64) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ][];
    const accepted = asked.filter((each) => accepts(...each));
    expect(accepted.length).toBeGreaterThan(100);
    expect(accepted.length).toBeLessThan(asked.length);
    for (const [bytes, message, made] of accepted)
      expect(plainlyHolds(bytes, challenge(made.subarray(0, 32), bytes, message), made)).toBe(true);
  });

  test('SIG-7 is confirmed by a library, but not by one that computes the cofactored equation', () => {
    /** How often a library is asked once it has been tried. */
    const timesAsked = (library: Confirmer): number => {
      let asked = 0;
      useOpenSsl((...question) => {
        asked += 1;
        return library(...question);
      });
      const message = utf8(`asked of ${library.name}`);
      expect(verifySignature(unhex(key), message, plainSigner(unhex(seed), message))).toBe(true);
      return asked - 1;
    };
    hashes.sha512 = sha512;
    const cofactored: Confirmer = (by, message, made) => nobleVerify(made, message, by, { zip215: true });
    expect(cofactored(COFACTORED.key, COFACTORED.message, COFACTORED.signature)).toBe(true);
    expect(timesAsked(accepts)).toBe(1);
    confirmBy(() => false);
    expect(timesAsked(cofactored)).toBe(0);
    useOpenSsl();
  });

  test('SIG-7 refuses another message', () => {
    expect(brokenSignatureRules(unhex(key), digest, sign(unhex(seed), unhex('')))).toEqual(['SIG-7']);
  });

  test('the torsion points have orders 1, 8, 4, 8, 2, 8, 4, 8', () => {
    const orders = TORSION.map((point) => [1n, 2n, 4n, 8n].find((n) => point.multiply(n, false).is0()));
    expect(orders).toEqual([1n, 8n, 4n, 8n, 2n, 8n, 4n, 8n]);
    expect(new Set(TORSION.map((point) => point.toHex()))).toEqual(new Set(SMALL_ORDER));
  });
});
