import type { Rule } from '../rule/rule.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import { isLinkTarget } from './content-object.ts';

/** What a filter can have. */
export interface Filter {
  readonly pathPrefix?: string;
  readonly author?: string;
  readonly from?: number;
  readonly kind?: 'document' | 'message';
}

/** A query with everything that may be absent from it. */
export interface Query extends Filter {
  readonly path?: string;
  readonly pathSuffix?: string;
  readonly before?: number;
  readonly linksTo?: string;
  readonly relation?: string;
  readonly history: 'latest' | 'all';
  readonly deleted: boolean;
  readonly order: 'path' | 'time' | 'arrival';
  readonly reverse: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

type IsValue = (value: JsonValue) => boolean;

const isString: IsValue = (value) => typeof value === 'string';
const isBoolean: IsValue = (value) => typeof value === 'boolean';
const isTime: IsValue = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf =
  (...names: readonly string[]): IsValue =>
  (value) =>
    names.includes(value as string);

const longestPage = 1_000;

const filterMembers: Readonly<Record<string, IsValue>> = {
  pathPrefix: isString,
  author: isString,
  from: isTime,
  kind: oneOf('document', 'message'),
};

const queryMembers: Readonly<Record<string, IsValue>> = {
  ...filterMembers,
  path: isString,
  pathSuffix: isString,
  before: isTime,
  linksTo: (value) => typeof value === 'string' && isLinkTarget(value),
  relation: isString,
  history: oneOf('latest', 'all'),
  deleted: isBoolean,
  order: oneOf('path', 'time', 'arrival'),
  reverse: isBoolean,
  limit: (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= longestPage,
  cursor: isString,
};

const defaults = { history: 'latest', deleted: false, order: 'path', reverse: false, limit: 100 } as const;

/** The first member that is not one of a table's, or has a value that it cannot have. */
const misfit = (value: JsonObject, members: Readonly<Record<string, IsValue>>): string | undefined =>
  Object.keys(value).find((name) => !Object.hasOwn(members, name) || !members[name]?.(value[name] as JsonValue));

const misfitOfQuery = (value: JsonObject): string | undefined =>
  misfit(value, queryMembers) ??
  (Object.hasOwn(value, 'relation') && !Object.hasOwn(value, 'linksTo') ? 'relation' : undefined);

const shapeRule = (
  requirement: string,
  title: string,
  misfitOf: (value: JsonObject) => string | undefined,
): Rule<JsonValue> => ({
  requirement,
  code: 'query-shape',
  title,
  path: '',
  check: (value) => isObject(value) && misfitOf(value) === undefined,
  locate: (value) => (isObject(value) ? `/${misfitOf(value)}` : ''),
});

export const queryShapeRule = shapeRule('QRY-1', 'the members of a query', misfitOfQuery);

export const filterShapeRule = shapeRule('REP-13', 'the members of a filter', (value) => misfit(value, filterMembers));

/** The members that a table has, with values that they can have. */
const fitting = (value: JsonValue, members: Readonly<Record<string, IsValue>>): JsonObject =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([name, member]) => Object.hasOwn(members, name) && members[name]?.(member)),
      )
    : {};

/** Reads a filter that keeps its rule; of another, what can be understood. */
export const readFilter = (value: JsonValue): Filter => fitting(value, filterMembers);

/** Reads a query that keeps its rule; of another, what can be understood. */
export const readQuery = (value: JsonValue): Query => ({ ...defaults, ...fitting(value, queryMembers) });
