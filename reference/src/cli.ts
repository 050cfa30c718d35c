import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs, styleText } from 'node:util';
import { type Command, exitCodes, UsageError, type World, WorldError } from './cli/command.ts';
import { explainCommand } from './cli/explain.ts';
import { idCommand } from './cli/id.ts';
import { keysCommand } from './cli/keys.ts';
import { signCommand } from './cli/sign.ts';
import { verifyCommand } from './cli/verify.ts';
import { createNodeEngine } from './node/engine.ts';
import { nodeSha256 } from './node/sha256.ts';
import { createProtocol } from './protocol/protocol.ts';
import { runSubject } from './subject/main.ts';

const commands: readonly Command[] = [verifyCommand, explainCommand, idCommand, signCommand, keysCommand];

const help = `usage: rockpool COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}
  subject   answers the judge of rockpool-conformance
  help      prints this, or with a command what that takes

Every command takes --help. Exit codes: 0 accepted or done, 1 rejected, 2 wrong usage, 3 held, 4 a file cannot be read,
5 a fault of this program.
`;

const world: World = {
  protocol: createProtocol(nodeSha256),
  engine: createNodeEngine(),
  async read(file) {
    try {
      return file === '-' ? await buffer(process.stdin) : await readFile(file);
    } catch (cause) {
      throw new WorldError(`cannot read ${file}: ${(cause as Error).message}`, { cause });
    }
  },
  write: (text) => void process.stdout.write(text),
  // Date has milliseconds, which is as fine as a clock needs to be here.
  now: () => Date.now() * 1000,
  random: (byteLength) => crypto.getRandomValues(new Uint8Array(byteLength)),
  // styleText looks at NO_COLOR and at whether the stream is a terminal.
  paint: (colour, text) => styleText(colour, text, { stream: process.stdout }),
};

async function runCommand(command: Command, args: string[]): Promise<number> {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) {
      world.write(`${command.usage}\n`);
      return exitCodes.accepted;
    }
    return await command.run(world, values as Record<string, string | boolean | undefined>, positionals);
  } catch (error) {
    if (error instanceof WorldError) return complain(command.name, error.message, exitCodes.world);
    const isUsage =
      error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    if (isUsage)
      return complain(
        command.name,
        `${(error as Error).message} (see rockpool ${command.name} --help)`,
        exitCodes.usage,
      );
    return complain(command.name, `a fault of this program: ${error}`, exitCodes.fault);
  }
}

function complain(name: string, message: string, exitCode: number): number {
  process.stderr.write(`rockpool ${name}: ${message}\n`);
  return exitCode;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === 'subject') return runSubject(args);
  const wantsHelp = name === 'help' || name === '--help' || name === '-h';
  const command = commands.find((candidate) => candidate.name === (wantsHelp ? args[0] : name));
  if (command !== undefined) return runCommand(command, wantsHelp ? ['--help'] : args);
  if (wantsHelp && args[0] === 'subject') return runSubject(['--help']);
  if (wantsHelp && args[0] === undefined) {
    world.write(help);
    return exitCodes.accepted;
  }
  process.stderr.write(
    name === undefined ? help : `rockpool: no command ${wantsHelp ? args[0] : name}; rockpool help lists them\n`,
  );
  return exitCodes.usage;
}

// Whoever reads the output may stop reading: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
