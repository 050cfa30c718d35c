import type { Found, FoundRecord } from './found/found-types.ts';
import type { Source } from './source.ts';

/** What was pasted, and which of the records in it is at hand. */
export type Within = { readonly source: Source; readonly found: Found; readonly picked: number };

export const recordIn = ({ found, picked }: Within): FoundRecord | undefined => found.records[picked];

/** Whether records stand inside of a text, and are not the text. */
export const hasInside = (source: Source, { kind, records }: Found): boolean => {
  const [first] = records;
  if (first === undefined || kind === 'broken') return false;
  return records.length > 1 || typeof source !== 'string' || first.text.trim() !== source.trim();
};

/** Bytes, and a text behind a byte order mark, are judged as they are: what is told of a file is told of its bytes. */
export const isTakenOut = (source: Source): boolean => typeof source === 'string' && !source.startsWith('\ufeff');

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

/** What was pasted, with the record at hand as it is now where it stands there as it was spelled. */
export const withRecord = (within: Within, changed: Source): Source => {
  const record = recordIn(within);
  const start = offsetIn(within);
  if (record === undefined || start === undefined || typeof within.source !== 'string' || typeof changed !== 'string')
    return within.source;
  return within.source.slice(0, start) + changed + within.source.slice(start + record.text.length);
};
