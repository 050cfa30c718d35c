import { suite } from '../src/index.ts';

/** Enough digits of the digest to divide by any step. */
const DIGITS = 8;

/**
 * Which sample to take of what takes too long to be looked at whole, from 0 to `step` - 1: another one with each change of
 * the vectors, and the same one on each machine.
 */
export const sampleOfContent = (step: number): number =>
  Number.parseInt(suite.manifestSha256.slice(0, DIGITS), 16) % step;
