import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weakened } from '../../../reference/src/subject/weakened/index.ts';
import { settle } from '../../../scripts/generated.ts';
import { table } from '../../../scripts/table.ts';
import { judgeAllWeakened, sampleOf } from './weakened.ts';
import { contradictions, isNamed, isNoticed, totalsOf, type WeakenedScore, weakenedScoreOf } from './weakened-score.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SCORE = 'conformance/WEAKENED.json';

/** Of a sample one in so many is judged. */
export const SAMPLE_STEP = 16;

/** Where nobody sees a line change, progress is told each time that so many more are judged. */
const TELL_EVERY = 200;

/** Named among the first three have to be so many of those noticed. */
const ENOUGH_NAMED = 0.95;

export interface WeakenedOptions {
  /** One id, or the beginning of some. */
  readonly only?: string | undefined;
  /** The seed of a sample; absent where all are judged. */
  readonly sample?: number | undefined;
  readonly write: boolean;
  readonly check: boolean;
}

const writtenScore = (): WeakenedScore | undefined =>
  existsSync(join(ROOT, SCORE)) ? (JSON.parse(readFileSync(join(ROOT, SCORE), 'utf8')) as WeakenedScore) : undefined;

/** Judges weakened subjects, prints how many were noticed, and answers the exit code. */
export const runWeakened = async ({ only, sample, write, check }: WeakenedOptions): Promise<number> => {
  const chosen =
    only !== undefined
      ? weakened.filter(({ id }) => id === only || id.startsWith(`${only}/`))
      : sample !== undefined
        ? sampleOf(weakened, SAMPLE_STEP, sample)
        : weakened;
  let told = 0;
  const outcomes = await judgeAllWeakened(chosen, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done} of ${chosen.length} weakened subjects`);
    else if (done - told >= TELL_EVERY) {
      told = done;
      process.stderr.write(`${done} of ${chosen.length} weakened subjects\n`);
    }
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const missed = outcomes.filter((outcome) => !isNoticed(outcome));
  const unnamed = outcomes.filter((outcome) => isNoticed(outcome) && !isNamed(outcome));
  const rows = [
    ...missed.map(({ id, title }) => [id, 'NOT NOTICED', title]),
    ...unnamed.map(({ id, place, failed }) => [id, place === 0 ? 'not named' : `named as ${place}`, failed[0] ?? '']),
  ];
  if (rows.length > 0) console.log(table(['weakened', 'how', 'what it does, or what notices'], rows).join('\n'));
  const { noticed, named } = totalsOf(outcomes);
  console.error(`${noticed} of ${outcomes.length} weakened subjects noticed`);
  console.error(`${named} of these told by the guilty requirement, among the first three that the report names`);
  const score = weakenedScoreOf(outcomes);
  const whole = outcomes.length === weakened.length;
  if (write && whole) settle(ROOT, new Map([[SCORE, `${JSON.stringify(score, null, 2)}\n`]]), false);
  if (check) {
    const wrong = contradictions(writtenScore() ?? weakenedScoreOf([]), outcomes);
    for (const line of wrong) console.error(line);
    if (wrong.length > 0) console.error(`${SCORE} has changed: run npm run mutants -- --weakened --write`);
    return wrong.length > 0 ? 1 : 0;
  }
  return missed.length > 0 || named < ENOUGH_NAMED * noticed ? 1 : 0;
};
