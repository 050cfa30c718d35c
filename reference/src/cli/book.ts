import type { FamilyName } from '../replica/family.ts';
import { WorldError } from './command.ts';
import type { Folder } from './folder.ts';

export interface BookSpace {
  readonly id: string;
  readonly family: FamilyName;
}

/** What a person calls her spaces, her keys and other people, and which she uses where she names none. */
export interface Book {
  /** By name. */
  readonly spaces: Map<string, BookSpace>;
  /** Her own keys, whose secrets lie in files of their own, by name. */
  readonly keys: Map<string, string>;
  /** The keys of others, by name. */
  readonly people: Map<string, string>;
  space: string | undefined;
  key: string | undefined;
}

const bookFile = 'book.json';

/** What is written down for the one who reads the file. */
interface Written {
  readonly version: 1;
  readonly space?: string;
  readonly key?: string;
  readonly spaces: Readonly<Record<string, BookSpace>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

export function readBook(folder: Folder): Book {
  const text = folder.read(bookFile);
  if (text === undefined) {
    return { spaces: new Map(), keys: new Map(), people: new Map(), space: undefined, key: undefined };
  }
  try {
    const { version, spaces, keys, people, space, key } = JSON.parse(text) as Written;
    if (version !== 1) throw new RangeError(`it has version ${version}, and this program knows 1`);
    return {
      spaces: new Map(Object.entries(spaces)),
      keys: new Map(Object.entries(keys)),
      people: new Map(Object.entries(people)),
      space,
      key,
    };
  } catch (cause) {
    const file = folder.pathOf(bookFile);
    throw new WorldError(
      `the address book ${file} cannot be read: ${(cause as Error).message}; mend it, or move it away`,
      {
        cause,
      },
    );
  }
}

/** Changes the address book while nobody else does; answers what `change` does. */
export function changeBook<T>(folder: Folder, change: (book: Book) => T): T {
  return folder.locked(() => {
    const book = readBook(folder);
    const answer = change(book);
    const { space, key } = book;
    const written: Written = {
      version: 1,
      ...(space !== undefined && { space }),
      ...(key !== undefined && { key }),
      spaces: Object.fromEntries(book.spaces),
      keys: Object.fromEntries(book.keys),
      people: Object.fromEntries(book.people),
    };
    folder.write(bookFile, `${JSON.stringify(written, null, 2)}\n`);
    return answer;
  });
}

/** What a person or a key may be called. `me` is whoever writes. */
export const isName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(name) && name !== 'me';

export const nameRule = 'a name has 1 to 32 of the characters A-Z, a-z, 0-9, _ and -, a letter first, and is not me';

/** The name that is not taken: `garden`, `garden-2`, … */
export function freeName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
