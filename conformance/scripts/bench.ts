/** Measures the reference beside the engines that it stands on, and the judge beside a bare pipe. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../../scripts/table.ts';
import { measureOverhead, type Overhead } from './bench/overhead.ts';
import { type Measured, measure } from './bench/rounds.ts';
import { verifyContenders } from './bench/verify.ts';

const HELP = `Usage: npm run bench -- [options]

Measures side by side, in one run, and prints ratios: how many records a second the reference verifies on each engine,
beside the raw engine, noble and the package earthstar 10.2.2; and what the judge adds to a question. Rates are per second
of CPU time, medians over the rounds. Quiet machines only give steadier figures; the ratios are what counts.

  --rounds <n>     rounds, 9 where absent
  --output <file>  where the JSON goes, bench.json where absent
  --json           print the JSON instead of tables
  --help           print this

Exit code: 0 measured, 2 usage.
`;

const ratio = (value: number): string => `${value.toFixed(2)}×`;

const rateOf = (measured: readonly Measured[], name: string): number =>
  measured.find((each) => each.name === name)?.perCpuSecond ?? Number.NaN;

/** What is below the reference on that engine, the most that it could reach. */
const rawOf = (name: string): string | undefined =>
  name.includes('es.5')
    ? undefined
    : {
        'reference on node:crypto, signature alone': 'raw node:crypto',
        'reference on node:crypto': 'raw node:crypto',
        'reference on WebCrypto': 'raw WebCrypto',
      }[name];

const verifyTable = (measured: readonly Measured[]): string =>
  table(
    ['verifier', 'records a CPU second', 'to the raw engine', 'to noble'],
    measured.map(({ name, perCpuSecond }) => {
      const raw = rawOf(name);
      return [
        name,
        Math.round(perCpuSecond).toLocaleString('en'),
        raw === undefined ? '' : ratio(perCpuSecond / rateOf(measured, raw)),
        ratio(perCpuSecond / rateOf(measured, 'raw noble')),
      ];
    }),
  ).join('\n');

const overheadTable = (overheads: readonly Overhead[]): string =>
  table(
    ['null subject', 'µs a question, judged', 'µs a question, bare pipe', 'the judge adds'],
    overheads.map(({ subject, judgeMicros, pipeMicros }) => [
      subject,
      judgeMicros.toFixed(1),
      pipeMicros.toFixed(1),
      `${(judgeMicros - pipeMicros).toFixed(1)} µs, ${ratio(judgeMicros / pipeMicros)}`,
    ]),
  ).join('\n');

const TURN_MILLIS = 100;

const run = async (rounds: number, output: string, json: boolean): Promise<void> => {
  const say = (round: number): void => {
    process.stderr.write(`round ${round} of ${rounds}\n`);
  };
  const verify = await measure(await verifyContenders(), { rounds, millis: TURN_MILLIS, onRound: say });
  process.stderr.write('the judge and the pipe\n');
  const overhead = await measureOverhead(Math.max(1, Math.ceil(rounds / 3)));
  const result = `${JSON.stringify({ node: process.version, rounds, verify, overhead }, null, 2)}\n`;
  writeFileSync(`${output}.part`, result);
  renameSync(`${output}.part`, output);
  if (json) console.log(result);
  else console.log(`${verifyTable(verify)}\n\n${overheadTable(overhead)}\n\nwrote ${output}`);
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
