import { refuseDebugger } from '../node/debugger.ts';
import { UsageError } from '../node/usage-error.ts';
import { JUDGE } from '../run/options.ts';
import { HELP } from './help.ts';

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
  run: async (argv) => (await import('./run.ts')).run(argv),
  list: async (argv) => (await import('./list.ts')).list(argv),
  show: async (argv) => (await import('./show.ts')).show(argv),
  replay: async (argv) => (await import('./replay.ts')).replay(argv),
  guide: async (argv) => (await import('./guide.ts')).guide(argv),
  matrix: async (argv) => (await import('./matrix.ts')).matrix(argv),
  bridge: async (argv) => (await import('./bridge.ts')).bridge(argv),
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

/** What the command line asks for; answers the exit code. */
export const main = async ([name, ...argv]: readonly string[]): Promise<number> => {
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
