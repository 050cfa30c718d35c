import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { concat, littleEndian, toLittleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { equationHolds, L, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL } from '../../src/forge/curve.ts';
import { ES4_LINES, ES5_LINES, hashEs4, hashEs5, hashLines } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { sign } from '../../src/forge/signature.ts';
import { NOW, refuses, T } from '../cases/verify.ts';
import { signatureForms } from '../records/refused.ts';
import { craft, scalarOf } from '../signatures/craft.ts';
import { renamed } from './accepted.ts';
import type { EsChange, EsKind } from './document.ts';

const { suzy, fern, gardening } = cast;
const LATEST = 9_007_199_254_740_990;

type Row = [slug: string, defect: string, change: EsChange, parent?: string];

const path = (text: string, members: Readonly<Record<string, Json | undefined>> = {}): EsChange => ({
  members: { path: text, ...members },
});
const members = (change: Readonly<Record<string, Json | undefined>>): EsChange => ({ members: change });

const faults = (
  { format, area, make }: EsKind,
  breaks: string[],
  parent: string,
  rows: Row[],
  now?: number,
): VectorCase[] =>
  rows.map(([slug, defect, change, other]) =>
    refuses(
      `${area}/${slug}`,
      `${area}/${other ?? parent}`,
      defect,
      { format, record: make(change), ...(now === undefined ? {} : { now }) },
      breaks,
    ),
  );

/** Faults of a document that is already signed. */
const documents = (
  { format, area }: EsKind,
  breaks: string[],
  rows: [slug: string, defect: string, record: unknown, parent?: string][],
): VectorCase[] =>
  rows.map(([slug, defect, record, parent]) =>
    refuses(`${area}/${slug}`, `${area}/${parent ?? 'page'}`, defect, { format, record }, breaks),
  );

const texts = (kind: EsKind): VectorCase[] => {
  const { format, area, make, shape } = kind;
  const text = JSON.stringify(make());
  const [before, after] = text.split('🌸') as [string, string];
  const rows: [slug: string, defect: string, text: string | Uint8Array, breaks: string][] = [
    [
      'text-ill-formed',
      'the flower in the content is cut after three bytes',
      concat(utf8(before), unhex('f09f8c'), utf8(after)),
      'TXT-1',
    ],
    ['text-overlong', 'NUL as an overlong form', concat(utf8(before), unhex('c080'), utf8(after)), 'TXT-1'],
    ['text-byte-order-mark', 'a byte order mark in front', `\ufeff${text}`, 'TXT-2'],
    ['text-cut', 'the last character is missing', text.slice(0, -1), 'TXT-2'],
    ['text-two', 'two documents', text + text, 'TXT-2'],
    ['text-duplicate', 'path twice', text.replace('"path"', '"path":"/x","path"'), 'TXT-3'],
    [
      'text-duplicate-equal',
      'path twice with one value',
      text.replace('"path"', '"path":"/wiki/shared/Flowers","path"'),
      'TXT-3',
    ],
    [
      'text-duplicate-escaped',
      'path twice, once with an escape',
      text.replace('"path"', '"\\u0070ath":"/x","path"'),
      'TXT-3',
    ],
    ['text-surrogate', 'half of the flower in the content', text.replace('🌸', '\\ud83c'), 'TXT-4'],
    ['text-surrogate-low', 'the other half of the flower in the content', text.replace('🌸', '\\udf38'), 'TXT-4'],
    [
      'text-surrogate-replaced',
      'half of the flower in the content, whose hash is that of U+FFFD',
      JSON.stringify(make({ content: 'Flowers are pretty \ufffd' })).replace('\ufffd', '\\ud83c'),
      'TXT-4',
    ],
    ['text-surrogate-in-path', 'half of a flower in the path', text.replace('/Flowers', '/\\ud83c'), 'TXT-4'],
    [
      'text-fraction',
      'a timestamp with a fraction that a double holds',
      text.replace('1700000000000000', '1700000000000000.5'),
      shape,
    ],
    ['text-deep', 'a timestamp in five lists', text.replace('1700000000000000', '[[[[[1]]]]]'), shape],
    [
      'text-2-to-the-53',
      'a timestamp of 2^53 + 1, which no double holds',
      text.replace('1700000000000000', '9007199254740993'),
      'ES-9',
    ],
    ['text-20-digits', 'a timestamp of 20 digits', text.replace('1700000000000000', '17000000000000000000'), 'ES-9'],
    ['text-minus-zero', 'a timestamp of minus zero', text.replace('1700000000000000', '-0'), 'ES-9'],
  ];
  return rows.map(([slug, defect, written, breaks]) =>
    refuses(`${area}/${slug}`, `${area}/page`, defect, { format, text: written }, [breaks]),
  );
};

const shapes = (kind: EsKind): VectorCase[] => {
  const honest = kind.make();
  const { signature: _none, ...unsigned } = honest as { signature: Json } & Record<string, Json>;
  const names = Object.keys(honest).filter((name) => name !== 'signature' && name !== 'shareSignature');
  const typed = names.filter((name) => name !== 'deleteAfter');
  const wrong = (name: string): Json => (typeof honest[name] === 'number' ? String(honest[name]) : 1);
  return [
    ...faults(kind, [kind.shape], 'page', [
      ...names.map((name): Row => [`no-${name.toLowerCase()}`, `no ${name}`, members({ [name]: undefined })]),
      ...typed.map(
        (name): Row => [
          `type-of-${name.toLowerCase()}`,
          `${name} is ${typeof wrong(name) === 'string' ? 'a string' : 'a number'}`,
          members({ [name]: wrong(name) }),
        ],
      ),
      ...names.map((name): Row => [`list-of-${name.toLowerCase()}`, `${name} is a list`, members({ [name]: [] })]),
      ...typed.map((name): Row => [`null-${name.toLowerCase()}`, `${name} is null`, members({ [name]: null })]),
      ['expiry-text', 'deleteAfter is a string', path('/!x', { deleteAfter: '1700000003000000' }), 'ephemeral'],
      ['expiry-true', 'deleteAfter is true', path('/!x', { deleteAfter: true }), 'ephemeral'],
      [
        'expiry-fraction',
        'deleteAfter has a fraction',
        path('/!x', { deleteAfter: 1_700_000_003_000_000.5 }),
        'ephemeral',
      ],
      ['member-underscore', 'a member whose name begins with _', members({ _localIndex: 1 })],
      ['member-unknown', 'a member that nobody knows', members({ color: 'red' })],
      ['member-constructor', 'a member constructor that is an object', members({ constructor: { toString: 1 } })],
      ['member-proto', 'a member __proto__', { members: JSON.parse('{"__proto__":1}') as Record<string, Json> }],
      [
        'member-other-format',
        'a member of the other format',
        members(kind.format === 'es.4' ? { text: '' } : { content: '' }),
      ],
      ['format-other', 'the other format', members({ format: kind.format === 'es.4' ? 'es.5' : 'es.4' })],
      ['format-es3', 'an older format', members({ format: 'es.3' })],
      ['format-capitals', 'the format in capital letters', members({ format: kind.format.toUpperCase() })],
      ['format-empty', 'an empty format', members({ format: '' })],
    ]),
    ...documents(
      kind,
      [kind.shape],
      [
        ['no-signature', 'no signature', unsigned],
        ['signature-number', 'the signature is a number', { ...honest, signature: 1 }],
        ['signature-null', 'the signature is null', { ...honest, signature: null }],
        ...['format', 'path', 'author'].map((name): [string, string, unknown] => [
          `object-of-${name}`,
          `${name} is an object with a member toString`,
          { ...honest, [name]: { toString: 1 } },
        ]),
        ['array', 'a list of one document', [honest]],
        ['string', 'the document as a string', JSON.stringify(honest)],
        ['null', 'null in the place of the document', null],
        ['number', 'a number in the place of the document', 1],
        ['empty-object', 'no members at all', {}],
      ],
    ),
  ];
};

const addresses = (kind: EsKind): VectorCase[] => {
  const key = suzy.earthstarAddress.slice(6);
  const author = (text: string): EsChange => members({ author: text });
  return faults(kind, ['ES-1'], 'page', [
    ['author-spare', 'a spare bit of the key is set', author(`${suzy.earthstarAddress.slice(0, -1)}b`)],
    ['author-name-3', 'a short name of 3 characters', author(`@suz.${key}`)],
    ['author-name-5', 'a short name of 5 characters', author(`@suzyy.${key}`)],
    ['author-name-capital', 'a capital letter in the short name', author(`@Suzy.${key}`)],
    ['author-name-digit-first', 'a digit in front of the short name', author(`@4uzy.${key}`)],
    ['author-name-hyphen', 'a hyphen in the short name', author(`@su-y.${key}`)],
    ['author-name-umlaut', 'a letter that is no ASCII in the short name', author(`@süzy.${key}`)],
    ['author-name-empty', 'no short name', author(`@.${key}`)],
    ['author-native', 'the identifier of native records', author(suzy.keyId)],
    ['author-no-sigil', 'no @', author(`suzy.${key}`)],
    ['author-plus', 'a + in the place of the @', author(`+suzy.${key}`)],
    ['author-comma', 'a comma in the place of the full stop', author(`@suzy,${key}`)],
    ['author-no-b', 'no b in front of the key', author(`@suzy.${key.slice(1)}`)],
    ['author-x', 'an x in the place of the b', author(`@suzy.x${key.slice(1)}`)],
    ['author-key-short', 'the key is one character short', author(`@suzy.${key.slice(0, -2)}a`)],
    ['author-key-long', 'the key is one character long', author(`@suzy.${key}a`)],
    ['author-key-capital', 'a capital letter in the key', author(`@suzy.bA${key.slice(2)}`)],
    ['author-key-digit-1', 'the digit 1 in the key', author(`@suzy.b1${key.slice(2)}`)],
    ['author-newline', 'a line feed behind the address', author(`${suzy.earthstarAddress}\n`)],
    ['author-empty', 'an empty text', author('')],
  ]);
};

const paths = (kind: EsKind): VectorCase[] => [
  ...faults(kind, ['ES-2'], 'path-512', [
    ['path-513', 'a path of 513 characters', path(`/${'a'.repeat(512)}`)],
    ['path-514-segments', 'a path of 257 segments', path('/a'.repeat(257)), 'path-512-segments'],
  ]),
  ...faults(kind, ['ES-3'], 'page', [
    ['path-empty', 'an empty path', path('')],
    ['path-no-solidus', 'no solidus in front', path('wiki/flowers')],
  ]),
  ...faults(kind, ['ES-4'], 'path-shortest', [
    ['path-solidus', 'nothing but a solidus', path('/')],
    ['path-trailing-solidus', 'a solidus behind', path('/wiki/')],
  ]),
  ...faults(kind, ['ES-5'], 'page', [
    ['path-empty-segment', 'an empty segment', path('/wiki//flowers')],
    ['path-empty-first-segment', 'an empty segment in front', path('//wiki')],
  ]),
  ...faults(kind, ['ES-6'], 'path-at-later', [
    ['path-at-first', 'the path begins with /@', path('/@suzy')],
    ['path-at-address', 'the path begins with the address of the author', path(`/${suzy.earthstarAddress}/x`)],
  ]),
  ...faults(
    kind,
    ['ES-7'],
    'path-every-character',
    (
      [
        ['blank', ' '],
        ['tab', '\t'],
        ['newline', '\n'],
        ['nul', '\u0000'],
        ['delete', '\u007f'],
        ['quote', '"'],
        ['hash', '#'],
        ['star', '*'],
        ['semicolon', ';'],
        ['less', '<'],
        ['greater', '>'],
        ['question', '?'],
        ['left-bracket', '['],
        ['backslash', '\\'],
        ['right-bracket', ']'],
        ['caret', '^'],
        ['grave', '`'],
        ['left-brace', '{'],
        ['bar', '|'],
        ['right-brace', '}'],
        ['umlaut', 'ü'],
        ['flower', '🌸'],
      ] as const
    ).map(
      ([slug, letter]): Row => [
        `path-with-${slug}`,
        `the character ${JSON.stringify(letter)} in the path`,
        path(`/wiki/a${letter}b/c`),
      ],
    ),
  ),
  ...faults(kind, ['ES-7'], 'page', [['path-newline-behind', 'a line feed behind the path', path('/wiki/flowers\n')]]),
  ...faults(kind, ['ES-8'], 'own', [
    ['tilde-alone', 'a ~ without an address locks everybody out', path('/about/~')],
    ['tilde-word', 'a ~ in front of a word', path('/~suzy/x')],
    ['tilde-other', 'the path names Fern', path(`/about/~${fern.earthstarAddress}/name`)],
    [
      'tilde-other-renamed',
      'the path names the key of the author under another short name',
      path(`/about/~${renamed('zzzz')}/name`),
      'own-renamed',
    ],
    ['tilde-short-name', 'the path names the short name alone', path('/about/~@suzy/name')],
    ['tilde-cut', 'the address in the path is cut', path(`/about/~${suzy.earthstarAddress.slice(0, -1)}/name`)],
    [
      'tilde-elsewhere',
      'the address of the author without ~, and a ~ elsewhere',
      path(`/x/${suzy.earthstarAddress}/~`),
    ],
    [
      'tilde-without-at',
      'the address in the path without its @',
      path(`/about/~${suzy.earthstarAddress.slice(1)}/name`),
    ],
  ]),
];

const times = (kind: EsKind): VectorCase[] => {
  const expiring = (deleteAfter: number, other: Readonly<Record<string, Json>> = {}): EsChange =>
    path('/chat/!hello', { deleteAfter, ...other });
  return [
    ...faults(kind, ['ES-9'], 'timestamp-earliest', [
      ['timestamp-too-early', 'one before the earliest timestamp', members({ timestamp: 9_999_999_999_999 })],
      ['timestamp-0', 'a timestamp of 0', members({ timestamp: 0 })],
      ['timestamp-negative', 'a negative timestamp', members({ timestamp: -T })],
      ['timestamp-milliseconds', 'a timestamp in milliseconds', members({ timestamp: T / 1000 }), 'page'],
    ]),
    ...faults(
      kind,
      ['ES-9'],
      'timestamp-latest',
      [['timestamp-too-late', 'one after the latest timestamp', members({ timestamp: LATEST + 1 })]],
      LATEST,
    ),
    ...faults(kind, ['ES-10'], 'ephemeral', [
      ['expiry-too-early', 'one before the earliest time of expiry', expiring(9_999_999_999_999)],
      ['expiry-0', 'a time of expiry of 0', expiring(0)],
      ['expiry-too-late', 'one after the latest time of expiry', expiring(LATEST + 1), 'ephemeral-latest'],
      ['expiry-2-to-53', 'a time of expiry of 2^53', expiring(LATEST + 2), 'ephemeral-latest'],
    ]),
    ...faults(
      kind,
      ['ES-11'],
      'ephemeral-shortest-early',
      [
        ['expiry-at-once', 'it expires when it was written', expiring(T)],
        ['expiry-at-once-ahead', 'written and expired a second from now', expiring(NOW, { timestamp: NOW })],
        ['expiry-before', 'it expires a microsecond before it was written', expiring(T, { timestamp: T + 1 })],
      ],
      T,
    ),
    ...faults(kind, ['ES-12'], 'timestamp-ahead', [
      [
        'timestamp-ahead-more',
        'a microsecond more than 10 minutes from now',
        members({ timestamp: NOW + 600_000_001 }),
      ],
      ['timestamp-ahead-day', 'a day from now', members({ timestamp: NOW + 86_400_000_000 })],
    ]),
    ...faults(kind, ['ES-13'], 'ephemeral-now', [
      ['expired', 'expired a microsecond ago', expiring(NOW - 1)],
      ['expired-long-ago', 'it lived for a microsecond, long ago', expiring(T + 1)],
    ]),
    ...faults(
      kind,
      ['ES-13'],
      'ephemeral-latest-now',
      [['expired-latest', 'the latest time of expiry, a microsecond later', expiring(LATEST)]],
      LATEST + 1,
    ),
    ...faults(kind, [kind.ephemeral], 'ephemeral', [
      ['expiry-without-exclamation', 'no ! in the path', path('/chat/hello', { deleteAfter: NOW + 1 })],
      [
        'expiry-without-exclamation-own',
        'no ! in a path of Suzy',
        path(`/~${suzy.earthstarAddress}/x`, { deleteAfter: NOW + 1 }),
        'own',
      ],
    ]),
  ];
};

const hashOf = ({ format }: EsKind, document: JsonObject): string =>
  format === 'es.4' ? hashEs4(document) : hashEs5(document);

/** Signed for a key of small order without any secret; the path is tried until the equation holds. */
const forged = (kind: EsKind, key: string): JsonObject => {
  for (let count = 0; ; count += 1) {
    const document = kind.make({ members: { author: `@suzy.${base32(unhex(key))}`, path: `/wiki/flowers${count}` } });
    const message = utf8(hashOf(kind, document));
    const { signature } = craft({ a: 0n, key: unhex(key), r: scalarOf('forged'), message });
    if (equationHolds(unhex(key), message, signature)) return { ...document, signature: base32(signature) };
  }
};

const signatures = (kind: EsKind): VectorCase[] => {
  const honest = kind.make();
  const lines = kind.format === 'es.4' ? ES4_LINES : ES5_LINES;
  const hash = hashOf(kind, honest);
  const bytes = unbase32(String(honest.signature));
  const signedAs = (message: Uint8Array) => ({ ...honest, signature: base32(sign(suzy.seed, message)) });
  const lined = (names: readonly string[]): Uint8Array => utf8(base32(sha256(utf8(hashLines(honest, names)))));
  return [
    ...documents(
      kind,
      ['ES-14'],
      signatureForms(String(honest.signature)).map(([slug, defect, signature]) => [
        `signature-${slug}`,
        defect,
        { ...honest, signature },
      ]),
    ),
    ...documents(
      kind,
      ['ES-15'],
      [
        ['signed-by-fern', 'signed by Fern', kind.make({ signer: fern })],
        ['signed-by-share', 'signed by the share in the place of the author', kind.make({ signer: gardening })],
        [
          'signature-bit',
          'one bit of the signature turned over',
          { ...honest, signature: base32(bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte))) },
        ],
        [
          'signature-s-plus-l',
          'L added to S',
          {
            ...honest,
            signature: base32(concat(bytes.subarray(0, 32), toLittleEndian(littleEndian(bytes.subarray(32)) + L, 32))),
          },
        ],
        ['signature-zero', 'all bits of the signature are 0', { ...honest, signature: base32(new Uint8Array(64)) }],
        ['signed-digest', 'the digest signed as 32 bytes', signedAs(unbase32(hash))],
        ['signed-without-b', 'the hash signed without its b', signedAs(utf8(hash.slice(1)))],
        ['signed-lines', 'the lines themselves signed', signedAs(utf8(hashLines(honest, lines)))],
        [
          'signed-native-context',
          'the hash signed in the context of native records',
          signedAs(utf8(`rockpool:record:1:${hash}`)),
        ],
        [
          'signed-no-last-line-feed',
          'the last line hashed without its line feed',
          signedAs(utf8(base32(sha256(utf8(hashLines(honest, lines).slice(0, -1)))))),
        ],
        ['signed-reversed-lines', 'the lines hashed in the reverse order', signedAs(lined([...lines].reverse()))],
        [
          'signed-without-format',
          'the lines hashed without the format',
          signedAs(lined(lines.filter((name) => name !== 'format'))),
        ],
        ['signed-with-content', 'the content hashed as a line too', signedAs(lined(['content', 'text', ...lines]))],
        ...[...SMALL_ORDER.slice(0, 5), ...SMALL_ORDER_NON_CANONICAL].map((key, index): [string, string, unknown] => [
          `author-small-${index}`,
          `the key of the author is ${key}, of small order, and the equation holds`,
          forged(kind, key),
        ]),
      ].map((row) => row as [string, string, unknown]),
    ),
  ];
};

const orders = (kind: EsKind): VectorCase[] => {
  const rows: [slug: string, defect: string, record: unknown, breaks: string[]][] = [
    [
      'order-shape-form',
      'a further member, and an empty path',
      kind.make({ members: { path: '', color: 1 } }),
      [kind.shape],
    ],
    [
      'order-form-relations',
      'a timestamp of 0, and a path of Fern',
      kind.make({ members: { timestamp: 0, path: `/~${fern.earthstarAddress}` } }),
      ['ES-9'],
    ],
    [
      'order-relations-time',
      'a path of Fern, and from the future',
      kind.make({ members: { timestamp: NOW + 600_000_001, path: `/~${fern.earthstarAddress}/x` } }),
      ['ES-8'],
    ],
    [
      'order-time-signature',
      'from the future, and signed by Fern',
      kind.make({ members: { timestamp: NOW + 600_000_001 }, signer: fern }),
      ['ES-12'],
    ],
    [
      'order-signature-content',
      'signed by Fern, and the hash of other content',
      kind.make({
        members: {
          contentHash: undefined,
          [kind.format === 'es.4' ? 'contentHash' : 'textHash']: base32(new Uint8Array(32)),
        },
        signer: fern,
      }),
      ['ES-15'],
    ],
    [
      'several-form',
      'author and path break their forms',
      kind.make({ members: { author: '@suzy', path: 'x' } }),
      ['ES-1', 'ES-3'],
    ],
  ];
  return rows.map(([slug, defect, record, breaks]) =>
    refuses(`${kind.area}/${slug}`, `${kind.area}/page`, defect, { format: kind.format, record }, breaks),
  );
};

/** What es.4 and es.5 both refuse. */
export const refusedEarthstar = (kind: EsKind): VectorCase[] => [
  ...texts(kind),
  ...shapes(kind),
  ...addresses(kind),
  ...paths(kind),
  ...times(kind),
  ...signatures(kind),
  ...orders(kind),
];
