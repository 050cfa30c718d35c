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

const parse = (text: string): { value: Json } | undefined => {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
};

/** What follows a string that is a name. */
const COLON = /[ \t\r\n]*:/y;

/** The requirements that a text which is JSON breaks, found by walking over its tokens. */
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
      while (text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
      end += 1;
      const string = JSON.parse(text.slice(at, end)) as string;
      if (!string.isWellFormed()) broken.add('TXT-4');
      const names = open.at(-1);
      COLON.lastIndex = end;
      if (names !== undefined && COLON.test(text)) {
        if (names.has(string)) broken.add('TXT-3');
        names.add(string);
      }
    } else if (letter === 'n') {
      broken.add('TXT-7');
      end = at + 4;
    } else if (letter === 't' || letter === 'f') {
      end = at + (letter === 't' ? 4 : 5);
    } else if (/[-0-9]/.test(letter)) {
      while (/[-+.eE0-9]/.test(text.charAt(end))) end += 1;
      const number = text.slice(at, end);
      if (number === '-0' || !/^-?(0|[1-9][0-9]*)$/.test(number)) broken.add('TXT-8');
      else if (BigInt(number) > LIMIT || BigInt(number) < -LIMIT) broken.add('TXT-9');
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

/**
 * Judges a text, and parses it where it is JSON. A text that breaks TXT-1 or TXT-2 is not searched; its length counts
 * all the same.
 */
export const readText = (bytes: Uint8Array, rules: TextRules): ReadText => {
  const text = decode(bytes);
  const parsed = text === undefined ? undefined : parse(text);
  const broken = new Set<string>(bytes.length > MAX_BYTES ? ['TXT-5'] : []);
  if (text === undefined) broken.add('TXT-1');
  else if (parsed === undefined) broken.add('TXT-2');
  else for (const requirement of walk(text)) broken.add(requirement);
  const counted = (Object.keys(CODES) as (keyof typeof CODES)[]).filter(
    (requirement) => broken.has(requirement) && (rules === 'native' || OF_ALL_FORMATS.includes(requirement)),
  );
  return {
    broken: counted.map((requirement) => ({ requirement, code: CODES[requirement], phase: 'text' })),
    value: parsed?.value ?? null,
  };
};
