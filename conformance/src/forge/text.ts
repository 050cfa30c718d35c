import type { Json } from './canonical.ts';
import { type Broken, type Format, isNative } from './rule.ts';

const MAX_BYTES = 524_288;
const MAX_DEPTH = 4;
const LIMIT = 9_007_199_254_740_991n;

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What stands in front of the first byte that is wrong, and more. */
const decodeLeniently = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const parse = (text: string): { value: Json } | undefined => {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
};

/** What follows a string that is a name. */
const COLON = /[ \t\r\n]*:/y;

/** A number of JSON, or what begins like one. */
const NUMBER = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![-+.eE0-9])/y;

/** The words of JSON. */
const WORD = /true|false|null/y;

/** The match that begins at a place. */
const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** The requirements that the tokens of a text break, up to the first that is none of JSON. */
const walk = (text: string): Set<string> => {
  const broken = new Set<string>();
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; ) {
    const letter = text.charAt(at);
    let end = at + 1;
    if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? new Set() : undefined);
      if (open.length > MAX_DEPTH) broken.add('TXT-6');
    } else if (letter === '}' || letter === ']') {
      open.pop();
    } else if (letter === '"') {
      while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
      end += 1;
      const string = parse(text.slice(at, end))?.value;
      if (typeof string !== 'string') return broken;
      if (!string.isWellFormed()) broken.add('TXT-4');
      const names = open.at(-1);
      if (names !== undefined && matchAt(COLON, text, end) !== undefined) {
        if (names.has(string)) broken.add('TXT-3');
        names.add(string);
      }
    } else if (/[a-z]/.test(letter)) {
      const word = matchAt(WORD, text, at);
      if (word === undefined) return broken;
      if (word === 'null') broken.add('TXT-7');
      end = at + word.length;
    } else if (/[-0-9]/.test(letter)) {
      const number = matchAt(NUMBER, text, at);
      if (number === undefined) return broken;
      if (number === '-0' || !/^-?(0|[1-9][0-9]*)$/.test(number)) broken.add('TXT-8');
      else if (BigInt(number) > LIMIT || BigInt(number) < -LIMIT) broken.add('TXT-9');
      end = at + number.length;
    } else if (!/[,: \t\r\n]/.test(letter)) {
      return broken;
    }
    at = end;
  }
  return broken;
};

const CODES = {
  'TXT-1': 'text-utf8',
  'TXT-2': 'text-json',
  'TXT-3': 'text-duplicate',
  'TXT-4': 'text-surrogate',
  'TXT-5': 'text-size',
  'TXT-6': 'text-depth',
  'TXT-7': 'text-null',
  'TXT-8': 'text-number',
  'TXT-9': 'text-range',
} as const;

/** TXT-1 to TXT-4 hold for every format; all nine for native records and for the canonical form. */
const OF_ALL_FORMATS: readonly string[] = ['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4'];

/** Which rules for texts hold. */
export type TextRules = 'native' | 'earthstar' | 'ssb';

export const textRules = (format: Format): TextRules =>
  isNative(format) ? 'native' : format === 'ssb-classic' ? 'ssb' : 'earthstar';

export type ReadText = { broken: Broken[]; value: Json };

/** Judges a text, and parses it where it is JSON. What is found in a text that is none is true all the same. */
export const readText = (bytes: Uint8Array, rules: TextRules): ReadText => {
  const text = decode(bytes);
  const parsed = text === undefined ? undefined : parse(text);
  const broken = new Set<string>(bytes.length > MAX_BYTES ? ['TXT-5'] : []);
  if (text === undefined) broken.add('TXT-1');
  else if (parsed === undefined) broken.add('TXT-2');
  for (const requirement of walk(text ?? decodeLeniently(bytes))) broken.add(requirement);
  const counted = (Object.keys(CODES) as (keyof typeof CODES)[]).filter(
    (requirement) => broken.has(requirement) && (rules === 'native' || OF_ALL_FORMATS.includes(requirement)),
  );
  return {
    broken: counted.map((requirement) => ({ requirement, code: CODES[requirement], phase: 'text' })),
    value: parsed?.value ?? null,
  };
};
