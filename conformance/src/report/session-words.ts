import type { JsonObject } from '../forge/index.ts';
import { entryWords, readRanges } from '../verdict/ranges.ts';
import { MESSAGE_TYPES } from '../verdict/sync-message.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSentRecord = (value: unknown): value is JsonObject => isObject(value) && 'format' in value && 'text' in value;

/** So many entries of ranges are told. */
const ENTRIES = 4;

const rangesWords = (ranges: unknown): string => {
  const entries = readRanges(String(ranges));
  if (typeof entries === 'string') return `ranges of another form (${entries})`;
  const told = entries.slice(0, ENTRIES).map(entryWords);
  return [...told, ...(entries.length > ENTRIES ? [`… (${entries.length} in all)`] : [])].join('; ');
};

const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');
  return text.length > 12 ? `${text.slice(0, 11)}…` : text;
};

const others = (message: JsonObject, ...left: readonly string[]): string =>
  Object.entries(message)
    .filter(([name]) => name !== 'type' && !left.includes(name))
    .map(([name, value]) => `${name} ${short(value)}`)
    .join(', ');

const more = ({ more: goesOn }: JsonObject): string => (goesOn === true ? ', more follows' : '');

const recordsWords = (records: readonly unknown[], tell: (text: string) => string): string => {
  const told = records.slice(0, ENTRIES).map((each) => (isSentRecord(each) ? tell(String(each.text)) : short(each)));
  const left = records.length > ENTRIES ? `, … (${records.length} in all)` : '';
  return `records: ${told.join(', ')}${left}`;
};

/** A message of a session in words, its records told by `tell`, or undefined for what is none. */
export const messageWords = (value: unknown, tell: (text: string) => string): string | undefined => {
  if (!isObject(value) || typeof value.type !== 'string' || !MESSAGE_TYPES.has(value.type)) return undefined;
  switch (value.type) {
    case 'reconcile':
      return 'ranges' in value ? `reconcile: ${rangesWords(value.ranges)}${more(value)}` : undefined;
    case 'records':
      return Array.isArray(value.records) && isSentRecord(value.records[0])
        ? recordsWords(value.records, tell)
        : undefined;
    case 'want':
    case 'contents':
      return Array.isArray(value.contents) ? `${value.type}: ${count(value.contents)}${more(value)}` : undefined;
    case 'end':
      return Object.keys(value).length === 1 ? 'end' : undefined;
    case 'hello':
      return 'nonce' in value ? `hello: ${others(value)}` : undefined;
    case 'open':
      return 'space' in value ? `open: ${others(value)}` : undefined;
    case 'auth':
      return 'signature' in value || 'signs' in value ? `auth: ${others(value)}` : undefined;
    case 'error':
      return 'code' in value || 'codes' in value ? `error: ${short(value.code ?? value.codes)}` : undefined;
    default:
      return 'fingerprint' in value ? `${value.type}: ${others(value)}` : undefined;
  }
};
