import { littleEndian, toLittleEndian, unhex } from './bytes.ts';
import { type Craft, craft, pointBytes, type Signed } from './craft.ts';
import { challenge, decodePoint, L, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL, TORSION } from './curve.ts';
import { brokenSignatureRules } from './signature.ts';

/** A signature that no signer makes by the rules, about which libraries disagree. */
export type Strange = {
  slug: string;
  words: string;
  /** The rules of the chapter on signatures that it breaks: one, or none where it is valid all the same. */
  breaks: readonly string[];
  /** A has this multiple of T, or is this encoding. */
  key?: { i: bigint } | { bytes: Uint8Array };
  /** R has this multiple of T, or is this encoding. */
  nonce?: { j: bigint } | { bytes: Uint8Array };
  /** Added to S. */
  more?: bigint;
  /** What S, with what was added to it, is less than. */
  below?: bigint;
};

const small = (index: number): { bytes: Uint8Array } => ({ bytes: unhex(SMALL_ORDER[index] ?? '') });
const crooked = (index: number): { bytes: Uint8Array } => ({ bytes: unhex(SMALL_ORDER_NON_CANONICAL[index] ?? '') });

/** Of each rule several, each breaking it alone, and what looks like them and is valid. */
export const STRANGE: readonly Strange[] = [
  { slug: 'key-torsion', words: 'the key has torsion that this signature does not show', breaks: [], key: { i: 1n } },
  {
    slug: 'key-torsion-4',
    words: 'the key has torsion of order 2 that this signature does not show',
    breaks: [],
    key: { i: 4n },
  },
  {
    slug: 'key-and-r-torsion',
    words: 'key and R have torsion that cancels out',
    breaks: [],
    key: { i: 3n },
    nonce: { j: 1n },
  },
  { slug: 's-plus-l', words: 'S + L in the place of S', breaks: ['SIG-3'], more: L },
  { slug: 's-plus-8l', words: 'S + 8L in the place of S', breaks: ['SIG-3'], more: 8n * L },
  {
    slug: 'key-crooked-1',
    words: 'the key is the point of order 1 with its sign set',
    breaks: ['SIG-4'],
    key: crooked(0),
  },
  { slug: 'key-crooked-4', words: 'the key is a point of order 4, written as p', breaks: ['SIG-4'], key: crooked(2) },
  { slug: 'key-order-1', words: 'the key is the point of order 1', breaks: ['SIG-5'], key: small(0) },
  { slug: 'key-order-8', words: 'the key is a point of order 8', breaks: ['SIG-5'], key: small(6) },
  { slug: 'r-order-1', words: 'R is the point of order 1', breaks: ['SIG-6'], nonce: small(0) },
  {
    slug: 'r-order-8',
    words: 'R is a point of order 8, and the key has torsion that cancels out',
    breaks: ['SIG-6'],
    key: { i: 1n },
    nonce: small(6),
  },
  {
    slug: 'key-torsion-shown',
    words: 'the key has torsion, which only the cofactored equation forgives',
    breaks: ['SIG-7'],
    key: { i: 1n },
  },
  {
    slug: 'r-torsion',
    words: 'R has torsion, which only the cofactored equation forgives',
    breaks: ['SIG-7'],
    nonce: { j: 3n },
  },
  { slug: 's-less-1', words: 'S − 1 in the place of S', breaks: ['SIG-7'], more: -1n },
];

/** The points of small order that are not among the former. */
const FURTHER: readonly (readonly [slug: string, words: string, index: number])[] = [
  ['order-2', 'the point of order 2', 1],
  ['order-4', 'the point of order 4 whose sign is not set', 2],
  ['order-4-signed', 'the point of order 4 whose sign is set', 3],
  ['order-8-low', 'the point of order 8 with the smaller y whose sign is not set', 4],
  ['order-8-low-signed', 'the point of order 8 with the smaller y whose sign is set', 5],
  ['order-8-signed', 'the point of order 8 with the greater y whose sign is set', 7],
];

/** The rest of what each rule lists, and an S that is hardly greater than L; too many to be drawn from for generated questions. */
export const STRANGER: readonly Strange[] = [
  {
    slug: 's-plus-l-low',
    words: 'S + L in the place of S, which has the highest byte of L',
    breaks: ['SIG-3'],
    more: L,
    below: 2n ** 252n + 2n ** 248n,
  },
  {
    slug: 'key-crooked-2',
    words: 'the key is the point of order 2 with its sign set',
    breaks: ['SIG-4'],
    key: crooked(1),
  },
  ...FURTHER.map(
    ([slug, words, index]): Strange => ({
      slug: `key-${slug}`,
      words: `the key is ${words}`,
      breaks: ['SIG-5'],
      key: small(index),
    }),
  ),
  ...FURTHER.map(
    ([slug, words, index]): Strange => ({
      slug: `r-${slug}`,
      words: `R is ${words}, and the key has torsion that cancels out`,
      breaks: ['SIG-6'],
      key: { i: 1n },
      nonce: small(index),
    }),
  ),
];

/** The multiple of T in a point of small order; 0 where there is no such point. */
const torsionOf = (part: { i: bigint } | { j: bigint } | { bytes: Uint8Array } | undefined): bigint => {
  if (part === undefined) return 0n;
  if ('i' in part) return part.i;
  if ('j' in part) return part.j;
  const point = decodePoint(part.bytes);
  return point === undefined ? 0n : BigInt(TORSION.findIndex((each) => each.equals(point)));
};

/** Most messages do; eight in a row do not with a chance of a third. */
const TRIES = 4_096;

export const strangeKey = ({ key }: Strange, a: bigint): Uint8Array => {
  if (key !== undefined && 'bytes' in key) return key.bytes;
  return pointBytes(a, key?.i ?? 0n);
};

/**
 * The signature of this kind by the key that `strangeKey` gives for the same `a`, over the first of the messages `0`, `1`, …
 * for which it breaks just what it should; and the number of that message.
 */
export const makeStrange = (
  kind: Strange,
  { a, r }: Pick<Craft, 'a' | 'r'>,
  messageOf: (count: number) => Uint8Array,
): { signed: Signed; count: number } => {
  const { key, nonce, more = 0n, below, breaks } = kind;
  const keyBytes = strangeKey(kind, a);
  const rBytes = nonce !== undefined && 'bytes' in nonce ? nonce.bytes : pointBytes(r, nonce?.j ?? 0n);
  const [i, j] = [torsionOf(key), torsionOf(nonce)];
  const shows = breaks.includes('SIG-7') && more === 0n;
  for (let count = 0; count < TRIES; count += 1) {
    const message = messageOf(count);
    // What the equation says of the small components can be told from k alone.
    if (((challenge(rBytes, keyBytes, message) * i + j) % 8n === 0n) === shows) continue;
    const parts = craft({
      a: key !== undefined && 'bytes' in key ? 0n : a,
      key: keyBytes,
      r: nonce !== undefined && 'bytes' in nonce ? 0n : r,
      r32: rBytes,
      message,
    });
    const s = littleEndian(parts.signature.subarray(32)) + more;
    if (s < 0n || (below !== undefined && s >= below)) continue;
    const signature = Uint8Array.from([...rBytes, ...toLittleEndian(s, 32)]);
    const found = { key: keyBytes, message, signature };
    if (brokenSignatureRules(keyBytes, message, signature).join() === breaks.join()) return { signed: found, count };
  }
  throw new Error(`no message passes for ${kind.slug}`);
};
