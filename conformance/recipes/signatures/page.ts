import type { VectorCase } from '@rockpool/schemas';
import { littleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { L } from '../../src/forge/curve.ts';
import { sign, signWithNonce } from '../../src/forge/signature.ts';
import type { DraftFile } from '../cases/file.ts';
import { craft, type Signed, scalarOf, valid } from './craft.ts';
import { signatureFaults } from './faults.ts';

const { suzy } = cast;
const ALL = ['SIG-1', 'SIG-2', 'SIG-3', 'SIG-4', 'SIG-5', 'SIG-6', 'SIG-7'];
const RFC = 'RFC 8032 §7.1';

const RFC_8032: [words: string, key: string, message: string, signature: string][] = [
  [
    'no message',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'a message of one byte',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'a message of two bytes',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
];

const honest = (length: number): Signed => {
  const message = Uint8Array.from({ length }, (_, index) => (index * 7 + 6) & 255);
  return { key: unhex(suzy.keyHex), message, signature: sign(suzy.seed, message) };
};

/** What all negatives of this file were made from. */
const page: Signed = (() => {
  const message = utf8('Flowers are pretty 🌸');
  return { key: unhex(suzy.keyHex), message, signature: sign(suzy.seed, message) };
})();

const nonce = (value: bigint): Signed => ({ ...page, signature: signWithNonce(suzy.seed, page.message, value) });

const accepting = (): VectorCase[] => [
  ...RFC_8032.map(([words, key, message, signature], index) =>
    valid(
      `signatures/rfc8032-${index + 1}`,
      words,
      { key: unhex(key), message: unhex(message), signature: unhex(signature) },
      ALL,
      { source: `${RFC}, test ${index + 1}` },
    ),
  ),
  valid('signatures/page', 'the text of a page', page, ALL),
  ...[0, 1, 31, 32, 33, 63, 64, 65, 111, 112, 127, 128, 1023, 4096].map((length) =>
    valid(`signatures/length-${length}`, `a message of ${length} bytes`, honest(length), ['SIG-7', 'SIG-2']),
  ),
  valid('signatures/other-nonce', 'another valid signature of the same message', nonce(scalarOf('nonce')), [
    'SIG-7',
    'SIG-3',
  ]),
  valid('signatures/nonce-1', 'R is the base point', nonce(1n), ['SIG-6', 'SIG-7']),
  valid('signatures/nonce-largest', 'R is the base point, negated', nonce(L - 1n), ['SIG-6', 'SIG-7']),
  valid(
    'signatures/key-base-point',
    'A is the base point',
    craft({ a: 1n, r: scalarOf('base'), message: page.message }),
    ['SIG-4', 'SIG-5', 'SIG-7'],
  ),
  valid(
    'signatures/key-base-point-negated',
    'A is the base point, negated',
    craft({ a: L - 1n, r: scalarOf('b'), message: page.message }),
    ['SIG-4', 'SIG-5', 'SIG-7'],
  ),
];

/** Signatures made here, honest ones and one fault each. */
export const makeSignatures = (): DraftFile => ({
  name: 'signatures',
  title: 'Signatures',
  description: 'Honest Ed25519 signatures, and signatures that break one clause of the rule or several.',
  cases: [...accepting(), ...signatureFaults(page, littleEndian(page.signature.subarray(32)))],
});
