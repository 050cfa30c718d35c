import type { FormatName } from '@rockpool/schemas';
import {
  authorKey,
  type Compact,
  castKeys,
  expandText,
  type FeedItem,
  hex,
  isNative,
  type Json,
  type JsonObject,
  nativeFeeds,
  ssbFeeds,
  type TestKey,
  unhex,
  utf8,
} from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import type { Check } from './check.ts';

/** The text of a check that has one, as the members of params that give it. */
export const source = ({ text, bytes, format }: Check['input']): Record<string, unknown> =>
  bytes === undefined ? { text, format } : { bytes, format };

export const formatOf = ({ input }: Check): FormatName => input.format as FormatName;

/** The bytes of the text of a check that has one. */
export const bytesOf = ({ input: { text, bytes } }: Check): Uint8Array =>
  bytes === undefined ? utf8(expandText(text as Compact)) : unhex(expandText(bytes as Compact));

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values are given inside requests, which the judge does not nest much deeper than a record is. */
const MAX_DEPTH = 64;

/** In characters; what is shorter is kept as it is. */
const LONG = 100_000;

/** A value without what is nested deeper than anybody looks: kept whole, a few deep texts are a burden for the collector. */
const pruned = (value: Json, left = MAX_DEPTH + 1): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return null;
  if (Array.isArray(value)) return value.map((each) => pruned(each, left - 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, pruned(member, left - 1)]));
};

const values = new WeakMap<Check, Json>();

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

/** Deep texts are asked about in every format. */
const longOnes = remembering<Json>(100);

const read = (text: string): Json => (text.length > LONG ? longOnes(text, () => pruned(parse(text))) : parse(text));

const decode = (bytes: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unhex(bytes));
  } catch {
    return '';
  }
};

/** What the text of a check says; `null` where it is no JSON. */
export const saidBy = (check: Check): Json => {
  const known = values.get(check);
  if (known !== undefined) return known;
  const { text, bytes } = check.input;
  const value = read(bytes === undefined ? expandText(text as Compact) : decode(expandText(bytes as Compact)));
  values.set(check, value);
  return value;
};

const items = new WeakMap<Check, FeedItem>();

/** What the rules for feeds look at, of an accepted message. */
export const itemOf = (check: Check): FeedItem => {
  const known = items.get(check);
  if (known !== undefined) return known;
  const item = (formatOf(check) === 'ssb-classic' ? ssbFeeds : nativeFeeds).item(saidBy(check));
  items.set(check, item);
  return item;
};

/** The signed members of what a text says: of a native record those of its header; empty where it has none. */
export const membersOf = (check: Check): JsonObject => {
  const value = saidBy(check);
  const members = isNative(formatOf(check)) && isObject(value) ? value.header : value;
  return isObject(members) ? members : {};
};

/** A member as far as it can be compared however deep it is nested. */
const shallow = (member: Json | undefined): unknown => (typeof member === 'object' ? member === null : member);

/** Whether two records differ in one of these members. */
export const differ = (check: Check, other: Check, names: readonly string[]): boolean => {
  const [one, two] = [membersOf(check), membersOf(other)];
  return names.some((name) => shallow(one[name]) !== shallow(two[name]));
};

/** Whether a value is nested too deep to be given in a request. */
export const isDeep = (value: Json | undefined, left = MAX_DEPTH): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((member) => isDeep(member, left - 1)));

/** The published key with an identifier. */
export const keyOfId = (id: unknown): TestKey | undefined => castKeys.find((key) => key.keyId === id);

/** The published key that a message or native record names as its author's. */
export const keyOfAuthor = (format: FormatName, author: unknown): TestKey | undefined => {
  if (format !== 'ssb-classic') return keyOfId(author);
  const bytes = authorKey(String(author));
  return bytes && castKeys.find((key) => key.keyHex === hex(bytes));
};
