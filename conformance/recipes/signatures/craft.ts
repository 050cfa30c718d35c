import { Point } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { concat, hex, littleEndian, toLittleEndian, utf8 } from '../../src/forge/bytes.ts';
import { challenge, L, times, torsion } from '../../src/forge/curve.ts';
import { brokenSignatureRules } from '../../src/forge/signature.ts';
import { disagree, sameSet, toCase } from '../cases/file.ts';
import { wrongIn } from './libraries.ts';

/** A scalar from 1 to L − 1 that everybody can compute again. */
export const scalarOf = (label: string): bigint => (littleEndian(sha512(utf8(label))) % (L - 1n)) + 1n;

export type Craft = {
  /** A = aB + iT, unless `key` gives its bytes. */
  a: bigint;
  i?: bigint;
  key?: Uint8Array;
  /** R = rB + jT, unless `r32` gives its bytes. */
  r: bigint;
  j?: bigint;
  r32?: Uint8Array;
  message: Uint8Array;
};

export type Signed = { key: Uint8Array; message: Uint8Array; signature: Uint8Array };

export const pointBytes = (scalar: bigint, index = 0n): Uint8Array =>
  new Uint8Array(times(Point.BASE, scalar).add(torsion(index)).toBytes());

/** S = r + ka: honest where both points are honest, and as good as can be where they are not. */
export const craft = ({ a, i, key, r, j, r32, message }: Craft): Signed => {
  const keyBytes = key ?? pointBytes(a, i);
  const rBytes = r32 ?? pointBytes(r, j);
  const k = challenge(rBytes, keyBytes, message);
  return { key: keyBytes, message, signature: concat(rBytes, toLittleEndian((r + k * a) % L, 32)) };
};

/** The first of the messages `label 0`, `label 1`, … that passes. */
export const grind = (
  label: string,
  make: (message: Uint8Array) => Signed,
  passes: (signed: Signed) => boolean,
): Signed => {
  for (let count = 0; count < 4096; count += 1) {
    const signed = make(utf8(`${label} ${count}`));
    if (passes(signed)) return signed;
  }
  throw new Error(`no message passes for ${label}`);
};

const judged = new WeakMap<Signed, string[]>();

/** Each signature is judged once: that is most of the work. */
const brokenBy = (signed: Signed): string[] => {
  const known = judged.get(signed);
  if (known !== undefined) return known;
  const broken = brokenSignatureRules(signed.key, signed.message, signed.signature);
  judged.set(signed, broken);
  return broken;
};

export const breaksOnly =
  (...rules: string[]) =>
  (signed: Signed): boolean =>
    sameSet(brokenBy(signed), rules);

const input = ({ key, message, signature }: Signed) => ({
  key: hex(key),
  message: hex(message),
  signature: hex(signature),
});

type About = { source?: string };

/** A signature that is valid. */
export const valid = (
  id: string,
  title: string,
  signed: Signed,
  requirements: string[],
  about: About = {},
): VectorCase => {
  const found = brokenBy(signed);
  if (found.length > 0) disagree(id, [], found);
  return toCase({
    id,
    title,
    profile: 'core',
    requirements,
    operation: 'signature.verify',
    input: input(signed),
    expect: { ok: {} },
    wrongIn: wrongIn(signed.key, signed.message, signed.signature, found),
    timeless: true,
    ...about,
  });
};

/** A signature that is not; `breaks`, where given, says which rules were meant. */
export const invalid = (
  id: string,
  parent: string,
  defect: string,
  signed: Signed,
  breaks?: string[],
  about: About = {},
): VectorCase => {
  const found = brokenBy(signed);
  if (found.length === 0 || (breaks !== undefined && !sameSet(found, breaks)))
    disagree(id, breaks ?? ['something'], found);
  return toCase({
    id,
    title: defect,
    profile: 'core',
    requirements: found,
    operation: 'signature.verify',
    input: input(signed),
    expect: { reject: { codes: ['signature-invalid'] } },
    parent,
    defect,
    wrongIn: wrongIn(signed.key, signed.message, signed.signature, found),
    timeless: true,
    ...about,
  });
};

/** Valid or not, as the rule says. */
export const either = (
  id: string,
  parent: string,
  words: string,
  signed: Signed,
  requirements: string[],
  about: About = {},
): VectorCase =>
  brokenBy(signed).length === 0
    ? valid(id, words, signed, requirements, about)
    : invalid(id, parent, words, signed, undefined, about);
