import { sha512 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { hex, littleEndian, utf8 } from '../../src/forge/bytes.ts';
import type { Signed } from '../../src/forge/craft.ts';
import { L } from '../../src/forge/curve.ts';
import { brokenSignatureRules } from '../../src/forge/signature.ts';
import { disagree, sameSet, toCase } from '../cases/file.ts';
import { wrongIn } from './libraries.ts';

export { type Craft, craft, grind, pointBytes, type Signed } from '../../src/forge/craft.ts';

/** A scalar from 1 to L − 1 that everybody can compute again. */
export const scalarOf = (label: string): bigint => (littleEndian(sha512(utf8(label))) % (L - 1n)) + 1n;

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
