import { hexDigit, writeHex } from '../bytes/hex.ts';

/** A number modulo 2^256 as eight lanes of 32 bits, the lowest first. */
export type Lanes = Uint32Array;

const laneCount = 8;
const laneDigits = 8;

export const zero = (): Lanes => new Uint32Array(laneCount);

/** Adds `value` to `sum`. */
export function add(sum: Lanes, value: Lanes): void {
  let carry = 0;
  for (let lane = 0; lane < laneCount; lane++) {
    const total = (sum[lane] as number) + (value[lane] as number) + carry;
    // What is put into a lane loses what is above its 32 bits.
    sum[lane] = total;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

/** Takes `value` from `sum`. */
export function subtract(sum: Lanes, value: Lanes): void {
  let borrow = 0;
  for (let lane = 0; lane < laneCount; lane++) {
    const total = (sum[lane] as number) - (value[lane] as number) - borrow;
    sum[lane] = total;
    borrow = total < 0 ? 1 : 0;
  }
}

/** Reads 64 digits of hexadecimal, big-endian, into `lanes`, and answers these. */
export function readLanes(hex: string, lanes: Lanes): Lanes {
  for (let lane = 0, at = (laneCount - 1) * laneDigits; lane < laneCount; lane++, at -= laneDigits) {
    let bits = 0;
    for (let digit = at; digit < at + laneDigits; digit++) bits = (bits << 4) | hexDigit(hex.charCodeAt(digit));
    lanes[lane] = bits;
  }
  return lanes;
}

/** Writes the 32 bytes of a number, big-endian, to the beginning of `target`. */
export function writeLanes(lanes: Lanes, target: Uint8Array): void {
  for (let lane = 0; lane < laneCount; lane++) {
    writeHex((lanes[laneCount - 1 - lane] as number).toString(16).padStart(laneDigits, '0'), target, lane * 4);
  }
}
