/** Measures the reference beside the engines that it stands on, and the judge beside a bare pipe. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../../scripts/table.ts';
import { CHAIN_LENGTH, type MessageRates, measureMessages } from './bench/messages.ts';
import { measureOverhead, type Overhead } from './bench/overhead.ts';
import type { Missing } from './bench/packages.ts';
import { type Measured, measure } from './bench/rounds.ts';
import { verifyContenders } from './bench/verify.ts';

const HELP = `Usage: npm run bench -- [options]

Measures side by side, in one run, and prints ratios: how many records a second the reference verifies on each engine,
beside the raw engine, a ceiling without any rule, noble and the package earthstar 10.2.2; how many messages, each by
itself and in a chain of 10,000, beside three Scuttlebutt packages; and what the judge adds to a question. Rates are per
second of CPU time, of all threads, medians over the rounds. Quiet machines only give steadier figures; the ratios are
what counts.

  --rounds <n>     rounds, 9 where absent
  --output <file>  where the JSON goes, bench.json where absent
  --json           print the JSON instead of tables
  --help           print this

Exit code: 0 measured, 2 usage.
`;

const ratio = (value: number): string => `${value.toFixed(2)}×`;

const rateOf = (measured: readonly Measured[], name: string): number =>
  measured.find((each) => each.name === name)?.perCpuSecond ?? Number.NaN;

/** What is below the reference on that engine, the most that it could reach; documents of es.5 have two signatures. */
const rawOf = (name: string): string | undefined => {
  const engine = /^(?:reference|ceiling) on (node:crypto|sodium-native|WebCrypto)/.exec(name)?.[1];
  return engine === undefined || name.includes('es.5') ? undefined : `raw ${engine}`;
};

/** A row for what could not be measured. */
const missingRow = ({ name, reason }: Missing): string[] => [name, `not measured: ${reason}`];

const verifyTable = (measured: readonly Measured[], missing: readonly Missing[]): string =>
  table(
    ['verifier', 'records a CPU second', 'to the raw engine', 'to noble'],
    [
      ...measured.map(({ name, perCpuSecond }) => {
        const raw = rawOf(name);
        return [
          name,
          Math.round(perCpuSecond).toLocaleString('en'),
          raw === undefined ? '' : ratio(perCpuSecond / rateOf(measured, raw)),
          ratio(perCpuSecond / rateOf(measured, 'raw noble')),
        ];
      }),
      ...missing.map(missingRow),
    ],
  ).join('\n');

/** What the messages are set in relation to: the validator that most Scuttlebutt peers have. */
const isYardstick = ({ name }: MessageRates): boolean => name.startsWith('ssb-validate ');

const messageTable = (messages: readonly MessageRates[], missing: readonly Missing[]): string => {
  const yardstick = messages.find(isYardstick);
  const rates = (rate: number, unit: number | undefined): string[] => [
    Math.round(rate).toLocaleString('en'),
    unit === undefined ? '' : ratio(rate / unit),
  ];
  return table(
    [
      'verifier of messages',
      'format',
      'one by one, a CPU second',
      'to ssb-validate',
      `in a chain of ${CHAIN_LENGTH.toLocaleString('en')}, a CPU second`,
      'to ssb-validate',
    ],
    [
      ...messages.map(({ name, format, single, chain }) => [
        name,
        format,
        ...rates(single, yardstick?.single),
        ...rates(chain, yardstick?.chain),
      ]),
      ...missing.map(missingRow),
    ],
  ).join('\n');
};

const overheadTable = (overheads: readonly Overhead[]): string =>
  table(
    ['null subject', 'µs a question, judged', 'µs a question, bare pipe', 'the judge adds', 'µs of CPU that it adds'],
    overheads.map(({ subject, judge, pipe }) => [
      subject,
      judge.wallMicros.toFixed(1),
      pipe.wallMicros.toFixed(1),
      `${(judge.wallMicros - pipe.wallMicros).toFixed(1)} µs, ${ratio(judge.wallMicros / pipe.wallMicros)}`,
      (judge.cpuMicros - pipe.cpuMicros).toFixed(1),
    ]),
  ).join('\n');

const TURN_MILLIS = 100;

const run = async (rounds: number, output: string, json: boolean): Promise<void> => {
  const say = (what: string): void => {
    process.stderr.write(`${what}\n`);
  };
  const { contenders, missing } = await verifyContenders();
  const onRound = (round: number): void => say(`records, round ${round} of ${rounds}`);
  const verify = await measure(contenders, { rounds, millis: TURN_MILLIS, onRound });
  const { messages, missing: more } = await measureMessages(rounds, TURN_MILLIS, say);
  say('the judge and the pipe');
  const overhead = await measureOverhead(Math.max(1, Math.ceil(rounds / 3)));
  const measured = { node: process.version, rounds, verify, messages, overhead, missing: [...missing, ...more] };
  const result = `${JSON.stringify(measured, null, 2)}\n`;
  writeFileSync(`${output}.part`, result);
  renameSync(`${output}.part`, output);
  if (json) return console.log(result);
  const tables = [verifyTable(verify, missing), messageTable(messages, more), overheadTable(overhead)];
  console.log([...tables, `wrote ${output}`].join('\n\n'));
};

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '9' },
        output: { type: 'string', default: 'bench.json' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const rounds = Number(values.rounds);
    if (values.help) console.log(HELP);
    else if (!Number.isInteger(rounds) || rounds < 1)
      throw Object.assign(new TypeError('--rounds takes a whole number from 1'), { code: 'USAGE' });
    else await run(rounds, values.output, values.json);
    process.exit();
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
