import { styleText } from 'node:util';
import { table } from '../../../../scripts/table.ts';
import type { Options } from '../options.ts';
import { growthIn, MAX_GROWTH } from '../outcome.ts';
import { showProgress } from '../progress.ts';
import { growthLine, memoryTable } from '../report.ts';
import { campaign, type Outcome } from './campaign.ts';

/** Of the records, this share at least has to be taken in: a replica that refuses everything shakes little. */
export const MIN_TAKEN = 0.1;

/** Below so many records, the share is chance. */
const TELLING_RECORDS = 1_000;

const takenShare = ({ records, answers }: Outcome): number =>
  ((answers.accepted ?? 0) + (answers['held identity'] ?? 0)) / records;

/** 0 nothing found; 1 faults, or memory grew; 3 the run says little. */
export function exitCodeOf(outcome: Outcome): 0 | 1 | 3 {
  if (outcome.findings.length > 0 || (growthIn([outcome.memory]) ?? 0) > MAX_GROWTH) return 1;
  return outcome.records >= TELLING_RECORDS && takenShare(outcome) < MIN_TAKEN ? 3 : 0;
}

function describe(outcome: Outcome): string {
  const { records, replicas, seconds, answers, memory } = outcome;
  const number = (value: number) => value.toLocaleString('en');
  const sorted = Object.entries(answers).sort(([, a], [, b]) => b - a);
  return [
    `${number(records)} records, ${number(replicas)} replicas in ${seconds.toFixed(1)} s, ${number(Math.round(records / seconds))} a second`,
    '',
    ...table(
      ['answer', 'records', 'share'],
      sorted.map(([word, count]) => [word, number(count), `${((count / records) * 100).toFixed(1)} %`]),
    ),
    '',
    ...memoryTable(memory, 'records'),
    '',
    growthLine(growthIn([memory])),
  ].join('\n');
}

/** Shakes replicas, one alone or many, and answers the exit code. */
export function shakeReplicas({ seed, count, index, json, maxFaults }: Options): number {
  const isOne = index !== undefined;
  process.stderr.write(
    isOne ? `seed ${seed}: replica ${index}\n` : `seed ${seed}: ${count.toLocaleString('en')} records\n`,
  );
  const progress = showProgress(count, 'records');
  const outcome = campaign({
    seed,
    from: index ?? 1,
    records: isOne ? 1 : count,
    maxFaults,
    onProgress: progress.tell,
    onFinding({ index, kind, detail }) {
      progress.clear();
      const words = `${kind}, replica ${index}: ${detail}`;
      process.stderr.write(`${styleText('red', words, { stream: process.stderr })}\n`);
      process.stderr.write(`  again: npm run fuzz -- --replica --seed ${seed} --index ${index}\n`);
    },
  });
  progress.clear();
  const exitCode = exitCodeOf(outcome);
  const { length } = outcome.findings;
  if (json) console.log(JSON.stringify({ seed, exitCode, growth: growthIn([outcome.memory]), ...outcome }, null, 2));
  else console.log(`${describe(outcome)}\n${length === 0 ? 'no' : length} faults; seed ${seed}`);
  return exitCode;
}
