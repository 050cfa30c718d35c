import fc from 'fast-check';
import type { Question } from '../checks/check.ts';
import { type Law, NOW } from './law.ts';

/** The first question that a run of this seed asks of a law. */
export const exampleOf = (law: Law, seed: number): Question | undefined =>
  fc.sample(law.cases, { seed, numRuns: 1 })[0]?.(NOW).questions[0];
