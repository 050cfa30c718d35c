import type { Json } from './canonical.ts';
import { isId } from './identifiers.ts';
import type { Entry } from './replica-entry.ts';

/** A query or filter as it was given, right or wrong. */
export type Query = Readonly<Record<string, Json>>;

const isText = (value: Json): boolean => typeof value === 'string';
const isFlag = (value: Json): boolean => typeof value === 'boolean';
const isWhole = (value: Json, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
const isTime = (value: Json): boolean => isWhole(value, 0, 9_007_199_254_740_991);
const isOneOf =
  (...names: readonly string[]) =>
  (value: Json): boolean =>
    typeof value === 'string' && names.includes(value);

/** The values that each member of a query can have. */
const MEMBERS: Readonly<Record<string, (value: Json) => boolean>> = {
  path: isText,
  pathPrefix: isText,
  pathSuffix: isText,
  author: isText,
  from: isTime,
  before: isTime,
  kind: isOneOf('document', 'message'),
  linksTo: (value) => typeof value === 'string' && isId(value, 'key', 'record', 'blob'),
  relation: isText,
  history: isOneOf('latest', 'all'),
  deleted: isFlag,
  order: isOneOf('path', 'time', 'arrival'),
  reverse: isFlag,
  limit: (value) => isWhole(value, 1, 1_000),
  cursor: isText,
};

/** The members that a filter can have. */
const OF_FILTERS = ['pathPrefix', 'author', 'from', 'kind'];

/** Whether a query has these members alone, with values that they can have [QRY-1]. */
export const isQuery = (query: Query, members: readonly string[] = Object.keys(MEMBERS)): boolean =>
  Object.entries(query).every(([name, value]) => members.includes(name) && MEMBERS[name]?.(value) === true) &&
  (!Object.hasOwn(query, 'relation') || Object.hasOwn(query, 'linksTo'));

/** The same of a filter [REP-13]. */
export const isFilter = (filter: Query): boolean => isQuery(filter, OF_FILTERS);

/** A rule that a member of a query asks for, where it is present, of each record by itself. */
type MemberRule = { requirement: string; member: string; passes: (value: never, record: Entry) => boolean };

const memberRule = <T extends string | number>(
  requirement: string,
  member: string,
  passes: (value: T, record: Entry) => boolean,
): MemberRule => ({ requirement, member, passes });

export const MEMBER_RULES: readonly MemberRule[] = [
  memberRule<string>('QRY-3', 'path', (value, { path }) => path === value),
  memberRule<string>('QRY-4', 'pathPrefix', (value, { path }) => path?.startsWith(value) === true),
  memberRule<string>('QRY-5', 'pathSuffix', (value, { path }) => path?.endsWith(value) === true),
  memberRule<string>('QRY-6', 'author', (value, { author }) => author === value),
  memberRule<number>('QRY-7', 'from', (value, { timestamp }) => timestamp >= value),
  memberRule<number>('QRY-8', 'before', (value, { timestamp }) => timestamp < value),
  memberRule<string>('QRY-9', 'kind', (value, { kind }) => kind === value),
];

/** Whether a filter lets a record in. */
export const passesFilter = (filter: Query, record: Entry): boolean =>
  MEMBER_RULES.every(({ member, passes }) => !Object.hasOwn(filter, member) || passes(filter[member] as never, record));
