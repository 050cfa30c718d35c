import fc from 'fast-check';
import { base64url, unbase64url } from '../forge/base64.ts';
import { base32, hex, type Json, type JsonObject, utf8 } from '../forge/index.ts';
import { NOW } from './law.ts';
import type { Spoil } from './session-plans.ts';
import { RANGE_LIES, withRangeLie } from './session-range-lies.ts';

/** One message, as the lies of a partner change it; `at` says where. */
type Lie = (message: JsonObject, at: number) => JsonObject;

const pick = (names: readonly string[], at: number): string => names[at % names.length] ?? '';
const members = (message: JsonObject): string[] => Object.keys(message).filter((name) => name !== 'type');

const VALUES: readonly Json[] = [7, 'b', [], {}, true, -1, ''];
const TYPES = ['hello', 'open', 'reconcile', 'records', 'done', 'want', 'contents', 'end', 'state', 'error', 'ping'];

const bytesOf = (ranges: Json | undefined): Uint8Array => unbase64url(String(ranges)) ?? new Uint8Array(1);

const withBytes = (message: JsonObject, change: (bytes: number[]) => number[]): JsonObject =>
  'ranges' in message
    ? { ...message, ranges: base64url(Uint8Array.from(change([...bytesOf(message.ranges)]))) }
    : { ...message, spoilt: true };

const listName = (message: JsonObject): 'records' | 'contents' => ('records' in message ? 'records' : 'contents');

const withList = (message: JsonObject, change: (list: Json[]) => Json[]): JsonObject => {
  const name = listName(message);
  return Array.isArray(message[name]) ? { ...message, [name]: change([...(message[name] as Json[])]) } : message;
};

const withNumber = (message: JsonObject, by: number): JsonObject => {
  const name = members(message).find((each) => typeof message[each] === 'number');
  return name === undefined ? message : { ...message, [name]: Number(message[name]) + by };
};

const LIES: readonly Lie[] = [
  (message, at) => ({ ...message, type: pick(TYPES, at) }),
  (message, at) => {
    const { [pick(members(message), at)]: _, ...rest } = message;
    return rest;
  },
  (message, at) => ({ ...message, [pick(members(message), at)]: VALUES[at % VALUES.length] ?? 0 }),
  (message) => ({ ...message, further: { a: 1 } }),
  (message) => withNumber(message, 1),
  (message) => withNumber(message, -1),
  (message) => withNumber(message, 600_000_001),
  (message, at) =>
    withBytes(message, (bytes) => bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte))),
  (message, at) => withBytes(message, (bytes) => bytes.with(at % bytes.length, at % 256)),
  (message, at) => withBytes(message, (bytes) => bytes.slice(0, at % bytes.length)),
  (message, at) => withBytes(message, (bytes) => [...bytes, at % 256]),
  (message) => withBytes(message, (bytes) => [...bytes, ...bytes]),
  (message) => ({ ...message, more: true }),
  (message, at) => withList(message, (list) => list.toSpliced(at % Math.max(1, list.length), 1)),
  (message) => withList(message, (list) => [...list, ...list]),
  (message) => withList(message, (list) => list.toReversed()),
  (message) =>
    withList(message, (list) => {
      const [first] = list as { format?: string; text?: string }[];
      if (typeof first?.text !== 'string') return ['nobody wants this', ...list];
      // An invalid record in front of the valid ones.
      return [{ ...first, text: first.text.replace('"signature":"b', '"signature":"c') } as JsonObject, ...list];
    }),
  (message) => withList(message, (list) => [{ format: 'rp.unknown.9', text: '{}' }, ...list]),
];

/** Messages that have their form, and come where nobody awaits them. */
const UNAWAITED: readonly JsonObject[] = [
  { type: 'end' },
  { type: 'want', contents: [] },
  { type: 'contents', contents: ['moss'] },
  { type: 'records', records: [{ format: 'rp.document.1', text: '{}' }] },
  { type: 'done', fingerprint: base32(new Uint8Array(16)), count: 0 },
  { type: 'state', fingerprint: base32(new Uint8Array(16)), count: 0 },
  { type: 'hello', version: 1, nonce: base32(new Uint8Array(32)) },
  { type: 'hello', version: 2, nonce: base32(new Uint8Array(32)) },
  { type: 'hello', version: 1, nonce: base32(new Uint8Array(32)), address: 'ws://elsewhere.example' },
  { type: 'open', space: base32(new Uint8Array(32)), now: NOW },
  { type: 'auth', signature: base32(new Uint8Array(64)) },
  { type: 'reconcile', ranges: 'AAEAAAAAAAAAAAAAAAAAAAAAAAE' },
];

/** What can be done to a text itself. */
const TEXTS: readonly ((text: string, at: number) => JsonObject[])[] = [
  () => [],
  (text) => [{ text }, { text }],
  (text) => [{ text: `${text} ` }],
  (text) => [{ text: `${text}}` }],
  (text, at) => [{ text: text.slice(0, at % text.length) }],
  (text) => [{ text: text.replace('{', '{"x":null,') }],
  (text) => [{ text: text.replace('{', '{"type":"end",') }],
  (text) => [{ text: text.replace('{', '{"x":[[[[]]]],') }],
  (text) => [{ text: text.replace('{', '{"x":1.5,') }],
  (text) => [{ bytes: `${hex(utf8(text)).slice(0, -2)}ff` }],
  (text) => [{ text: '{"type":"ping"}' }, { text }],
  (text) => [{ text: '{"type":"error","code":"busy"}' }, { text }],
  ...UNAWAITED.flatMap((message) => [
    (text: string) => [{ text: JSON.stringify(message) }, { text }],
    () => [{ text: JSON.stringify(message) }],
  ]),
];

/** One of the partner's messages: the one of this number, or of this number among those that compare ranges. */
const isMeant = ({ nth, isRange }: { nth: number; isRange: boolean }): ((text: string) => boolean) => {
  let count = 0;
  return (text) => {
    if (isRange && !text.includes('"type":"reconcile"')) return false;
    count += 1;
    return count === nth;
  };
};

const spoilAt = (nth: number, isRange: boolean, change: (text: string) => readonly JsonObject[]) => (): Spoil => {
  const meant = isMeant({ nth, isRange });
  return (text) => (meant(text) ? change(text) : [{ text }]);
};

const changed = (text: string, change: (message: JsonObject) => JsonObject): JsonObject[] => [
  { text: JSON.stringify(change(JSON.parse(text) as JsonObject)) },
];

/** What a hostile partner does with one of its first messages; `weight` says how much more often it lies about ranges. */
export const spoils = (most: number, weight: number): fc.Arbitrary<() => Spoil> => {
  const where = { nth: fc.integer({ min: 1, max: most }), at: fc.nat(255) };
  const lies = fc
    .record({ ...where, lie: fc.constantFrom(...LIES) })
    .map(({ nth, at, lie }) => spoilAt(nth, false, (text) => changed(text, (message) => lie(message, at))));
  const texts = fc
    .record({ ...where, spoil: fc.constantFrom(...TEXTS) })
    .map(({ nth, at, spoil }) => spoilAt(nth, false, (text) => spoil(text, at)));
  const ranges = fc
    .record({ at: where.at, nth: fc.integer({ min: 1, max: 2 }), lie: fc.constantFrom(...RANGE_LIES) })
    .map(({ nth, at, lie }) =>
      spoilAt(nth, true, (text) => changed(text, (message) => withRangeLie(message, lie, at))),
    );
  return fc.oneof({ weight: 1, arbitrary: lies }, { weight: 1, arbitrary: texts }, { weight, arbitrary: ranges });
};

/** Two messages change places: the one of this number and the next. */
export const swaps = (most: number): fc.Arbitrary<() => Spoil> =>
  fc.integer({ min: 1, max: most }).map((nth) => () => {
    let late: string | undefined;
    return (text, count) => {
      if (count === nth) {
        late = text;
        return [];
      }
      if (late === undefined) return [{ text }];
      const both = [{ text }, { text: late }];
      late = undefined;
      return both;
    };
  });
