import { hexDigit } from '../bytes/hex.ts';

/** A number modulo 2^256 as eight lanes of 32 bits, the highest first. */
export type Lanes = Uint32Array;

export const laneCount = 8;
const laneDigits = 8;

/** How many values a lane has. */
export const laneSize = 2 ** 32;

/** Adds the number that begins in lane `from` of `lanes` to the one that begins in lane `to` of `sum`. */
export function add(sum: Uint32Array, to: number, lanes: Uint32Array, from: number): void {
  let carry = 0;
  for (let lane = laneCount - 1; lane >= 0; lane--) {
    const total = (sum[to + lane] as number) + (lanes[from + lane] as number) + carry;
    // What is put into a lane loses what is above its 32 bits.
    sum[to + lane] = total;
    carry = total >= laneSize ? 1 : 0;
  }
}

/** Takes it away from there. */
export function subtract(sum: Uint32Array, to: number, lanes: Uint32Array, from: number): void {
  let borrow = 0;
  for (let lane = laneCount - 1; lane >= 0; lane--) {
    const total = (sum[to + lane] as number) - (lanes[from + lane] as number) - borrow;
    sum[to + lane] = total;
    borrow = total < 0 ? 1 : 0;
  }
}

/** Lanes that are added up each by itself; of what is over the 32 bits of one, the next one hears in the end. */
export type Totals = Float64Array;

export const noTotals = (): Totals => new Float64Array(laneCount);

/** No lane waits for another one here, so many numbers are added up in less time. There may be up to 2^21 of them. */
export function addTo(totals: Totals, lanes: Uint32Array, from: number): void {
  for (let lane = 0; lane < laneCount; lane++) {
    totals[lane] = (totals[lane] as number) + (lanes[from + lane] as number);
  }
}

export function carried(totals: Totals): Lanes {
  const sum = new Uint32Array(laneCount);
  let carry = 0;
  for (let lane = laneCount - 1; lane >= 0; lane--) {
    const total = (totals[lane] as number) + carry;
    sum[lane] = total;
    carry = Math.floor(total / laneSize);
  }
  return sum;
}

/** Writes the bytes of up to 64 digits of hexadecimal, and then zeros, into eight lanes from `at` on. */
export function hexToLanes(hex: string, lanes: Uint32Array, at: number): void {
  for (let lane = 0; lane < laneCount; lane++) {
    const from = lane * laneDigits;
    let bits = 0;
    for (let digit = from; digit < from + laneDigits; digit++) {
      bits = (bits << 4) | (digit < hex.length ? hexDigit(hex.charCodeAt(digit)) : 0);
    }
    lanes[at + lane] = bits;
  }
}

/** Writes the 32 bytes of the number that begins in lane `at` to the beginning of `target`. */
export function lanesToBytes(lanes: Uint32Array, at: number, target: Uint8Array): void {
  for (let lane = 0; lane < laneCount; lane++) {
    const bits = lanes[at + lane] as number;
    // What is put into a byte loses what is above its eight bits.
    target[lane * 4] = bits >>> 24;
    target[lane * 4 + 1] = bits >>> 16;
    target[lane * 4 + 2] = bits >>> 8;
    target[lane * 4 + 3] = bits;
  }
}
