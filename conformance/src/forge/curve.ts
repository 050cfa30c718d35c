import { Point } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { compareBytes, concat, hex, littleEndian, unhex } from './bytes.ts';
import { remembering } from './memo.ts';

/** The prime of the field. */
export const P = 2n ** 255n - 19n;

/** The order of the base point. */
export const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Canonical encodings of the points of order 1, 2, 4, 4, 8, 8, 8 and 8, as the chapter on signatures lists them. */
export const SMALL_ORDER: readonly string[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];

/** The six further encodings of such points, none of them canonical. */
export const SMALL_ORDER_NON_CANONICAL: readonly string[] = [
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

/** [n]Q for any n from 0 on; reduced modulo L only where that changes nothing. */
export const times = (point: Point, scalar: bigint): Point => point.multiply(scalar, false);

/** The point that 32 bytes encode, whether canonically or not; undefined where there is none. */
export const decodePoint = (bytes: Uint8Array): Point | undefined => {
  try {
    return Point.fromBytes(bytes, true);
  } catch {
    return undefined;
  }
};

/** k: SHA-512 of R, A and the message, little-endian, reduced modulo L (which matters where A has torsion). */
export const challenge = (r: Uint8Array, key: Uint8Array, message: Uint8Array): bigint =>
  littleEndian(sha512(concat(r, key, message))) % L;

/** Whether y is reduced, and the sign not set where x is 0 [SIG-4]. */
export const isCanonicalEncoding = (bytes: Uint8Array): boolean => {
  const whole = littleEndian(bytes);
  const y = whole % 2n ** 255n;
  const signed = whole >= 2n ** 255n;
  return y < P && !(signed && (y === 1n || y === P - 1n));
};

export const isSmallOrderEncoding = (bytes: Uint8Array): boolean => SMALL_ORDER.includes(hex(bytes));

const doublings = remembering<readonly Point[]>(100);

/** [n]Q for a point that is multiplied again and again, n below L: the sum of the doublings of Q that n is made of. */
const timesOften = (point: Point, scalar: bigint): Point => {
  const known = doublings(point.toHex(), () => {
    const all = [point];
    for (let bit = 1; bit < 253; bit += 1) all.push((all[bit - 1] ?? Point.ZERO).double());
    return all;
  });
  return known.reduce((sum, each, bit) => ((scalar >> BigInt(bit)) & 1n ? sum.add(each) : sum), Point.ZERO);
};

/** [S]B − [k]A, S reduced modulo L, which changes nothing because B has order L. */
export const recoveredR = (key: Point, s: bigint, k: bigint): Point =>
  times(Point.BASE, s % L).subtract(timesOften(key, k));

const remembered = remembering<boolean>();

/** SIG-7, by its formula. `k` is the challenge. */
export const plainlyHolds = (key: Uint8Array, k: bigint, signature: Uint8Array): boolean => {
  const point = decodePoint(key);
  const s = littleEndian(signature.subarray(32, 64));
  return point !== undefined && compareBytes(recoveredR(point, s, k).toBytes(), signature.subarray(0, 32)) === 0;
};

/** Says yes only where SIG-7 holds. Its no means nothing. */
export type Confirmer = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

let confirms: Confirmer = () => false;

/** Lets another program, which may be quicker, confirm what it can from now on. */
export const confirmBy = (other: Confirmer): void => {
  confirms = other;
};

/**
 * Whether A encodes a point and the encoding of [S]B − [k]A is the 32 bytes of R [SIG-7]. An answer is kept: a feed asks
 * again of each message for every order in which it can come.
 */
export const equationHolds = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  const k = challenge(signature.subarray(0, 32), key, message);
  return remembered(
    `${hex(key)} ${k} ${hex(signature)}`,
    () => confirms(key, message, signature) || plainlyHolds(key, k, signature),
  );
};

/**
 * Notes that SIG-7 holds of a signature that was just made by the rules, by somebody who knows: to compute it again costs
 * more than all else about a generated question.
 */
export const noteHolds = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): void => {
  const k = challenge(signature.subarray(0, 32), key, message);
  remembered(`${hex(key)} ${k} ${hex(signature)}`, () => true);
};

/** T, a point of order 8, and its multiples 0 to 7. */
export const TORSION: readonly Point[] = (() => {
  const generator = Point.fromBytes(unhex(SMALL_ORDER[6] ?? ''));
  const all = [Point.ZERO];
  for (let index = 1; index < 8; index += 1) all.push((all[index - 1] ?? Point.ZERO).add(generator));
  return all;
})();

/** iT for any i. */
export const torsion = (index: bigint): Point => TORSION[Number(((index % 8n) + 8n) % 8n)] ?? Point.ZERO;
