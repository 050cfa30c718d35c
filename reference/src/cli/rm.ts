import type { Replica } from '../replica/replica.ts';
import { describeRefusal } from './advice.ts';
import { type Command, exitCodes, onlyOne, toJson, UsageError } from './command.ts';
import { asOption, asUsage, dataOptions, dataUsage, exitUsage, personIn, withReplica, writingOf } from './data.ts';
import { everything, isImmutable, shown } from './found.ts';
import { NotThere, nothingAt } from './missing.ts';
import { onlyNative } from './only-native.ts';
import { typedPath } from './paths.ts';
import { putDocument } from './put-document.ts';

export const rmCommand: Command = {
  name: 'rm',
  summary: 'deletes what is at a path',
  usage: `usage: rockpool rm [options] PATH

Writes an empty text there, which is what deleting is: the path is hidden, and what others wrote there before does not come
back. Who has a copy keeps it until the deletion reaches her. There is no deleting at a path that ends with =….

${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one path; delete them one by one');
    if (typed === undefined) throw new UsageError('give the path of what is to be deleted');
    const { owner, ...data } = writingOf(world, values);
    const { folder, space } = data;
    onlyNative(space);
    return withReplica(world, folder, space, (replica) => {
      const now = world.now();
      const path = typedPath(typed, (name) => personIn(data, name, replica, now), world.home);
      const winner = replica.winnerAt(path, now);
      if (winner === undefined) throw nothingAt(replica, path, space.name, now);
      if (isImmutable(path)) throw new NotThere(undeletable(path, winner.record.id));
      if (shown(winner).size === 0) throw new NotThere(`${path} is deleted already`);
      const wanted = { space: space.id, path, content: '', expires: lastExpiry(replica, path, now) };
      const put = putDocument(world, replica, owner, wanted);
      if (!put.ok) {
        world.write(values.json ? toJson(put) : describeRefusal(world, put));
        return exitCodes.rejected;
      }
      world.write(
        values.json ? toJson({ ok: true, id: put.id, path, space: space.id }) : `deleted ${path} in ${space.name}\n`,
      );
      return exitCodes.accepted;
    });
  },
};

const undeletable = (path: string, id: string): string =>
  `the bytes at ${path} never change, so there is no deleting there; its author can wish that its content be forgotten: rockpool publish --raw '{"type":"forget","messages":["${id}"]}'`;

/** A deletion lasts as long as the longest-lived document there, or that one would come back. */
function lastExpiry(replica: Replica, path: string, now: number): number | undefined {
  let last: number | undefined;
  for (const { record } of everything(replica, { path, history: 'all', deleted: true }, now)) {
    if ('expires' in record && record.expires !== undefined) last = Math.max(last ?? 0, record.expires);
  }
  return last;
}
