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
import { spaceOf } from './names.ts';
import { shortener } from './shorten.ts';
import { callerFor } from './show.ts';
import { table } from './table.ts';

export const feedCommand: Command = {
  name: 'feed',
  summary: 'lists feeds, how long they are, and whether they fork',
  usage: `usage: rockpool feed [options] [AUTHOR]

The length of a feed is the number of messages up to which it is here without a gap and settled. From a fork on, a feed is
disputed: the two messages that are named prove it.

  --full          show ids and keys in full
${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption, full: { type: 'boolean' } },
  async run(world, values, files) {
    const wanted = onlyOne(files, 'give one author');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, (replica) => {
      const author = wanted && personIn(data, wanted, replica, now);
      const all = replica.state(now).native?.feeds ?? [];
      const feeds = author === undefined ? all : all.filter((feed) => feed.author === author);
      if (values.json) {
        world.write(toJson(feeds));
        return exitCodes.accepted;
      }
      const view = { names: namesOf(data), full: values.full === true };
      const call = callerFor(
        feeds.map((feed) => feed.author),
        view,
      );
      const cut = view.full ? (id: string) => id : shortener(feeds.flatMap(({ evidence }) => evidence?.proof ?? []));
      const rows = feeds.map(({ author: of, log, length, settled, disputed, evidence }) => [
        call(of),
        log === undefined ? '' : `log ${log}`,
        `length ${length}`,
        `${settled.length} settled`,
        evidence === undefined
          ? ''
          : `${disputed.length} disputed: forks at ${evidence.sequence}, ${evidence.proof.map(cut).join(' and ')}`,
      ]);
      if (rows.length > 0) world.write(table(rows));
      else
        world.complain(
          `there is no feed${author === undefined ? '' : ` of ${call(author)}`} in ${space.name} yet; rockpool publish begins yours\n`,
        );
      return exitCodes.accepted;
    });
  },
};
