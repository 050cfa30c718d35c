import { PINNED_SEED, runSuite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { inParallel } from '../parallel.ts';
import { listPrograms, type Mutant } from './mutant.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { listRuleMutants, type RuleMutant } from './rule-mutant.ts';
import { inWorkers } from './workers.ts';

const judgeProgram = async (mutant: Mutant): Promise<Outcome> => {
  const report = await runSuite({
    launch: stdioSubject(mutant.command),
    suite: mutant.suite,
    filter: mutant.filter,
    seed: PINNED_SEED,
    runs: 0,
    siblings: 0,
    // Only faults of the conversation show when questions are asked again; the others would be asked in vain.
    growth: mutant.requirement === 'SUB-10',
    twice: mutant.requirement.startsWith('SUB-'),
    timeoutMillis: mutant.timeoutMillis,
  });
  return outcomeOf(mutant, report);
};

/** Nothing here loops: who takes so long has no machine. */
const LIMIT_MILLIS = 600_000;

const notJudged = ({ requirement }: RuleMutant): never => {
  throw new Error(`the reference without ${requirement} was not judged within ${LIMIT_MILLIS / 1000} seconds`);
};

/** Judges each mutant of a wanted requirement: those without a rule or a step in threads, the others as the programs that they are. */
export const judgeMutants = async (
  isWanted: (mutant: { requirement: string }) => boolean,
  onOutcome: (outcome: Outcome, done: number, of: number) => void,
): Promise<Outcome[]> => {
  const rules = listRuleMutants().filter(isWanted);
  const programs = listPrograms().filter(isWanted);
  let done = 0;
  const tell = (outcome: Outcome): Outcome => {
    onOutcome(outcome, ++done, rules.length + programs.length);
    return outcome;
  };
  const worker = new URL('rule-worker.ts', import.meta.url);
  // Programs wait for a clock half of the time.
  const [ofRules, ofPrograms] = await Promise.all([
    inWorkers<RuleMutant, Outcome>(worker, rules, notJudged, tell, LIMIT_MILLIS),
    inParallel(programs, async (mutant) => tell(await judgeProgram(mutant))),
  ]);
  return [...ofRules, ...ofPrograms];
};
