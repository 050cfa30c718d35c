import { Point } from '@noble/ed25519';

const { p: prime } = Point.CURVE();

/** How many bytes an encoded point has. */
const pointBytes = 32;

const inverseOf = (value: bigint): bigint => {
  // Fermat: the prime is no secret, and this is done once for all points.
  let result = 1n;
  for (let base = value % prime, power = prime - 2n; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

/** The encodings of RFC 8032 §5.1.2 of many points, with one inversion for all of them. */
export const encodePoints = (points: readonly Point[]): readonly Uint8Array[] => {
  const before: bigint[] = [];
  let product = 1n;
  for (const { Z } of points) {
    before.push(product);
    product = (product * Z) % prime;
  }
  let inverse = inverseOf(product);
  const encoded: Uint8Array[] = new Array(points.length);
  for (let at = points.length - 1; at >= 0; at--) {
    const { X, Y, Z } = points[at] as Point;
    const own = (inverse * (before[at] as bigint)) % prime;
    inverse = (inverse * Z) % prime;
    encoded[at] = encode((X * own) % prime, (Y * own) % prime);
  }
  return encoded;
};

const encode = (x: bigint, y: bigint): Uint8Array => {
  const bytes = littleEndianBytes(y);
  if (x & 1n) bytes[pointBytes - 1] = (bytes[pointBytes - 1] as number) | 128;
  return bytes;
};

/** 32 bytes, the lowest first. */
export const littleEndianBytes = (value: bigint): Uint8Array => {
  const bytes = new Uint8Array(pointBytes);
  const words = new BigUint64Array(bytes.buffer);
  for (let word = 0, rest = value; word < words.length; word++, rest >>= 64n) words[word] = rest & 0xffffffffffffffffn;
  return bytes;
};
