import { decodeUtf8 } from '../../bytes/utf8.ts';
import type { TextFacts } from '../../text/facts.ts';
import { isObject, type JsonValue } from '../../value/json.ts';

export type Source = string | Uint8Array;

export const asString = (source: Source): string | undefined =>
  typeof source === 'string' ? source : decodeUtf8(source);

const byteLength = (source: Source) =>
  typeof source === 'string' ? new TextEncoder().encode(source).length : source.length;
const unitLength = (source: Source) => asString(source)?.length ?? Number.POSITIVE_INFINITY;

const characterLength = (source: Source) => [...(asString(source) ?? '')].length;

/** Each value in a value, itself included, with how deep it stands where only one kind of container counts. No recursion. */
function* valuesIn(
  value: JsonValue,
  counts: (container: JsonValue) => boolean = () => false,
): Iterable<readonly [value: JsonValue, depth: number]> {
  const open: [JsonValue, number][] = [[value, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, above] = next;
    const depth = typeof at === 'object' && at !== null && counts(at) ? above + 1 : above;
    yield [at, depth];
    if (typeof at === 'object' && at !== null) for (const member of Object.values(at)) open.push([member, depth]);
  }
}

const some = (value: JsonValue, is: (value: JsonValue) => boolean): boolean => {
  for (const [each] of valuesIn(value)) if (is(each)) return true;
  return false;
};

/** How deep a value is nested, where only one kind of container counts. */
function depthOf(value: JsonValue, counts: (container: JsonValue) => boolean): number {
  let deepest = 0;
  for (const [, depth] of valuesIn(value, counts)) deepest = Math.max(deepest, depth);
  return deepest;
}

/** Names that objects of many languages have from birth. */
const inborn = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
const hasInborn = (value: JsonValue): boolean =>
  some(value, (each) => isObject(each) && inborn.some((name) => Object.hasOwn(each, name)));

/** Where the first doubled name stands. */
const levels = (facts: TextFacts) => (facts.faults.duplicate ?? '').split('/').length - 1;

interface Judged {
  readonly requirement: string;
  readonly name: string;
  readonly title: string;
  readonly mode: 'or' | 'and';
  readonly nativeOnly: boolean;
  says(facts: TextFacts): boolean;
}

export const judged: readonly Judged[] = [
  {
    requirement: 'TXT-3',
    name: 'outermost-only',
    title: 'looks for doubled names in the outermost object alone',
    mode: 'or',
    nativeOnly: false,
    says: (facts) => levels(facts) > 1,
  },
  {
    requirement: 'TXT-3',
    name: 'inner-only',
    title: 'looks for doubled names in inner objects alone',
    mode: 'or',
    nativeOnly: false,
    says: (facts) => levels(facts) <= 1,
  },
  {
    requirement: 'TXT-3',
    name: 'inborn',
    title: 'takes a name that every object has for a doubled one',
    mode: 'and',
    nativeOnly: false,
    says: ({ value }) => !hasInborn(value),
  },
  {
    requirement: 'TXT-3',
    name: 'unescaped',
    title: 'compares names before their escapes are resolved',
    mode: 'or',
    nativeOnly: false,
    says: ({ source }) => !hasSpelledTwice(asString(source) ?? ''),
  },
  {
    requirement: 'TXT-3',
    name: 'adjacent',
    title: 'compares each name with the one before it alone',
    mode: 'or',
    nativeOnly: false,
    says: ({ source }) => !/("(?:[^"\\]|\\.)*")\s*:[^{}[\]:]*,\s*\1\s*:/.test(asString(source) ?? ''),
  },
  {
    requirement: 'TXT-3',
    name: 'without-case',
    title: 'takes names that differ in case for the same',
    mode: 'and',
    nativeOnly: false,
    says: ({ value }) => !hasCaseTwin(value),
  },
  {
    requirement: 'TXT-3',
    name: 'nfc',
    title: 'takes names that NFC makes equal for the same',
    mode: 'and',
    nativeOnly: false,
    says: ({ value }) => !hasTwin(value, (name) => name.normalize('NFC')),
  },
  {
    requirement: 'TXT-4',
    name: 'names-only',
    title: 'looks at names alone',
    mode: 'or',
    nativeOnly: false,
    says: ({ value }) => !anyName(value, (name) => !name.isWellFormed()),
  },
  {
    requirement: 'TXT-4',
    name: 'strings-only',
    title: 'looks at strings and not at names',
    mode: 'or',
    nativeOnly: false,
    says: ({ value }) => !anyString(value, (text) => !text.isWellFormed()),
  },
  {
    requirement: 'TXT-4',
    name: 'noncharacters',
    title: 'refuses U+FFFE and U+FFFF',
    mode: 'and',
    nativeOnly: false,
    says: ({ value }) => !anyString(value, (text) => /[\ufffe\uffff]/.test(text)),
  },
  {
    requirement: 'TXT-4',
    name: 'beyond-bmp',
    title: 'refuses pairs of surrogates',
    mode: 'and',
    nativeOnly: false,
    says: ({ value }) => !anyString(value, (text) => /[\ud800-\udfff]/.test(text)),
  },
  {
    requirement: 'TXT-5',
    name: 'greatest-plus-1',
    title: 'takes one byte more',
    mode: 'or',
    nativeOnly: true,
    says: ({ source }) => byteLength(source) <= 524_289,
  },
  {
    requirement: 'TXT-5',
    name: 'greatest-minus-1',
    title: 'refuses the longest',
    mode: 'and',
    nativeOnly: true,
    says: ({ source }) => byteLength(source) < 524_288,
  },
  {
    requirement: 'TXT-5',
    name: 'in-units',
    title: 'counts UTF-16 code units',
    mode: 'or',
    nativeOnly: true,
    says: ({ source }) => unitLength(source) <= 524_288,
  },
  {
    requirement: 'TXT-5',
    name: 'in-characters',
    title: 'counts characters',
    mode: 'or',
    nativeOnly: true,
    says: ({ source }) => characterLength(source) <= 524_288,
  },
  {
    requirement: 'TXT-6',
    name: 'greatest-plus-1',
    title: 'takes one level more',
    mode: 'or',
    nativeOnly: true,
    says: ({ depth }) => depth <= 5,
  },
  {
    requirement: 'TXT-6',
    name: 'greatest-minus-1',
    title: 'refuses the deepest',
    mode: 'and',
    nativeOnly: true,
    says: ({ depth }) => depth <= 3,
  },
  {
    requirement: 'TXT-6',
    name: 'objects-only',
    title: 'counts objects alone',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => depthOf(value, isObject) <= 4,
  },
  {
    requirement: 'TXT-6',
    name: 'lists-only',
    title: 'counts lists alone',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => depthOf(value, Array.isArray) <= 4,
  },
  {
    requirement: 'TXT-6',
    name: 'not-empty',
    title: 'counts no empty ones',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => depthOf(value, (container) => Object.keys(container as object).length > 0) <= 4,
  },
  {
    requirement: 'TXT-9',
    name: 'greatest-plus-1',
    title: 'takes 2^53',
    mode: 'or',
    nativeOnly: true,
    says: ({ value, source }) =>
      !anyNumber(value, (number) => Math.abs(number) > 2 ** 53) && !/9007199254740993/.test(asString(source) ?? ''),
  },
  {
    requirement: 'TXT-9',
    name: 'greatest-minus-1',
    title: 'refuses 2^53 − 1',
    mode: 'and',
    nativeOnly: true,
    says: ({ value }) => !anyNumber(value, (number) => Math.abs(number) === Number.MAX_SAFE_INTEGER),
  },
  {
    requirement: 'TXT-9',
    name: 'positive-only',
    title: 'looks at positive numbers alone',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => !anyNumber(value, (number) => number > Number.MAX_SAFE_INTEGER),
  },
  {
    requirement: 'TXT-9',
    name: 'negative-only',
    title: 'looks at negative numbers alone',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => !anyNumber(value, (number) => number < -Number.MAX_SAFE_INTEGER),
  },
  {
    requirement: 'TXT-9',
    name: 'in-64-bits',
    title: 'takes what fits into 64 bits',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => !anyNumber(value, (number) => number >= 2 ** 63 || number < -(2 ** 63)),
  },
  {
    requirement: 'TXT-9',
    name: 'nearest',
    title: 'looks at the nearest double alone',
    mode: 'or',
    nativeOnly: true,
    says: ({ value }) => !anyNumber(value, (number) => Math.abs(number) > 2 ** 53),
  },
];

const anyString = (value: JsonValue, wrong: (text: string) => boolean): boolean =>
  some(value, (each) => typeof each === 'string' && wrong(each));

const anyNumber = (value: JsonValue, wrong: (number: number) => boolean): boolean =>
  some(value, (each) => typeof each === 'number' && wrong(each));

const anyName = (value: JsonValue, wrong: (name: string) => boolean): boolean =>
  some(value, (each) => isObject(each) && Object.keys(each).some(wrong));

const hasTwin = (value: JsonValue, fold: (name: string) => string): boolean =>
  some(value, (each) => isObject(each) && new Set(Object.keys(each).map(fold)).size < Object.keys(each).length);
const hasCaseTwin = (value: JsonValue) => hasTwin(value, (name) => name.toLowerCase());

/** Whether some object has a name twice, spelled alike. */
function hasSpelledTwice(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (name !== undefined) {
      if (open.at(-1)?.has(name)) return true;
      open.at(-1)?.add(name);
    }
  }
  return false;
}
