import { decodeHex } from '../bytes/hex.ts';
import type { Rule, RuleHead } from '../rule/rule.ts';
import { keyByteLength, signatureByteLength } from './engine.ts';
import type { SignatureQuestion } from './question.ts';

/** The canonical encodings of the points of order 1, 2, 4 and 8. */
const smallOrder: readonly Uint8Array[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
].map(decodeHex);

/** L, the order of the base point, in 32 bytes, little-endian. */
const groupOrder = decodeHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

/** p = 2^255 − 19, in 32 bytes, little-endian. */
const fieldOrder = decodeHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');

/** [SIG-1] to [SIG-6]: byte comparisons that make every common engine behind them give one answer. */
export const signatureRules: readonly Rule<SignatureQuestion>[] = [
  {
    requirement: 'SIG-1',
    code: 'signature-invalid',
    title: 'the key is 32 bytes',
    path: '',
    check: ({ key }) => key.length === keyByteLength,
  },
  {
    requirement: 'SIG-2',
    code: 'signature-invalid',
    title: 'the signature is 64 bytes',
    path: '',
    check: ({ signature }) => signature.length === signatureByteLength,
  },
  {
    requirement: 'SIG-3',
    code: 'signature-invalid',
    title: 'S is less than L',
    path: '',
    check: ({ signature }) => isBelow(signature, 32, groupOrder, 0xff),
  },
  {
    requirement: 'SIG-4',
    code: 'signature-invalid',
    title: 'A is encoded canonically',
    path: '',
    check: ({ key }) => isBelow(key, 0, fieldOrder, 0x7f) && !isSignedZero(key),
  },
  {
    requirement: 'SIG-5',
    code: 'signature-invalid',
    title: 'A is not of small order',
    path: '',
    check: ({ key }) => !isSmallOrder(key),
  },
  {
    requirement: 'SIG-6',
    code: 'signature-invalid',
    title: 'R is not of small order',
    path: '',
    check: ({ signature }) => !isSmallOrder(signature),
  },
];

/** [SIG-7] The equation. No bytes to compare: an engine answers it. */
export const equation: RuleHead = {
  requirement: 'SIG-7',
  code: 'signature-invalid',
  title: 'A encodes a point and [S]B − [k]A is R',
};

/**
 * Whether 32 little-endian bytes from `offset` on, the last one masked, are a number below `limit`. The first
 * comparison decides nearly always.
 */
function isBelow(bytes: Uint8Array, offset: number, limit: Uint8Array, lastMask: number): boolean {
  for (let i = 31, mask = lastMask; i >= 0; i--, mask = 0xff) {
    const difference = ((bytes[offset + i] ?? 0) & mask) - (limit[i] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether x is 0, so y is 1 or p − 1, and yet the bit for its sign is set. */
function isSignedZero(key: Uint8Array): boolean {
  return key[31] === 0x80
    ? key[0] === 1 && key.subarray(1, 31).every((byte) => byte === 0)
    : key[31] === 0xff && key[0] === 0xec && key.subarray(1, 31).every((byte) => byte === 0xff);
}

/** Whether the first 32 bytes are one of the small-order encodings. */
function isSmallOrder(bytes: Uint8Array): boolean {
  return smallOrder.some((encoding) => {
    for (let i = 0; i < 32; i++) if (bytes[i] !== encoding[i]) return false;
    return true;
  });
}
