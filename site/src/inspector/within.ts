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

/** What was pasted, with the record at hand as it is now; `undefined` where it is spelled otherwise there. */
export const withRecord = (within: Within, changed: Source): Source | undefined => {
  const record = recordIn(within);
  const start = offsetIn(within);
  if (record === undefined || start === undefined || typeof within.source !== 'string' || typeof changed !== 'string')
    return undefined;
  return within.source.slice(0, start) + changed + within.source.slice(start + record.text.length);
};
