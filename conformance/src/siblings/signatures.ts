import { Point } from '@noble/ed25519';
import { concat, littleEndian, toLittleEndian } from '../forge/bytes.ts';
import { craft, pointBytes, type Signed } from '../forge/craft.ts';
import {
  challenge,
  decodePoint,
  isCanonicalEncoding,
  L,
  recoveredR,
  SMALL_ORDER,
  SMALL_ORDER_NON_CANONICAL,
  TORSION,
  times,
} from '../forge/curve.ts';
import { brokenSignatureRules, hex, publicKey, sign, unhex } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import type { Random } from '../run/random.ts';
import { randomBytes } from './bytes.ts';

type Params = Readonly<Record<string, unknown>>;

/** An encoding that has to stay what it is, or the multiple of T that a point has besides its multiple of B. */
type Component = { bytes: Uint8Array } | { torsion: bigint };

/** Fewer bytes: the beginning; more: what was behind. */
const inLength = (fresh: Uint8Array, old: Uint8Array): Uint8Array =>
  concat(fresh.subarray(0, old.length), old.subarray(fresh.length));

const scalar = (random: Random): bigint => (littleEndian(randomBytes(random, 40)) % (L - 1n)) + 1n;

const torsions = remembering<bigint>();

/** Which multiple of T a point has besides its multiple of B. Many checks are about one key. */
const torsionOf = (name: string, point: Point): bigint =>
  torsions(name, () => {
    const whole = times(point, L - 1n).add(point);
    // L is 5 more than a multiple of 8, and 5 is its own inverse.
    return BigInt((5 * TORSION.findIndex((each) => each.equals(whole))) % 8);
  });

const componentOf = (bytes: Uint8Array, random: Random): Component => {
  if ([...SMALL_ORDER, ...SMALL_ORDER_NON_CANONICAL].includes(hex(bytes))) return { bytes };
  const point = decodePoint(bytes);
  if (point === undefined) {
    for (;;) {
      const other = randomBytes(random, 32);
      if (decodePoint(other) === undefined && isCanonicalEncoding(other) === isCanonicalEncoding(bytes))
        return { bytes: other };
      if (!isCanonicalEncoding(bytes)) return { bytes };
    }
  }
  if (!isCanonicalEncoding(bytes)) return { bytes };
  return { torsion: torsionOf(hex(bytes), point) };
};

const equations = remembering<boolean>();

/** Whether 8S·B = 8R + 8k·A, which more signatures fulfil than SIG-7. */
const cofactored = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
  const [r32, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32)) % L];
  const k = challenge(r32, key, message);
  return equations(`${hex(key)} ${k} ${hex(signature)}`, () => {
    const [a, r] = [decodePoint(key), decodePoint(r32)];
    if (a === undefined || r === undefined) return false;
    return times(recoveredR(a, s, k).subtract(r), 8n).equals(Point.ZERO);
  });
};

const TRIES = 64;

/** A key whose scalar is known: A = aB, and whatever small component its bytes have besides. */
export type KnownPoint = { a: bigint; key: Uint8Array };

/** A key with the same small component as another; an encoding that is special stays. */
export const likeKey = (key: Uint8Array, random: Random): KnownPoint => {
  const component = componentOf(key, random);
  if ('bytes' in component) return { a: 0n, key: component.bytes };
  const a = scalar(random);
  return { a, key: pointBytes(a, component.torsion) };
};

/**
 * The same kind of signature by another key over another message: the same small components, the same excess of S, and
 * the same rules broken. Undefined where none was found.
 */
export const likeSignature = (
  { key, message, signature }: Signed,
  next: KnownPoint,
  nextMessage: () => Uint8Array,
  random: Random,
): Signed | undefined => {
  const broken = brokenSignatureRules(key, message, signature).join();
  const r = componentOf(signature.subarray(0, 32), random);
  const excess = (littleEndian(signature.subarray(32)) / L) * L;
  const solved = cofactored(key, message, signature);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const parts = craft({
      ...next,
      r: 'bytes' in r ? 0n : scalar(random),
      ...('bytes' in r ? { r32: r.bytes } : { j: r.torsion }),
      message: nextMessage(),
    });
    const honest = littleEndian(parts.signature.subarray(32));
    const s = (solved ? honest : scalar(random)) + excess;
    if (s >= 2n ** 256n) continue;
    const found = { ...parts, signature: concat(parts.signature.subarray(0, 32), toLittleEndian(s, 32)) };
    if (brokenSignatureRules(found.key, found.message, found.signature).join() === broken) return found;
  }
  return undefined;
};

/** Whether more than chance makes this a signature of the message: the equation with the cofactor holds. */
export const isAbout = ({ key, message, signature }: Signed): boolean => cofactored(key, message, signature);

/** A question about a signature alone: the same kind, fresh from end to end. */
export const otherSignature = (input: Params, random: Random): Params | undefined => {
  const [key, message, signature] = [input.key, input.message, input.signature].map((each) => unhex(String(each))) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const told = (parts: Signed): Params => ({
    key: hex(parts.key),
    message: hex(parts.message),
    signature: hex(parts.signature),
  });
  const freshMessage = (): Uint8Array => randomBytes(random, Math.max(4, message.length));
  if (key.length !== 32 || signature.length !== 64) {
    const [seed, next] = [randomBytes(random, 32), freshMessage()];
    return told({
      key: inLength(publicKey(seed), key),
      message: next,
      signature: inLength(sign(seed, next), signature),
    });
  }
  const found = likeSignature({ key, message, signature }, likeKey(key, random), freshMessage, random);
  return found && told(found);
};
