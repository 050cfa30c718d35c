import { compareBytes, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { linksIn } from './links.ts';
import { isQuery, MEMBER_RULES, type Query } from './query-rules.ts';
import { isDeleted, isNewer, wins } from './replica-documents.ts';
import { byIds } from './replica-entry.ts';
import { type Cursor, dropExpired, type Kept, type Model } from './replica-model.ts';

export type Page = {
  records: string[];
  next?: string;
  /** The chapter lets other answers be right too. */
  isOpen: boolean;
};
export type QueryAnswer = Page | { broken: 'QRY-1' | 'QRY-23' };

type Compare = (left: Kept, right: Kept) => number;

const byTime: Compare = (left, right) => left.timestamp - right.timestamp || byIds(left, right);

const byPath: Compare = (left, right) => {
  if (left.kind !== right.kind) return left.kind === 'message' ? -1 : 1;
  if (left.kind === 'message') return byTime(left, right);
  const paths = compareBytes(utf8(left.path ?? ''), utf8(right.path ?? ''));
  if (paths !== 0 || left === right) return paths;
  return isNewer(left, right) ? -1 : isNewer(right, left) ? 1 : 0;
};

/** The orders [QRY-14] [QRY-15] [QRY-16]. */
const ORDERS: Readonly<Record<string, Compare>> = {
  path: byPath,
  time: byTime,
  arrival: (left, right) => left.arrived - right.arrived,
};

const orderOf = ({ decide }: Model, { order = 'path', reverse = false }: Query): Compare => {
  const compare = ORDERS[String(order)] as Compare;
  return decide('QRY-17', reverse === true) ? (left, right) => compare(right, left) : compare;
};

/** Whether each rule from QRY-3 to QRY-13 leaves a record in [QRY-2]. */
const meets = ({ decide }: Model, query: Query, record: Kept, accepted: readonly Kept[]): boolean => {
  const { linksTo, relation, history = 'latest', deleted = false } = query;
  const links = linksTo === undefined ? [] : linksIn(record).filter(({ to }) => to === linksTo);
  return [
    ...MEMBER_RULES.filter(({ member }) => Object.hasOwn(query, member)).map(({ requirement, member, passes }) =>
      decide(requirement, passes(query[member] as never, record)),
    ),
    decide('QRY-10', linksTo === undefined || links.length > 0),
    decide('QRY-11', relation === undefined || links.some((link) => link.relation === relation)),
    decide('QRY-12', history === 'all' || record.kind === 'message' || wins(record, accepted)),
    decide('QRY-13', deleted === true || !isDeleted(record)),
  ].every(Boolean);
};

/** All records that meet a query, in its order. */
export const allOf = (model: Model, query: Query): Kept[] => {
  const accepted = model.kept.filter(({ held }) => !held);
  return accepted.filter((record) => meets(model, query, record, accepted)).sort(orderOf(model, query));
};

/** What an absent member of a query means. */
const DEFAULTS: Query = { history: 'latest', deleted: false, order: 'path', reverse: false };

/** Equal for two queries that can have each other's cursors [QRY-23]. */
const nameOf = ({ limit: _, cursor: __, ...query }: Query): string => canonical({ ...DEFAULTS, ...query });

/**
 * Which records have to be given: those that met the query at every answer so far and, of a live query that has told all
 * of these, what arrived since. What else came up in between may be given or not [QRY-20] [QRY-21] [QRY-22].
 */
const isDue =
  (cursor: Cursor | undefined, isLive: boolean) =>
  ({ id, arrived }: Kept): boolean =>
    cursor === undefined || cursor.always.has(id) || (isLive && !cursor.more && arrived >= cursor.arrivals);

/** The answer to a query [QRY-1] to [QRY-23]. */
export const queryModel = (model: Model, query: Query, now: number): QueryAnswer => {
  dropExpired(model, now);
  if (model.decide('QRY-1', !isQuery(query))) return { broken: 'QRY-1' };
  const cursor = query.cursor === undefined ? undefined : model.cursors.get(String(query.cursor));
  const isStrange = query.cursor !== undefined && cursor?.query !== nameOf(query);
  if (model.decide('QRY-23', isStrange)) return { broken: 'QRY-23' };
  const all = allOf(model, query);
  const { place } = cursor ?? {};
  const behind = place === undefined ? all : all.filter((record) => orderOf(model, query)(place, record) < 0);
  const limit = Number(query.limit ?? 100);
  const records = behind.slice(0, limit);
  const more = behind.length > limit;
  const isLive = query.order === 'arrival' && query.reverse !== true;
  const due = behind.filter(isDue(cursor, isLive));
  const pageOf = (list: readonly Kept[]): string => JSON.stringify(list.slice(0, limit).map(({ id }) => id));
  const isOpen = pageOf(due) !== pageOf(behind) || (!isLive && due.length > limit !== more);
  const ids = records.map(({ id }) => id);
  if (!model.decide('QRY-19', more) && !model.decide('QRY-22', isLive)) return { records: ids, isOpen };
  const next = `cursor ${model.cursors.size}`;
  model.cursors.set(next, {
    query: nameOf(query),
    place: records.at(-1) ?? place,
    always: new Set(all.filter(isDue(cursor, isLive)).map(({ id }) => id)),
    arrivals: cursor?.more === true ? cursor.arrivals : model.arrivals,
    more: due.length > limit,
  });
  return { records: ids, next, isOpen };
};
