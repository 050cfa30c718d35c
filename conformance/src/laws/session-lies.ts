import { base32, type Json, type JsonObject } from '../forge/index.ts';
import { NOW } from './law.ts';

/** One message, as a partner lies in it; nothing where there is nothing in it to lie about. `at` says where, 0 to 255. */
export type Lie = (message: JsonObject, at: number) => JsonObject | undefined;

const pick = (names: readonly string[], at: number): string => names[at % names.length] ?? '';
const members = (message: JsonObject): string[] => Object.keys(message).filter((name) => name !== 'type');

const VALUES: readonly Json[] = [7, 'b', [], {}, true, -1, ''];
const TYPES = ['hello', 'open', 'reconcile', 'records', 'done', 'want', 'contents', 'end', 'state', 'error', 'ping'];

/** Another value of a member, where a message of this type has it or may have it. */
const saying =
  (type: string, name: string, value: (before: Json | undefined, at: number) => Json | undefined): Lie =>
  (message, at) => {
    const said = message.type === type ? value(message[name], at) : undefined;
    return said === undefined ? undefined : { ...message, [name]: said };
  };

/** A letter of what is written in base32, changed; what it says stays of its length. */
const otherLetter = (text: Json | undefined, at: number): string | undefined => {
  if (typeof text !== 'string') return undefined;
  const where = 1 + (at % (text.length - 2));
  return `${text.slice(0, where)}${text[where] === 'a' ? 'c' : 'a'}${text.slice(where + 1)}`;
};

const later = (by: number) => (now: Json | undefined) => Number(now) + by;

/** Lies about who is there, as whoever called. */
export const HELLO_LIES: readonly Lie[] = [
  saying('hello', 'version', () => 2),
  saying('hello', 'version', () => 0),
  saying('hello', 'address', () => 'ws://elsewhere.example'),
  saying('auth', 'signature', otherLetter),
];

/** Lies about the space and the time. */
export const OPEN_LIES: readonly Lie[] = [
  saying('open', 'space', otherLetter),
  saying('open', 'now', later(600_000_001)),
  saying('open', 'now', later(-600_000_001)),
  saying('open', 'now', later(600_000_000)),
  saying('open', 'filter', () => ({ colour: 'red' })),
  saying('open', 'filter', () => ({ from: 'spring' })),
];

/** Messages without their form. */
export const SHAPE_LIES: readonly Lie[] = [
  (message, at) => ({ ...message, type: pick(TYPES, at) }),
  (message, at) => {
    const { [pick(members(message), at)]: _, ...rest } = message;
    return rest;
  },
  (message, at) => ({ ...message, [pick(members(message), at)]: VALUES[at % VALUES.length] ?? 0 }),
  (message) => ({ ...message, further: { a: 1 } }),
  (message) => ({ ...message, more: true }),
  (message) => ({ ...message, more: false }),
];

const inList =
  (name: 'records' | 'contents', change: (list: readonly Json[], at: number) => readonly Json[]): Lie =>
  (message, at) =>
    Array.isArray(message[name])
      ? { ...message, [name]: change(message[name] as readonly Json[], at) as Json[] }
      : undefined;

type Sent = { format: string; text: string };

/** The same record, signed by nobody: it is rejected, and its item can be told. */
const unsigned = (record: Json, at: number): Json => {
  const { format, text } = record as Sent;
  const value = JSON.parse(text) as JsonObject;
  return { format, text: JSON.stringify({ ...value, signature: otherLetter(value.signature, at) ?? '' }) };
};

/** Records that are not as they were. */
export const RECORD_LIES: readonly Lie[] = [
  inList('records', (list, at) => list.map((each) => unsigned(each, at))),
  // An invalid record in front of the valid ones.
  inList('records', (list, at) => [unsigned(list[0] ?? '', at), ...list]),
  inList('records', (list) => [{ format: 'rp.unknown.9', text: '{}' }, ...list]),
  inList('records', (list) => [...list, ...list]),
];

/** Lists that are not as they were, and sums of what is not there. */
export const LIST_OF_LIES: readonly Lie[] = [
  inList('records', (list, at) => list.toSpliced(at % Math.max(1, list.length), 1)),
  inList('records', (list) => list.toReversed()),
  inList('contents', (list) => ['nobody wants this', ...list]),
  inList('contents', (list, at) => list.toSpliced(at % Math.max(1, list.length), 1)),
  inList('contents', (list) => [...list, ...list]),
  saying('done', 'count', later(1)),
  saying('done', 'fingerprint', otherLetter),
];

/** Messages that have their form, and come where nobody awaits them. */
export const UNAWAITED: readonly JsonObject[] = [
  { type: 'end' },
  { type: 'want', contents: [] },
  { type: 'contents', contents: ['moss'] },
  { type: 'records', records: [{ format: 'rp.document.1', text: '{}' }] },
  { type: 'done', fingerprint: base32(new Uint8Array(16)), count: 0 },
  { type: 'state', fingerprint: base32(new Uint8Array(16)), count: 0 },
  { type: 'hello', version: 1, nonce: base32(new Uint8Array(32)) },
  { type: 'open', space: base32(new Uint8Array(32)), now: NOW },
  { type: 'auth', signature: base32(new Uint8Array(64)) },
  { type: 'reconcile', ranges: 'AAEAAAAAAAAAAAAAAAAAAAAAAAE' },
];
