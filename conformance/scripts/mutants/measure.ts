import type { Report } from '@rockpool/schemas';
import { PINNED_SEED, runSuite, suite } from '../../src/index.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';
import { inputsDigest, keep, readKept } from './cache.ts';
import { judgeMutants } from './judge-mutants.ts';
import { REFERENCE_COMMAND } from './mutant.ts';
import { noticed, type Outcome } from './outcome.ts';

/** Outcomes of all mutants, from the last run over the same inputs on this machine or made now, with progress. */
export const measureMutants = async (options: {
  only?: string | undefined;
  fresh?: boolean;
}): Promise<readonly Outcome[]> => {
  const wanted = ({ requirement }: { requirement: string }): boolean =>
    options.only === undefined || requirement === options.only;
  const digest = inputsDigest();
  const before = options.fresh ? undefined : readKept<Outcome[]>('mutants', digest);
  if (before) return before.filter(wanted);
  const outcomes = await judgeMutants(wanted, (outcome, done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done} of ${of} mutants, ${outcome.requirement}`);
    else if (done % 20 === 0) process.stderr.write(`${done} of ${of} mutants\n`);
    if (!noticed(outcome)) process.stderr.write(`\nnot noticed: ${outcome.requirement}, ${outcome.title}\n`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (options.only === undefined) keep('mutants', digest, outcomes);
  return outcomes;
};

/**
 * The control: the reference with nothing left out, asked every check, from the last run over the same inputs or made now. Of a
 * law one example says that it is there and holds; `npm run conformance` asks the others.
 */
export const measureReference = async (options: { fresh?: boolean }): Promise<Report> => {
  const digest = inputsDigest();
  const before = options.fresh ? undefined : readKept<Report>('reference', digest);
  if (before) return before;
  const report = await runSuite({
    launch: stdioSubject(REFERENCE_COMMAND),
    suite,
    seed: PINNED_SEED,
    runs: 1,
    siblings: 0,
    growth: true,
  });
  if (report.verdict === 'conformant') keep('reference', digest, report);
  return report;
};
