import { blobId } from '../blob/blob-id.ts';
import { encodeBase32 } from '../bytes/base32.ts';
import type { Replica } from '../replica/replica.ts';
import { openReplica } from '../replica/replica.ts';
import { type Book, type BookSpace, changeBook, freeName, readBook } from './book.ts';
import { type OptionTable, type OptionValues, text, UsageError, type World } from './command.ts';
import type { Folder, StoreLimits } from './folder.ts';
import { type NamedSpace, namesById, personOf, spaceOf } from './names.ts';
import { addKey, firstKeyName, type Owner, ownerOf } from './secrets.ts';

/** The options of every command that looks at a space. */
export const dataOptions = {
  data: { type: 'string' },
  space: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionTable;

export const dataUsage = `  --space NAME    the space: its name here, its id or the beginning of that; by default the one that is remembered
  --data DIR      the folder with the data, also in ROCKPOOL_DATA; rockpool status says which it is
  --json          print JSON, with everything in full`;

/** The option of commands in which it matters who one is. */
export const asOption = { as: { type: 'string' } } as const satisfies OptionTable;

export const asUsage = `  --as NAME       the key of yours that is meant by me; by default the first that was made`;

export const exitUsage = `Exit codes: 0 done, 1 refused or not there, 2 wrong usage, 4 a file cannot be read or written.`;

/** The data of a person, and what of it a command was asked to use. */
export interface Data {
  readonly folder: Folder;
  readonly book: Book;
  /** The id of the key in use, if there is one. */
  readonly me: string | undefined;
}

export function dataOf(world: World, values: OptionValues): Data {
  const folder = world.folder(text(values, 'data'));
  const book = readBook(folder);
  const as = text(values, 'as');
  const name = as === undefined || as === 'me' ? book.key : as;
  if (as !== undefined && name !== undefined && !book.keys.has(name)) ownerOf(world, folder, book, as);
  return { folder, book, me: name === undefined ? undefined : book.keys.get(name) };
}

/** The file of a space. */
export const storeFile = ({ id, family }: BookSpace): string => `spaces/${id.slice(1)}.${family}.sqlite`;

const spaceByteLength = 32;

/** Begins a new open space and remembers it. Done while the address book is locked. */
export function addSpace(world: World, book: Book, wanted: string): NamedSpace {
  // The letter x stands in the place of the b of base32.
  const id = `+${wanted}.x${encodeBase32(world.random(spaceByteLength)).slice(1)}`;
  return rememberSpace(book, { id, family: 'native' });
}

/** Writes a space down under its own name, or one that is free. Done while the address book is locked. */
export function rememberSpace(book: Book, space: BookSpace): NamedSpace {
  for (const [name, { id, family }] of book.spaces) {
    if (id === space.id && family === space.family) return { name, id, family };
  }
  const name = freeName(space.id.slice(1, space.id.indexOf('.')), book.spaces);
  book.spaces.set(name, space);
  book.space ??= name;
  return { name, ...space };
}

/** What a space is called whose owner gave no name. */
export const firstSpaceName = 'home';

/** What somebody writes with, and where. */
export interface Writing extends Data {
  readonly owner: Owner;
  readonly space: NamedSpace;
}

/** Who writes, and where. */
export function writingOf(world: World, values: OptionValues): Writing {
  const { folder, book } = dataOf(world, values);
  const owner = ownerOf(world, folder, book, text(values, 'as'));
  return { folder, book, me: owner.id, owner, space: spaceOf(book, text(values, 'space')) };
}

/** The same; a key and a space are made where there is none, and told of. */
export function readyToWrite(world: World, values: OptionValues): Writing {
  const { folder, book } = dataOf(world, values);
  const lacks = ({ key, space }: Book) => ({
    key: key === undefined && text(values, 'as') === undefined,
    space: space === undefined && text(values, 'space') === undefined,
  });
  if (lacks(book).key || lacks(book).space) {
    const made = changeBook(folder, (current) => {
      const { key, space } = lacks(current);
      if (key) addKey(world, folder, current, firstKeyName);
      return [
        ...(key ? [`the key ${firstKeyName}`] : []),
        ...(space ? [`the open space ${addSpace(world, current, firstSpaceName).name}`] : []),
      ];
    });
    const more = 'rockpool status shows them; rockpool keygen --show-secret the secret of the key';
    if (made.length > 0) world.complain(`made ${made.join(' and ')}, in ${folder.path} (${more})\n`);
  }
  return writingOf(world, values);
}

/** Opens the replica of a space: until it is closed, no other program can work with it. */
export function openSpace(world: World, folder: Folder, space: BookSpace, limits: StoreLimits = {}): Replica {
  const store = folder.openStore(storeFile(space), limits);
  const opened = openReplica({ protocol: world.protocol, store, family: space.family, space: space.id });
  if (opened.ok) return opened.replica;
  void store.close();
  throw new UsageError(`${space.id} is a space that has a key; this version keeps open spaces alone, +name.x…`);
}

/** Opens the replica of a space, works with it, and closes it: no other program can work with it meanwhile. */
export async function withReplica<T>(
  world: World,
  folder: Folder,
  space: BookSpace,
  work: (replica: Replica) => T | Promise<T>,
): Promise<T> {
  const replica = openSpace(world, folder, space);
  try {
    return await work(replica);
  } finally {
    await replica.close();
  }
}

/** Who is meant by a name, with a look at the authors whose records are there. */
export const personIn = ({ book, me }: Data, wanted: string, replica: Replica, now: number): string =>
  personOf(book, wanted, me, () => authorsIn(replica, now));

function* authorsIn(replica: Replica, now: number): Generator<string> {
  for (const { record } of replica.all(now)) yield record.author;
}

/** The names of people for those who read. */
export const namesOf = ({ book, me }: Data): ReadonlyMap<string, string> => namesById(book, me);

export const hashOf = (world: World, content: string): string => blobId(content, world.protocol.sha256);
