/** Shows for each requirement which checks of a run exercised it, on the reference and on the mutants. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../../scripts/table.ts';
import { useOpenSsl } from '../src/node/open-ssl.ts';
import { measureMutants, measureReference } from './mutants/measure.ts';
import { type Requirement, type Traced, traceAll } from './trace/traced.ts';

useOpenSsl();

const HELP = `Usage: npm run trace -- [options]

A MUST is exercised if a check of it passes on the reference and a mutant that breaks it fails one. The ids are those that
two runs emitted: one of the reference, one of all mutants (see npm run mutants).

  --all   print every requirement, not only a line per chapter and what is missing
  --json  print all as JSON
  --help  print this

Exit code: 0 every MUST is exercised and every id is known, 1 not so, 2 usage, 3 the reference got no verdict.
`;

const ROOT = join(import.meta.dirname, '../..');

const summary = (traced: readonly Traced[]): string[] => {
  const chapters = Map.groupBy(traced, ({ requirement }) => requirement.chapter);
  const rows = [...chapters].map(([chapter, of]) => [
    chapter,
    String(of.length),
    String(of.filter(({ exercised }) => exercised).length),
    String(of.reduce((sum, { passed }) => sum + passed.length, 0)),
  ]);
  return table(['chapter', 'requirements', 'exercised', 'checks passed'], rows);
};

const detail = (traced: readonly Traced[]): string[] =>
  table(
    ['requirement', 'level', 'checks passed', 'mutants noticed', 'cases that noticed'],
    traced.map(({ requirement: { id, level }, passed, mutants, noticedBy }) => [
      id,
      level,
      String(passed.length),
      String(mutants),
      String(noticedBy.length),
    ]),
  );

const run = async (options: { all: boolean; json: boolean }): Promise<number> => {
  const requirements: Requirement[] = JSON.parse(readFileSync(join(ROOT, 'spec/requirements.json'), 'utf8'));
  const [report, outcomes] = await Promise.all([measureReference({}), measureMutants({})]);
  if (report.verdict === 'no-subject' || report.verdict === 'judge-fault') {
    console.error(`the reference got no verdict: ${report.message ?? report.verdict}`);
    return 3;
  }
  const { traced, unknown } = traceAll(requirements, report, outcomes);
  if (options.json) console.log(JSON.stringify({ traced, unknown }, null, 2));
  else console.log((options.all ? detail(traced) : summary(traced)).join('\n'));
  const musts = traced.filter(({ requirement }) => requirement.level.startsWith('MUST'));
  const missing = musts.filter(({ exercised }) => !exercised);
  for (const { requirement, passed, mutants } of missing)
    console.error(`${requirement.id} is not exercised: ${passed.length} checks passed, ${mutants} mutants noticed`);
  for (const id of unknown) console.error(`${id} is named by a check and is no requirement`);
  const untracked = traced.filter(({ passed }) => passed.length === 0);
  console.error(
    `${musts.length - missing.length} of ${musts.length} MUSTs exercised, ${unknown.length} unknown, ${untracked.length} untracked`,
  );
  return missing.length + unknown.length + untracked.length > 0 ? 1 : 0;
};

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) console.log(HELP);
    else process.exitCode = await run(values);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
