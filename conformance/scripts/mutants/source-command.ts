import { join } from 'node:path';
import { settle } from '../../../scripts/generated.ts';
import { table } from '../../../scripts/table.ts';
import { buildSourceMutants } from './source-build.ts';
import { coverageOf, type SourceOutcome, type SourceTask } from './source-judge.ts';
import { startOwnTests } from './source-tests.ts';
import { inWorkers } from './workers.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SCORE = 'conformance/SOURCE-MUTANTS.json';

/** A mutant that takes longer loops in a way that counting does not see. */
const LIMIT_MILLIS = 120_000;

const GOOD = 0.95;

const place = ({ mutant: { file, line, column } }: SourceOutcome): string => `${file}:${line}:${column}`;

const scoreOf = (outcomes: readonly SourceOutcome[]) => {
  const of = (group: readonly SourceOutcome[]) => ({
    mutants: group.length,
    noticed: group.filter(({ noticedBy }) => noticedBy !== undefined).length,
  });
  const byFile = Map.groupBy(outcomes, ({ mutant }) => mutant.file);
  return {
    score: 1,
    totals: of(outcomes),
    files: Object.fromEntries([...byFile].map(([file, group]) => [file, of(group)])),
    missed: outcomes
      .filter(({ noticedBy }) => noticedBy === undefined)
      .map((outcome) => `${place(outcome)} ${outcome.mutant.operator} ${outcome.mutant.replacement.slice(0, 80)}`),
  };
};

/** What the judge has not noticed in a replica, of which it sees the answers alone, the reference's own tests may. */
const askOwnTests = (source: string, outcomes: readonly SourceOutcome[]): SourceOutcome[] => {
  const isForThem = ({ mutant, noticedBy }: SourceOutcome): boolean =>
    noticedBy === undefined && mutant.file.startsWith('replica/');
  if (!outcomes.some(isForThem)) return [...outcomes];
  const tests = startOwnTests(source);
  try {
    return outcomes.map((outcome) =>
      isForThem(outcome) && tests.notice(outcome.mutant)
        ? { ...outcome, noticedBy: 'the tests of the reference' }
        : outcome,
    );
  } finally {
    tests.end();
  }
};

/**
 * Changes one expression of the reference at a time, wherever rules and steps are, and prints which changes no check
 * notices. Takes long.
 * @param only the beginning of the paths of files that are meant, below reference/src.
 */
export const runSourceMutants = async (only: string | undefined, step: number, write: boolean): Promise<number> => {
  const { module, source, mutants } = await buildSourceMutants();
  const { covering, whileLoaded } = await coverageOf(module);
  const tasks = mutants
    .filter(({ file }, i) => file.startsWith(only ?? '') && i % step === 0)
    .map(
      (mutant): SourceTask => ({
        module,
        mutant,
        covering: whileLoaded.has(mutant.id) ? undefined : (covering.get(mutant.id) ?? []),
      }),
    );
  const judged = await inWorkers<SourceTask, SourceOutcome>(
    new URL('./source-worker.ts', import.meta.url),
    tasks,
    ({ mutant }) => ({ mutant, noticedBy: `no end within ${LIMIT_MILLIS / 1_000} seconds` }),
    (_, done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done} of ${tasks.length} mutants of the source`);
      else if (done % 200 === 0) process.stderr.write(`${done} of ${tasks.length} mutants of the source\n`);
    },
    LIMIT_MILLIS,
  );
  const score = scoreOf(askOwnTests(source, judged));
  const files = Object.entries(score.files).map(([file, { mutants: all, noticed }]) => [
    file,
    String(all),
    String(noticed),
  ]);
  console.log(table(['file', 'mutants', 'noticed'], files).join('\n'));
  for (const line of score.missed) console.log(line);
  const { noticed, mutants: all } = score.totals;
  console.error(`${noticed} of ${all} mutants of the source noticed`);
  if (write && only === undefined && step === 1)
    settle(ROOT, new Map([[SCORE, `${JSON.stringify(score, null, 2)}\n`]]), false);
  return noticed < GOOD * all ? 1 : 0;
};
