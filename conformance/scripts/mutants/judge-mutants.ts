import { availableParallelism } from 'node:os';
import { runSuite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import type { Mutant } from './mutant.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Judges each mutant, as many at a time as there are cores; outcomes in the order of the mutants. */
export const judgeMutants = async (
  mutants: readonly Mutant[],
  onOutcome: (outcome: Outcome, done: number) => void,
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < mutants.length) {
      const index = next;
      next += 1;
      const mutant = mutants[index] as Mutant;
      const report = await runSuite({
        launch: stdioSubject(mutant.command),
        suite: mutant.suite,
        filter: mutant.filter,
        runs: LAW_RUNS,
        timeoutMillis: mutant.timeoutMillis,
      });
      const outcome = outcomeOf(mutant, report);
      outcomes[index] = outcome;
      done += 1;
      onOutcome(outcome, done);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return outcomes;
};

/** The vectors alone must notice every mutant; what laws notice on top is luck of the draw. */
const LAW_RUNS = 0;
