import type { Replica } from '../replica/replica.ts';
import { StoreUnusable } from '../replica/store-unusable.ts';
import type { JsonObject } from '../value/json.ts';
import { type Command, exitCodes, onlyOne, text, type World } from './command.ts';
import {
  asOption,
  asUsage,
  type Data,
  dataOf,
  dataOptions,
  dataUsage,
  exitUsage,
  namesOf,
  personIn,
  storeFile,
  withReplica,
} from './data.ts';
import { longestPage, page, plainRecord, type Shown } from './found.ts';
import { type NamedSpace, spaceOf } from './names.ts';
import { typedPath } from './paths.ts';
import { recordTable } from './show.ts';

/** How often the file is looked at. */
const pauseMillis = 200;

export const watchCommand: Command = {
  name: 'watch',
  summary: 'shows what comes, also from other programs, until Ctrl-C',
  usage: `usage: rockpool watch [options] [PREFIX]

Shows every record that arrives from now on, each once; with PREFIX, documents whose paths begin so.

  --all           what is there already, first
  --author NAME   only records of this author
  --full          show ids and keys in full
${asUsage}
${dataUsage}, one record a line

${exitUsage}`,
  options: {
    ...dataOptions,
    ...asOption,
    all: { type: 'boolean' },
    author: { type: 'string' },
    full: { type: 'boolean' },
  },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one beginning of paths');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const query = await withReplica(world, data.folder, space, (replica) => {
      const idOf = (name: string) => personIn(data, name, replica, world.now());
      const author = text(values, 'author');
      return {
        order: 'arrival',
        history: 'all',
        deleted: true,
        limit: longestPage,
        ...(typed !== undefined && { pathPrefix: typedPath(typed, idOf, world.home) }),
        ...(author !== undefined && { author: idOf(author) }),
      };
    });
    const view = { names: namesOf(data), full: values.full === true };
    const show = (records: readonly Shown[]) =>
      values.json
        ? records.map((record) => `${JSON.stringify(plainRecord(record))}\n`).join('')
        : recordTable(world, records, view);
    await follow(world, data, space, { query, all: values.all === true, show });
    return exitCodes.accepted;
  },
};

interface Following {
  readonly query: JsonObject;
  /** Whether to show what is there at the beginning. */
  readonly all: boolean;
  readonly show: (records: readonly Shown[]) => string;
}

/** Asks again whenever the file has changed, until nobody reads or wants that any more. */
async function follow(
  world: World,
  { folder }: Data,
  space: NamedSpace,
  { query, all, show }: Following,
): Promise<void> {
  const live = new LiveQuery(query);
  let isFirst = true;
  const watch = folder.watchStore(storeFile(space));
  try {
    let seen: number | undefined;
    do {
      const version = watch.version();
      if (version === seen) continue;
      const news = await newsOf(world, () =>
        withReplica(world, folder, space, (replica) => live.news(replica, world.now())),
      );
      // Another program has the space open: it is asked again.
      if (news === undefined) continue;
      seen = version;
      if (isFirst && !all) world.complain(`watching ${space.name}; Ctrl-C ends it\n`);
      else if (news.length > 0 && !(await world.send(show(news)))) return;
      isFirst = false;
    } while (await world.pause(pauseMillis));
  } finally {
    watch.close();
  }
}

async function newsOf(world: World, ask: () => Promise<Shown[]>): Promise<Shown[] | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    world.progress(undefined);
    return undefined;
  }
}

/** A query in the order of arrival that remembers how far it has come. */
class LiveQuery {
  readonly #query: JsonObject;
  #cursor: string | undefined;

  constructor(query: JsonObject) {
    this.#query = query;
  }

  /** What has arrived since the last time. */
  news(replica: Replica, now: number): Shown[] {
    const news: Shown[] = [];
    for (;;) {
      const cursor = this.#cursor;
      const { records, next } = page(replica, { ...this.#query, ...(cursor !== undefined && { cursor }) }, now);
      this.#cursor = next;
      if (records.length === 0) return news;
      news.push(...records);
    }
  }
}
