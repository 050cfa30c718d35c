import { identify } from '../verify.ts';
import { type Command, exitCodes, toJson } from './command.ts';
import { inputOptions, inputUsage, readInput } from './input.ts';
import { describeRejection } from './verify.ts';

export const idCommand: Command = {
  name: 'id',
  summary: 'prints the id of a record, or the hash of an Earthstar document',
  usage: `usage: rockpool id [options] FILE|-

Looks at the rules for text and shape alone: the document need not be valid otherwise.

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
    const { id } = identified.record;
    world.write(values.json ? toJson({ ok: true, format, id }) : `${id}\n`);
    return exitCodes.accepted;
  },
};
