import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { NOW, refuses, T, takes } from '../cases/verify.ts';
import type { EsChange, EsKind } from './document.ts';
import { spareBits } from './spellings.ts';

const { fern, kitchen } = cast;
const KEY = fern.earthstarAddress.slice(6);
const SHARE = kitchen.earthstarAddress.slice('+kitchen.'.length);
const LATEST = 9_007_199_254_740_990;

type Row = [slug: string, defect: string, breaks: string, change: EsChange, now?: number];

/** A page by Fern in the kitchen, so that a fault of a page by Suzy in the garden stands in other surroundings. */
const made = (kind: EsKind, { members, ...change }: EsChange): JsonObject =>
  kind.make({
    content: 'Ferns',
    author: fern,
    shareSigner: kitchen,
    ...change,
    members: {
      path: '/kitchen/ferns',
      timestamp: T + 7,
      [kind.format === 'es.4' ? 'workspace' : 'share']: kitchen.earthstarAddress,
      ...members,
    },
  });

const authors = (): Row[] => {
  const author = (text: string): EsChange => ({ members: { author: text } });
  const rows: [slug: string, words: string, text: string][] = [
    ['name-2', 'a short name of 2 characters', `@fe.${KEY}`],
    ['name-6', 'a short name of 6 characters', `@fernfe.${KEY}`],
    ['name-digit', 'a short name that begins with a digit', `@9ern.${KEY}`],
    ['name-underscore', 'an underscore in the short name', `@fer_.${KEY}`],
    ['name-capital', 'a capital letter at the end of the short name', `@ferN.${KEY}`],
    ['long', 'the key is two characters long', `@fern.${KEY}aa`],
    ['first-letter', 'another letter for the b', `@fern.c${KEY.slice(1)}`],
    ['sigil', 'the sigil is %', `%fern.${KEY}`],
    ['word-before', 'a word in front', `x@fern.${KEY}`],
    ['blank-before', 'a blank in front', ` @fern.${KEY}`],
    ['line-before', 'a line in front', `moss\n@fern.${KEY}`],
    ['twice', 'the sigil twice', `@@fern.${KEY}`],
    ...spareBits(KEY, 4).map(([slug, words, key]): [string, string, string] => [slug, words, `@fern.${key}`]),
  ];
  return rows.map(([slug, words, text]): Row => [`author-${slug}`, `the author: ${words}`, 'ES-1', author(text)]);
};

const shares = ({ format, address }: EsKind): Row[] => {
  const rows: [slug: string, words: string, text: string][] = [
    ['name-17', 'a name of 17 characters', `+kitchen0123456789.${SHARE}`],
    ['name-16', 'a name of 16 characters', `+kitchen012345678.${SHARE}`],
    ['name-digit', 'a name that begins with a digit', `+9.${SHARE}`],
    ['long', 'the key is two characters long', `+kitchen.${SHARE}aa`],
    ['sigil', 'the sigil is &', `&kitchen.${SHARE}`],
    ['word-before', 'a letter in front', `x+kitchen.${SHARE}`],
    ['line-before', 'a line in front', `moss\n+kitchen.${SHARE}`],
    ['line-feed', 'a line feed behind', `+kitchen.${SHARE}\n`],
    ...spareBits(SHARE, 4).map(([slug, words, key]): [string, string, string] => [slug, words, `+kitchen.${key}`]),
    ...(format === 'es.4'
      ? ([
          ['suffix-digit', 'a suffix that begins with a digit', '+kitchen.7ferns'],
          ['suffix-54', 'a suffix of 54 digits and letters', `+kitchen.f${'3'.repeat(53)}`],
          ['suffix-long-s', 'U+017F in the suffix', '+kitchen.fernſ'],
          ['suffix-digit-arabic', 'an Arabic digit in the suffix', '+kitchen.fern٣'],
        ] as [string, string, string][])
      : ([
          ['x', 'an x for the b', `+kitchen.x${SHARE.slice(1)}`],
          ['first-letter', 'a c for the b', `+kitchen.c${SHARE.slice(1)}`],
        ] as [string, string, string][])),
  ];
  const name = format === 'es.4' ? 'workspace' : 'share';
  return rows.map(
    ([slug, words, text]): Row => [`share-${slug}`, `the share: ${words}`, address, { members: { [name]: text } }],
  );
};

const paths = (): Row[] => {
  const path = (slug: string, defect: string, breaks: string, text: string): Row => [
    `path-${slug}`,
    defect,
    breaks,
    { members: { path: text } },
  ];
  return [
    path('513', 'a path of 513 characters in segments', 'ES-2', `/${'fern/'.repeat(102)}ab`),
    path('1000', 'a path of 1,000 characters', 'ES-2', `/${'f'.repeat(999)}`),
    path('no-solidus', 'a path that begins with a full stop', 'ES-3', './fern'),
    path('solidus-last', 'a solidus behind three segments', 'ES-4', '/a/b/c/'),
    path('empty-last', 'an empty segment before the last', 'ES-5', '/fern/moss//x'),
    path('empty-first', 'an empty segment in front of two', 'ES-5', '//fern/moss'),
    path('three-solidi', 'three solidi in a row', 'ES-5', '/fern///moss'),
    path('at-alone', 'the path begins with /@/', 'ES-6', '/@/fern'),
    path('at-word', 'the path begins with /@ and another word', 'ES-6', '/@moss/fern'),
    path(
      'at-address',
      'the path begins with /@ and an address',
      'ES-6',
      `/${kitchen.earthstarAddress.replace('+kitc', '@')}/x`,
    ),
    path('star', 'a star in the first segment', 'ES-7', '/*/fern'),
    path('semicolon', 'a semicolon at the end', 'ES-7', '/fern;'),
    path('line-feed', 'a line feed behind a segment of two', 'ES-7', '/kitchen/moss\n'),
    path('tilde-alone', 'a ~ alone as a segment', 'ES-8', '/~/fern'),
  ];
};

const times = (kind: EsKind): Row[] => {
  const at = (timestamp: number): EsChange => ({ members: { timestamp } });
  const fading = (timestamp: number, deleteAfter: number): EsChange => ({
    members: { path: '/kitchen/!ferns', timestamp, deleteAfter },
  });
  return [
    ['time-early', 'a timestamp of 14 digits in hundredths of a second', 'ES-9', at(9_999_999_999_990)],
    ['time-negative', 'a negative timestamp in the range', 'ES-9', at(-20_000_000_000_000)],
    ['time-late', 'a timestamp of 2^53 − 1, read then', 'ES-9', at(LATEST + 1), LATEST + 1],
    ['expiry-late', 'a time of expiry of 2^53', 'ES-10', fading(T, LATEST + 2)],
    ['expiry-endless', 'a time of expiry of 10^300', 'ES-10', fading(T, 1e300)],
    ...(kind.format === 'es.4'
      ? ([
          [
            'content-4000002',
            '4,000,002 bytes of content that are 1,333,334 euros',
            'ES4-4',
            { content: '€'.repeat(1_333_334) },
          ],
        ] as Row[])
      : ([
          [
            'text-8002',
            '8,002 bytes of text that are 2,668 euros and letters',
            'ES5-5',
            { content: `${'€'.repeat(2667)}x` },
          ],
          ['text-8004', '8,004 bytes of text that are 2,001 flowers', 'ES5-5', { content: '🌸'.repeat(2001) }],
        ] as Row[])),
  ];
};

const HASH = textHash('');

const attachments = (): Row[] => {
  const wiped = (attachmentHash: string): EsChange => ({
    content: '',
    members: { path: '/kitchen/fern.png', attachmentHash, attachmentSize: 0 },
  });
  const sized = (attachmentSize: number, more: EsChange['members'] = {}): EsChange => ({
    members: { attachmentSize, ...more },
  });
  const file = { path: '/kitchen/fern.png', attachmentHash: HASH };
  const hashes: [slug: string, words: string, text: string][] = [
    ...spareBits(HASH, 4),
    ['short', 'it is one character short', `${HASH.slice(0, -2)}q`],
    ['long', 'it is one character long', `${HASH}q`],
    ['first-letter', 'another letter for the b', `a${HASH.slice(1)}`],
    ['word-before', 'a sigil in front', `%${HASH}`],
  ];
  return [
    ...hashes.map(
      ([slug, words, text]): Row => [`hash-${slug}`, `the hash of a wiped attachment: ${words}`, 'ES5-7', wiped(text)],
    ),
    ['size-negative', 'a size of −1 without a hash', 'ES5-6', sized(-1)],
    ['size-2-to-53', 'a size of 2^53 of a wiped hash', 'ES5-6', sized(2 ** 53, file)],
    ['size-1', 'a size of 1 without a hash at a path that expires', 'ES5-9', sized(1, { path: '/!fern' })],
    [
      'no-text-1',
      'no text, and an attachment of one byte at a path that expires',
      'ES5-10',
      { content: '', ...sized(1, { ...file, path: '/!fern.png' }) },
    ],
    [
      'hyphen',
      'an attachment at a path with a hyphen in its tail',
      'ES5-4',
      sized(1, { ...file, path: '/kitchen/fern.x-png' }),
    ],
  ];
};

const signatures = (kind: EsKind): [slug: string, defect: string, breaks: string, record: JsonObject][] => {
  const honest = made(kind, {});
  const names = kind.format === 'es.4' ? (['signature'] as const) : (['signature', 'shareSignature'] as const);
  return names.flatMap((name) => {
    const text = String(honest[name]);
    const [breaks, what] = name === 'signature' ? ['ES-14', 'the signature'] : ['ES5-12', 'the signature of the share'];
    const rows: [slug: string, words: string, text: string][] = [
      ...spareBits(text, 3),
      ['short', 'it is one character short', `${text.slice(0, -2)}a`],
      ['first-letter', 'another letter for the b', `c${text.slice(1)}`],
      ['word-before', 'an x in front', `x${text}`],
      ['line-feed', 'a line feed behind', `${text}\n`],
    ];
    return rows.map(([slug, words, other]): [string, string, string, JsonObject] => [
      `${name.toLowerCase()}-${slug}`,
      `${what}: ${words}`,
      breaks,
      { ...honest, [name]: other },
    ]);
  });
};

/** The same faults in other surroundings: no rule is noticed by one document alone. */
export const faultsAgain = (kind: EsKind): VectorCase[] => {
  const { area, format } = kind;
  const rows = [...authors(), ...shares(kind), ...paths(), ...times(kind), ...(format === 'es.5' ? attachments() : [])];
  const refused = (slug: string, defect: string, breaks: string, record: JsonObject, now = NOW): VectorCase =>
    refuses(`${area}/again-${slug}`, `${area}/again`, `${defect}, in a page by Fern`, { format, record, now }, [
      breaks,
    ]);
  return [
    takes(`${area}/again`, 'a page by Fern in the kitchen', { format, record: made(kind, {}) }, [kind.shape, 'ES-15']),
    takes(
      `${area}/again-latest`,
      'a page by Fern of the latest time, read then',
      { format, record: made(kind, { members: { timestamp: LATEST } }), now: LATEST },
      ['ES-9'],
    ),
    takes(
      `${area}/again-share-name-15`,
      'a share whose name is 15 characters, by Fern',
      {
        format,
        record: made(kind, { members: { [format === 'es.4' ? 'workspace' : 'share']: `+kitchen01234567.${SHARE}` } }),
      },
      [kind.address],
    ),
    ...['/%40moss/x', '/moss%2f', '/%2fmoss', '/moss%2F%2F'].map((path, index) =>
      takes(
        `${area}/again-percent-${index + 1}`,
        `the path ${path}, in which nothing is decoded`,
        { format, record: made(kind, { members: { path } }) },
        ['ES-7'],
      ),
    ),
    ...rows.map(([slug, defect, breaks, change, now]) => refused(slug, defect, breaks, made(kind, change), now)),
    ...signatures(kind).map((row) => refused(...row)),
  ];
};
