import { encodeHex } from '../bytes/hex.ts';
import { changeBook, isName, nameRule, readBook } from './book.ts';
import { type Command, exitCodes, onlyOne, text, toJson, UsageError } from './command.ts';
import { readSeed } from './keys.ts';
import { addKey, firstKeyName, readSecret, secretFile } from './secrets.ts';

export const keygenCommand: Command = {
  name: 'keygen',
  summary: 'makes a key to write with and keeps it',
  usage: `usage: rockpool keygen [options] [NAME]

Prints the key, which is the author's name for others. The secret stays in a file that only you can read. A name that is
there already is shown and not changed. (rockpool keys prints a fresh key with its secret and keeps nothing.)

  --from FILE     keep the key of a file from rockpool keys --json, or of another machine
  --default       write with this key where --as is absent; the first key is the default one
  --show-secret   show the secret, too
  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          print JSON

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: {
    from: { type: 'string' },
    default: { type: 'boolean' },
    'show-secret': { type: 'boolean' },
    data: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(world, values, files) {
    const folder = world.folder(text(values, 'data'));
    const name = onlyOne(files, 'give one name, such as suzy') ?? readBook(folder).key ?? firstKeyName;
    if (!isName(name)) throw new UsageError(`${name} cannot be the name of a key: ${nameRule}`);
    const from = text(values, 'from');
    const given = from === undefined ? undefined : await readSeed(world, from);
    const { key, isNew } = changeBook(folder, (book) => {
      const known = book.keys.get(name);
      if (known !== undefined && given !== undefined)
        throw new UsageError(`${name} is there already; choose another name`);
      if (book.people.has(name)) throw new UsageError(`${name} is somebody else here; choose another name`);
      const added = known ?? addKey(world, folder, book, name, given);
      if (values.default) book.key = name;
      return { key: added, isNew: known === undefined };
    });
    const secret = values['show-secret'] ? encodeHex(readSecret(world, folder, name, key)) : undefined;
    const file = folder.pathOf(secretFile(name));
    world.write(
      values.json
        ? toJson({ name, key, isNew, file, ...(secret !== undefined && { seed: secret }) })
        : `${name}  ${key}\n${secret === undefined ? '' : `secret  ${secret}\n`}its secret ${isNew ? 'is now' : 'is'} in ${file}\n`,
    );
    return exitCodes.accepted;
  },
};
