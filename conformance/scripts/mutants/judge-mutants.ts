import { PINNED_SEED, runSuite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { inParallel } from '../parallel.ts';
import type { Mutant } from './mutant.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** The vectors alone must notice every mutant; what laws and siblings notice on top is luck of the draw. */
const LAW_RUNS = 0;

/** Judges each mutant; outcomes in the order of the mutants. */
export const judgeMutants = (
  mutants: readonly Mutant[],
  onOutcome: (outcome: Outcome, done: number) => void,
): Promise<Outcome[]> => {
  let done = 0;
  return inParallel(mutants, async (mutant) => {
    const report = await runSuite({
      launch: stdioSubject(mutant.command),
      suite: mutant.suite,
      filter: mutant.filter,
      seed: PINNED_SEED,
      runs: LAW_RUNS,
      siblings: 0,
      // Only faults of the conversation show when questions are asked again; the others would be asked in vain.
      growth: mutant.requirement === 'SUB-10',
      twice: mutant.requirement.startsWith('SUB-'),
      timeoutMillis: mutant.timeoutMillis,
    });
    const outcome = outcomeOf(mutant, report);
    done += 1;
    onOutcome(outcome, done);
    return outcome;
  });
};
