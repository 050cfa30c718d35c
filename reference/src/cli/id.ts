import type { Statement } from '../format/statement.ts';
import { identify } from '../verify.ts';
import { type Command, exitCodes, toJson, UsageError } from './command.ts';
import { inputOptions, inputUsage, readInput } from './input.ts';
import { describeRejection } from './verify.ts';

export const idCommand: Command = {
  name: 'id',
  summary: 'prints the id of a record or a message, or the hash of an Earthstar document',
  usage: `usage: rockpool id [options] FILE|-

Looks at the rules for text and shape alone: the text need not be valid otherwise.

${inputUsage}

Exit codes: 0 there is an id, 1 rejected, 2 wrong usage, 4 the file cannot be read.`,
  options: inputOptions,
  async run(world, values, files) {
    const { source, format } = await readInput(world, values, files);
    const identified = identify(source, { protocol: world.protocol, format });
    if (!identified.ok) {
      world.write(values.json ? toJson({ ...identified, format }) : `${describeRejection(world, identified)}\n`);
      return exitCodes.rejected;
    }
    const id = idOf(identified.record);
    world.write(values.json ? toJson({ ok: true, format, id }) : `${id}\n`);
    return exitCodes.accepted;
  },
};

/** A classic message that is far too long has no id. */
function idOf(statement: Statement): string {
  try {
    return statement.id;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UsageError(`there is no id: ${cause.message}`, { cause });
  }
}
