import type { Sha256 } from '../bytes/sha256.ts';
import type { Rule } from '../rule/rule.ts';
import { canonical } from '../value/canonical.ts';
import type { JsonObject } from '../value/json.ts';
import type { Query } from './query-members.ts';

/** A cursor, and the query that it came with. */
export interface CursorUse {
  readonly cursor: string;
  /** What `cursorSeal` makes of a place for this query. */
  seal(place: string): string;
}

const sealLength = 16;

/** [QRY-23] */
export const cursorRule: Rule<CursorUse> = {
  requirement: 'QRY-23',
  code: 'query-cursor',
  title: 'the cursor came with an answer to this query',
  path: '/cursor',
  check: ({ cursor, seal }) => cursor.slice(0, sealLength) === seal(cursor.slice(sealLength)),
};

/**
 * Ties a place to a query about a replica, all but its limit and cursor. It finds mistakes; who wants to can make it too, and gains
 * nothing by it.
 */
export function cursorSeal({ limit: _, cursor: __, ...query }: Query, replica: JsonObject, sha256: Sha256) {
  const bound = canonical({ ...replica, query: query as unknown as JsonObject });
  return (place: string): string => sha256(`${bound}${place}`).slice(0, sealLength);
}

/** A cursor for a place in the order of a query. */
export const writeCursor = (place: string, seal: (place: string) => string): string => `${seal(place)}${place}`;

/** The place that a cursor names. */
export const placeOf = (cursor: string): string => cursor.slice(sealLength);
