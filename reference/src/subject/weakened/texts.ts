import { decodeUtf8 } from '../../bytes/utf8.ts';
import type { Format } from '../../format/format.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { Rule } from '../../rule/rule.ts';
import type { TextFacts } from '../../text/facts.ts';
import { readText } from '../../text/read.ts';
import { isObject, type JsonValue } from '../../value/json.ts';
import { byteRepairs } from './byte-repairs.ts';
import { withFormat } from './lens.ts';
import { judgedBy } from './rule-change.ts';
import { commonRepairs, nativeRepairs } from './text-repairs.ts';
import type { Weakening } from './weakened.ts';

type Source = string | Uint8Array;

/** Each place where texts are read: canonical forms, which belong to no format, and the formats. */
const places: readonly (string | undefined)[] = [
  undefined,
  'rp.document.1',
  'rp.message.1',
  'es.4',
  'es.5',
  'ssb-classic',
];
const isNative = (place: string | undefined) => place === undefined || place.startsWith('rp.');

/** Reads a text as what a lenient reader makes of it, where one of the rules is broken otherwise. */
const readingWith =
  (format: Format, requirement: string, repair: (source: Source) => Source) =>
  (source: Source): TextFacts => {
    const read = format.readText ?? readText;
    const facts = read(source);
    const rule = format.textRules.find((each) => each.requirement === requirement);
    if (rule === undefined || rule.check(facts, { now: 0 })) return facts;
    return { ...read(repair(source)), source };
  };

/** A rule about texts that takes what its repair keeps. */
const repaired = (rule: Rule<TextFacts>, repair: (source: Source) => Source): Rule<TextFacts> =>
  judgedBy(rule, ({ source }, context) => rule.check(readText(repair(source)), context), 'or');

/** A weaker reader, at one place. */
const reading =
  (place: string | undefined, requirement: string, repair: (source: Source) => Source) =>
  (protocol: Protocol): Protocol =>
    place === undefined
      ? {
          ...protocol,
          textRules: protocol.textRules.map((rule) =>
            rule.requirement === requirement ? repaired(rule, repair) : rule,
          ),
        }
      : withFormat(protocol, place, (format) => ({ ...format, readText: readingWith(format, requirement, repair) }));

/** Another judgement of a rule about texts, at one place. */
const judging =
  (place: string | undefined, requirement: string, says: (facts: TextFacts) => boolean, mode: 'or' | 'and') =>
  (protocol: Protocol): Protocol => {
    const change = (rules: readonly Rule<TextFacts>[]) =>
      rules.map((rule) => (rule.requirement === requirement ? judgedBy(rule, says, mode) : rule));
    return place === undefined
      ? { ...protocol, textRules: change(protocol.textRules) }
      : withFormat(protocol, place, (format) => ({
          ...format,
          textRules: change(format.textRules),
        }));
  };

const asString = (source: Source): string | undefined => (typeof source === 'string' ? source : decodeUtf8(source));
const onStrings = (repair: (text: string) => string) => (source: Source) => {
  const text = asString(source);
  return text === undefined ? source : repair(text);
};
const onBytes = (repair: (bytes: Uint8Array) => Uint8Array) => (source: Source) =>
  typeof source === 'string' ? source : repair(source);

const byteLength = (source: Source) =>
  typeof source === 'string' ? new TextEncoder().encode(source).length : source.length;
const unitLength = (source: Source) => asString(source)?.length ?? Number.POSITIVE_INFINITY;

const characterLength = (source: Source) => [...(asString(source) ?? '')].length;

/** How deep a value is nested, where only one kind of container counts. */
function depthOf(value: JsonValue, counts: (container: JsonValue) => boolean): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Math.max(0, ...Object.values(value).map((member) => depthOf(member, counts)));
  return inner + (counts(value) ? 1 : 0);
}

/** Names that objects of many languages have from birth. */
const inborn = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
const hasInborn = (value: JsonValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.values(value).some(hasInborn) || (isObject(value) && inborn.some((name) => Object.hasOwn(value, name))));

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

const judged: readonly Judged[] = [
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
  typeof value === 'string'
    ? wrong(value)
    : typeof value === 'object' && value !== null && Object.values(value).some((member) => anyString(member, wrong));

const anyNumber = (value: JsonValue, wrong: (number: number) => boolean): boolean =>
  typeof value === 'number'
    ? wrong(value)
    : typeof value === 'object' && value !== null && Object.values(value).some((member) => anyNumber(member, wrong));

const anyName = (value: JsonValue, wrong: (name: string) => boolean): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((isObject(value) && Object.keys(value).some(wrong)) ||
    Object.values(value).some((member) => anyName(member, wrong)));

const hasTwin = (value: JsonValue, fold: (name: string) => string): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const names = isObject(value) ? Object.keys(value).map(fold) : [];
  return new Set(names).size < names.length || Object.values(value).some((member) => hasTwin(member, fold));
};
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

const at = (place: string | undefined) => (place === undefined ? {} : { format: place });
const named = (place: string | undefined, title: string) => (place === undefined ? title : `${title}, in ${place}`);

/** Every rule about texts, weaker, at each place where it holds. */
export const textWeakenings: readonly Weakening[] = places.flatMap((place): Weakening[] => [
  ...byteRepairs.map(({ name, title, repair }) => ({
    name,
    requirement: 'TXT-1',
    ...at(place),
    title: named(place, title),
    weaken: reading(place, 'TXT-1', onBytes(repair)),
  })),
  ...[...commonRepairs, ...(isNative(place) ? nativeRepairs : [])].map(({ requirement, name, title, repair }) => ({
    name,
    requirement,
    ...at(place),
    title: named(place, title),
    weaken: reading(place, requirement, onStrings(repair)),
  })),
  ...judged
    .filter(({ nativeOnly }) => !nativeOnly || isNative(place))
    .map(({ requirement, name, title, mode, says }) => ({
      name,
      requirement,
      ...at(place),
      title: named(place, title),
      weaken: judging(place, requirement, says, mode),
    })),
]);
