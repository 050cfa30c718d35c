/** Kills a program that writes to a replica, and sees that nothing that it acknowledged is lost. */
import { styleText } from 'node:util';
import { campaign, type Fault, type Outcome } from './crash/campaign.ts';
import { HELP, type Options, readOptions } from './crash/options.ts';
import { UsageError } from './fuzz/options.ts';
import { showProgress } from './fuzz/progress.ts';

const FAILED = 4;

const exitCodeOf = ({ faults, underLoad, rounds }: Outcome): number => {
  if (faults.length > 0) return 1;
  return underLoad * 2 < rounds ? 3 : 0;
};

const describe = ({ rounds, underLoad, acknowledged, unacknowledged, faults, seconds }: Outcome): string => {
  const number = (value: number) => value.toLocaleString('en');
  return [
    `killed ${number(rounds)} times in ${seconds.toFixed(1)} s, ${number(underLoad)} times after something had been acknowledged`,
    `${number(acknowledged)} batches were acknowledged; ${number(unacknowledged)} more were stored, and not acknowledged yet`,
    faults.length === 0 ? 'all were there, each whole' : `${faults.length} faults, and the rounds after them left out`,
  ].join('\n');
};

const describeFault = ({ level, round, moment, what }: Fault): string =>
  `round ${round}, ${level}, killed ${moment.millis} ms after the ${moment.from}: ${what}`;

async function run({ seed, rounds, levels, json }: Options): Promise<number> {
  process.stderr.write(`seed ${seed}: ${rounds} rounds of ${levels.join(', ')}\n`);
  const progress = showProgress(rounds, 'rounds');
  const outcome = await campaign({
    levels,
    rounds,
    seed,
    onRound: progress.tell,
    onFault(fault) {
      progress.clear();
      process.stderr.write(`${styleText('red', describeFault(fault), { stream: process.stderr })}\n`);
    },
  });
  progress.clear();
  const exitCode = exitCodeOf(outcome);
  if (json) console.log(JSON.stringify({ seed, levels, exitCode, ...outcome }, null, 2));
  else console.log(`${describe(outcome)}; seed ${seed}`);
  return exitCode;
}

if (import.meta.main) {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) console.log(HELP);
    else process.exitCode = await run(options);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\n${HELP}` : error);
    process.exitCode = isUsage ? 2 : FAILED;
  }
}
