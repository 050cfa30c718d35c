import { base64url } from '../forge/base64.ts';
import { concat } from '../forge/bytes.ts';
import type { JsonObject } from '../forge/index.ts';
import { MOST_LISTED, PARTS } from '../forge/session-ranges.ts';
import { END, entryBytes, type Place, type Said, SHORT_ID, START } from '../forge/sync-ranges.ts';
import type { Side } from './watch.ts';

/** A message that a partner never sent, which comes to a side just before one that it did send. */
export type Lie = { to: Side; what: string };

/** What a lie is made of. */
type Before = {
  /** The message before which it comes. */
  message: JsonObject;
  /** How many `reconcile` and `done` came to either side before that. */
  turns: number;
  /** The clock of the side to which it comes. */
  now: number;
  /** Whether that side has divided a sum, and silence does not add up. */
  divided: boolean;
};

type Told = {
  /** The side to which it can come, where only one awaits it. */
  to?: Side;
  /** Undefined where it would not be false, or be false in another way. */
  says(before: Before): JsonObject | undefined;
  /** The requirement that it breaks, and the code with which it has to be refused. */
  breaks: string;
  code: string;
};

const beside =
  (type: string, more: (before: Before) => JsonObject): Told['says'] =>
  (before) =>
    before.message.type === type ? { ...before.message, ...more(before) } : undefined;

const ZEROS = `b${'a'.repeat(52)}`;
const fingerprint = new Uint8Array(16);
const ids = (count: number, length: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => new Uint8Array(length).fill(at + 1));

/** In place of the first `reconcile` of a session, or of the answer to that. */
const ranges =
  (at: 0 | 1, bytes: Uint8Array): Told['says'] =>
  ({ message, turns }) =>
    message.type === 'reconcile' && turns === at ? { type: 'reconcile', ranges: base64url(bytes) } : undefined;

const whole = (said: Said): Uint8Array => entryBytes([{ ...said, to: END }]);
const sum = (count: number): Said => ({ kind: 'sum', fingerprint, count });
const place = (at: number): Place => (at === PARTS ? END : { ...START, time: BigInt(at) });
/** Eight sums side by side, of which the first has most. */
const unevenSums = (): Uint8Array =>
  entryBytes(Array.from({ length: PARTS }, (_, at) => ({ ...sum(at === 0 ? 9 : 5), to: place(at + 1) })));

/** By what each of them is, in words. */
export const LIES: Readonly<Record<string, Told>> = {
  'a message that is nested too deep': {
    says: ({ message }) => ({ ...message, more: [[[[[]]]]] }),
    breaks: 'SYN-1',
    code: 'sync-text',
  },
  'a message without a type': { says: () => ({ type: 1 }), breaks: 'SYN-2', code: 'sync-shape' },
  'a second hello': {
    says: ({ message }) => (message.type === 'hello' ? undefined : { type: 'hello', version: 1, nonce: ZEROS }),
    breaks: 'SYN-3',
    code: 'sync-turn',
  },
  'another version': { says: beside('hello', () => ({ version: 2 })), breaks: 'SYN-7', code: 'version-unsupported' },
  'a foreign address': {
    to: 'answerer',
    says: (before) =>
      before.message.address === undefined ? undefined : beside('hello', () => ({ address: 'ws://elsewhere' }))(before),
    breaks: 'SYN-10',
    code: 'address-foreign',
  },
  'a false signature': {
    says: beside('auth', () => ({ signature: `b${'a'.repeat(103)}` })),
    breaks: 'SYN-11',
    code: 'auth-invalid',
  },
  'an unknown space': { says: beside('open', () => ({ space: ZEROS })), breaks: 'SYN-12', code: 'space-unknown' },
  'a filter that is none': {
    says: beside('open', ({ now }) => ({ now, filter: { colour: 'red' } })),
    breaks: 'SYN-27',
    code: 'query-shape',
  },
  'an unknown space with a filter that is none': {
    says: beside('open', ({ now }) => ({ now, space: ZEROS, filter: { colour: 'red' } })),
    breaks: 'SYN-28',
    code: 'space-unknown',
  },
  'no ranges': { to: 'caller', says: ranges(0, new Uint8Array()), breaks: 'RNG-1', code: 'range-form' },
  'what follows the end': {
    to: 'caller',
    says: ranges(0, concat(whole(sum(1)), whole(sum(1)))),
    breaks: 'RNG-2',
    code: 'range-order',
  },
  'a list at the beginning': {
    to: 'caller',
    says: ranges(0, whole({ kind: 'list', long: false, ids: [] })),
    breaks: 'RNG-3',
    code: 'range-answer',
  },
  'a wish that answers a sum': {
    to: 'answerer',
    says: ranges(1, whole({ kind: 'wish', bits: [] })),
    breaks: 'RNG-4',
    code: 'range-answer',
  },
  'a long list in the first pass': {
    to: 'answerer',
    says: ranges(1, whole({ kind: 'list', long: true, ids: [] })),
    breaks: 'RNG-5',
    code: 'range-answer',
  },
  'a list of 33 items': {
    to: 'answerer',
    says: ranges(1, whole({ kind: 'list', long: false, ids: ids(MOST_LISTED + 1, SHORT_ID) })),
    breaks: 'RNG-6',
    code: 'range-count',
  },
  'silence that does not add up': {
    says: ({ message, divided }) =>
      divided && ['reconcile', 'done'].includes(String(message.type))
        ? { type: 'done', fingerprint: `b${'a'.repeat(26)}`, count: 0 }
        : undefined,
    breaks: 'RNG-8',
    code: 'range-count',
  },
  'uneven sums': { to: 'answerer', says: ranges(1, unevenSums()), breaks: 'RNG-7', code: 'range-count' },
};
