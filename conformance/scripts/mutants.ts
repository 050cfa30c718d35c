/** Leaves every rule of the reference out, one at a time, and shows which cases notice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settle, staleOutputs } from '../../scripts/generated.ts';
import { table } from '../../scripts/table.ts';
import { isHole, type JudgedCell, measureCells, staleExceptions } from './mutants/cells.ts';
import { measureMutants, measureReference } from './mutants/measure.ts';
import { enough, noticed, type Outcome } from './mutants/outcome.ts';
import { runSourceMutants } from './mutants/source-command.ts';
import { runWeakened, SAMPLE_STEP } from './mutants/weakened-command.ts';
import { sampleOfContent } from './sample.ts';
import { scoreOf, scoreText } from './score/score.ts';
import type { Requirement } from './trace/traced.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCORE = 'conformance/SCORE.json';

const HELP = `Usage: npm run mutants -- [options]

Judges one subject for each rule of the reference left out, each of its steps done wrong, and each way to misbehave in
the conversation. A mutant is noticed if the judge fails it and names its requirement, and well noticed if two independent
cases do. The vectors and what is derived from them are asked, no laws.

Then it leaves each rule, step and phase out at one place at a time: of one operation, in one format, at one signature.
Such a cell has to be well noticed too, or to be among the exceptions, each of which has a proof.

  --write        write down in ${SCORE} how many cases noticed what
  --check        exit 1 if ${SCORE} would change, or if what a sixteenth of the weakened subjects shows is not what
                 conformance/WEAKENED.json says; which sixteenth depends on the vectors
  --only <id>    the mutants and cells of this requirement alone; not with --write or --check
  --only <cell>  this cell alone, as in DOC-8@rp.document.1/document.merge; reference/subject --list-cells lists them
  --fresh        judge again, even if nothing has changed since the last run on this machine
  --weakened     judge the weakened subjects alone, each of which keeps one rule a little worse than it says; --only
                 takes the id of one, or a requirement, and --write keeps the score in conformance/WEAKENED.json
  --sample <n>   judge one in sixteen of the weakened subjects, beginning with the nth
  --source       change one expression of the reference's rules, steps and replica at a time, and print which changes
                 neither the judge nor, in the replica, the reference's own tests notice, for hours; --only takes the beginning of a file below reference/src, --sample <n> one in n
  --json         print the outcomes as JSON
  --help         print this

Exit code: 0 all are well noticed, 1 some are not or the score would change, 2 usage, 3 the reference is not conformant.
`;

const HEAD = ['requirement', 'cases', 'verdict', 'mutant', 'for example'];

const row = (outcome: Outcome): string[] => [
  outcome.requirement,
  noticed(outcome) ? String(outcome.noticedBy.length) : 'NONE',
  outcome.verdict,
  outcome.title,
  outcome.noticedBy.slice(0, 2).join(', '),
];

/** Writes the score of all mutants down, or says that what is written is not so any more. */
const settleScore = async (
  outcomes: readonly Outcome[],
  cells: readonly JudgedCell[],
  options: Options,
): Promise<number> => {
  const requirements: Requirement[] = JSON.parse(readFileSync(join(ROOT, 'spec/requirements.json'), 'utf8'));
  const reference = await measureReference({ fresh: options.fresh });
  if (reference.verdict !== 'conformant') {
    console.error(`the reference with nothing left out is ${reference.verdict}: no mutant proves anything`);
    return 3;
  }
  const outputs = new Map([[SCORE, scoreText(scoreOf(requirements, reference, outcomes, cells))]]);
  if (options.write) return settle(ROOT, outputs, false);
  if (staleOutputs(ROOT, outputs).length === 0) return 0;
  console.error(`${SCORE} has changed: run npm run mutants -- --write, and look at the difference`);
  return 1;
};

/** Prints which cells are not well noticed, and what is wrong with the exceptions; answers how much that is. */
const sayCells = (cells: readonly JudgedCell[], all: boolean): number => {
  const excepted = cells.filter(({ exception }) => exception !== undefined);
  const holes = cells.filter(isHole);
  const stale = all ? staleExceptions(cells) : [];
  const claimed = cells.length - excepted.length;
  console.error(`${claimed - holes.length} of ${claimed} cells noticed, ${excepted.length} more are exceptions`);
  for (const { cell, noticedBy } of holes) console.error(`${cell}: noticed by ${noticedBy[0] ?? 'nothing'}`);
  for (const sentence of stale) console.error(sentence);
  return holes.length + stale.length;
};

type Options = { only?: string | undefined; fresh: boolean; json: boolean; write: boolean; check: boolean };

const run = async (options: Options): Promise<number> => {
  if (options.only !== undefined && (options.write || options.check)) {
    console.error('the score is of all mutants: --only does not go with --write or --check');
    return 2;
  }
  const cells = await measureCells({ only: options.only, fresh: options.fresh });
  const outcomes = await measureMutants({ only: options.only, fresh: options.fresh });
  if (outcomes.length + cells.length === 0) {
    console.error(`no mutant breaks ${options.only ?? ''}: reference/subject --list-rules and --list-cells list them`);
    return 2;
  }
  if (options.json) console.log(JSON.stringify({ mutants: outcomes, cells }, null, 2));
  else if (outcomes.length > 0) console.log(table(HEAD, outcomes.map(row)).join('\n'));
  const missed = outcomes.filter((outcome) => !noticed(outcome));
  const weak = outcomes.filter((outcome) => noticed(outcome) && !enough(outcome));
  const say = (count: number, what: string): string => `${count} of ${outcomes.length} mutants ${what}`;
  console.error(say(outcomes.length - missed.length, 'noticed'));
  if (weak.length > 0)
    console.error(`${say(weak.length, 'by one case alone')}: ${weak.map(({ requirement }) => requirement).join(', ')}`);
  if (missed.length > 0)
    console.error(`${say(missed.length, 'not noticed')}: ${missed.map(({ requirement }) => requirement).join(', ')}`);
  const faults = sayCells(cells, options.only === undefined);
  const settled = options.write || options.check ? await settleScore(outcomes, cells, options) : 0;
  return Math.max(settled, missed.length + weak.length + faults > 0 ? 1 : 0);
};

const sampleIn = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,9}$/.test(text)) throw new TypeError(`--sample takes a number, not ${text}`, { cause: 'usage' });
  return Number(text);
};

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        source: { type: 'boolean', default: false },
        weakened: { type: 'boolean', default: false },
        sample: { type: 'string' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) console.log(HELP);
    else if (values.source) {
      process.exitCode = await runSourceMutants(values.only, sampleIn(values.sample) ?? 1, values.write);
    } else if (values.weakened) process.exitCode = await runWeakened({ ...values, sample: sampleIn(values.sample) });
    else {
      const code = await run({ ...values, only: values.only });
      const sample = sampleIn(values.sample);
      const judged = values.check || values.write ? (sample ?? sampleOfContent(SAMPLE_STEP)) : sample;
      const weak = values.only === undefined ? await runWeakened({ ...values, write: false, sample: judged }) : 0;
      process.exitCode = Math.max(code, weak);
    }
  } catch (error) {
    if (!(error instanceof TypeError && ('code' in error || error.cause === 'usage'))) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
