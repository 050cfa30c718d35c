import type { Json } from './canonical.ts';
import { type Broken, type Format, isNative } from './rule.ts';

const MAX_BYTES = 524_288;
/** How deep objects and arrays may be nested: of native records, and of texts of the other formats. */
const MAX_DEPTH = 4;
const MAX_DEPTH_OF_OTHERS = 64;
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

const SPACE = /[ \t\r\n]*/y;

/** What is written with the characters of numbers. */
const NUMERAL = /[-+.eE0-9]+/y;

const WORD = /true|false|null/y;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** The string that begins at a quotation mark, with both of its marks; it may be none of JSON. */
const stringAt = (text: string, at: number): string => {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return text.slice(at, end + 1);
};

/** The requirements that a numeral in the place of a value breaks, but for TXT-2. */
const brokenNumber = (numeral: string): string[] => {
  if (numeral === '-0' || !/^-?(0|[1-9][0-9]*)$/.test(numeral)) return ['TXT-8'];
  const beyond = numeral.length > 17 || BigInt(numeral) > LIMIT || BigInt(numeral) < -LIMIT;
  return beyond ? ['TXT-9'] : [];
};

/** What the grammar lets stand at a place: `element` and `member` are those behind an opening bracket. */
type Place = 'value' | 'element' | 'name' | 'member' | 'colon' | 'behind';

type Walked = { broken: Set<string>; deepest: number };

/** The requirements that a text breaks, and how deep it is, up to the place where it stops being JSON. */
const walk = (text: string): Walked => {
  const walked: Walked = { broken: new Set(), deepest: 0 };
  const open: (Set<string> | undefined)[] = [];
  let place: Place = 'value';
  for (let at = matchAt(SPACE, text, 0).length; at < text.length; at += matchAt(SPACE, text, at).length) {
    const letter = text.charAt(at);
    const names = open.at(-1);
    const isValue: boolean = place === 'value' || place === 'element';
    if (isValue && (letter === '{' || letter === '[')) {
      open.push(letter === '{' ? new Set() : undefined);
      walked.deepest = Math.max(walked.deepest, open.length);
      place = letter === '{' ? 'member' : 'element';
      at += 1;
    } else if (letter === (names ? '}' : ']') && ['behind', 'member', 'element'].includes(place) && open.length > 0) {
      open.pop();
      place = 'behind';
      at += 1;
    } else if (letter === ',' && place === 'behind' && open.length > 0) {
      place = names ? 'name' : 'value';
      at += 1;
    } else if (letter === ':' && place === 'colon') {
      place = 'value';
      at += 1;
    } else if (letter === '"' && place !== 'colon' && place !== 'behind') {
      const written = stringAt(text, at);
      const string = parse(written)?.value;
      if (typeof string !== 'string') return walked;
      if (!string.isWellFormed()) walked.broken.add('TXT-4');
      if (!isValue && names?.has(string)) walked.broken.add('TXT-3');
      if (!isValue) names?.add(string);
      place = isValue ? 'behind' : 'colon';
      at += written.length;
    } else if (isValue && /[-+.eE0-9]/.test(letter)) {
      const numeral = matchAt(NUMERAL, text, at);
      for (const requirement of brokenNumber(numeral)) walked.broken.add(requirement);
      if (parse(numeral) === undefined) return walked;
      place = 'behind';
      at += numeral.length;
    } else if (isValue && matchAt(WORD, text, at) !== '') {
      const word = matchAt(WORD, text, at);
      if (word === 'null') walked.broken.add('TXT-7');
      place = 'behind';
      at += word.length;
    } else {
      return walked;
    }
  }
  return walked;
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
  'TXT-10': 'text-depth',
} as const;

/** Which rules for texts hold. */
export type TextRules = 'native' | 'earthstar' | 'ssb';

export const textRules = (format: Format): TextRules =>
  isNative(format) ? 'native' : format === 'ssb-classic' ? 'ssb' : 'earthstar';

/** Which rules hold for which format. */
const HOLDING: Readonly<Record<TextRules, readonly string[]>> = {
  native: ['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4', 'TXT-5', 'TXT-6', 'TXT-7', 'TXT-8', 'TXT-9'],
  earthstar: ['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4', 'TXT-10'],
  ssb: ['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4', 'TXT-10'],
};

export type ReadText = { broken: Broken[]; value: Json };

/** Judges a text, and parses it where it is JSON. What is found in a text that is none is true all the same. */
export const readText = (bytes: Uint8Array, rules: TextRules): ReadText => {
  const text = decode(bytes);
  const parsed = text === undefined ? undefined : parse(text);
  const { broken, deepest } = walk(text ?? decodeLeniently(bytes));
  if (text === undefined) broken.add('TXT-1');
  else if (parsed === undefined) broken.add('TXT-2');
  if (bytes.length > MAX_BYTES) broken.add('TXT-5');
  if (deepest > MAX_DEPTH) broken.add('TXT-6');
  if (deepest > MAX_DEPTH_OF_OTHERS) broken.add('TXT-10');
  const counted = (Object.keys(CODES) as (keyof typeof CODES)[]).filter(
    (requirement) => broken.has(requirement) && HOLDING[rules].includes(requirement),
  );
  return {
    broken: counted.map((requirement) => ({ requirement, code: CODES[requirement], phase: 'text' })),
    value: parsed?.value ?? null,
  };
};
