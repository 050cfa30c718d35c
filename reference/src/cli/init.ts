import { isSpaceId } from '../id/id.ts';
import { changeBook, freeName } from './book.ts';
import { type Command, exitCodes, onlyOne, text, toJson, UsageError } from './command.ts';
import { addSpace, firstSpaceName, rememberSpace } from './data.ts';
import { addKey, firstKeyName } from './secrets.ts';

export const initCommand: Command = {
  name: 'init',
  summary: 'begins a space, or keeps one that somebody told you of, and remembers it',
  usage: `usage: rockpool init [options] [NAME|ID]

  rockpool init gardening        begins an open space: who knows its id can read and write there
  rockpool init '+gardening.x…'  keeps a space that somebody else began

The space becomes the one that other commands use where --space is absent. Makes a key where there is none. Does no harm
when the space is there already.

  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          print JSON

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  async run(world, values, files) {
    const wanted = onlyOne(files, 'give one name, such as gardening, or one id') ?? firstSpaceName;
    checkWanted(wanted);
    const folder = world.folder(text(values, 'data'));
    const done = changeBook(folder, (book) => {
      const key = book.key ?? firstKeyName;
      const isNewKey = book.key === undefined;
      if (isNewKey) addKey(world, folder, book, freeName(firstKeyName, book.keys));
      const before = book.spaces.size;
      const known = book.spaces.get(wanted);
      const space =
        known !== undefined
          ? { name: wanted, ...known }
          : wanted.startsWith('+')
            ? rememberSpace(book, { id: wanted, family: 'native' })
            : addSpace(world, book, wanted);
      book.space = space.name;
      return { space, key, isNewKey, isNew: book.spaces.size > before };
    });
    const { space, key, isNewKey, isNew } = done;
    if (values.json) {
      world.write(toJson({ space: space.id, name: space.name, isNew, key, data: folder.path }));
      return exitCodes.accepted;
    }
    const what = isNew ? 'now keeps the space' : 'goes on with the space';
    world.write(
      `${what} ${space.name}, ${space.id}\n${isNewKey ? `made the key ${key}\n` : ''}data in ${folder.path}\n`,
    );
    return exitCodes.accepted;
  },
};

function checkWanted(wanted: string): void {
  if (wanted.startsWith('+')) {
    if (!isSpaceId(wanted))
      throw new UsageError(`${wanted} is no whole id of a space, which is +name.x and 52 characters`);
    if (!/\.x/.test(wanted))
      throw new UsageError(`${wanted} is a space that has a key; this version keeps open spaces alone, +name.x…`);
  } else if (!/^[a-z][a-z0-9]{0,14}$/.test(wanted)) {
    throw new UsageError(
      `the name of a space has 1 to 15 of the characters a-z and 0-9, a letter first, not ${wanted}`,
    );
  }
}
