import type { Break } from './json-scan.ts';

/** Where a text is broken, as the words are chosen by. */
export type BreakAt = Break & { readonly text: string };

/** What is said of a break. `at` is where to look, if that is not where the reading stopped. */
type Words = {
  readonly expected: readonly Break['expected'][];
  /** What stands where the reading stopped. */
  readonly found: RegExp;
  readonly words: string | ((found: string, broken: BreakAt) => string | undefined);
  readonly at?: (broken: BreakAt) => number;
};

const value: readonly Break['expected'][] = ['value', 'first value'];
const name: readonly Break['expected'][] = ['name', 'first name'];
const between: readonly Break['expected'][] = ['colon', 'comma'];
const outside = [...value, ...name, ...between, 'nothing' as const];

/** Where the comma is that stands before a place, with blanks between. */
const commaBefore = ({ text, at }: BreakAt): number => text.slice(0, at).trimEnd().length - 1;

const isAfterComma = (broken: BreakAt): boolean => broken.text[commaBefore(broken)] === ',';

const kindOf = (bracket: string | undefined): string => (bracket === '{' ? 'object' : 'array');

const openKind = ({ text, open }: BreakAt): string => kindOf(text[open.at(-1) ?? -1]);

/** What other languages write for values. */
const WORDS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  nil: 'null',
  NULL: 'null',
  Null: 'null',
  undefined: 'null, or leave the member out',
};

const CONTROLS: Readonly<Record<string, string>> = {
  '\n': 'A raw line feed inside a string: write \\n, or close the string before it.',
  '\r': 'A raw line break inside a string: write \\n, or close the string before it.',
  '\t': 'A raw tab inside a string: write \\t.',
};

const codePoint = (found: string): string =>
  `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first that fits is said. Each is one sentence for a person. */
export const BREAK_WORDS: readonly Words[] = [
  {
    expected: ['end of string', 'no control character'],
    found: /^/,
    // A string that began straight and ended curly.
    words: ({ length }, { text, open, at }) =>
      length === 0 && /[“”„‟]\s*[:,}\]]/.test(text.slice(open.at(-1), at)) ? CURLY : undefined,
    at: ({ text, open }) => (open.at(-1) ?? 0) + text.slice(open.at(-1)).search(/[“”„‟]\s*[:,}\]]/),
  },
  { expected: ['end of string'], found: /^/, words: 'The text ends in the middle of a string.' },
  {
    expected: ['no control character'],
    found: /^[\s\S]/,
    words: (found) => CONTROLS[found] ?? `A raw ${codePoint(found)} inside a string: JSON wants it escaped.`,
  },
  { expected: ['escape'], found: /^\\u/, words: 'A \\u without the four hexadecimal digits that belong to it.' },
  {
    expected: ['escape'],
    found: /^\\[\s\S]/u,
    words: (found) => `${found} is no escape of JSON: a backslash itself is written \\\\.`,
  },
  {
    expected: value,
    found: /^$/,
    words: (_, { text, open }) => (open.length === 0 && text.trim() === '' ? 'The text is empty.' : undefined),
  },
  { expected: outside, found: /^$/, words: (_, broken) => `The text ends before the ${openKind(broken)} is closed.` },
  {
    expected: outside,
    found: /^\ufeff/,
    words: (_, { at }) =>
      at === 0
        ? 'The text begins with a byte order mark, which editors do not show: save it as UTF-8 without one.'
        : 'A byte order mark, which editors do not show: take it away.',
  },
  { expected: outside, found: /^(?:\/\/|\/\*|#)/, words: 'A comment: JSON has none.' },
  { expected: outside, found: /^```/, words: 'The fence of a code block: copy what stands between the fences.' },
  {
    expected: outside,
    found: /^[“”„‟«»‘’]/,
    words: () => CURLY,
  },
  {
    expected: name,
    found: /^\}/,
    words: (_, broken) => (isAfterComma(broken) ? 'A comma before }: take it away.' : undefined),
    at: commaBefore,
  },
  {
    expected: value,
    found: /^\]/,
    words: (_, broken) => (isAfterComma(broken) ? 'A comma before ]: take it away.' : undefined),
    at: commaBefore,
  },
  { expected: [...value, ...name], found: /^,/, words: 'A comma with nothing before it.' },
  { expected: value, found: /^[}\]]/, words: 'A value is missing before this bracket.' },
  { expected: ['nothing'], found: /^[}\]]/, words: (found) => `A ${found} too many: nothing is open here.` },
  { expected: ['nothing'], found: /^,/, words: 'A comma behind the end: take it away.' },
  {
    expected: ['nothing'],
    found: /^["{[\w'-]/,
    words: 'A second value behind the first: this is more than one JSON value.',
  },
  { expected: ['nothing'], found: /^;/, words: 'A semicolon behind the end: take it away.' },
  {
    expected: [...name, ...value],
    found: /^\\/,
    words: 'A backslash outside of a string: this was escaped once too often.',
  },
  { expected: [...name, ...value], found: /^'/, words: 'A string in single quotes: JSON has double ones.' },
  { expected: [...name, ...value], found: /^`/, words: 'A string in backticks: JSON has double quotes.' },
  {
    expected: name,
    found: /^[\w$]+/,
    words: 'A name without quotation marks, as JavaScript prints objects: JSON.stringify prints JSON.',
  },
  { expected: value, found: /^[+-]?(?:NaN|Infinity|inf)\b/, words: (found) => `${found} is no JSON.` },
  {
    expected: value,
    found: /^[A-Za-z]+\b/,
    words: (found) => (WORDS[found] === undefined ? undefined : `${found} is no JSON: write ${WORDS[found]}.`),
  },
  {
    expected: value,
    found: /^[+-]?[.\d][\w.+-]*/,
    words: (found) => `${found} is not how JSON writes a number.`,
  },
  { expected: value, found: /^-/, words: 'A minus without a number.' },
  {
    expected: value,
    found: /^[\p{L}_$][^\s,}\]]*/u,
    words: (found) =>
      `${found.length > 20 ? `${found.slice(0, 20)}…` : found} is a string without quotation marks, or no JSON at all.`,
  },
  { expected: ['colon'], found: /^/, words: 'A colon is missing behind the name.' },
  {
    expected: ['comma'],
    found: /^[}\]]/,
    words: (found, broken) => `A ${found} where ${openKind(broken) === 'object' ? 'an object' : 'an array'} is open.`,
  },
  { expected: ['comma'], found: /^["{[\w'-]/, words: 'A comma is missing before this.' },
];

/** The sentence for all curly quotation marks. */
const CURLY = 'A curly quotation mark, as word processors put them: JSON has the straight ".';

/** What is wrong at a break, and where to look. */
export const wordsOf = (broken: BreakAt): { readonly words: string; readonly at: number } => {
  const rest = broken.text.slice(broken.at, broken.at + 200);
  for (const { expected, found, words, at } of BREAK_WORDS) {
    const match = expected.includes(broken.expected) ? found.exec(rest)?.[0] : undefined;
    if (match === undefined) continue;
    const said = typeof words === 'string' ? words : words(match, broken);
    if (said !== undefined) return { words: said, at: at?.(broken) ?? broken.at };
  }
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return { words: `${character} (${codePoint(character)}) has no business here.`, at: broken.at };
};
