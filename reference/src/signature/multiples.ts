import { Point } from '@noble/ed25519';

/** Scalars have 256 bits at most; one more window takes the last carry. */
const scalarBits = 256;

/**
 * A table of multiples of one point, for multiplying it by scalars with additions alone.
 *
 * Window *i* holds 1 to 2^(w−1) times 2^(w·i)·P; a digit above that is written as the negative rest and a carry.
 * The time depends on the scalar: only for public ones.
 */
export class Multiples {
  readonly #windowBits: number;
  readonly #windows: Point[][] = [];

  /** @param windowBits 2 to 8: one more halves nothing and doubles the table. */
  constructor(point: Point, windowBits: number) {
    this.#windowBits = windowBits;
    let base = point;
    for (let bits = 0; bits < scalarBits + 1; bits += windowBits) {
      const window = [base];
      for (let i = 1; i < 2 ** (windowBits - 1); i++) window.push((window[i - 1] as Point).add(base));
      this.#windows.push(window);
      base = (window.at(-1) as Point).double();
    }
  }

  /** [scalar]P, for 0 ≤ scalar < 2^256; the scalar is not reduced. */
  times(scalar: bigint): Point {
    const size = 2 ** this.#windowBits;
    const mask = BigInt(size - 1);
    const shift = BigInt(this.#windowBits);
    let product = Point.ZERO;
    let rest = scalar;
    let carry = 0;
    for (const window of this.#windows) {
      const digit = Number(rest & mask) + carry;
      rest >>= shift;
      carry = digit > size / 2 ? 1 : 0;
      if (digit === 0 || digit === size) continue;
      const multiple = window[(carry ? size - digit : digit) - 1] as Point;
      product = product.add(carry ? multiple.negate() : multiple);
    }
    return product;
  }
}
