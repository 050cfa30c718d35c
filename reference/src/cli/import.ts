import { bundleUsage } from './bundle.ts';
import { type Command, exitCodes, onlyOne, text, toJson, UsageError, type World } from './command.ts';
import { dataOf, dataOptions, dataUsage } from './data.ts';
import { Importer } from './importer.ts';
import { spaceOf } from './names.ts';
import { ValueSplitter } from './split-values.ts';
import { counted } from './table.ts';
import { visible } from './visible.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'takes records from a bundle or from an export of another program',
  usage: `usage: rockpool import [options] FILE|-

Verifies every record and keeps what is new. A line that is broken is told of and does not stop the rest. An import that was
interrupted is run again: what is here already is passed over.

Reads bundles; lines or an array of native records; exports of Earthstar, es.4 and es.5, into a share that is remembered under
its name; and logs of classic Scuttlebutt, {"key":…,"value":…}, which are verified and counted: this version keeps none of
those. Without --space, the space is that of the bundle or of the first record.

${bundleUsage}

${dataUsage}

Exit codes: 0 all is here now, 1 something was refused or cut off, 2 wrong usage, 4 a file cannot be read or written.`,
  options: dataOptions,
  async run(world, values, files) {
    const file = onlyOne(files, 'give one file');
    if (file === undefined) throw new UsageError('give the file to import, or - for standard input');
    const { book, folder } = dataOf(world, values);
    const wanted = text(values, 'space');
    const importer = new Importer(world, folder, wanted === undefined ? undefined : spaceOf(book, wanted));
    await takeAll(world, importer, file);
    const { tally, space } = importer;
    if (values.json) {
      world.write(toJson({ file, space: space?.id ?? null, ...tally.toJson() }));
    } else {
      if (tally.read > tally.classic || tally.classic === 0) {
        world.write(
          `imported from ${visible(file)}${space === undefined ? '' : ` into ${space.name}`}: ${tally.describe()}\n${tally.describeSameness()}`,
        );
      }
      if (tally.classic > 0) {
        world.write(
          `${counted(tally.classic, 'message')} of classic Scuttlebutt ${tally.classic === 1 ? 'is' : 'are'} valid; none is kept: this version has no replica for them\n`,
        );
      }
      world.complain(visibleFaults(tally.describeFaults()));
    }
    return tally.isWhole ? exitCodes.accepted : exitCodes.rejected;
  },
};

async function takeAll(world: World, importer: Importer, file: string): Promise<void> {
  const splitter = new ValueSplitter();
  try {
    for await (const part of world.parts(file)) {
      for (const piece of splitter.add(part)) await importer.take(piece);
    }
    for (const piece of splitter.end()) await importer.take(piece);
  } finally {
    // What was read before a fault of the file is kept.
    await importer.finish();
    world.progress(undefined);
  }
}

const visibleFaults = (text: string): string => text.split('\n').map(visible).join('\n');
