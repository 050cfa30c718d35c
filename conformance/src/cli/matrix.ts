import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../node/files.ts';
import { UsageError } from '../node/usage-error.ts';
import { freshSeed } from '../run/options.ts';
import { HostFault } from '../simulate/host.ts';
import { openModelHost } from '../simulate/model.ts';
import type { Hosts } from '../simulate/peer.ts';
import { stepWords } from '../simulate/plan-words.ts';
import { parseSimulationRepro, type SimulationRepro, simulationRepro } from '../simulate/repro.ts';
import { runPlan } from '../simulate/run.ts';
import { runSeries, type Series, type SeriesOptions } from '../simulate/series.ts';
import { openHosts, type SubjectHostOptions } from '../simulate/subject-host.ts';
import { stdioSubject } from '../transport/stdio.ts';
import { noMore, parse, seconds, wholeNumber } from './arguments.ts';
import { untilInterrupted } from './interrupt.ts';

const OPTIONS = {
  seed: { type: 'string' },
  count: { type: 'string' },
  timeout: { type: 'string' },
  'with-model': { type: 'boolean', default: false },
  'repro-dir': { type: 'string' },
  replay: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const LARGEST_SEED = 2 ** 32 - 1;
const DEFAULT_COUNT = 100;

/** What stands before the first `--`, and the commands behind it and behind each further one. */
const splitCommands = (argv: readonly string[]): { own: string[]; commands: string[][] } => {
  const ends = [...argv.entries()].flatMap(([at, word]) => (word === '--' ? [at] : []));
  const own = argv.slice(0, ends[0]);
  const commands = ends.map((at, which) => argv.slice(at + 1, ends[which + 1]));
  const empty = commands.findIndex((command) => (command[0] ?? '') === '');
  if (empty >= 0) throw new UsageError(`there is no command after -- number ${empty + 1}`);
  return { own, commands };
};

const reproIn = (file: string): SimulationRepro => {
  try {
    return parseSimulationRepro(readJson(file));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
};

type OnHosts = <T>(run: (hosts: Hosts) => Promise<T>) => Promise<T>;

/** So many schedules are run on the same hosts, which forget nothing of what was opened on them. */
const BATCH = 500;

const inBatches = async (
  onHosts: OnHosts,
  { seed, count, signal }: Pick<SeriesOptions, 'seed' | 'count' | 'signal'>,
): Promise<Series> => {
  let all: Series = { schedules: 0, carried: 0 };
  while (all.schedules < count && all.failed === undefined && !signal?.aborted) {
    const { schedules, carried } = all;
    const next = { seed: seed + schedules, count: Math.min(BATCH, count - schedules), signal };
    const ran = await onHosts((hosts) => runSeries({ hosts, ...next }));
    all = { ...ran, schedules: schedules + ran.schedules, carried: carried + ran.carried };
  }
  return all;
};

/** Runs one schedule that is known, as a series of one. */
const replayed = async ({ plan }: SimulationRepro, hosts: Hosts): Promise<Series> => {
  const ran = await runPlan(plan, hosts, 'replay-');
  return ran.ok
    ? { schedules: 1, carried: ran.carried }
    : { schedules: 1, carried: 0, failed: simulationRepro(plan, ran) };
};

const written = (repro: SimulationRepro, folder: string | undefined): string => {
  const where = folder ?? mkdtempSync(join(tmpdir(), 'rockpool-schedule-'));
  mkdirSync(where, { recursive: true });
  const file = join(where, `schedule-${repro.plan.seed}.json`);
  writeFileSync(file, `${JSON.stringify(repro, null, 2)}\n`);
  return file;
};

const wordsOn = (series: Series, seed: number, file: string | undefined): string => {
  const { schedules, carried, failed } = series;
  if (failed === undefined)
    return `${schedules} schedules from seed ${seed} ended as they have to; ${carried} messages were carried.\n`;
  const steps = failed.plan.steps.map((step, at) => `  ${at + 1}. ${stepWords(step)}`).join('\n');
  return `The schedule with seed ${failed.plan.seed} failed: ${failed.words}\n\n${failed.plan.steps.length} steps are enough:\n${steps}\n  then all connections are cut, and each pair of peers meets undisturbed.\n\nIt is in ${file}; --replay runs it again.\n`;
};

/** How many programs a command takes, and what it is called. */
export type NetCommand = {
  name: string;
  least: number;
  most: number;
  /** What takes part where no command is given. */
  standard?: () => Promise<Launches>;
};
type Launches = Pick<SubjectHostOptions, 'launch' | 'durable'>[];

/** Runs schedules on the programs that a command line names; answers the exit code. */
export const runNet = async (argv: readonly string[], { name, least, most, standard }: NetCommand): Promise<number> => {
  const { own, commands } = splitCommands(argv);
  const { values, positionals } = parse(own, OPTIONS);
  noMore(positionals, 0);
  const isStandard = commands.length === 0 && standard !== undefined;
  if (!isStandard && (commands.length < least || commands.length > most))
    throw new UsageError(
      `${name} takes ${least === most ? least : `${least} to ${most}`} commands, each behind a --, not ${commands.length}`,
    );
  const seed = wholeNumber('seed', values.seed, 0, LARGEST_SEED) ?? freshSeed();
  const count = wholeNumber('count', values.count, 1, 1_000_000) ?? DEFAULT_COUNT;
  const timeoutMillis = seconds('timeout', values.timeout);
  const repro = values.replay === undefined ? undefined : reproIn(values.replay);
  const launches: Launches = isStandard ? await standard() : commands.map((each) => ({ launch: stdioSubject(each) }));
  const subjects = launches.map((each, at) => ({ ...each, name: String.fromCharCode(97 + at), timeoutMillis }));
  const onHosts: OnHosts = async (run) => {
    const opened = await openHosts(subjects);
    try {
      const shared = [...opened.hosts.shared, ...(values['with-model'] ? [openModelHost()] : [])];
      return await run({ ...opened.hosts, shared });
    } finally {
      await opened.close();
    }
  };
  try {
    let interrupted = false;
    const series = await untilInterrupted(86_400_000, async (signal) => {
      const ran = repro
        ? await onHosts((hosts) => replayed(repro, hosts))
        : await inBatches(onHosts, { seed, count, signal });
      interrupted = signal.aborted;
      return ran;
    });
    const file = series.failed && (values.replay ?? written(series.failed, values['repro-dir']));
    const value = { ...series, seed, ...(file === undefined ? {} : { file }) };
    process.stdout.write(values.json ? `${JSON.stringify(value, null, 2)}\n` : wordsOn(series, seed, file));
    return series.failed ? 1 : interrupted ? 3 : 0;
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    process.stderr.write(`rockpool-conformance: ${error.message}\n`);
    return 4;
  }
};

/** `rockpool-conformance matrix -- <a> -- <b>`; answers the exit code. */
export const matrix = (argv: readonly string[]): Promise<number> => runNet(argv, { name: 'matrix', least: 2, most: 2 });
