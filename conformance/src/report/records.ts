import { expand } from '../checks/expand.ts';
import { type JsonObject, recordId, ssbId } from '../forge/index.ts';
import { messageWords } from './session-words.ts';

/** Shorter texts are shown as they are. */
const SHORT = 120;

/** So much of an identifier tells it from others of one example. */
const cut = (value: unknown, length = 9): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');
  return text.length > length + 1 ? `${text.slice(0, length)}…` : text;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id, where there is one: what is no record has none, and some examples are none. */
const idOf = (make: () => string): string[] => {
  try {
    return [`id ${cut(make())}`];
  } catch {
    return [];
  }
};

const message = (from: JsonObject, id: string[]): string =>
  [
    `message ${cut(from.sequence)} of ${cut(from.author)}`,
    ...('log' in from ? [`log ${cut(from.log, 40)}`] : []),
    ...id,
    ...('previous' in from ? [`previous ${cut(from.previous)}`] : []),
  ].join(', ');

const document = (from: JsonObject, id: string[]): string =>
  [
    `document ${cut(from.path, 40)} by ${cut(from.author, 14)}`,
    ...id,
    ...('timestamp' in from ? [`timestamp ${cut(from.timestamp, 20)}`] : []),
  ].join(', ');

/** A record in a few words: which message of whom, or which document of whom. Undefined for everything else. */
const describe = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined;
  const { header } = value;
  if (isObject(header)) {
    const id = idOf(() => recordId(header));
    return 'sequence' in header ? message(header, id) : 'path' in header ? document(header, id) : undefined;
  }
  if (!('author' in value) || !('timestamp' in value)) return undefined;
  if ('sequence' in value) return message(value, 'signature' in value ? idOf(() => ssbId(value)) : []);
  return 'path' in value ? document(value, []) : undefined;
};

const readRecord = (text: string): string | undefined => {
  try {
    return describe(JSON.parse(text));
  } catch {
    // Many examples are no JSON: that is their point.
    return undefined;
  }
};

const tellRecord = (text: string): string => {
  const words = readRecord(text);
  return words === undefined ? cut(text, 40) : `⟨${words}⟩`;
};

/** The words for a text that a session sends or gets. */
const sentWords = (text: string): string | undefined => {
  if (!text.startsWith('{') || !text.includes('"type"')) return undefined;
  try {
    return messageWords(JSON.parse(text), tellRecord);
  } catch {
    // What a session is sent need not be JSON.
    return undefined;
  }
};

/** A copy in which each record and each message of a session, whether a text or a value, is told in a few words between ⟨ and ⟩. */
export const briefRecords = (value: unknown): unknown => {
  if (typeof value === 'string') {
    const words = value.length > SHORT ? (readRecord(value) ?? sentWords(value)) : sentWords(value);
    return words === undefined ? value : `⟨${words}; ${value.length} characters⟩`;
  }
  if (Array.isArray(value)) return value.map(briefRecords);
  const words = describe(value) ?? messageWords(value, tellRecord);
  if (words !== undefined) return `⟨${words}⟩`;
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, briefMember(name, member)]))
    : value;
};

/** A compact text that is no record is shown as it is, because it is shorter so. */
const briefMember = (name: string, member: unknown): unknown => {
  if (name !== 'text' || !Array.isArray(member)) return briefRecords(member);
  const { text } = expand({ text: member }) as { text: string };
  const told = briefRecords(text);
  return told === text ? member : told;
};
