import { type Command, exitCodes, onlyOne, text, toJson, UsageError, type World } from './command.ts';
import {
  asOption,
  asUsage,
  dataOf,
  dataOptions,
  dataUsage,
  exitUsage,
  namesOf,
  personIn,
  withReplica,
} from './data.ts';
import { isImmutable, plainRecord, type Shown, shown } from './found.ts';
import { NotThere, nothingAt } from './missing.ts';
import { spaceOf } from './names.ts';
import { typedPath } from './paths.ts';
import { localTime } from './time.ts';
import { visibleLines } from './visible.ts';

export const readCommand: Command = {
  name: 'read',
  summary: 'prints the text at a path',
  usage: `usage: rockpool read [options] PATH

Prints what was written there last, as it is; on a terminal, with a line feed at its end, and control characters made visible.

${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one path, in quotes where it has blanks');
    if (typed === undefined) throw new UsageError('give a path, such as /wiki/flowers; rockpool ls lists them');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, async (replica) => {
      const path = typedPath(typed, (name) => personIn(data, name, replica, now), world.home);
      const found = replica.winnerAt(path, now);
      if (found === undefined) throw nothingAt(replica, path, space.name, now);
      const winner = shown(found);
      if (values.json) {
        world.write(toJson(plainRecord(winner)));
        return exitCodes.accepted;
      }
      const content = contentThere(world, winner, path, namesOf(data));
      await world.send(world.isTerminal ? visibleLines(content.endsWith('\n') ? content : `${content}\n`) : content);
      return exitCodes.accepted;
    });
  },
};

/** The content of a winner, unless it is deleted or absent. */
function contentThere(
  world: World,
  { record, content, size }: Shown,
  path: string,
  names: ReadonlyMap<string, string>,
): string {
  const isDeleted = size === 0 && 'contentSize' in record && !isImmutable(path);
  if (isDeleted) {
    const who = names.get(record.author) ?? record.author;
    throw new NotThere(
      `${path} was deleted by ${who} on ${localTime(record.timestamp, world.offsetMinutes(record.timestamp))}`,
    );
  }
  if (content === undefined) {
    throw new NotThere(
      `the document at ${path} is here, but its content is not, or was forgotten; rockpool read --json shows the rest`,
    );
  }
  return content;
}
