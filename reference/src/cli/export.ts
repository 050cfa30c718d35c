import type { FoundRecord, Replica } from '../replica/replica.ts';
import { bundleUsage, headerLine, lastLine, summaryOf } from './bundle.ts';
import { type Command, exitCodes, onlyOne, type Sink, text, toJson, UsageError, type World } from './command.ts';
import { dataOf, dataOptions, dataUsage, withReplica } from './data.ts';
import { everything, lineOf, type Shown, shown } from './found.ts';
import { spaceOf } from './names.ts';
import { type Given, givenTo, rememberGiven } from './receivers.ts';
import { counted } from './table.ts';
import { visibleJson } from './visible.ts';

/** So many records are written at once. */
const batch = 250;

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes all records of a space into a bundle',
  usage: `usage: rockpool export [options] [FILE|-]

  rockpool export garden.bundle              everything
  rockpool export today.bundle --for fern    what came since the last bundle for fern

Writes to standard output where FILE is absent. Secret keys are never in it. Who imports the bundle has the same records, and is
told whether she has all that you have.

${bundleUsage}

  --for NAME      leave out what earlier bundles for somebody of this name had
  --all           with --for, leave nothing out: a bundle was lost
  --force         replace FILE if it is there
${dataUsage}

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: { ...dataOptions, for: { type: 'string' }, all: { type: 'boolean' }, force: { type: 'boolean' } },
  async run(world, values, files) {
    const file = onlyOne(files, 'give one file') ?? '-';
    const { book, folder } = dataOf(world, values);
    const space = spaceOf(book, text(values, 'space'));
    const receiver = text(values, 'for');
    if (values.all && receiver === undefined) throw new UsageError('--all goes with --for NAME');
    const given = receiver === undefined || values.all ? fresh : givenTo(folder, receiver, space.id);
    const sink = file === '-' ? outputOf(world) : await world.create(file, values.force === true);
    try {
      const { records, next } = await withReplica(world, folder, space, (replica) =>
        writeBundle(world, replica, headerLine({ family: space.family, space: space.id }), sink, given),
      );
      await sink.finish();
      if (receiver !== undefined) rememberGiven(folder, receiver, space.id, next);
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

const fresh: Given = { bare: [] };

/** Accepted records in the order of their arrival, so that an import is in the same order, then the held ones. */
async function writeBundle(
  world: World,
  replica: Replica,
  header: string,
  sink: Sink,
  given: Given,
): Promise<{ readonly records: number; readonly next: Given }> {
  const now = world.now();
  const bare = given.bare.filter((id) => isBare(replica.get(id, now)));
  let lines = header;
  let records = 0;
  const found = recordsAfter(replica, given, now);
  let step = found.next();
  for (; !step.done; step = found.next()) {
    lines += `${lineOf(step.value)}\n`;
    records++;
    if (step.value.content === undefined) bare.push(step.value.id);
    if (records % batch > 0) continue;
    await sink.write(lines);
    lines = '';
    world.progress(`${counted(records, 'record')} written`);
  }
  await sink.write(lines + lastLine({ records, ...summaryOf(replica, world) }));
  world.progress(undefined);
  return { records, next: { cursor: step.value, bare } };
}

const isBare = (found: FoundRecord | undefined): boolean => found !== undefined && found.content === undefined;

/** Those that have come since, those whose content has, and all that are held. Returns from where the next bundle goes on. */
function* recordsAfter(replica: Replica, { cursor, bare }: Given, now: number): Generator<Shown, string | undefined> {
  for (const id of bare) {
    const found = replica.get(id, now);
    if (found?.content !== undefined) yield shown(found);
  }
  const next = yield* everything(replica, { history: 'all', deleted: true, order: 'arrival' }, now, cursor);
  for (const found of replica.all(now)) if (found.isHeld) yield shown(found);
  return next;
}
