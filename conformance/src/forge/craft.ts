import { Point } from '@noble/ed25519';
import { concat, toLittleEndian, utf8 } from './bytes.ts';
import { challenge, L, times, torsion } from './curve.ts';

/** What a signature is made of, where it is not made by the rules. */
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
