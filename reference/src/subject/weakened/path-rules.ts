import { extension } from './path-extension.ts';
import { percentDecoded } from './path-texts.ts';
import { both, document, type Told } from './path-told.ts';

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

export const told: readonly Told[] = [
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
