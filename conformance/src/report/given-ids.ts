import type { CheckResult } from '@rockpool/schemas';
import { expand } from '../checks/expand.ts';
import { hashEs4, hashEs5, type JsonObject, recordId } from '../forge/index.ts';

type Given = { format?: string; text?: string; value?: JsonObject };

/** The id of a text, where it is a record at all. */
const idOf = ({ format, text = '', value }: Given): string | undefined => {
  try {
    const record = value ?? (JSON.parse(text) as JsonObject);
    if (format === 'es.4') return hashEs4(record);
    return format === 'es.5' ? hashEs5(record) : recordId(record.header as JsonObject);
  } catch {
    // What is no record has no id.
    return undefined;
  }
};

type Asked = { records?: readonly Given[]; text?: unknown };

/** The records that a partner sends in a message. */
const recordsIn = (text: string): readonly Given[] => {
  try {
    const { records } = JSON.parse(text) as { records?: unknown };
    return Array.isArray(records) ? records : [];
  } catch {
    // What is no message brings no record.
    return [];
  }
};

type Schedule = Pick<CheckResult, 'steps' | 'input'>;

const givenRecords = ({ steps = [], input }: Schedule): Given[] => {
  const inputs = [...steps.map((step) => step.input), input].filter((each) => each !== undefined);
  const asked = inputs.map((each) => expand(each) as Asked);
  return asked.flatMap(({ records = [], text }) => [...records, ...(typeof text === 'string' ? recordsIn(text) : [])]);
};

/** The ids of all records that a replica can have been given, by itself and in sessions, up to the step that decides. */
export const givenIds = (result: Schedule): ReadonlySet<unknown> => new Set(givenRecords(result).map(idOf));

/** Which of two documents at a path is the newer. */
const NEWER: Readonly<Record<string, string>> = { 'rp.document.1': 'DOC-16', 'es.4': 'ES-17', 'es.5': 'ES-17' };

type Document = { path?: unknown; timestamp?: unknown };

/** Where and when a document is; undefined for all else. */
const momentOf = ({ text = '', value }: Given): string | undefined => {
  try {
    const record = value ?? (JSON.parse(text) as JsonObject);
    const { path, timestamp } = (record.header ?? record) as Document;
    return path === undefined ? undefined : JSON.stringify([path, timestamp]);
  } catch {
    // What is no record is at no path.
    return undefined;
  }
};

/** The sentence that says which of two given documents of one path and time is the newer, if one of each such pair is meant. */
export const sentenceOfTie = (result: Schedule, isMeant: (pair: readonly unknown[]) => boolean): string | undefined => {
  const documents = givenRecords(result).filter((each) => momentOf(each) !== undefined);
  const [tied] = [...Map.groupBy(documents, momentOf).values()].filter((some) => {
    const ids = [...new Set(some.map(idOf))];
    return ids.length > 1 && isMeant(ids);
  });
  return NEWER[tied?.[0]?.format ?? ''];
};

/** The id of a record that is given in the step that decides, by its place in the list. */
export const givenAt = ({ input = {} }: Schedule, at: number): string | undefined => {
  const given = givenRecords({ input })[at];
  return given && idOf(given);
};
