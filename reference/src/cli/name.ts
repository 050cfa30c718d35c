import { isKeyId } from '../id/id.ts';
import { changeBook, isName, nameRule, readBook } from './book.ts';
import { type Command, exitCodes, text, toJson, UsageError } from './command.ts';
import { table } from './table.ts';

export const nameCommand: Command = {
  name: 'name',
  summary: 'lists the names of people here, or gives a key a name',
  usage: `usage: rockpool name [options] [NAME KEY]

  rockpool name             lists the address book
  rockpool name fern @b…    calls this key fern
  rockpool name fern --remove

  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          print JSON

Exit codes: 0 done, 2 wrong usage, 4 a file cannot be read or written.`,
  options: { remove: { type: 'boolean' }, data: { type: 'string' }, json: { type: 'boolean' } },
  async run(world, values, [name, key, ...more]) {
    const folder = world.folder(text(values, 'data'));
    if (more.length > 0) throw new UsageError('give one name and one key');
    if (name !== undefined) {
      if (!isName(name)) throw new UsageError(`${name} cannot be a name: ${nameRule}`);
      if (values.remove ? key !== undefined : key === undefined || !isKeyId(key)) {
        throw new UsageError(
          `type: rockpool name ${name} ${values.remove ? '--remove' : '@b… (the whole key, 54 characters)'}`,
        );
      }
      changeBook(folder, (book) => {
        if (book.keys.has(name)) throw new UsageError(`${name} is a key of your own`);
        if (key !== undefined) book.people.set(name, key);
        else if (!book.people.delete(name)) throw new UsageError(`nobody is called ${name} here`);
      });
    }
    const { keys, people } = readBook(folder);
    world.write(
      values.json
        ? toJson({ keys: Object.fromEntries(keys), people: Object.fromEntries(people) })
        : table([...keys].map(([own, id]) => [own, id, '(yours)'])) +
            table([...people].map(([other, id]) => [other, id])),
    );
    return exitCodes.accepted;
  },
};
