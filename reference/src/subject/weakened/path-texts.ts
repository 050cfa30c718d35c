import { lens, type Mode } from './lens.ts';
import { memberAt, type Way, withMember } from './member.ts';
import type { Weakening } from './weakened.ts';

interface PathFormat {
  readonly format: string;
  readonly way: Way;
  /** The requirements by what they say of the path, in the order of DOC-2 to DOC-7. */
  readonly length: string;
  readonly begin: string;
  readonly end: string;
  readonly doubled: string;
  readonly at: string;
  readonly characters: string;
}

const formats: readonly PathFormat[] = [
  {
    format: 'rp.document.1',
    way: ['header', 'path'],
    length: 'DOC-2',
    begin: 'DOC-3',
    end: 'DOC-4',
    doubled: 'DOC-5',
    at: 'DOC-6',
    characters: 'DOC-7',
  },
  ...['es.4', 'es.5'].map((format) => ({
    format,
    way: ['path'],
    length: 'ES-2',
    begin: 'ES-3',
    end: 'ES-4',
    doubled: 'ES-5',
    at: 'ES-6',
    characters: 'ES-7',
  })),
];

type Part = Exclude<keyof PathFormat, 'format' | 'way'>;

interface PathChange {
  readonly part: Part;
  readonly name: string;
  readonly title: string;
  readonly mode: Mode;
  readonly change: (path: string) => string;
}

const path = (part: Part, name: string, title: string, mode: Mode, change: (path: string) => string): PathChange => ({
  part,
  name,
  title,
  mode,
  change,
});

const foreignCharacters = [...' "#*;<>?[\\]^`{|}\t\n\r\0\x7f'];
const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

/** A path with a fault mended, or seen as another one. */
const changes: readonly PathChange[] = [
  ...foreignCharacters.map((character) =>
    path('characters', `takes-${hex(character)}`, `takes U+00${hex(character).toUpperCase()}`, 'or', (text) =>
      text.replaceAll(character, 'x'),
    ),
  ),
  path('characters', 'letters', 'takes the letters of every script', 'or', (text) => text.replace(/\p{L}/gu, 'x')),
  path('characters', 'digits', 'takes the digits of every script', 'or', (text) => text.replace(/\p{Nd}/gu, '1')),
  path('characters', 'latin-1', 'takes the letters of Latin-1', 'or', (text) => text.replace(/[\u00c0-\u00ff]/g, 'x')),
  path('characters', 'marks', 'takes combining marks', 'or', (text) => text.replace(/\p{M}/gu, 'x')),
  path('characters', 'nfkc', 'takes what NFKC makes right', 'or', (text) => text.normalize('NFKC')),
  path('characters', 'long-s', 'takes the long s for s', 'or', (text) => text.replaceAll('\u017f', 's')),
  path('characters', 'kelvin', 'takes the Kelvin sign for k', 'or', (text) => text.replaceAll('\u212a', 'k')),
  path('characters', 'beyond-bmp', 'takes what lies beyond U+FFFF', 'or', (text) =>
    text.replace(/[\u{10000}-\u{10ffff}]/gu, 'x'),
  ),
  path('characters', 'zero-width', 'drops characters without a width', 'or', (text) =>
    text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''),
  ),
  path('characters', 'trailing-lf', 'takes a line feed behind', 'or', (text) => text.replace(/\n$/, '')),
  path('characters', 'cut-at-nul', 'ends at NUL', 'or', (text) => text.replace(/\0.*$/s, '')),
  path('characters', 'trimmed', 'takes white space around', 'or', (text) => text.trim()),
  path('characters', 'first-line', 'looks at the first line', 'or', (text) => text.replace(/\n.*$/s, '')),
  path('characters', 'no-percent', 'refuses %', 'and', (text) => text.replaceAll('%', ' ')),
  path('characters', 'no-colon', 'refuses :', 'and', (text) => text.replaceAll(':', ' ')),
  path('characters', 'no-quote', "refuses '", 'and', (text) => text.replaceAll("'", ' ')),
  path('characters', 'no-parentheses', 'refuses ( and )', 'and', (text) => text.replace(/[()]/g, ' ')),
  path('characters', 'no-plus', 'refuses +', 'and', (text) => text.replaceAll('+', ' ')),
  path('characters', 'no-comma', 'refuses ,', 'and', (text) => text.replaceAll(',', ' ')),
  path('characters', 'no-ampersand', 'refuses &', 'and', (text) => text.replaceAll('&', ' ')),
  path('characters', 'no-dollar', 'refuses $', 'and', (text) => text.replaceAll('$', ' ')),
  path('characters', 'no-equals', 'refuses =', 'and', (text) => text.replaceAll('=', ' ')),
  path('characters', 'no-at', 'refuses @', 'and', (text) => text.replaceAll('@', ' ')),
  path('characters', 'no-low-line', 'refuses _', 'and', (text) => text.replaceAll('_', ' ')),
  path('characters', 'no-capitals', 'refuses capitals', 'and', (text) => text.replace(/[A-Z]/g, ' ')),
  path('characters', 'decoded', 'looks at the path with its percent signs decoded', 'instead', percentDecoded),
  path('characters', 'percent-pairs', 'wants two hexadecimal digits behind %', 'and', (text) =>
    text.replace(/%(?![0-9A-Fa-f]{2})/g, ' '),
  ),
  path('begin', 'added', 'adds a / in front where there is none', 'or', (text) =>
    text.startsWith('/') ? text : `/${text}`,
  ),
  path('begin', 'anywhere', 'takes a path with a / anywhere', 'or', (text) => text.replace(/^[^/]+(?=\/)/, '')),
  path('end', 'stripped', 'takes a / behind', 'or', (text) => text.replace(/(?<=.)\/$/, '')),
  path('end', 'root', 'takes / alone', 'or', (text) => (text === '/' ? '/x' : text)),
  path('end', 'not-root', 'takes a / behind, but not / alone', 'or', (text) =>
    text.length > 1 ? text.replace(/\/$/, '') : text,
  ),
  path('doubled', 'collapsed', 'takes several / in a row for one', 'or', (text) => text.replace(/\/+/g, '/')),
  path('doubled', 'in-front', 'takes // in front', 'or', (text) => text.replace(/^\/\//, '/')),
  path('doubled', 'behind', 'takes // behind', 'or', (text) => text.replace(/\/\/$/, '/')),
  path('doubled', 'first-only', 'looks at the first / alone', 'or', (text) =>
    text.startsWith('//') ? text : text.replace(/\/+/g, '/'),
  ),
  path('doubled', 'three', 'takes /// and more', 'or', (text) => text.replace(/\/{3,}/g, '/')),
  path('doubled', 'dots', 'resolves . and ..', 'instead', resolved),
  path('doubled', 'no-dots', 'refuses segments of . and ..', 'and', (text) =>
    /\/\.\.?(?:\/|$)/.test(text) ? `${text}//` : text,
  ),
  path('at', 'taken', 'takes /@ where more than a name follows', 'or', (text) => text.replace(/^\/@(?=[^/]+\/)/, '/')),
  path('at', 'anywhere', 'refuses a segment with @ in front anywhere', 'and', (text) => text.replace(/^.*\/@/s, '/@')),
  path('at', 'contained', 'refuses @ anywhere in the first segment', 'and', (text) => text.replace(/^\/[^/]*@/, '/@')),
  path('length', 'in-bytes-of-127', 'looks at the first 127 characters', 'instead', (text) => text.slice(0, 127)),
  path('length', 'cut-255', 'looks at the first 255 characters', 'instead', (text) => text.slice(0, 255)),
  path('length', 'cut-512', 'cuts at 512 characters', 'or', (text) => text.slice(0, 512)),
  path('length', 'without-slash', 'does not count the first /', 'or', (text) => text.slice(1)),
  path('length', 'segment-255', 'refuses segments of more than 255 characters', 'and', (text) =>
    text.split('/').some((segment) => segment.length > 255) ? 'x'.repeat(513) : text,
  ),
];

export function percentDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function resolved(text: string): string {
  const segments: string[] = [];
  for (const segment of text.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Of these the whole format looks at the changed path, as one that changes it first of all. */
const everywhere = new Set(['decoded', 'dots', 'in-bytes-of-127', 'cut-255']);

export const mended: readonly Weakening[] = formats.flatMap((each) =>
  changes.map(({ part, name, title, mode, change }) => ({
    name,
    requirement: each[part],
    format: each.format,
    title: `${title}, in path`,
    weaken: lens(
      each.format,
      everywhere.has(name) ? 'all' : [each[part]],
      (value) => {
        const text = memberAt(value, each.way);
        return typeof text === 'string' && change(text) !== text
          ? withMember(value, each.way, change(text))
          : undefined;
      },
      mode,
    ),
  })),
);
