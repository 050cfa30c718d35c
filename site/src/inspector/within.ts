import type { Found, FoundRecord } from './found/found-types.ts';
import { type Source, textOf } from './source.ts';

/** What was pasted, and which of the records in it is at hand. */
export type Within = { readonly source: Source; readonly found: Found; readonly picked: number };

export const recordIn = ({ found, picked }: Within): FoundRecord | undefined => found.records[picked];

/** Whether records stand inside of a source, and are not the source. */
export const hasInside = (source: Source, { kind, records }: Found): boolean => {
  const [first] = records;
  if (first === undefined || kind === 'broken') return false;
  return records.length > 1 || kind === 'encoded' || first.text.trim() !== textOf(source).trim();
};

/** Whether they are taken out at once. Bytes, and a record behind a byte order mark, are judged as they are: a file is its bytes. */
export const isTakenOut = (source: Source, { records }: Found): boolean =>
  // Blanks at the ends, as `trim` knows them, are byte order marks too.
  typeof source === 'string' && !(source.startsWith('\ufeff') && records[0]?.text.trim() === source.trim());

/** Where the record at hand stands in what was pasted; `undefined` where it is spelled otherwise there. */
const offsetIn = ({ source, found, picked }: Within): number | undefined => {
  if (typeof source !== 'string') return undefined;
  let at = 0;
  for (const [index, { text }] of found.records.entries()) {
    const start = source.indexOf(text, at);
    if (start < 0) return undefined;
    if (index === picked) return start;
    at = start + text.length;
  }
  return undefined;
};

/** Where the id of the record at hand stands beside it, with its quotes: mostly in front. */
const keySpan = (
  text: string,
  said: string,
  start: number,
  end: number,
): { start: number; end: number } | undefined => {
  const spelled = JSON.stringify(said);
  const member = new RegExp(`"key"\\s*:\\s*${spelled.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`, 'g');
  const before = [...text.slice(0, start).matchAll(member)].at(-1);
  const after = before === undefined ? member.exec(text.slice(end)) : null;
  const match = before ?? after;
  if (match === null || match === undefined) return undefined;
  const stop = (before === undefined ? end : 0) + match.index + match[0].length;
  return { start: stop - spelled.length, end: stop };
};

/**
 * What was pasted, with the record at hand as it is now; `undefined` where it is spelled otherwise there.
 * @param id what it is called now: the `key` beside it becomes that.
 */
export const withRecord = (within: Within, changed: Source, id?: string): Source | undefined => {
  const record = recordIn(within);
  const start = offsetIn(within);
  if (record === undefined || start === undefined || typeof within.source !== 'string' || typeof changed !== 'string')
    return undefined;
  const { source } = within;
  const end = start + record.text.length;
  const key = id === undefined || record.key === undefined ? undefined : keySpan(source, record.key, start, end);
  const edits = [{ start, end, text: changed }, ...(key === undefined ? [] : [{ ...key, text: JSON.stringify(id) }])];
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
};
