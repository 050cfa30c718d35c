/** The command `rockpool-conformance`. */
import { HELP } from './cli/help.ts';
import { list } from './cli/list.ts';
import { replay } from './cli/replay.ts';
import { run } from './cli/run.ts';
import { show } from './cli/show.ts';
import { UsageError } from './node/usage-error.ts';
import { JUDGE } from './run/options.ts';

const help = (argv: readonly string[]): number => {
  const [name = 'main'] = argv.filter((word) => !word.startsWith('-'));
  const text = Object.hasOwn(HELP, name) ? HELP[name] : undefined;
  if (text === undefined) throw new UsageError(`there is no command ${name}`);
  process.stdout.write(text);
  return 0;
};

const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => number | Promise<number>>> = {
  run,
  list,
  show,
  replay,
  help,
  '--help': help,
  '-h': help,
  '--version': () => {
    process.stdout.write(`${JUDGE.version}\n`);
    return 0;
  },
};

const main = async ([name, ...argv]: readonly string[]): Promise<number> => {
  if (name === undefined) {
    process.stderr.write(HELP.main ?? '');
    return 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`there is no command ${name}`);
  return command(argv);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError;
  const text = usage
    ? `${error.message}\nSee rockpool-conformance help.`
    : `the judge itself failed, please report this: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`rockpool-conformance: ${text}\n`);
  process.exitCode = usage ? 2 : 5;
}
