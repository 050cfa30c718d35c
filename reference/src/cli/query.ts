import type { JsonObject } from '../value/json.ts';
import { type Command, exitCodes, type OptionValues, text, toJson, UsageError } from './command.ts';
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
import { page, plainRecord } from './found.ts';
import { spaceOf } from './names.ts';
import { type Namer, typedPath } from './paths.ts';
import { recordTable } from './show.ts';
import { parseTime } from './time.ts';

/** The options that are members of a query. */
const members = {
  path: { type: 'string' },
  'path-prefix': { type: 'string' },
  'path-suffix': { type: 'string' },
  author: { type: 'string' },
  from: { type: 'string' },
  before: { type: 'string' },
  kind: { type: 'string' },
  'links-to': { type: 'string' },
  relation: { type: 'string' },
  history: { type: 'string' },
  deleted: { type: 'boolean' },
  order: { type: 'string' },
  reverse: { type: 'boolean' },
  limit: { type: 'string' },
  cursor: { type: 'string' },
} as const;

export const queryCommand: Command = {
  name: 'query',
  summary: 'asks which records meet a query',
  usage: `usage: rockpool query [options]

Every option is one more condition:

  --path PATH --path-prefix TEXT --path-suffix TEXT
  --author NAME             a name, a key or the beginning of one
  --from TIME --before TIME dates, or microseconds since 1970
  --kind document|message
  --links-to ID             messages that link to it; a key, a record or a blob
  --relation NAME           by this member; with --links-to
  --history latest|all      only what a path shows, or older documents, too; latest where absent
  --deleted                 deleted documents, too
  --order path|time|arrival path where absent
  --reverse
  --limit NUMBER            1 to 1,000; 100 where absent
  --cursor TEXT             go on behind an answer: its next
  --full                    show ids and keys in full
${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption, ...members, full: { type: 'boolean' } },
  async run(world, values, files) {
    if (files.length > 0) throw new UsageError(`query takes options, such as --path-prefix ${files[0]}`);
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, (replica) => {
      const idOf = (name: string) => personIn(data, name, replica, now);
      const { records, next } = page(replica, queryOf(values, idOf, world.home), now);
      if (values.json) {
        world.write(toJson({ records: records.map(plainRecord), ...(next !== undefined && { next }) }));
        return exitCodes.accepted;
      }
      world.write(recordTable(world, records, { names: namesOf(data), full: values.full === true }));
      if (next !== undefined && values.order !== 'arrival') {
        world.complain(`there are more: repeat the query with --cursor '${next}'\n`);
      }
      return exitCodes.accepted;
    });
  },
};

/** The query that the options are. */
function queryOf(values: OptionValues, idOf: Namer, home: string): JsonObject {
  const query: JsonObject = {};
  for (const name of Object.keys(members)) {
    const value = values[name];
    if (typeof value !== 'string' && typeof value !== 'boolean') continue;
    const member = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    query[member] = typeof value === 'boolean' ? value : memberOf(name, value, idOf, home);
  }
  return query;
}

function memberOf(name: string, value: string, idOf: Namer, home: string): string | number {
  if (name === 'path' || name === 'path-prefix') return typedPath(value, idOf, home);
  if (name === 'author') return idOf(value);
  if (name === 'links-to') return /^[%&]/.test(value) ? value : idOf(value);
  if (name === 'limit') return limitOf(value);
  if (name === 'from' || name === 'before') return timeOf(name, value);
  return value;
}

export function limitOf(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > 1_000) {
    throw new UsageError(`--limit takes a number from 1 to 1,000, not ${value}`);
  }
  return Number(value);
}

function timeOf(name: string, value: string): number {
  const time = /^\d+$/.test(value) ? Number(value) : parseTime(value);
  if (time === undefined)
    throw new UsageError(`--${name} takes a date like 2026-01-31, or microseconds since 1970, not ${value}`);
  return time;
}
