import type { Check } from '../checks/check.ts';
import { lookupCheck } from '../report/facts.ts';
import { type Count, chooseSiblings } from '../siblings/choose.ts';
import { siblingsOf } from '../siblings/sibling.ts';
import type { Suite } from './options.ts';
import { seededRandom } from './random.ts';

/** Something else may go on after so many milliseconds. */
const TURN_MILLIS = 50;

export type SiblingRun = {
  suite: Suite;
  seed: number;
  count: Count;
  clock: { now(): number; setTimer(run: () => void, millis: number): unknown };
  signal?: AbortSignal | undefined;
};

/** The siblings of one run, of the checks that it asks. An interrupted run has fewer. */
export const makeSiblings = (
  checks: readonly Check[],
  { suite, seed, count, clock, signal }: SiblingRun,
): Promise<Check[]> => {
  if (count === 0) return Promise.resolve([]);
  let turn = clock.now();
  const rest = async (): Promise<boolean> => {
    if (clock.now() - turn > TURN_MILLIS) {
      await new Promise<void>((settle) => clock.setTimer(settle, 0));
      turn = clock.now();
    }
    return signal?.aborted !== true;
  };
  const make = siblingsOf(seed, lookupCheck(suite.checks));
  return chooseSiblings(checks, count, { random: seededRandom(seed), make, rest });
};
