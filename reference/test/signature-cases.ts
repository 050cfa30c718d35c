import { Point, utils } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { createJsEngine, decodeHex, encodeHex, type SignatureQuestion } from '../src/index.ts';

/** A question about a signature, its answer, and the clauses that it breaks. */
export interface SignatureCase {
  readonly name: string;
  readonly question: SignatureQuestion;
  readonly valid: boolean;
  /** The one requirement that it breaks; undefined if it is valid, or breaks several. */
  readonly breaks?: string;
}

const { n: L, p } = Point.CURVE();
const seed = new Uint8Array(32).fill(1);
const engine = createJsEngine();
const message = new TextEncoder().encode('Suzy waters the flowers');
const key = engine.publicKey(seed);
const honest = engine.sign(seed, message);
const { scalar } = utils.getExtendedPublicKey(seed);
const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');

const littleEndian = (number: bigint) => decodeHex(number.toString(16).padStart(64, '0')).reverse();
const toNumber = (bytes: Uint8Array) => BigInt(`0x${encodeHex(bytes.toReversed())}`);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const challenge = (r: Uint8Array, a: Uint8Array) => toNumber(sha512(join(r, a, message))) % L;

/** A signature by A = a·B + i·T, R = r·B, for the first r whose challenge is `wanted` modulo 8. */
function withTorsion(a: Uint8Array, secret: bigint, wanted: (k: bigint) => boolean): Uint8Array {
  for (let r = 1n; ; r++) {
    const encoded = Point.BASE.multiply(r).toBytes();
    const k = challenge(encoded, a);
    if (wanted(k)) return join(encoded, littleEndian((r + k * secret) % L));
  }
}

const mixed = Point.BASE.multiply(scalar).add(torsion).toBytes();
const smallKey = torsion.toBytes();
const nonCanonicalSmallKey = littleEndian(p + 1n);
const smallR = decodeHex(`01${'00'.repeat(31)}`);

const question = (changes: Partial<SignatureQuestion>) => ({ key, message, signature: honest, ...changes });

export const ownCases: readonly SignatureCase[] = [
  { name: 'an honest signature', question: question({}), valid: true },
  { name: 'another message', question: question({ message: Uint8Array.of(1) }), valid: false, breaks: 'SIG-7' },
  { name: 'a longer key', question: question({ key: join(key, Uint8Array.of(0)) }), valid: false, breaks: 'SIG-1' },
  { name: 'a shorter key', question: question({ key: key.subarray(1) }), valid: false },
  {
    name: 'a longer signature',
    question: question({ signature: join(honest, Uint8Array.of(0)) }),
    valid: false,
    breaks: 'SIG-2',
  },
  { name: 'an empty signature', question: question({ signature: new Uint8Array(0) }), valid: false },
  {
    name: 'S + L',
    question: question({ signature: join(honest.subarray(0, 32), littleEndian(toNumber(honest.subarray(32)) + L)) }),
    valid: false,
    breaks: 'SIG-3',
  },
  {
    name: 'a key of order 1, not encoded canonically',
    question: { key: nonCanonicalSmallKey, message, signature: withTorsion(nonCanonicalSmallKey, 0n, () => true) },
    valid: false,
    breaks: 'SIG-4',
  },
  {
    name: 'a key of order 8',
    question: { key: smallKey, message, signature: withTorsion(smallKey, 0n, (k) => k % 8n === 0n) },
    valid: false,
    breaks: 'SIG-5',
  },
  {
    name: 'an R of order 1',
    question: question({ signature: join(smallR, littleEndian((challenge(smallR, key) * scalar) % L)) }),
    valid: false,
    breaks: 'SIG-6',
  },
  {
    name: 'torsion in A that cancels out',
    question: { key: mixed, message, signature: withTorsion(mixed, scalar, (k) => k % 8n === 0n) },
    valid: true,
  },
  {
    name: 'torsion in A that stays',
    question: { key: mixed, message, signature: withTorsion(mixed, scalar, (k) => k % 8n === 1n) },
    valid: false,
    breaks: 'SIG-7',
  },
  {
    name: 'a key that encodes no point',
    question: question({ key: littleEndian(2n) }),
    valid: false,
    breaks: 'SIG-7',
  },
];

/** Bytes in hexadecimal: a string, or pieces of which some are repeated. */
type Compact = string | readonly (string | { readonly repeat: string; readonly times: number })[];

const expand = (compact: Compact): Uint8Array =>
  decodeHex(
    typeof compact === 'string'
      ? compact
      : compact.map((piece) => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times))).join(''),
  );

interface VectorFile {
  readonly cases: readonly {
    readonly id: string;
    readonly operation: string;
    readonly input: { readonly key: Compact; readonly message: Compact; readonly signature: Compact };
    readonly expect: { readonly ok?: object };
  }[];
}

/** The cases of a file of vectors about signatures. */
export const vectorCases = (file: VectorFile): SignatureCase[] =>
  file.cases
    .filter(({ operation }) => operation === 'signature.verify')
    .map(({ id, input, expect }) => ({
      name: id,
      question: { key: expand(input.key), message: expand(input.message), signature: expand(input.signature) },
      valid: expect.ok !== undefined,
    }));
