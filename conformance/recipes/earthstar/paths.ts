import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import { NOW, refuses, takes } from '../cases/verify.ts';
import { ES5, type EsChange, type EsKind } from './document.ts';
import { spareBits } from './spellings.ts';

const { suzy, fern, quinn, phone } = cast;
const SUZY = suzy.earthstarAddress;
const FERN = fern.earthstarAddress;
const KEY = SUZY.slice(6);

type Row = [slug: string, title: string, path: string, more?: EsChange];

const made = (kind: EsKind, path: string, more: EsChange = {}) =>
  kind.make({ ...more, members: { path, ...more.members } });

const take = (kind: EsKind, requirements: string[], rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, title, path, more]) =>
    takes(`${kind.area}/path-${slug}`, title, { format: kind.format, record: made(kind, path, more) }, requirements),
  );

const refuse = (kind: EsKind, breaks: string, parent: string, rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, title, path, more]) =>
    refuses(
      `${kind.area}/path-${slug}`,
      `${kind.area}/${parent}`,
      title,
      { format: kind.format, record: made(kind, path, more) },
      [breaks],
    ),
  );

const expiring: EsChange = { members: { deleteAfter: NOW + 1 } };

/** A path is a text: nothing in it is decoded, resolved, folded or cut. */
const literal = (kind: EsKind): VectorCase[] => [
  ...take(
    kind,
    ['ES-7', 'ES-4', 'ES-5', 'ES-6'],
    [
      ['percent-solidus', 'a path that would have an empty segment if %2F were a solidus', '/wiki%2F%2Fmoss'],
      ['percent-solidus-last', 'a path that would end with a solidus if %2F were one', '/wiki%2F'],
      ['percent-at', 'a path that would begin with /@ if %40 were an @', '/%40suzy'],
      ['percent-nul', 'a path with %00', '/wiki/%00'],
      ['percent-line-feed', 'a path with %0A', '/wiki/%0A'],
      ['percent-wrong', 'a percent sign before letters that are no digits', '/wiki/%zz'],
      ['dots-first', 'a path that begins with two full stops', '/../wiki'],
      ['dots-last', 'a path that ends with two full stops', '/wiki/..'],
      ['300', 'a path of 300 characters', `/${'moss/'.repeat(59)}moss`],
    ],
  ),
  ...take(
    kind,
    ['ES-8'],
    [
      ['percent-tilde', 'a path that would be Fern’s if %7E were a ~', `/%7E${FERN}/name`],
      ['own-first-of-two', 'a path of two authors, written by the first', `/~${SUZY}~${FERN}/notes`],
      [
        'own-second-of-three',
        'a path of three authors, written by the second',
        `/~${FERN}~${SUZY}~${quinn.earthstarAddress}`,
      ],
      ['own-up', 'a path that would be Fern’s if .. went up', `/~${SUZY}/../~${FERN}/name`],
      ['own-then-tilde', 'a ~ without an address behind the one with it', `/~${SUZY}/~`],
    ],
  ),
  ...refuse(kind, 'ES-7', 'page', [
    ['digit-arabic', 'an Arabic digit in the path', '/wiki/٣'],
    ['digit-wide', 'a fullwidth digit in the path', '/wiki/３'],
    ['letter-long-s', 'U+017F in the path', '/wiki/moſs'],
    ['letter-kelvin', 'U+212A in the path', '/wiki/\u212a'],
    ['letter-accent', 'a combining accent in the path', '/wiki/e\u0301'],
    ['zero-width', 'U+200B in the path', '/wiki/mo\u200bss'],
    ['mark', 'U+FEFF in the path', '/wiki/\ufeffmoss'],
    ['line-separator', 'U+2028 behind the path', '/wiki/moss\u2028'],
    ['carriage-return', 'a carriage return and a line feed behind the path', '/wiki/moss\r\n'],
    ['wide-solidus', 'a fullwidth solidus in the path', '/wiki／moss'],
  ]),
  ...refuse(kind, 'ES-3', 'page', [['solidus-later', 'a solidus, but not in front', 'wiki/moss']]),
  ...refuse(kind, 'ES-8', 'own', [
    ['tilde-capitals', 'the path names the author in capital letters', `/about/~${SUZY.toUpperCase()}/name`],
    ['tilde-key-capitals', 'the path names the key in capital letters', `/about/~@suzy.${KEY.toUpperCase()}/name`],
    [
      'tilde-letter-capital',
      'the path names the author with one capital letter',
      `/about/~${SUZY.replace('@s', '@S')}/name`,
    ],
    [
      'tilde-same-name',
      'the path names another author with the same short name',
      `/about/~${phone.earthstarAddress}/name`,
    ],
    ['tilde-last-letter', 'the path names the author but for her last letter', `/about/~${SUZY.slice(0, -1)}q/name`],
    [
      'tilde-spare',
      'the path names the author with a spare bit of the key set',
      `/about/~@suzy.${spareBits(KEY, 4)[0]?.[2]}/name`,
    ],
    ['tilde-of-fern-then-suzy', 'the path names Fern with a ~ and Suzy without', `/~${FERN}/${SUZY}/name`],
    ['tilde-apart', 'something between the ~ and the address', `/about/~.${SUZY}/name`],
    ['tilde-percent', 'a ~ elsewhere, and the address behind %7E', `/~/%7E${SUZY}/name`],
    ['tilde-behind', 'the address in front of the ~', `/about/${SUZY}~/name`],
  ]),
  ...refuse(kind, kind.ephemeral, 'ephemeral', [
    ['expiry-percent', 'it expires, and the path has %21 for a !', '/chat/%21hello', expiring],
    [
      'expiry-elsewhere',
      'it expires, and there is a ! in the content alone',
      '/chat/hello',
      { ...expiring, content: '!' },
    ],
  ]),
];

const picture = (more: Readonly<Record<string, Json>> = {}): EsChange => ({
  content: 'a picture',
  members: { attachmentSize: 18, attachmentHash: textHash('Hello, attachment!'), ...more },
});

/** What ends like a file, and what does not. */
const extensions = (): VectorCase[] => {
  const own = (rest: string): string => `/~${SUZY}/${rest}`;
  const tail = 'm'.repeat(53);
  const with_: readonly Row[] = [
    ['extension-dots', 'two full stops before the extension', '/moss..txt'],
    ['extension-52-letters', '52 letters behind ~@ and a short name', own(`~@suzy.${tail.slice(1)}`)],
    ['extension-54-letters', '54 letters behind ~@ and a short name', own(`~@suzy.${tail}m`)],
    ['extension-name-3', '53 letters behind ~@ and a name of 3', own(`~@suz.${tail}`)],
    ['extension-name-5', '53 letters behind ~@ and a name of 5', own(`~@suzys.${tail}`)],
    ['extension-no-at', '53 letters behind ~ and a name of 4', own(`~suzy.${tail}`)],
    ['extension-no-tilde', '53 letters behind @ and a name of 4', own(`@suzy.${tail}`)],
    ['extension-behind-address', 'an extension behind the address of the author', `/~${SUZY}.txt`],
  ];
  const without: readonly Row[] = [
    ['no-extension-dots', 'two full stops at the end', '/moss..'],
    ['no-extension-solidus', 'a full stop in a segment before the last', '/moss.txt/fern'],
    ['no-extension-percent', 'a percent sign in the tail', '/moss.t%78t'],
    ['no-extension-percent-dot', 'no extension, unless %2E were a full stop', '/moss%2Etxt'],
    ['no-extension-digits', '53 digits behind ~@ and four digits', own(`~@0123.${'7'.repeat(53)}`)],
    ['no-extension-capitals', '53 capital letters behind ~@ and four', own(`~@SUZY.${'M'.repeat(53)}`)],
    ['no-extension-inside-segment', 'a segment that ends with ~@, four letters and 53', own(`moss~@suzy.${tail}`)],
  ];
  return [
    ...take(ES5, ['ES5-4'], without),
    ...take(
      ES5,
      ['ES5-4'],
      with_.map(([slug, title, path]): Row => [slug, title, path, picture()]),
    ),
    ...refuse(
      ES5,
      'ES5-4',
      'worked-attachment',
      with_.map(([slug, title, path]): Row => [`${slug}-without`, `${title}: no attachment`, path]),
    ),
    ...refuse(
      ES5,
      'ES5-4',
      'worked-attachment',
      without.map(([slug, title, path]): Row => [`${slug}-with`, `${title}: an attachment`, path, picture()]),
    ),
  ];
};

/** Paths that are something else to those who decode, resolve, fold or cut them. */
export const pathsOf = (kind: EsKind): VectorCase[] => [
  ...literal(kind),
  ...(kind.format === 'es.4'
    ? take(
        kind,
        ['ES4-3'],
        [['percent-exclamation', 'a path that would need deleteAfter if %21 were a !', '/chat/%21hello']],
      )
    : extensions()),
];
