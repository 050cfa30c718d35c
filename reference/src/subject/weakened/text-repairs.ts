import { insideStrings, outsideStrings } from './tokens.ts';

/** What a lenient reader of JSON takes a text for. */
export interface TextRepair {
  readonly requirement: 'TXT-1' | 'TXT-2' | 'TXT-4' | 'TXT-7' | 'TXT-8';
  readonly name: string;
  readonly title: string;
  repair(text: string): string;
}

type Right = string | ((found: string, ...groups: string[]) => string);

const outside =
  (wrong: RegExp, right: Right) =>
  (text: string): string =>
    outsideStrings(text, (part) => part.replace(wrong, right as string));

const inside =
  (wrong: RegExp, right: Right) =>
  (text: string): string =>
    insideStrings(text, (literal) => literal.replace(wrong, right as string));

const foreignDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;
const foreignZeros = ['\u0660', '\u06f0', '\u0966', '\uff10'];

/** The ASCII digit for one of another script. */
function ownDigit(digit: string): string {
  const zero = foreignZeros.findLast((each) => each <= digit) ?? '0';
  return String(digit.charCodeAt(0) - zero.charCodeAt(0));
}

const json = (name: string, title: string, repair: (text: string) => string): TextRepair => ({
  requirement: 'TXT-2',
  name,
  title,
  repair,
});

/** The grammar of RFC 8259, a little wider: each as some reader in use has it. */
const grammar: readonly TextRepair[] = [
  json('comments', 'takes comments between /* and */', outside(/\/\*.*?\*\//gs, ' ')),
  json('line-comments', 'takes comments behind //', (text) =>
    text.replace(/^((?:[^"\n]|"(?:[^"\\\n]|\\.)*")*?)\/\/[^\n]*/gm, '$1'),
  ),
  json('hash-comments', 'takes comments behind #', (text) =>
    text.replace(/^((?:[^"\n]|"(?:[^"\\\n]|\\.)*")*?)#[^\n]*/gm, '$1'),
  ),
  json('trailing-commas', 'takes a comma behind the last member', outside(/,(\s*[\]}])/g, '$1')),
  json('leading-commas', 'takes a comma before the first member', outside(/([[{]\s*),/g, '$1')),
  json('doubled-commas', 'takes two commas in a row', outside(/,(\s*,)+/g, ',')),
  json('no-commas', 'takes members without a comma between', (text) =>
    text.replace(/("(?:[^"\\]|\\.)*"|[\]}0-9el])(\s+)(?=["[{0-9-])/g, '$1,$2'),
  ),
  json(
    'control-characters',
    'takes raw control characters in strings',
    inside(/[\0-\x1f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  json('raw-tabs', 'takes raw tabs in strings', inside(/\t/g, '\\t')),
  json('raw-line-feeds', 'takes raw line feeds in strings', inside(/\n/g, '\\n')),
  json('raw-delete', 'takes the raw U+007F as if it were no problem, and U+0000 too', inside(/\0/g, '\\u0000')),
  json('leading-zeros', 'takes zeros in front of a number', outside(/(?<![0-9.eE+-])(-?)0+(?=[0-9])/g, '$1')),
  json('plus-sign', 'takes a plus in front of a number', outside(/(?<![0-9eE])\+(?=[0-9])/g, '')),
  json('no-digit-behind', 'takes a number that ends with a full stop', outside(/([0-9])\.(?![0-9])/g, '$1')),
  json('no-digit-before', 'takes a number that begins with a full stop', outside(/(?<![0-9])\.(?=[0-9])/g, '0.')),
  json('hexadecimal', 'takes numbers in hexadecimal', (text) =>
    outsideStrings(text, (part) => part.replace(/0[xX][0-9a-fA-F]+/g, (number) => String(Number(number)))),
  ),
  json('underscores', 'takes low lines between digits', outside(/(?<=[0-9])_(?=[0-9])/g, '')),
  json('big-suffix', 'takes an n behind an integer', outside(/(?<=[0-9])n\b/g, '')),
  json('unicode-digits', 'takes the digits of every script in numbers', outside(foreignDigit, ownDigit)),
  json('literals-cut', 'looks at the first letters of a literal', (text) =>
    outsideStrings(text, (part) =>
      part.replace(/\b(?:tru|fals|nul)[a-z]?\b/g, (word) =>
        word.startsWith('t') ? 'true' : word.startsWith('f') ? 'false' : 'null',
      ),
    ),
  ),
  json('literals-run-on', 'takes what stands behind a literal', outside(/\b(true|false|null)[A-Za-z0-9_]+/g, '$1')),
  json(
    'literals-capitals',
    'takes literals in capitals',
    outside(/\b(?:True|TRUE|False|FALSE|Null|NULL)\b/g, (word) => word.toLowerCase()),
  ),
  json('literals-python', 'takes True, False and None', (text) =>
    outsideStrings(text, (part) =>
      part
        .replace(/\bTrue\b/g, 'true')
        .replace(/\bFalse\b/g, 'false')
        .replace(/\bNone\b/g, 'null'),
    ),
  ),
  json('nan', 'takes NaN', outside(/-?\bNaN\b/g, 'null')),
  json('infinity', 'takes Infinity', outside(/\bInfinity\b/g, '1e999')),
  json('undefined', 'takes undefined', outside(/\bundefined\b/g, 'null')),
  json('single-quotes', 'takes single quotes', (text) => text.replace(/'([^'"\\]*)'/g, '"$1"')),
  json('bare-names', 'takes names without quotes', outside(/([{,]\s*)([A-Za-z_$][A-Za-z0-9_$]*)(\s*:)/g, '$1"$2"$3')),
  json('capital-u', 'takes \\U for \\u', inside(/\\U(?=[0-9a-fA-F]{4})/g, '\\u')),
  json(
    'escape-0x',
    'reads the digits of an escape as C does',
    inside(/\\u(?:0[xX]|[+ -])([0-9a-fA-F]{2})/g, '\\u00$1'),
  ),
  json(
    'escape-digits',
    'takes digits of every script in escapes',
    inside(/\\u[0-9a-fA-F\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]{4}/g, (found) =>
      found.replace(foreignDigit, ownDigit),
    ),
  ),
  json('escape-short', 'takes escapes with three digits', inside(/\\u([0-9a-fA-F]{3})(?![0-9a-fA-F])/g, '\\u0$1')),
  json('escape-any', 'takes a backslash before any character', inside(/\\(?!["\\/bfnrtu])/g, '')),
  json('escape-x', 'takes \\x with two digits', inside(/\\x([0-9a-fA-F]{2})/g, '\\u00$1')),
  json('escape-quote', "takes \\'", inside(/\\'/g, "'")),
  json('escape-0', 'takes \\0', inside(/\\0/g, '\\u0000')),
  json(
    'escape-braces',
    'takes \\u{…}',
    inside(/\\u\{([0-9a-fA-F]{1,5})\}/g, (_, digits = '') =>
      JSON.stringify(String.fromCodePoint(Number.parseInt(digits, 16))).slice(1, -1),
    ),
  ),
  json('escape-line', 'takes a backslash before the end of a line', inside(/\\\r?\n/g, '')),
  json(
    'unicode-spaces',
    'takes white space of Unicode between tokens',
    outside(/[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, ' '),
  ),
  json('ascii-spaces', 'takes vertical tabs and form feeds between tokens', outside(/[\v\f]/g, ' ')),
  json('nel', 'takes U+0085 between tokens', outside(/\u0085/g, ' ')),
  json('zero-width-spaces', 'takes characters without a width between tokens', outside(/[\u200b-\u200d\u2060]/g, '')),
  json('bom-in-front', 'takes a byte order mark in front', (text) => text.replace(/^\ufeff/, '')),
  json('bom-anywhere', 'takes byte order marks between tokens', outside(/\ufeff/g, '')),
  json('nul-behind', 'ends the text at NUL', (text) => text.replace(/\0.*$/s, '')),
  json('nul-padded', 'takes NULs behind', (text) => text.replace(/\0+$/, '')),
  json('control-z', 'ends the text at U+001A', (text) => text.replace(/\x1a.*$/s, '')),
  json('anything-behind', 'takes anything behind the value', (text) => firstValue(text)),
  json('brackets-behind', 'takes closing brackets behind the value', (text) => text.replace(/[\]}]\s*$/, '')),
  json('colon-behind', 'takes a comma or a semicolon behind the value', (text) => text.replace(/[,;]\s*$/, '')),
  json('unclosed', 'closes what is left open', closed),
  json('unclosed-by-1', 'closes one bracket that is left open', (text) =>
    closed(text).length === text.length + 1 ? closed(text) : text,
  ),
  json('equals', 'takes = for a colon', outside(/=/g, ':')),
  json('parentheses', 'takes parentheses around the value', (text) => text.replace(/^\s*\((.*)\)\s*$/s, '$1')),
  json('bracket-kinds', 'closes an object with ] and a list with }', bracketsMended),
  json('record-separator', 'takes U+001E in front', (text) => text.replace(/^\x1e/, '')),
  json('xssi-prefix', "takes )]}' in front", (text) => text.replace(/^\)\]\}',?\n?/, '')),
];

/** The text up to the end of its first object or list. */
function firstValue(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth === 0 && !token.startsWith('"')) return text.slice(0, index + 1);
    if (depth < 0) return text;
  }
  return text.replace(/^(\s*(?:true|false|null|-?[0-9]+|"(?:[^"\\]|\\.)*")).*$/s, '$1');
}

/** The text with the brackets behind it that it lacks. */
function closed(text: string): string {
  const open: string[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[') open.push(']');
    else if (token === '{') open.push('}');
    else if (token === ']' || token === '}') open.pop();
  }
  return text + open.reverse().join('');
}

/** The text in which each bracket closes what was opened. */
function bracketsMended(text: string): string {
  const open: string[] = [];
  return outsideStrings(text, (part) =>
    part.replace(/[[\]{}]/g, (bracket) => {
      if (bracket === '[' || bracket === '{') open.push(bracket === '[' ? ']' : '}');
      return bracket === '[' || bracket === '{' ? bracket : (open.pop() ?? bracket);
    }),
  );
}

const of = (requirement: TextRepair['requirement'], name: string, title: string, repair: TextRepair['repair']) => ({
  requirement,
  name,
  title,
  repair,
});

const halfPair = '\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}';
const high = '\\\\u[dD][89aAbB][0-9a-fA-F]{2}';
const low = '\\\\u[dD][c-fC-F][0-9a-fA-F]{2}';
const replaced = '\ufffd';

/** Halves of surrogate pairs: which of them a lenient reader takes. */
const surrogates: readonly TextRepair[] = [
  of(
    'TXT-4',
    'replaced',
    'puts U+FFFD for half a pair',
    inside(new RegExp(`${high}${low}|${halfPair}`, 'g'), (found) => (found.length > 6 ? found : replaced)),
  ),
  of(
    'TXT-4',
    'dropped',
    'drops half a pair',
    inside(new RegExp(`${high}${low}|${halfPair}`, 'g'), (found) => (found.length > 6 ? found : '')),
  ),
  of(
    'TXT-4',
    'low-alone',
    'takes the second half alone',
    inside(new RegExp(`${high}${low}|${low}`, 'g'), (found) => (found.length > 6 ? found : replaced)),
  ),
  of('TXT-4', 'high-alone', 'takes the first half alone', inside(new RegExp(`${high}(?!${low})`, 'g'), replaced)),
  of(
    'TXT-4',
    'high-at-end',
    'takes the first half at the end of a string',
    inside(new RegExp(`${high}(?="$)`, 'g'), replaced),
  ),
  of(
    'TXT-4',
    'any-behind-high',
    'takes any escape behind the first half',
    inside(new RegExp(`${high}\\\\u[0-9a-fA-F]{4}`, 'g'), (found) =>
      /\\u[dD][c-fC-F]..$/.test(found) ? found : replaced,
    ),
  ),
  of(
    'TXT-4',
    'two-lows',
    'takes two second halves for a pair',
    inside(new RegExp(`(?<!${high})${low}${low}`, 'g'), replaced),
  ),
  of(
    'TXT-4',
    'two-highs',
    'takes two first halves for a pair',
    inside(new RegExp(`${high}${high}(?!${low})`, 'g'), replaced),
  ),
  of(
    'TXT-4',
    'swapped',
    'takes the halves in the wrong order',
    inside(new RegExp(`(?<!${high})${low}${high}(?!${low})`, 'g'), replaced),
  ),
];

/** Numbers that are spelled otherwise. */
const numbers: readonly TextRepair[] = [
  of('TXT-8', 'point-zero', 'takes .0 behind an integer', outside(/(?<=[0-9])\.0+(?![0-9eE])/g, '')),
  of('TXT-8', 'minus-zero', 'takes -0', outside(/-0(?![0-9.eE])/g, '0')),
  of('TXT-8', 'exponent-zero', 'takes e0 behind an integer', outside(/(?<=[0-9])[eE][+-]?0+(?![0-9])/g, '')),
  of('TXT-8', 'exponent', 'takes exponents of integers', (text) =>
    outsideStrings(text, (part) => part.replace(/-?[0-9]+[eE]\+?[0-9]+/g, (number) => integral(number))),
  ),
  of('TXT-8', 'capital-exponent', 'takes exponents of integers behind an E', (text) =>
    outsideStrings(text, (part) => part.replace(/-?[0-9]+E\+?[0-9]+/g, (number) => integral(number))),
  ),
  of('TXT-8', 'integral', 'takes every spelling of an integer', (text) =>
    outsideStrings(text, (part) => part.replace(/-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g, integral)),
  ),
  of('TXT-8', 'fraction-cut', 'cuts fractions off', outside(/(?<=[0-9])\.[0-9]+(?![0-9eE])/g, '')),
];

function integral(number: string): string {
  const value = Number(number);
  return Number.isSafeInteger(value) ? String(value === 0 ? 0 : value) : number;
}

/** Where null is passed over. */
const nulls: readonly TextRepair[] = [
  of('TXT-7', 'member', 'passes over members that are null', outside(/null(?=\s*[,}])/g, '0')),
  of('TXT-7', 'alone', 'takes null as the whole text', (text) => (text.trim() === 'null' ? '0' : text)),
  of('TXT-7', 'item', 'takes null in lists', outside(/(?<=[[,]\s*)null(?=\s*[,\]])/g, '0')),
];

/** For all formats. */
export const commonRepairs: readonly TextRepair[] = [...grammar, ...surrogates];

/** For native texts alone. */
export const nativeRepairs: readonly TextRepair[] = [...numbers, ...nulls];
