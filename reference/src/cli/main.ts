import { type Command, type ExitCode, exitCodes, UsageError, type World, WorldError } from './command.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { feedCommand } from './feed.ts';
import { idCommand } from './id.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { keygenCommand } from './keygen.ts';
import { keysCommand } from './keys.ts';
import { linksCommand } from './links.ts';
import { logCommand } from './log.ts';
import { lsCommand } from './ls.ts';
import { NotThere } from './missing.ts';
import { nameCommand } from './name.ts';
import { didYouMean } from './nearest.ts';
import { publishCommand } from './publish.ts';
import { queryCommand } from './query.ts';
import { readCommand } from './read.ts';
import { rmCommand } from './rm.ts';
import { serveCommand } from './serve.ts';
import { signCommand } from './sign.ts';
import { statusCommand } from './status.ts';
import { isStoreError } from './store-error.ts';
import { syncCommand } from './sync.ts';
import { verifyCommand } from './verify.ts';
import { visibleLines } from './visible.ts';
import { watchCommand } from './watch.ts';
import { writeCommand } from './write.ts';

const aboutData: readonly Command[] = [
  initCommand,
  keygenCommand,
  nameCommand,
  writeCommand,
  readCommand,
  lsCommand,
  queryCommand,
  rmCommand,
  publishCommand,
  feedCommand,
  logCommand,
  linksCommand,
  watchCommand,
  exportCommand,
  importCommand,
  syncCommand,
  serveCommand,
  statusCommand,
];
const aboutRecords: readonly Command[] = [verifyCommand, explainCommand, idCommand, signCommand, keysCommand];
/** Every command but `subject` and `help`, in the order in which they are listed. */
export const commands: readonly Command[] = [...aboutData, ...aboutRecords];

const commandNames = [...commands.map(({ name }) => name), 'subject', 'help'];

const listed = (some: readonly Command[]) =>
  some.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n');

/** What the program prints when it is asked for help. */
export const help = `usage: rockpool COMMAND [options]

Begin with: rockpool write /wiki/flowers "Flowers are pretty"
            rockpool read /wiki/flowers

To keep data:
${listed(aboutData)}

To look at single records:
${listed(aboutRecords)}
  subject   answers the judge of rockpool-conformance
  help      prints this, or with a command what that takes

Every command takes --help. Exit codes: 0 accepted or done, 1 rejected or not there, 2 wrong usage, 3 held, 4 a file cannot be
read or written, 5 a fault of this program.
`;

/** Runs the command that the arguments name; answers the exit code. Nothing that a user can do makes it throw. */
export async function runCli([name, ...args]: readonly string[], world: World): Promise<number> {
  if (name === 'subject') return world.runSubject(args);
  const wantsHelp = name === 'help' || name === '--help' || name === '-h';
  const wanted = wantsHelp ? args[0] : name;
  const command = commands.find((candidate) => candidate.name === wanted);
  if (command !== undefined) return runCommand(command, world, wantsHelp ? ['--help'] : args);
  if (wanted === 'subject') return world.runSubject(['--help']);
  if (wantsHelp && wanted === undefined) {
    world.write(help);
    return exitCodes.accepted;
  }
  world.complain(
    wanted === undefined
      ? help
      : `rockpool: no command ${wanted}${didYouMean(wanted, commandNames)}; rockpool help lists them\n`,
  );
  return exitCodes.usage;
}

async function runCommand(command: Command, world: World, args: readonly string[]): Promise<ExitCode> {
  const complain = (message: string, exitCode: ExitCode) => {
    // A message can name what stands in a record.
    world.complain(visibleLines(`rockpool ${command.name}: ${message}\n`));
    return exitCode;
  };
  try {
    const { values, files } = world.parse(args, { ...command.options, help: { type: 'boolean' } });
    if (!values.help) return await command.run(world, values, files);
    world.write(`${command.usage}\n`);
    return exitCodes.accepted;
  } catch (error) {
    if (error instanceof NotThere) return complain(error.message, exitCodes.rejected);
    if (error instanceof WorldError || isStoreError(error)) return complain(error.message, exitCodes.world);
    if (error instanceof UsageError)
      return complain(`${error.message} (see rockpool ${command.name} --help)`, exitCodes.usage);
    return complain(`a fault of this program: ${error}`, exitCodes.fault);
  }
}
