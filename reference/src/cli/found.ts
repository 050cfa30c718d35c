import { EarthstarDocument } from '../format/earthstar-document.ts';
import type { KeepableRecord } from '../replica/family.ts';
import type { FoundRecord, Replica } from '../replica/replica.ts';
import type { Rejected } from '../rule/verdict.ts';
import { canonical } from '../value/canonical.ts';
import { type JsonObject, type JsonValue, membersOf } from '../value/json.ts';
import { UsageError } from './command.ts';

/** The most that one page of a query can have. */
export const longestPage = 1_000;

/** A record that is to be shown. */
export interface Shown {
  readonly id: string;
  readonly record: KeepableRecord;
  /** Undefined where the replica does not have it. */
  readonly content: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** The record as it travels, with the content where it is there. */
  readonly value: JsonObject;
}

export function shown({ record, content }: FoundRecord): Shown {
  if (record instanceof EarthstarDocument) {
    const value = membersOf(record.value);
    return { id: record.id, record, content: record.text, size: record.textBytes, value };
  }
  const value = { ...membersOf(record.value), ...(content !== undefined && { content }) };
  return { id: record.id, record, content, size: record.contentSize, value };
}

/** The line of a record in a bundle. */
export const lineOf = ({ value }: Shown): string => canonical(value);

/** A record as JSON for programs. */
export const plainRecord = ({ id, value }: Shown): JsonObject => ({ id, record: value });

/** The path of a document; undefined of a message. */
export const pathOfRecord = (record: KeepableRecord): string | undefined =>
  'path' in record ? record.path : undefined;

/** What stands behind the last `/` of a path begins with `=`: its bytes never change. */
export const isImmutable = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith('=');

/** One page of the answer to a query. */
export function page(
  replica: Replica,
  query: JsonValue,
  now: number,
): { readonly records: Shown[]; readonly next: string | undefined } {
  const answer = replica.query(query, now);
  if (!answer.ok) throw new UsageError(refusal(answer));
  const records = answer.records.flatMap(({ record }) => {
    const found = replica.get(record.id, now);
    return found === undefined ? [] : [shown(found)];
  });
  return { records, next: answer.next };
}

const refusal = ({ code, path }: Rejected): string =>
  code === 'query-cursor'
    ? 'the cursor belongs to another query; repeat the query that it came with'
    : `the query cannot be asked: ${path.slice(1)} has a value that it cannot have`;

/** All that meets a query, page by page, from a cursor on. Returns the cursor from which a later one goes on, if it can. */
export function* everything(
  replica: Replica,
  query: JsonObject,
  now: number,
  from?: string,
): Generator<Shown, string | undefined> {
  let cursor = from;
  let last = from;
  do {
    const { records, next } = page(
      replica,
      { ...query, limit: longestPage, ...(cursor !== undefined && { cursor }) },
      now,
    );
    yield* records;
    last = next ?? last;
    // Of an order by arrival there always is a next page; an empty one is the end for now.
    cursor = records.length === 0 ? undefined : next;
  } while (cursor !== undefined);
  return last;
}
