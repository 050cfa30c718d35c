import { type JsonObject, recordId } from '../forge/index.ts';
import { recordKey } from './said.ts';

/** What says which records are items. */
export const ITEMS: readonly string[] = ['SYN-30', 'SYN-31'];

export type Found = { detail: string; guilty: readonly string[] };

/** What two texts of one record share, whatever content they have; the text itself where it is no record. */
const identityOf = (record: unknown): string => {
  try {
    const value = JSON.parse(String((record as { text?: unknown }).text)) as JsonObject;
    if (typeof value.header === 'object') return recordId(value.header as JsonObject);
    return `${value.author} ${value.path} ${value.timestamp} ${value.signature}`;
  } catch {
    return recordKey(record);
  }
};

const contentOf = (record: unknown): unknown =>
  (JSON.parse(String((record as { text?: unknown }).text)) as JsonObject).content;

const timesOf = (records: readonly unknown[]): Map<string, readonly unknown[]> => Map.groupBy(records, identityOf);

/** In which ways the records that a subject sends are others than those it has to send, the gravest first. */
export const itemFaults = (expected: readonly unknown[], got: readonly unknown[]): Found[] => {
  const [right, came] = [timesOf(expected), timesOf(got)];
  const faults: Found[] = [];
  const missing = [...right.keys()].filter((id) => !came.has(id));
  if (missing.length > 0)
    faults.push({
      detail: `${missing.length} of ${right.size} records that it has to send are missing, the first is ${missing[0]}`,
      guilty: ['RNG-10', 'RNG-14', 'RNG-17', 'SYN-23', ...ITEMS],
    });
  const extra = [...came.keys()].filter((id) => !right.has(id));
  if (extra.length > 0)
    faults.push({
      detail: `${extra.length} records are sent that must not be, the first is ${extra[0]}`,
      guilty: ['SYN-15', 'SYN-16', ...ITEMS, 'RNG-10', 'RNG-14', 'RNG-17'],
    });
  const twice = [...came].find(([id, records]) => records.length > (right.get(id)?.length ?? 1));
  if (twice) faults.push({ detail: `the record ${twice[0]} is sent twice`, guilty: ['SYN-15'] });
  for (const [id, [one]] of right) {
    const [other] = came.get(id) ?? [];
    if (other === undefined || recordKey(one) === recordKey(other)) continue;
    const [has, had] = [contentOf(other), contentOf(one)];
    const what =
      has === had
        ? 'not as it is kept'
        : has === undefined
          ? 'without its content'
          : 'with content that does not belong there';
    faults.push({ detail: `the record ${id} is sent ${what}`, guilty: ['SYN-17'] });
  }
  return faults;
};
