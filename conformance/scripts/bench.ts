/** Measures the reference beside the engines that it stands on, and the judge beside a bare pipe. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../../scripts/table.ts';
import { CHAIN_LENGTH, type MessageRates, measureMessages } from './bench/messages.ts';
import { measureOverhead, type Overhead } from './bench/overhead.ts';
import type { Missing } from './bench/packages.ts';
import { measureCores } from './bench/replica-cores.ts';
import { measureIngest } from './bench/replica-ingest.ts';
import { measureSizes } from './bench/replica-sizes.ts';
import { coresTable, ingestTable, sizesTable } from './bench/replica-tables.ts';
import { type Measured, measure } from './bench/rounds.ts';
import { measureSync } from './bench/sync.ts';
import { measureCarried } from './bench/sync-documents.ts';
import { carriedTable, comparedTable, growthTable, upkeepTable } from './bench/sync-tables.ts';
import { verifyContenders } from './bench/verify.ts';

const PARTS = ['records', 'messages', 'judge', 'replicas', 'sync'] as const;
type Part = (typeof PARTS)[number];

const HELP = `Usage: npm run bench -- [options]

Measures side by side, in one run, and prints ratios: how many records a second the reference verifies on each engine,
beside the raw engine, a ceiling without any rule, noble and the package earthstar 10.2.2; how many messages, each by
itself and in a chain of 10,000, beside three Scuttlebutt packages; what the judge adds to a question; and how many records
replicas take in, by store and by how many at once, beside the raw engine and the replicas of earthstar 10.2.2 and 6.8.5, what
several processors bring, and what replicas of 1,000 and 100,000 records take to be opened and asked; and what a sync takes:
sets of 1,000 to 1,000,000 items of which some differ, beside the negentropy of nostr-tools 2.25.2 on the same sets, and 1,000 and
5,000 documents into an empty peer, beside the peers of earthstar 10.2.2 and 6.8.5. Rates are per second of CPU time, of all
threads, medians over the rounds. Quiet machines only give steadier figures; the ratios are what counts.

  --only <part>    ${PARTS.join(', ')} alone; all where absent
  --large          also replicas of 1,000,000 records: some ten minutes on a quiet machine, and 4 GB on the disk of temporary files
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

interface Options {
  readonly rounds: number;
  readonly parts: readonly Part[];
  readonly large: boolean;
  readonly output: string;
  readonly json: boolean;
}

/** What is measured, and the table of what was. */
interface Result {
  readonly figures: object;
  readonly missing: readonly Missing[];
  readonly tables: readonly string[];
}

type Say = (what: string) => void;

const measureRecords = async (rounds: number, say: Say): Promise<Result> => {
  const { contenders, missing } = await verifyContenders();
  const onRound = (round: number): void => say(`records, round ${round} of ${rounds}`);
  const verify = await measure(contenders, { rounds, millis: TURN_MILLIS, onRound });
  return { figures: { verify }, missing, tables: [verifyTable(verify, missing)] };
};

const measureFeeds = async (rounds: number, say: Say): Promise<Result> => {
  const { messages, missing } = await measureMessages(rounds, TURN_MILLIS, say);
  return { figures: { messages }, missing, tables: [messageTable(messages, missing)] };
};

const measureJudge = async (rounds: number, say: Say): Promise<Result> => {
  say('the judge and the pipe');
  const overhead = await measureOverhead(Math.max(1, Math.ceil(rounds / 3)));
  return { figures: { overhead }, missing: [], tables: [overheadTable(overhead)] };
};

const SIZES = [1_000, 100_000];
const LARGE = 1_000_000;

const measureReplicas = async (rounds: number, say: Say, large: boolean): Promise<Result> => {
  const { ingest, missing } = await measureIngest(rounds, TURN_MILLIS, say);
  const cores = await measureCores(rounds, say);
  const sizes = measureSizes(large ? [...SIZES, LARGE] : SIZES, say);
  const tables = [ingestTable(ingest), coresTable(cores), sizesTable(sizes)].map((lines) => lines.join('\n'));
  return { figures: { replicas: { ingest, cores, sizes } }, missing, tables };
};

const SYNC_SIZES = [1_000, 10_000, 100_000, 1_000_000];
const CARRIED = [1_000, 5_000];

/** Each round is long by itself, so there are fewer of them. */
const measureSyncs = async (rounds: number, say: Say): Promise<Result> => {
  const few = Math.ceil(rounds / 3);
  const { compared, upkeep, missing } = await measureSync(SYNC_SIZES, few, say);
  const { carried, missing: missingPeers } = await measureCarried(CARRIED, few, say);
  const tables = [comparedTable(compared), growthTable(compared), upkeepTable(upkeep), carriedTable(carried)];
  return {
    figures: { sync: { compared, upkeep, carried } },
    missing: [...missing, ...missingPeers],
    tables: tables.map((lines) => lines.join('\n')),
  };
};

const run = async ({ rounds, parts, large, output, json }: Options): Promise<void> => {
  const say: Say = (what) => {
    process.stderr.write(`${what}\n`);
  };
  const results: Result[] = [];
  if (parts.includes('records')) results.push(await measureRecords(rounds, say));
  if (parts.includes('messages')) results.push(await measureFeeds(rounds, say));
  if (parts.includes('judge')) results.push(await measureJudge(rounds, say));
  if (parts.includes('replicas')) results.push(await measureReplicas(rounds, say, large));
  if (parts.includes('sync')) results.push(await measureSyncs(rounds, say));
  const figures = Object.assign({}, ...results.map((each) => each.figures));
  const missing = results.flatMap((each) => each.missing);
  const result = `${JSON.stringify({ node: process.version, rounds, ...figures, missing }, null, 2)}\n`;
  writeFileSync(`${output}.part`, result);
  renameSync(`${output}.part`, output);
  if (json) return console.log(result);
  console.log([...results.flatMap((each) => each.tables), `wrote ${output}`].join('\n\n'));
};

const usage = (message: string): Error => Object.assign(new TypeError(message), { code: 'USAGE' });

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        large: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '9' },
        output: { type: 'string', default: 'bench.json' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { only, help, large, output, json } = values;
    const rounds = Number(values.rounds);
    const parts = only === undefined ? PARTS : PARTS.filter((part) => part === only);
    if (!Number.isInteger(rounds) || rounds < 1) throw usage('--rounds takes a whole number from 1');
    if (parts.length === 0) throw usage(`--only takes one of ${PARTS.join(', ')}`);
    if (help) console.log(HELP);
    else await run({ rounds, parts, large, output, json });
    process.exit();
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
