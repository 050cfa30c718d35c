import type { Json, JsonObject } from '../forge/index.ts';
import type { Mutation } from './family.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes the members where they are: in `header`, or in the record itself. */
export const inside = (record: JsonObject, change: (members: JsonObject) => JsonObject): JsonObject =>
  isObject(record.header) ? { ...record, header: change(record.header) } : change(record);

export const setting =
  (change: (members: JsonObject, now: number) => JsonObject): Mutation =>
  (record, _, now) =>
    inside(record, (members) => ({ ...members, ...change(members, now) }));

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Another character of the alphabet at some place behind the sigil. */
export const otherCharacter = (text: string, at: number, alphabet = BASE32): string => {
  const place = 1 + (at % (text.length - 1));
  const step = 1 + (at % (alphabet.length - 2));
  const next = alphabet[(alphabet.indexOf(text[place] ?? '') + step) % alphabet.length] ?? '';
  return text.slice(0, place) + next + text.slice(place + 1);
};

export const otherBase64 = (text: string, at: number): string => otherCharacter(text, at, BASE64);

const entries = (members: JsonObject, change: (all: [string, Json][]) => [string, Json][]): JsonObject =>
  Object.fromEntries(change(Object.entries(members) as [string, Json][]));

/** What can be done to a record of any format. */
export const ANYWHERE: readonly Mutation[] = [
  setting(() => ({ extra: 1 })),
  (record, at) => inside(record, (members) => entries(members, (all) => all.filter((_, i) => i !== at % all.length))),
  (record, at) =>
    inside(record, (members) =>
      entries(members, (all) => all.map(([name, value], i) => [name, i === at % all.length ? [value] : value])),
    ),
];
