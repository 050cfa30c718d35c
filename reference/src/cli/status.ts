import type { Replica } from '../replica/replica.ts';
import type { BookSpace } from './book.ts';
import { type Command, exitCodes, toJson, UsageError, type World } from './command.ts';
import { dataOf, storeFile, withReplica } from './data.ts';
import type { Folder } from './folder.ts';
import { pathOfRecord } from './found.ts';
import { secretFile } from './secrets.ts';
import { isStoreError } from './store-error.ts';
import { byteCount, counted, table } from './table.ts';

export const statusCommand: Command = {
  name: 'status',
  summary: 'shows spaces, keys, how much is kept, and where',
  usage: `usage: rockpool status [options]

  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          print JSON

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  async run(world, values, files) {
    if (files.length > 0) throw new UsageError('status takes no argument');
    const { folder, book } = dataOf(world, values);
    const now = world.now();
    const keys = [...book.keys].map(([name, id]) => ({
      name,
      id,
      isDefault: name === book.key,
      file: folder.pathOf(secretFile(name)),
    }));
    const spaces = [];
    for (const [name, space] of book.spaces) {
      const file = storeFile(space);
      const counts = folder.has(file) ? await countsIn(world, folder, space, now) : nothing;
      spaces.push({
        name,
        ...space,
        isDefault: name === book.space,
        ...counts,
        bytes: folder.bytes(file),
        file: folder.pathOf(file),
      });
    }
    if (values.json) {
      world.write(toJson({ data: folder.path, keys, spaces }));
      return exitCodes.accepted;
    }
    const mark = (isDefault: boolean) => (isDefault ? '*' : ' ');
    const keyRows = keys.map(({ name, id, isDefault }) => [mark(isDefault), name, id]);
    const spaceLines = spaces.map(
      ({ name, id, family, isDefault, documents, messages, held, wanted, trouble, bytes, file }) => {
        const kept = [
          counted(documents, 'document'),
          ...(family === 'earthstar' ? ['a share of Earthstar'] : [counted(messages, 'message')]),
          ...(held > 0 ? [`${held} held`] : []),
          ...(wanted > 0 ? [`${wanted} without content`] : []),
          byteCount(bytes),
        ];
        const line = trouble === undefined ? kept.join(', ') : `${byteCount(bytes)}; ${trouble}`;
        return `${mark(isDefault)} ${name}  ${id}\n    ${line}\n    ${file}\n`;
      },
    );
    world.write(
      [
        `data in ${folder.path}\n`,
        `\nkeys${keys.length === 0 ? ': none; rockpool keygen makes one' : ''}\n${table(keyRows)}`,
        `\nspaces${spaces.length === 0 ? ': none; rockpool init makes one' : ''}\n${spaceLines.join('')}`,
        keys.length + spaces.length === 0 ? '' : '\n* is used where no other is named\n',
      ].join(''),
    );
    return exitCodes.accepted;
  },
};

interface Counts {
  readonly documents: number;
  readonly messages: number;
  readonly held: number;
  readonly wanted: number;
  /** Why nothing can be said. */
  readonly trouble?: string;
}

const nothing: Counts = { documents: 0, messages: 0, held: 0, wanted: 0 };

/** A space that cannot be opened hides nothing of the others. */
async function countsIn(world: World, folder: Folder, space: BookSpace, now: number): Promise<Counts> {
  try {
    return await withReplica(world, folder, space, (replica) => countsOf(replica, now));
  } catch (error) {
    if (!isStoreError(error)) throw error;
    return { ...nothing, trouble: error.message };
  }
}

function countsOf(replica: Replica, now: number): Counts {
  let documents = 0;
  let messages = 0;
  let held = 0;
  for (const { isHeld, record } of replica.all(now)) {
    if (isHeld) held++;
    else if (pathOfRecord(record) === undefined) messages++;
    else documents++;
  }
  return { documents, messages, held, wanted: replica.state(now).native?.wanted.length ?? 0 };
}
