import { base64url, unbase64url } from '../forge/base64.ts';
import { concat } from '../forge/bytes.ts';
import type { Json, JsonObject } from '../forge/index.ts';
import { membersFault, readMessage } from './sync-message.ts';

const listIn = (message: JsonObject, name: string): readonly Json[] =>
  Array.isArray(message[name]) ? (message[name] as Json[]) : [];

const joinedRanges = (one: Json | undefined, other: Json | undefined): string => {
  const [left, right] = [one, other].map((each) => unbase64url(String(each)));
  return left && right ? base64url(concat(left, right)) : `${one} ${other}`;
};

const without = ({ more: _, ...message }: JsonObject): JsonObject => message;

/** Two messages in a row as one that says the same; nothing where they are two [spec/06, session.receive]. */
const joined = (one: JsonObject, other: JsonObject): JsonObject | undefined => {
  if (one.type !== other.type) return undefined;
  switch (one.type) {
    case 'records':
      return { ...one, records: [...listIn(one, 'records'), ...listIn(other, 'records')] };
    case 'contents':
      return { ...one, contents: [...listIn(one, 'contents'), ...listIn(other, 'contents')] };
    case 'want':
      if (one.more !== true) return undefined;
      return { ...without(one), ...other, contents: [...listIn(one, 'contents'), ...listIn(other, 'contents')] };
    case 'reconcile':
      return one.more === true ? { ...other, ranges: joinedRanges(one.ranges, other.ranges) } : undefined;
    default:
      return undefined;
  }
};

/** Messages by what they say: it does not matter over how many of them records, contents, ranges and wants are spread. */
export const joinMessages = (messages: readonly JsonObject[]): JsonObject[] => {
  const said: JsonObject[] = [];
  for (const message of messages) {
    const last = said.at(-1);
    const both = last && joined(last, message);
    if (both === undefined) said.push(message);
    else said.splice(-1, 1, both);
  }
  return said;
};

/** What a subject sent, message by message and joined, up to the first that no peer may send. */
export type Read = { messages: JsonObject[]; fault?: { at: number; words: string } };

/** Reads what a subject sent [SYN-4]. */
export const readSent = (texts: readonly string[]): Read => {
  const messages: JsonObject[] = [];
  for (const [at, text] of texts.entries()) {
    const read = readMessage(text);
    const words = 'fault' in read ? read.fault : membersFault(read.message);
    if (words !== undefined) return { messages: joinMessages(messages), fault: { at, words } };
    if ('message' in read) messages.push(read.message);
  }
  return { messages: joinMessages(messages) };
};

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  );
};

/** Content of no bytes may be sent or not [spec/06, session.receive]. */
const withoutNothing = (record: { header?: { contentSize?: unknown }; content?: unknown }): unknown => {
  if (record?.header?.contentSize !== 0 || record.content !== '') return record;
  const { content: _, ...rest } = record;
  return rest;
};

/** Equal for two records in one format whose texts say the same. */
export const recordKey = (record: unknown): string => {
  const { format, text } = record as { format?: unknown; text?: unknown };
  try {
    return `${format} ${JSON.stringify(ordered(withoutNothing(JSON.parse(String(text)))))}`;
  } catch {
    return `${format} ${text}`;
  }
};

const sorted = (list: readonly Json[], key: (item: Json) => string): Json[] => list.map(key).sort();

/** The same without what may differ from one answer to the next: orders, signatures, words. */
const settled = (message: JsonObject, deterministic: boolean): JsonObject => {
  switch (message.type) {
    case 'records':
      return { ...message, records: sorted(listIn(message, 'records'), recordKey) };
    case 'contents':
      return { ...message, contents: sorted(listIn(message, 'contents'), String) };
    case 'auth':
      return deterministic ? message : { type: 'auth' };
    case 'error':
      return { type: 'error', code: message.code ?? null };
    default:
      return message;
  }
};

/** What an answer sends, to be compared with another answer of the same subject; what cannot be read stays as it is. */
export const saidIn = (send: unknown, deterministic = false): unknown => {
  if (!Array.isArray(send)) return send;
  const { messages, fault } = readSent(send.map(String));
  const said = messages.map((message) => settled(message, deterministic));
  return fault === undefined ? said : [...said, ...send.slice(fault.at)];
};
