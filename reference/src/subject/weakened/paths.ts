import { lens, type Mode } from './lens.ts';
import { memberAt, type Way, withMember } from './member.ts';
import { rule } from './rule-change.ts';
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

function percentDecoded(text: string): string {
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

const mended: readonly Weakening[] = formats.flatMap((each) =>
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

interface Pathed {
  readonly path: string;
  readonly author: string;
  readonly expires: number | undefined;
  readonly contentHash: string;
  readonly attachmentHash: string | undefined;
  readonly lastSegment: string;
}

interface Told {
  readonly requirement: string;
  readonly format: string;
  readonly name: string;
  readonly title: string;
  readonly mode: Mode;
  readonly says: (document: Pathed) => boolean;
}

const document = (
  requirement: string,
  name: string,
  title: string,
  mode: Mode,
  says: Told['says'],
  format = 'rp.document.1',
): Told => ({ requirement, format, name, title, mode, says });

const both = (requirement: string, name: string, title: string, mode: Mode, says: Told['says']) =>
  ['es.4', 'es.5'].map((format) => document(requirement, name, title, mode, says, format));

const key = /^@b[a-z2-7]{51}[aq]/;
/** What stands behind each ~, up to the next one. */
const behindTildes = (text: string) => text.split('~').slice(1);
const authorsOf = (text: string) => behindTildes(text).map((part) => part.slice(0, 54));
const isWholeKey = (part: string) => key.test(part) && (part.length === 54 || part[54] === '/');
const same8 = (a: string, b: string) => a.slice(0, 8) === b.slice(0, 8);

const permission = (requirement: string, format: string, authors: (text: string) => readonly string[]): Told[] => [
  document(
    requirement,
    'first-author',
    'looks at the first ~ alone',
    'and',
    ({ path: text, author }) => !text.includes('~') || authors(text)[0] === author,
    format,
  ),
  document(
    requirement,
    'last-author',
    'looks at the last ~ alone',
    'and',
    ({ path: text, author }) => !text.includes('~') || authors(text).at(-1) === author,
    format,
  ),
  document(
    requirement,
    'no-tilde',
    'looks for the author anywhere in the path',
    'or',
    ({ path: text, author }) => text.includes(author),
    format,
  ),
  document(
    requirement,
    'without-case',
    'compares authors without case',
    'or',
    ({ path: text, author }) => text.toLowerCase().includes(`~${author.toLowerCase()}`),
    format,
  ),
  document(
    requirement,
    'beginning',
    'compares the beginning of authors',
    'or',
    ({ path: text, author }) => text.includes(`~${author.slice(0, 12)}`),
    format,
  ),
  document(
    requirement,
    'end',
    'compares the end of authors',
    'or',
    ({ path: text, author }) => text.includes(author.slice(-12)),
    format,
  ),
  document(
    requirement,
    'first-segment',
    'looks for ~ at the beginning of the path alone',
    'or',
    ({ path: text }) => !text.startsWith('/~'),
    format,
  ),
  document(
    requirement,
    'segment-start',
    'looks for ~ at the beginning of segments alone',
    'or',
    ({ path: text }) => !text.includes('/~'),
    format,
  ),
  document(
    requirement,
    'last-segment',
    'looks for ~ in the last segment alone',
    'or',
    ({ path: text }) => !text.slice(text.lastIndexOf('/')).includes('~'),
    format,
  ),
  document(
    requirement,
    'not-last-segment',
    'does not look for ~ in the last segment',
    'or',
    ({ path: text }) => !text.slice(0, text.lastIndexOf('/')).includes('~'),
    format,
  ),
];

const earthstarAuthors = (text: string) => behindTildes(text).map((part) => part.split(/[/~]/)[0] ?? '');

const bang = (requirement: string, format: string): Told[] =>
  [
    ['segment-start', 'looks for ! at the beginning of segments alone', (text: string) => text.includes('/!')] as const,
    [
      'last-segment',
      'looks for ! in the last segment alone',
      (text: string) => text.slice(text.lastIndexOf('/')).includes('!'),
    ] as const,
    [
      'first-segment',
      'looks for ! in the first segment alone',
      (text: string) => (text.split('/')[1] ?? '').includes('!'),
    ] as const,
    [
      'decoded',
      'looks for ! with percent signs decoded',
      (text: string) => percentDecoded(text).includes('!'),
    ] as const,
  ].map(([name, title, has]) =>
    document(
      requirement,
      name,
      title,
      'instead',
      ({ path: text, expires }) =>
        requirement === 'ES5-3' ? expires === undefined || has(text) : has(text) === (expires !== undefined),
      format,
    ),
  );

const told: readonly Told[] = [
  document('DOC-8', 'first-only', 'looks at the first ~ alone', 'or', ({ path: text }) =>
    isWholeKey(behindTildes(text)[0] ?? ''),
  ),
  document('DOC-8', 'last-only', 'looks at the last ~ alone', 'or', ({ path: text }) =>
    isWholeKey(behindTildes(text).at(-1) ?? ''),
  ),
  document('DOC-8', 'one-enough', 'is content with one key behind a ~', 'or', ({ path: text }) =>
    behindTildes(text).some(isWholeKey),
  ),
  document('DOC-8', 'anything-behind', 'takes anything behind the key', 'or', ({ path: text }) =>
    behindTildes(text).every((part) => key.test(part)),
  ),
  document('DOC-8', 'nothing', 'takes a ~ with nothing behind', 'or', ({ path: text }) =>
    behindTildes(text).every((part) => part === '' || part[0] === '/' || isWholeKey(part)),
  ),
  document('DOC-8', 'any-sigil', 'takes identifiers of other kinds behind a ~', 'or', ({ path: text }) =>
    behindTildes(text).every((part) => isWholeKey(part.replace(/^[%&]/, '@'))),
  ),
  document('DOC-8', 'no-two', 'refuses a ~ behind a key', 'and', ({ path: text }) => !/@b[a-z2-7]{52}~/.test(text)),
  document('DOC-8', 'segment-start', 'looks at ~ at the beginning of segments alone', 'or', ({ path: text }) =>
    text
      .split('/')
      .filter((segment) => segment.startsWith('~'))
      .flatMap(behindTildes)
      .every(isWholeKey),
  ),
  document('DOC-9', 'last-only', 'looks at the last segment alone', 'or', ({ path: text }) =>
    !text.slice(0, text.lastIndexOf('/')).includes('/=')
      ? false
      : !/\/=[^/]*$/.test(text) || /\/=b[a-z2-7]{51}[aq]$/.test(text),
  ),
  document(
    'DOC-9',
    'not-alone',
    'takes = in front of what is no hash',
    'or',
    ({ path: text }) => !/\/=b[a-z2-7]{50}/.test(text),
  ),
  document('DOC-9', 'alone', 'takes = alone', 'or', ({ path: text }) => /\/=$/.test(text)),
  document('DOC-9', 'inner', 'refuses = inside of segments', 'and', ({ path: text }) => !/[^/]=/.test(text)),
  document(
    'DOC-9',
    'first-segment',
    'looks at the first segment alone',
    'or',
    ({ path: text }) => !text.startsWith('/='),
  ),
  ...bang('DOC-12', 'rp.document.1'),
  ...bang('ES4-3', 'es.4'),
  ...bang('ES5-3', 'es.5'),
  document('DOC-12', 'one-way', 'takes ! without expires', 'or', ({ expires }) => expires === undefined),
  document('DOC-12', 'other-way', 'takes expires without !', 'or', ({ expires }) => expires !== undefined),
  document('ES4-3', 'one-way', 'takes ! without deleteAfter', 'or', ({ expires }) => expires === undefined, 'es.4'),
  document('ES4-3', 'other-way', 'takes deleteAfter without !', 'or', ({ expires }) => expires !== undefined, 'es.4'),
  document(
    'ES5-3',
    'both-ways',
    'wants deleteAfter where there is a !',
    'and',
    ({ path: text, expires }) => !text.includes('!') || expires !== undefined,
    'es.5',
  ),
  ...permission('DOC-14', 'rp.document.1', authorsOf),
  ...permission('ES-8', 'es.4', earthstarAuthors),
  ...permission('ES-8', 'es.5', earthstarAuthors),
  document('DOC-14', 'each', 'wants the author behind each ~', 'and', ({ path: text, author }) =>
    authorsOf(text).every((each) => each === author),
  ),
  ...both('ES-8', 'each', 'wants the author behind each ~', 'and', ({ path: text, author }) =>
    behindTildes(text).every((part) => part.startsWith(author)),
  ),
  ...both(
    'ES-8',
    'whole',
    'wants a / or the end behind the author',
    'and',
    ({ path: text, author }) =>
      !text.includes('~') || new RegExp(`~${author.replace('.', '\\.')}(?:[/~]|$)`).test(text),
  ),
  ...both('ES-8', 'key-alone', 'compares the keys of addresses and not their names', 'or', ({ path: text, author }) =>
    text.includes(author.slice(author.indexOf('.'))),
  ),
  ...both('ES-8', 'any-dot', 'takes any character for the full stop of the author', 'or', ({ path: text, author }) =>
    new RegExp(`~${author}`, 's').test(text),
  ),
  document('DOC-15', 'first-8', 'compares the first 8 characters', 'or', ({ lastSegment, contentHash }) =>
    same8(lastSegment.slice(1), contentHash.slice(1)),
  ),
  document(
    'DOC-15',
    'first-52',
    'does not compare the last character',
    'or',
    ({ lastSegment, contentHash }) => lastSegment.slice(1, -1) === contentHash.slice(1, -1),
  ),
  document(
    'DOC-15',
    'last-8',
    'compares the last 8 characters',
    'or',
    ({ lastSegment, contentHash }) => lastSegment.slice(-8) === contentHash.slice(-8),
  ),
  document(
    'DOC-15',
    'without-case',
    'compares without case',
    'or',
    ({ lastSegment, contentHash }) => lastSegment.slice(1).toLowerCase() === contentHash.slice(1).toLowerCase(),
  ),
  document(
    'DOC-15',
    'root',
    'looks at immutable paths of one segment alone',
    'or',
    ({ path: text }) => text.lastIndexOf('/') > 0,
  ),
  ...extension(),
];

/** [ES5-4] What counts as an extension. */
function extension(): Told[] {
  const variants: readonly (readonly [name: string, title: string, has: (text: string) => boolean])[] = [
    ['no-address', 'takes the address of an author for an extension', (text) => /\.[A-Za-z0-9_]+$/.test(text)],
    ['no-low-line', 'takes no low line in an extension', (text) => /\.[A-Za-z0-9]+$/.test(text) && !isAddressed(text)],
    ['no-capitals', 'takes no capitals in an extension', (text) => /\.[a-z0-9_]+$/.test(text) && !isAddressed(text)],
    ['no-digits', 'takes no digits in an extension', (text) => /\.[A-Za-z_]+$/.test(text) && !isAddressed(text)],
    [
      'empty',
      'takes a full stop at the end for an extension',
      (text) => /\.[A-Za-z0-9_]*$/.test(text) && !isAddressed(text),
    ],
    ['hyphen', 'takes a hyphen in an extension', (text) => /\.[A-Za-z0-9_-]+$/.test(text) && !isAddressed(text)],
    ['anywhere', 'takes a full stop anywhere for an extension', (text) => text.includes('.') && !isAddressed(text)],
    [
      'in-segment',
      'takes a full stop in the last segment for an extension',
      (text) => text.slice(text.lastIndexOf('/')).includes('.') && !isAddressed(text),
    ],
    [
      'no-hidden',
      'takes no full stop at the beginning of a segment for one',
      (text) => /[^/]\.[A-Za-z0-9_]+$/.test(text) && !isAddressed(text),
    ],
    ['short', 'takes 10 characters at most for an extension', (text) => /\.[A-Za-z0-9_]{1,10}$/.test(text)],
    [
      'address-any-name',
      'takes names of any length for the address of an author',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]+\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-any-key',
      'takes keys of any length for the address of an author',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]+$/.test(text),
    ],
    [
      'address-real',
      'takes nothing but a right address for the address of an author',
      (text) => hasOne(text) && !/~@[a-z][a-z0-9]{3}\.b[a-z2-7]{52}$/.test(text),
    ],
    [
      'address-no-tilde',
      'looks for the address of an author without the ~',
      (text) => hasOne(text) && !/@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-segment',
      'looks for the address of an author as a whole segment',
      (text) => hasOne(text) && !/\/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    [
      'address-anywhere',
      'looks for the address of an author anywhere',
      (text) => hasOne(text) && !/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}/.test(text),
    ],
    [
      'tail-53',
      'takes every tail of 53 characters for that of an address',
      (text) => hasOne(text) && !/\.[A-Za-z0-9_]{53}$/.test(text),
    ],
    ['one-way', 'takes an extension without attachmentHash', hasOne],
  ];
  return variants.map(([name, title, has]) =>
    document(
      'ES5-4',
      name,
      title,
      'instead',
      ({ path: text, attachmentHash }) =>
        name === 'one-way' ? attachmentHash === undefined || has(text) : (attachmentHash !== undefined) === has(text),
      'es.5',
    ),
  );
}

function hasOne(text: string): boolean {
  return /\.[A-Za-z0-9_]+$/.test(text);
}

function isAddressed(text: string): boolean {
  return /~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(text);
}

/** Every rule about paths, weaker. */
export const pathWeakenings: readonly Weakening[] = [
  ...mended,
  ...told.map(({ requirement, format, name, title, mode, says }) => ({
    name,
    requirement,
    format,
    title,
    weaken: rule(format, requirement, says, mode),
  })),
];
