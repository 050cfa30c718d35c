/** The command `rockpool-conformance`. */
import { HELP } from './cli/help.ts';
import { refuseDebugger } from './node/debugger.ts';
import { UsageError } from './node/usage-error.ts';
import { errorText } from './report/build.ts';
import { JUDGE } from './run/options.ts';

const help = (argv: readonly string[]): number => {
  const [name = 'main'] = argv.filter((word) => !word.startsWith('-'));
  const text = Object.hasOwn(HELP, name) ? HELP[name] : undefined;
  if (text === undefined)
    throw new UsageError(`there is no help on ${name}; there is on ${Object.keys(HELP).join(', ')}`);
  process.stdout.write(text);
  return 0;
};

/** Commands that start a program to judge it. */
const JUDGING = ['run', 'replay', 'matrix', 'bridge'];

/** Each command is loaded when it is called: most read the suite, which takes longer than a mistake should. */
const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => number | Promise<number>>> = {
  run: async (argv) => (await import('./cli/run.ts')).run(argv),
  list: async (argv) => (await import('./cli/list.ts')).list(argv),
  show: async (argv) => (await import('./cli/show.ts')).show(argv),
  replay: async (argv) => (await import('./cli/replay.ts')).replay(argv),
  guide: async (argv) => (await import('./cli/guide.ts')).guide(argv),
  matrix: async (argv) => (await import('./cli/matrix.ts')).matrix(argv),
  bridge: async (argv) => (await import('./cli/bridge.ts')).bridge(argv),
  help,
  '--help': help,
  '-h': help,
  '--version': () => {
    process.stdout.write(`${JUDGE.version}\n`);
    return 0;
  },
};

/** What stands behind `--` is for the program. */
const asksForHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

const main = async ([name, ...argv]: readonly string[]): Promise<number> => {
  if (name === undefined) {
    process.stderr.write(HELP.main ?? '');
    return 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`there is no command ${name}`);
  if (asksForHelp(argv)) return help([name]);
  if (JUDGING.includes(name)) await refuseDebugger();
  return command(argv);
};

/** Says what went wrong and ends the program, and with it every process that it started. */
const giveUp = (error: unknown): void => {
  const usage = error instanceof UsageError;
  const text = usage
    ? `${error.message}\nSee rockpool-conformance help.`
    : `the judge itself failed, please report this: ${errorText(error)}`;
  process.stderr.write(`rockpool-conformance: ${text}\n`);
  process.exit(usage ? 2 : 5);
};

// In place of a command line that leads to where this program is.
process.title = JUDGE.name;
process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);
// A terminal that is gone takes no words.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as `head` has, or is gone: nobody is left to be told.
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit();
  giveUp(new UsageError(`cannot write to standard output: ${error.message}`));
});

try {
  const exitCode = await main(process.argv.slice(2));
  if (exitCode === 5) process.exit(5);
  process.exitCode = exitCode;
} catch (error) {
  giveUp(error);
}
