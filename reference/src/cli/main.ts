import { type Command, type ExitCode, exitCodes, UsageError, type World, WorldError } from './command.ts';
import { explainCommand } from './explain.ts';
import { idCommand } from './id.ts';
import { keysCommand } from './keys.ts';
import { signCommand } from './sign.ts';
import { verifyCommand } from './verify.ts';

const commands: readonly Command[] = [verifyCommand, explainCommand, idCommand, signCommand, keysCommand];

const help = `usage: rockpool COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}
  subject   answers the judge of rockpool-conformance
  help      prints this, or with a command what that takes

Every command takes --help. Exit codes: 0 accepted or done, 1 rejected, 2 wrong usage, 3 held, 4 a file cannot be read,
5 a fault of this program.
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
  world.complain(wanted === undefined ? help : `rockpool: no command ${wanted}; rockpool help lists them\n`);
  return exitCodes.usage;
}

async function runCommand(command: Command, world: World, args: readonly string[]): Promise<ExitCode> {
  const complain = (message: string, exitCode: ExitCode) => {
    world.complain(`rockpool ${command.name}: ${message}\n`);
    return exitCode;
  };
  try {
    const { values, files } = world.parse(args, { ...command.options, help: { type: 'boolean' } });
    if (!values.help) return await command.run(world, values, files);
    world.write(`${command.usage}\n`);
    return exitCodes.accepted;
  } catch (error) {
    if (error instanceof WorldError) return complain(error.message, exitCodes.world);
    if (error instanceof UsageError)
      return complain(`${error.message} (see rockpool ${command.name} --help)`, exitCodes.usage);
    return complain(`a fault of this program: ${error}`, exitCodes.fault);
  }
}
