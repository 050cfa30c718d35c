import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { unhex, utf8 } from '../../src/forge/bytes.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { openSpaceId, spaceId } from '../../src/forge/identifiers.ts';
import { type NativeRecord, recordMessage } from '../../src/forge/native.ts';
import { expandSeed, publicKey, signWithNonce } from '../../src/forge/signature.ts';
import { NOW, T, takes } from '../cases/verify.ts';
import { scalarOf } from '../signatures/craft.ts';
import { type PageChange, page, pageHeader } from './page.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, phone, gardening, spaces } = cast;
const BASE = ['REC-1', 'REC-2', 'REC-3', 'REC-5', 'REC-9', 'REC-15'];
const CONTENT = ['REC-10', 'REC-16', 'REC-17'];

const take = (slug: string, title: string, change: PageChange, requirements: string[], now?: number): VectorCase =>
  takes(
    `records/${slug}`,
    title,
    { format: FORMAT, record: page(change), ...(now === undefined ? {} : { now }) },
    requirements,
  );

const takeText = (slug: string, title: string, text: string, requirements: string[]): VectorCase =>
  takes(`records/${slug}`, title, { format: FORMAT, text }, requirements);

const header = (members: PageChange['header'] & object): PageChange => ({ header: members });

/** Suzy's page, as text with something changed that does not matter. */
const FLOWERS_PAGE = page();
const TEXT = JSON.stringify(FLOWERS_PAGE);

const reversed = ({ header: members, signature, content }: NativeRecord): string =>
  JSON.stringify({ content, signature, header: Object.fromEntries(Object.entries(members).reverse()) });

const PLAIN: readonly VectorCase[] = [
  take('page', 'Suzy writes about flowers', {}, [...BASE, ...CONTENT, 'REC-6', 'REC-7', 'REC-11', 'REC-13', 'REC-18']),
  take('page-by-fern', 'Fern writes about flowers', { author: fern }, BASE),
  take('without-content', 'the content does not travel along', { sparse: true }, ['REC-1', 'REC-16', 'REC-17']),
  take('in-space-with-key', 'a space with a key', header({ space: spaces.gardeningKey }), ['REC-2']),
  take('in-kitchen', 'another open space', header({ space: spaces.kitchen }), ['REC-2']),
  take('space-name-1', 'the name of the space is one letter', header({ space: openSpaceId('g', sha256(utf8('g'))) }), [
    'REC-2',
  ]),
  take(
    'space-name-14',
    'the name of the space is 14 characters',
    header({ space: openSpaceId('abcdefghijklm4', sha256(utf8('g'))) }),
    ['REC-2'],
  ),
  take(
    'space-name-15',
    'the name of the space is 15 characters',
    header({ space: spaceId('gardening234567', publicKey(gardening.seed)) }),
    ['REC-2'],
  ),
  take('content-empty', 'no bytes of content', { content: '' }, ['REC-6', 'REC-10', 'REC-11', 'REC-16', 'REC-17']),
  take('content-empty-sparse', 'no bytes of content, and no content', { content: '', sparse: true }, [
    'REC-6',
    'REC-11',
  ]),
  take('content-1', 'one byte of content', { content: 'a' }, ['REC-6', 'REC-11', 'REC-16']),
  take('content-65535', '65,535 bytes of content', { content: 'x'.repeat(65_535) }, CONTENT),
  take('content-65536', '65,536 bytes of content', { content: 'x'.repeat(65_536) }, CONTENT),
  take(
    'content-65536-letters',
    '65,536 bytes of content that are 32,768 letters',
    { content: 'é'.repeat(32_768) },
    CONTENT,
  ),
  take(
    'content-65536-flowers',
    '65,536 bytes of content that are 16,384 flowers',
    { content: '🌸'.repeat(16_384) },
    CONTENT,
  ),
  take('blob-65537', 'a blob one byte too long to travel along', { blob: new Uint8Array(65_537).fill(0x61) }, [
    'REC-5',
    'REC-6',
    'REC-10',
  ]),
  take('blob-200000', 'a blob of four chunks', { blob: new Uint8Array(200_000).fill(7) }, ['REC-5', 'REC-6']),
  take('blob-ill-formed', 'a blob that is no text', { blob: unhex('fffec080') }, ['REC-5', 'REC-16']),
  take(
    'size-largest',
    'the largest size of a blob that nobody has seen',
    {
      sparse: true,
      header: { contentSize: 9_007_199_254_740_991, contentHash: `&${base32(sha256(utf8('a very large film')))}` },
    },
    ['REC-5', 'REC-6'],
  ),
  take('unicode', 'content in many scripts', { content: 'Blumen süß, 花, λουλούδι, פרח, زهرة, 🌸🧑‍🌾' }, CONTENT),
  take('not-normalised', 'content with a combining accent', { content: 'e\u0301 and \u00e9' }, CONTENT),
  take(
    'control-characters',
    'content with every control character',
    { content: Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).join('') },
    CONTENT,
  ),
  take(
    'line-separators',
    'content with U+2028, U+2029, U+0085 and CR LF',
    { content: 'a\u2028b\u2029c\u0085d\r\ne' },
    CONTENT,
  ),
  take(
    'byte-order-mark',
    'content that begins with a byte order mark: three bytes of it',
    { content: '\ufeffa' },
    CONTENT,
  ),
  take('quotes', 'content with quotes, backslashes and solidi', { content: '"\\"/\\/\'`' }, CONTENT),
  take('noncharacters', 'content with U+FFFE, U+FFFF and U+10FFFF', { content: '\ufffe\uffff\u{10ffff}' }, CONTENT),
  take('json-inside', 'content that is JSON', { content: '{"path":"/wiki/flowers","path":null}' }, CONTENT),
  take('earliest', 'the earliest timestamp', header({ timestamp: 10_000_000_000_000 }), ['REC-7']),
  take('earliest-plus-1', 'one after the earliest timestamp', header({ timestamp: 10_000_000_000_001 }), ['REC-7']),
  take(
    'latest',
    'the latest timestamp, read at that time',
    header({ timestamp: 9_007_199_254_740_990 }),
    ['REC-7'],
    9_007_199_254_740_990,
  ),
  take(
    'latest-ahead',
    'the latest timestamp, read 10 minutes before',
    header({ timestamp: 9_007_199_254_740_990 }),
    ['REC-7', 'REC-13'],
    9_007_199_254_740_990 - 600_000_000,
  ),
  take('timestamp-is-now', 'written now', header({ timestamp: NOW }), ['REC-13']),
  take('ahead-10-minutes', 'written exactly 10 minutes from now', header({ timestamp: NOW + 600_000_000 }), ['REC-13']),
  take('ahead-less', 'written a microsecond less than 10 minutes from now', header({ timestamp: NOW + 599_999_999 }), [
    'REC-13',
  ]),
  take('long-ago', 'read long after it was written', {}, ['REC-13'], 9_007_199_254_740_991),
];

const TYPES: readonly [slug: string, title: string, type: string][] = [
  ['plain', 'text/plain', 'text/plain'],
  ['markdown', 'text/markdown', 'text/markdown'],
  ['shortest', 'one letter on each side', 'a/b'],
  ['digits', 'digits in front', '3gpp/0'],
  ['suffix', 'a suffix and a tree', 'application/vnd.rockpool.page.v1+json'],
  ['every-character', 'every character that is allowed', 'a!#$&-^_.+z09/b!#$&-^_.+z09'],
  ['127', '127 characters', `text/${'x'.repeat(122)}`],
  ['127-in-front', '127 characters, most of them in front', `${'x'.repeat(125)}/y`],
];

const TEXTS: readonly VectorCase[] = [
  takeText('text-member-order', 'the members in another order', reversed(FLOWERS_PAGE), ['REC-1', 'REC-14', 'REC-15']),
  takeText(
    'text-blanks',
    'blanks between all tokens',
    JSON.stringify(FLOWERS_PAGE, null, '\t').replaceAll('\n', '\r\n '),
    ['TXT-2', 'REC-14'],
  ),
  takeText('text-newline-behind', 'a line feed behind', `${TEXT}\n`, ['TXT-2']),
  takeText(
    'text-escapes',
    'letters written as escapes',
    TEXT.replace('Flowers', '\\u0046\\u006Cowers').replace('🌸', '\\uD83C\\uDF38'),
    ['TXT-4', 'REC-17'],
  ),
  takeText(
    'text-escapes-in-header',
    'escapes in the header: the id is the same',
    TEXT.replace('/wiki/flowers', '\\/wiki\\/\\u0066lowers'),
    ['REC-14', 'REC-15'],
  ),
  takeText(
    'text-escapes-in-names',
    'escapes in the names of members',
    TEXT.replace('"header"', '"h\\u0065ader"').replace('"path"', '"\\u0070ath"'),
    ['TXT-3', 'REC-1'],
  ),
  takeText(
    'text-escapes-in-ids',
    'escapes in an identifier and in the signature',
    TEXT.replace('"@b', '"\\u0040b').replace('"signature":"b', '"signature":"\\u0062'),
    ['REC-3', 'REC-9'],
  ),
  takeText(
    'text-size-524288',
    'blanks that make the text 524,288 bytes long',
    `${TEXT}${' '.repeat(524_288 - utf8(TEXT).length)}`,
    ['TXT-5'],
  ),
];

const rekeyed = (signer: TestKey, change: PageChange = {}): NativeRecord =>
  page({ ...change, header: { key: signer.keyId, ...change.header }, signer });

const HELD: readonly VectorCase[] = (
  [
    ['held-phone', "signed by Suzy's phone", rekeyed(phone)],
    ['held-phone-sparse', "signed by Suzy's phone, without the content", rekeyed(phone, { sparse: true })],
    ['held-by-fern', "Fern signs in Suzy's name: nobody can tell yet that she may not", rekeyed(fern)],
    ['held-empty', "an empty page signed by Suzy's phone", rekeyed(phone, { content: '' })],
    [
      'held-own-path',
      "signed by Suzy's phone at a path that names Suzy",
      rekeyed(phone, { header: { path: `/about/~${suzy.keyId}/name` } }),
    ],
    [
      'held-typed',
      "signed by Suzy's phone, with a content type",
      rekeyed(phone, { header: { contentType: 'text/plain' } }),
    ],
  ] as const
).map(([slug, title, record]) =>
  takes(`records/${slug}`, title, { format: FORMAT, record }, ['REC-4', 'REC-12', 'REC-15', 'REC-19'], { held: true }),
);

const otherNonces = (): VectorCase[] =>
  [1, 2, 3].map((count) => {
    const members = pageHeader();
    const signature = base32(signWithNonce(suzy.seed, recordMessage(members), scalarOf(`nonce ${count}`)));
    return takes(
      `records/other-nonce-${count}`,
      'the same header with another valid signature',
      { format: FORMAT, record: { ...FLOWERS_PAGE, signature } },
      ['REC-9', 'REC-15'],
    );
  });

/** Suzy's scalar itself as the nonce: R is her key, which is no defect. */
const ownNonce = (): VectorCase => {
  const members = pageHeader();
  const signature = base32(signWithNonce(suzy.seed, recordMessage(members), expandSeed(suzy.seed).scalar % 2n ** 250n));
  return takes(
    'records/other-nonce-own',
    'a nonce made from the secret key',
    { format: FORMAT, record: { ...FLOWERS_PAGE, signature } },
    ['REC-15'],
  );
};

export const acceptedRecords = (): VectorCase[] => [
  ...PLAIN,
  ...TYPES.map(([slug, title, contentType]) =>
    take(`type-${slug}`, `content type: ${title}`, header({ contentType }), ['REC-8']),
  ),
  ...TEXTS,
  ...HELD,
  ...otherNonces(),
  ownNonce(),
  takes(
    'records/after-a-year',
    'the page, read a year later',
    { format: FORMAT, record: FLOWERS_PAGE, now: T + 31_536_000_000_000 },
    ['REC-13'],
  ),
];
