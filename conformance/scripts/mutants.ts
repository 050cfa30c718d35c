/** Leaves every rule of the reference out, one at a time, and shows which cases notice. */
import { parseArgs } from 'node:util';
import { table } from '../../scripts/table.ts';
import { measureMutants } from './mutants/measure.ts';
import { enough, noticed, type Outcome } from './mutants/outcome.ts';

const HELP = `Usage: npm run mutants -- [options]

Judges one subject for each rule of the reference left out, each of its steps done wrong, and each way to misbehave in
the conversation. A mutant is noticed if the judge fails it and names its requirement, and well noticed if two independent
cases do. The vectors alone are asked, no laws.

  --only <id>  the mutants of this requirement alone
  --fresh      judge again, even if nothing has changed since the last run on this machine
  --json       print the outcomes as JSON
  --help       print this

Exit code: 0 all are well noticed, 1 some are not, 2 usage.
`;

const HEAD = ['requirement', 'cases', 'verdict', 'mutant', 'for example'];

const row = (outcome: Outcome): string[] => [
  outcome.requirement,
  noticed(outcome) ? String(outcome.noticedBy.length) : 'NONE',
  outcome.verdict,
  outcome.title,
  outcome.noticedBy.slice(0, 2).join(', '),
];

const run = async (options: { only?: string | undefined; fresh: boolean; json: boolean }): Promise<number> => {
  const outcomes = await measureMutants({ only: options.only, fresh: options.fresh });
  if (outcomes.length === 0) {
    console.error(`no mutant breaks ${options.only ?? ''}: reference/subject --list-rules lists them`);
    return 2;
  }
  if (options.json) console.log(JSON.stringify(outcomes, null, 2));
  else console.log(table(HEAD, outcomes.map(row)).join('\n'));
  const missed = outcomes.filter((outcome) => !noticed(outcome));
  const weak = outcomes.filter((outcome) => noticed(outcome) && !enough(outcome));
  const say = (count: number, what: string): string => `${count} of ${outcomes.length} mutants ${what}`;
  console.error(say(outcomes.length - missed.length, 'noticed'));
  if (weak.length > 0)
    console.error(`${say(weak.length, 'by one case alone')}: ${weak.map(({ requirement }) => requirement).join(', ')}`);
  if (missed.length > 0)
    console.error(`${say(missed.length, 'not noticed')}: ${missed.map(({ requirement }) => requirement).join(', ')}`);
  return missed.length + weak.length > 0 ? 1 : 0;
};

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) console.log(HELP);
    else process.exitCode = await run({ only: values.only, fresh: values.fresh, json: values.json });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
