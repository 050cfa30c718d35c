import { littleEndian } from '../../src/forge/bytes.ts';
import {
  challenge,
  decodePoint,
  isCanonicalEncoding,
  isSmallOrderEncoding,
  L,
  recoveredR,
} from '../../src/forge/curve.ts';
import { verifySignature } from '../../src/forge/signature.ts';

/** What libraries look at, each once. */
type Facts = {
  lengths: boolean;
  reducedS: boolean;
  canonicalA: boolean;
  canonicalR: boolean;
  smallA: boolean;
  /** [S]B − [k]A has the encoding R, any encoding of A being decoded. */
  equation: boolean;
  /** The same times 8, any encodings being decoded. */
  cofactored: boolean;
  /** Valid by the rule, if what follows the first 64 bytes is not looked at. */
  beginning: boolean;
};

const factsOf = (key: Uint8Array, message: Uint8Array, signature: Uint8Array, broken: readonly string[]): Facts => {
  const lengths = key.length === 32 && signature.length === 64;
  const [rBytes, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  const [point, r] = lengths ? [decodePoint(key), decodePoint(rBytes)] : [];
  const equation = lengths && !broken.includes('SIG-7');
  const cofactored = (): boolean => {
    if (point === undefined || r === undefined) return false;
    return recoveredR(point, s, challenge(rBytes, key, message))
      .subtract(r)
      .clearCofactor()
      .is0();
  };
  return {
    lengths,
    reducedS: s < L,
    canonicalA: isCanonicalEncoding(key),
    canonicalR: isCanonicalEncoding(rBytes),
    smallA: isSmallOrderEncoding(key),
    equation,
    cofactored: equation || cofactored(),
    beginning: signature.length > 64 && verifySignature(key, message, signature.subarray(0, 64)),
  };
};

/**
 * How classes of libraries answer, told from the clauses in which they differ. `A'` reads only the first 64 bytes;
 * `B` lets every key decode; `C` wants canonical keys; `D` never looks at the size of S; `E` and `F` have the
 * cofactored equation, `E` with canonical encodings and no keys of small order.
 */
const LIBRARIES: Readonly<Record<string, (facts: Facts, valid: boolean) => boolean>> = {
  "A'": ({ beginning }, valid) => valid || beginning,
  B: ({ reducedS, equation }) => reducedS && equation,
  C: ({ reducedS, canonicalA, equation }) => reducedS && canonicalA && equation,
  D: ({ equation }) => equation,
  E: ({ reducedS, canonicalA, canonicalR, smallA, cofactored }) =>
    reducedS && canonicalA && canonicalR && !smallA && cofactored,
  F: ({ reducedS, cofactored }) => reducedS && cofactored,
};

/** The classes whose answer is not that of the rule, which lists `broken`. */
export const wrongIn = (
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  broken: readonly string[],
): string[] => {
  const facts = factsOf(key, message, signature, broken);
  const valid = broken.length === 0;
  return Object.entries(LIBRARIES).flatMap(([name, verify]) => (verify(facts, valid) === valid ? [] : [name]));
};
