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
import { visibleJson } from './visible.ts';

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
        ? records.map((record) => `${visibleJson(JSON.stringify(plainRecord(record)))}\n`).join('')
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
  const watch = folder.watchStore(storeFile(space));
  try {
    let seen = watch.version();
    if (!all) await withReplica(world, folder, space, (replica) => live.skip(replica, world.now()));
    const pause = world.interruptible();
    world.complain(`watching ${space.name}; Ctrl-C ends it\n`);
    for (let isFirst = all; isFirst || (await pause(pauseMillis)); isFirst = false) {
      const version = watch.version();
      if (version === seen && !isFirst) continue;
      const news = await withPatience(() =>
        withReplica(world, folder, space, (replica) => live.news(replica, world.now())),
      );
      seen = version;
      if (news.length > 0 && !(await world.send(show(news)))) return;
    }
  } finally {
    watch.close();
  }
}

/** How often a space is asked for that another program has open; each time takes some seconds. */
const mostAttempts = 20;

async function withPatience<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnusable) || attempt === mostAttempts) throw error;
    }
  }
}

/** A query in the order of arrival that remembers how far it has come. */
class LiveQuery {
  readonly #query: JsonObject;
  #cursor: string | undefined;

  constructor(query: JsonObject) {
    this.#query = query;
  }

  /** Passes over what is there. */
  skip(replica: Replica, now: number): void {
    for (let isMore = true; isMore; ) {
      const answer = replica.query(this.#asked, now);
      if (!answer.ok) return;
      this.#cursor = answer.next;
      isMore = answer.records.length > 0;
    }
  }

  /** What has arrived since the last time. */
  news(replica: Replica, now: number): Shown[] {
    const news: Shown[] = [];
    for (;;) {
      const { records, next } = page(replica, this.#asked, now);
      this.#cursor = next;
      if (records.length === 0) return news;
      news.push(...records);
    }
  }

  get #asked(): JsonObject {
    const cursor = this.#cursor;
    return { ...this.#query, ...(cursor !== undefined && { cursor }) };
  }
}
