import { type Command, exitCodes, onlyOne, text, toJson } from './command.ts';
import {
  asOption,
  asUsage,
  dataOf,
  dataOptions,
  dataUsage,
  exitUsage,
  namesOf,
  personIn,
  withReplica,
} from './data.ts';
import { everything, plainRecord } from './found.ts';
import { spaceOf } from './names.ts';
import { typedPath } from './paths.ts';
import { documentTable } from './show.ts';

export const lsCommand: Command = {
  name: 'ls',
  summary: 'lists the paths of a space',
  usage: `usage: rockpool ls [options] [PREFIX]

Lists when, by whom, how long and where. PREFIX is how the paths begin: /wiki/ for all that is below.

  --all           older documents, too, as far as they are kept
  --deleted       deleted documents, too
  --full          show ids and keys in full
${asUsage}
${dataUsage}

${exitUsage}`,
  options: {
    ...dataOptions,
    ...asOption,
    all: { type: 'boolean' },
    deleted: { type: 'boolean' },
    full: { type: 'boolean' },
  },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one beginning of paths');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, (replica) => {
      const prefix = typed && typedPath(typed, (name) => personIn(data, name, replica, now), world.home);
      const query = {
        kind: 'document',
        ...(prefix !== undefined && { pathPrefix: prefix }),
        history: values.all ? 'all' : 'latest',
        deleted: values.deleted === true,
      };
      const documents = [...everything(replica, query, now)];
      if (values.json) world.write(toJson(documents.map(plainRecord)));
      else if (documents.length > 0)
        world.write(documentTable(world, documents, { names: namesOf(data), full: values.full === true }));
      else world.complain(`nothing is ${prefix === undefined ? 'there' : `below ${prefix}`} in ${space.name} yet\n`);
      return exitCodes.accepted;
    });
  },
};
