import type { Replica } from '../replica/replica.ts';
import { bundleUsage, headerLine, lastLine } from './bundle.ts';
import { type Command, exitCodes, onlyOne, type Sink, text, toJson, type World } from './command.ts';
import { dataOf, dataOptions, dataUsage, withReplica } from './data.ts';
import { everything, lineOf, type Shown, shown } from './found.ts';
import { spaceOf } from './names.ts';
import { counted } from './table.ts';
import { visibleJson } from './visible.ts';

/** So many records are written at once. */
const batch = 250;

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes all records of a space into a bundle',
  usage: `usage: rockpool export [options] [FILE|-]

Writes to standard output where FILE is absent. Secret keys are never in it. Who imports the bundle has the same records.

${bundleUsage}

  --force         replace FILE if it is there
${dataUsage}

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: { ...dataOptions, force: { type: 'boolean' } },
  async run(world, values, files) {
    const file = onlyOne(files, 'give one file') ?? '-';
    const { book, folder } = dataOf(world, values);
    const space = spaceOf(book, text(values, 'space'));
    const sink = file === '-' ? outputOf(world) : await world.create(file, values.force === true);
    try {
      const records = await withReplica(world, folder, space, (replica) =>
        writeBundle(world, replica, headerLine({ family: space.family, space: space.id }), sink),
      );
      await sink.finish();
      if (file === '-') return exitCodes.accepted;
      const said = `wrote ${counted(records, 'record')} of ${space.name} into ${file}\n`;
      world.write(values.json ? toJson({ file, space: space.id, records }) : said);
      return exitCodes.accepted;
    } catch (error) {
      await sink.abandon();
      if (error instanceof ReaderGone) return exitCodes.accepted;
      throw error;
    }
  },
};

/** Nobody reads standard output any more, which is no fault. */
class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

const outputOf = (world: World): Sink => ({
  async write(part) {
    if (!(await world.send(world.isTerminal ? visibleJson(part) : part))) throw new ReaderGone();
  },
  finish: async () => undefined,
  abandon: async () => undefined,
});

/** Accepted records in the order of their arrival, so that an import is in the same order, then the held ones. */
async function writeBundle(world: World, replica: Replica, header: string, sink: Sink): Promise<number> {
  const now = world.now();
  let lines = header;
  let count = 0;
  for (const record of allRecords(replica, now)) {
    lines += `${lineOf(record)}\n`;
    count++;
    if (count % batch > 0) continue;
    await sink.write(lines);
    lines = '';
    world.progress(`${counted(count, 'record')} written`);
  }
  await sink.write(lines + lastLine(count));
  world.progress(undefined);
  return count;
}

function* allRecords(replica: Replica, now: number): Generator<Shown> {
  yield* everything(replica, { history: 'all', deleted: true, order: 'arrival' }, now);
  for (const found of replica.all(now)) if (found.isHeld) yield shown(found);
}
