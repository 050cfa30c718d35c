import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ESCAPES, HALVES, ILL_FORMED, STAMPS, texts } from '../cases/lenient.ts';
import { refuses, takes } from '../cases/verify.ts';
import type { EsKind } from './document.ts';

const PLACE = '@@';
const OK = ['content-moss', 'a page about moss'] as const;

const joined = (before: string, bytes: Uint8Array, after: string): Uint8Array =>
  Uint8Array.from([...utf8(before), ...bytes, ...utf8(after)]);

/** A text whose content travels as `sent`, with the hash of what a careless reader reads there. */
const misread = (kind: EsKind, sent: Uint8Array, read: Uint8Array): Uint8Array => {
  const name = kind.format === 'es.4' ? 'contentHash' : 'textHash';
  const document = kind.make({ content: PLACE, members: { [name]: base32(sha256(read)) } });
  const [before = '', after = ''] = JSON.stringify(document).split(PLACE);
  return joined(before, sent, after);
};

type Row = [slug: string, defect: string, text: string | Uint8Array];

const refuseAll = ({ format, area }: EsKind, breaks: string, rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, defect, text]) =>
    refuses(`${area}/lenient-${slug}`, `${area}/${OK[0]}`, defect, { format, text }, [breaks]),
  );

const escapes = (kind: EsKind): VectorCase[] =>
  refuseAll(
    kind,
    'TXT-2',
    ESCAPES.map(([slug, words, sent, seen]) => [
      slug,
      `${words}: the content, and its hash`,
      misread(kind, utf8(`moss${sent}`), utf8(`moss${seen}`)),
    ]),
  );

const structures = (kind: EsKind): VectorCase[] => {
  const text = JSON.stringify(kind.make({ content: 'moss' }));
  const nulls: readonly [slug: string, word: string][] =
    kind.format === 'es.5'
      ? []
      : [
          ['none', 'None'],
          ['nil', 'nil'],
          ['capitals', 'NULL'],
          ['undefined', 'undefined'],
          ['nan', 'NaN'],
          ['cut', 'nul'],
          ['nulx', 'nulx'],
          ['digit', 'null0'],
          ['twice', 'nullnull'],
          ['nothing', ''],
        ];
  return refuseAll(kind, 'TXT-2', [
    ...texts(text).map(([slug, words, sent]): Row => [slug, words, sent]),
    ...STAMPS.map(([slug, words, sent, seen]): Row => [slug, words, text.replace(seen, () => sent)]),
    ...nulls.map(
      ([slug, word]): Row => [
        `null-${slug}`,
        word === '' ? 'nothing in the place of null' : `the word ${word} in the place of null`,
        text.replace(':null', () => `:${word}`),
      ],
    ),
  ]);
};

const illFormed = (kind: EsKind): VectorCase[] => {
  const sentAs = (hex: string): Uint8Array => joined('moss', unhex(hex), 'moss');
  const text = JSON.stringify(kind.make({ content: 'moss' }));
  const at = text.indexOf('path') + 2;
  const slipped = (place: number): Uint8Array => joined(text.slice(0, place), unhex('ff'), text.slice(place));
  const ends: readonly [slug: string, words: string, read: Uint8Array][] = [
    ['replaced', 'U+FFFD there', utf8('moss\ufffd')],
    ['dropped', 'nothing there', utf8('moss')],
    ['raw', 'the bytes', joined('moss', unhex('e282'), '')],
  ];
  return refuseAll(kind, 'TXT-1', [
    ...ILL_FORMED.flatMap(([slug, words, hex, read]): Row[] => [
      [
        `utf8-${slug}-raw`,
        `${words} in the content, whose hash is that of the bytes`,
        misread(kind, sentAs(hex), sentAs(hex)),
      ],
      ...read.map(
        (seen, index): Row => [
          `utf8-${slug}-${index + 1}`,
          `${words} in the content, whose hash is that of ${seen === '' ? 'nothing' : JSON.stringify(seen)} there`,
          misread(kind, sentAs(hex), utf8(`moss${seen}moss`)),
        ],
      ),
    ]),
    ...ends.map(
      ([slug, words, read]): Row => [
        `utf8-end-${slug}`,
        `content that ends within a euro sign, whose hash is that of ${words}`,
        misread(kind, joined('moss', unhex('e282'), ''), read),
      ],
    ),
    ['utf8-in-name', 'a byte FF in the name of a member, which is right without it', slipped(at)],
    ['utf8-in-path', 'a byte FF in the path, which is right without it', slipped(text.indexOf('/wiki') + 3)],
    ['utf8-between', 'a byte FF between two members', slipped(text.indexOf(',"') + 1)],
    ['utf8-behind', 'a byte FF behind the text', slipped(text.length)],
  ]);
};

/** Halves of pairs, with the hash of what careless encoders make of the string. */
const halves = (kind: EsKind): VectorCase[] => {
  const raw = (before: string, hex: string, after = ''): Uint8Array => joined(before, unhex(hex), after);
  const sent: readonly [slug: string, words: string, sent: string, read: readonly [string, string, Uint8Array][]][] = [
    [
      'behind',
      '\\udfff, the last of the halves, behind moss',
      'moss\\udfff',
      [
        ['question', 'a question mark', utf8('moss?')],
        ['raw', 'three bytes for the half', raw('moss', 'edbfbf')],
      ],
    ],
    [
      'lowest',
      '\\ud800, the first of the halves, behind moss',
      'moss\\ud800',
      [
        ['dropped', 'nothing', utf8('moss')],
        ['replaced', 'U+FFFD', utf8('moss\ufffd')],
        ['raw', 'three bytes for the half', raw('moss', 'eda080')],
      ],
    ],
    [
      'inside',
      'the other half of a flower inside moss',
      'm\\udc00oss',
      [
        ['dropped', 'nothing', utf8('moss')],
        ['replaced', 'U+FFFD', utf8('m\ufffdoss')],
        ['raw', 'three bytes for the half', raw('m', 'edb080', 'oss')],
      ],
    ],
    [
      'around',
      'the halves of a herb before and behind moss',
      '\\ud83cmoss\\udf3f',
      [
        ['dropped', 'nothing', utf8('moss')],
        ['joined', 'the herb behind', utf8('moss🌿')],
        ['replaced', 'U+FFFD twice', utf8('\ufffdmoss\ufffd')],
      ],
    ],
  ];
  const text = JSON.stringify(kind.make({ content: 'moss' }));
  const slipped = (before: string): string => text.replace(before, () => `${before}\\ud83c`);
  return refuseAll(kind, 'TXT-4', [
    ...sent.flatMap(([slug, words, escaped, read]) =>
      read.map(
        ([way, seen, bytes]): Row => [
          `half-${slug}-${way}`,
          `${words}: the content, with the hash of ${seen} there`,
          misread(kind, utf8(escaped), bytes),
        ],
      ),
    ),
    ...HALVES.map(
      ([slug, words, escaped, seen]): Row => [
        slug,
        `${words}: the content, and its hash`,
        misread(kind, utf8(`moss${escaped}`), utf8(`moss${seen}`)),
      ],
    ),
    ['half-in-name', 'half of a pair in the name of a member, which is right without it', slipped('"pa')],
    ['half-in-path', 'half of a pair in the path, which is right without it', slipped('"/wiki')],
    [
      'half-in-author',
      'half of a pair behind the author, who is right without it',
      slipped(`"${String(kind.make().author)}`),
    ],
  ]);
};

/** Members that come twice, of which the first or the last is the one that was signed. */
const duplicates = (kind: EsKind): VectorCase[] => {
  const document = kind.make({ content: 'moss' });
  const text = JSON.stringify(document);
  const others: Readonly<Record<string, Json>> = {
    format: 'es.3',
    author: '@fern',
    path: '/x',
    timestamp: 1,
    signature: 'b',
    ...(kind.format === 'es.4'
      ? { content: 'fern', contentHash: 'b', deleteAfter: 1, workspace: '+x' }
      : { text: 'fern', textHash: 'b', share: '+x', shareSignature: 'b' }),
  };
  return refuseAll(kind, 'TXT-3', [
    [
      'duplicate-escaped',
      'path twice, the second with an escape, the first one signed',
      `${text.slice(0, -1)},"pat\\u0068":"/x"}`,
    ],
    [
      'duplicate-escaped-last',
      'timestamp twice, the first with an escape, the last one signed',
      `{"time\\u0073tamp":1,${text.slice(1)}`,
    ],
    ...Object.entries(others).flatMap(([name, other]): Row[] => {
      const member = `"${name}":${JSON.stringify(document[name] as Json)}`;
      const stranger = `"${name}":${JSON.stringify(other)}`;
      const slug = `duplicate-${name.toLowerCase()}`;
      return [
        [`${slug}-first`, `${name} twice, the first one signed`, text.replace(member, () => `${member},${stranger}`)],
        ...(['path', 'timestamp', 'signature'].includes(name)
          ? [[`${slug}-last`, `${name} twice, the last one signed`, `{${stranger},${text.slice(1)}`] as Row]
          : []),
      ];
    }),
  ]);
};

/** No member may be an object or a list, so what is deep breaks another rule as well. */
const depths = (kind: EsKind): VectorCase[] => {
  const text = JSON.stringify(kind.make({ content: 'moss' }));
  const beside = (member: string): string => `${text.slice(0, -1)},"_deep":${member}}`;
  const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const both = '(it breaks the shape as well)';
  return [
    ...refuseAll(kind, kind.shape, [['deep-64', 'a further member that makes the text 64 deep', beside(lists(63))]]),
    ...refuseAll(kind, 'TXT-10', [
      ['deep-65', `a further member that makes the text 65 deep ${both}`, beside(lists(64))],
      [
        'deep-65-objects',
        `objects that make the text 65 deep ${both}`,
        beside(`${'{"a":'.repeat(63)}{}${'}'.repeat(63)}`),
      ],
      ['deep-100000', `a further member of 100,000 lists ${both}`, beside(lists(100_000))],
      [
        'deep-path',
        `70 lists in the place of the path ${both}`,
        text.replace('"/wiki/shared/Flowers"', () => lists(70)),
      ],
    ]),
  ];
};

/** Content that looks like a fault to those who look at the text instead of parsing it. */
const innocent = (kind: EsKind): VectorCase[] => {
  const { format, area, make, hashRule } = kind;
  const contents: readonly [slug: string, title: string, content: string, rule: string][] = [
    ['moss', 'a page about moss', 'moss', 'TXT-2'],
    ['brackets', 'content of 7,000 brackets is nested no deeper', '['.repeat(7000), 'TXT-10'],
    ['braces', 'content of quotation marks and braces', '"{'.repeat(2000), 'TXT-10'],
    ['comments', 'content with what is a comment elsewhere', '// moss /* moss */ # moss', 'TXT-2'],
    ['commas', 'content with commas before brackets', '[1,,],{,},"a" "b"', 'TXT-2'],
    ['words', 'content with words that are no JSON', 'NaN Infinity undefined None 0x10 01 .5', 'TXT-2'],
    ['members', 'content that names members twice', '"path":"/","path":"/"', 'TXT-3'],
    ['half', 'content with a backslash before ud83c', '\\ud83c and \\\\udf38', 'TXT-4'],
    ['mark', 'content that begins with U+FEFF', '\ufeffmoss', hashRule],
    ['crlf', 'content with CRLF', 'moss\r\nfern\r\n', hashRule],
    ['nul', 'content with U+0000 inside and behind', 'moss\0fern\0', hashRule],
    ['noncharacters', 'content of U+FFFE, U+FFFF, U+FDD0 and U+10FFFF', '\ufffe\uffff\ufdd0\u{10ffff}', 'TXT-4'],
    ['private', 'content of the first characters behind the surrogates and before them', '\ud7ff\ue000', 'TXT-4'],
    ['zero-width', 'content with characters without width', 'm\u00ado\u200bs\u200ds\u2060\u202e\u2066', hashRule],
  ];
  const taken = (slug: string, title: string, text: string, rule: string): VectorCase =>
    takes(`${area}/${slug}`, title, { format, text }, [rule]);
  const marked = JSON.stringify(make({ content: '\ufeffmoss' }));
  return [
    ...contents.map(([slug, title, content, rule]) =>
      taken(`content-${slug}`, title, JSON.stringify(make({ content })), rule),
    ),
    taken(
      'content-mark-escaped',
      'content that begins with \\ufeff',
      marked.replace('\ufeff', () => '\\ufeff'),
      hashRule,
    ),
    taken(
      'content-delete',
      'content with U+007F to U+009F as they are',
      JSON.stringify(make({ content: '\u007f\u0080\u0085\u009f' })),
      'TXT-2',
    ),
  ];
};

/** Content that was changed before it was hashed. */
const changed = (kind: EsKind): VectorCase[] => {
  const name = kind.format === 'es.4' ? 'content' : 'text';
  const rows: readonly [slug: string, defect: string, content: string, read: string][] = [
    ['mark', 'content with U+FEFF in front, hashed without it', '\ufeffmoss', 'moss'],
    ['crlf', 'content with CRLF, hashed with line feeds', 'moss\r\nfern', 'moss\nfern'],
    ['trimmed', 'content with a blank behind, hashed without it', 'moss ', 'moss'],
    ['nul', 'content with U+0000, hashed up to there', 'moss\0fern', 'moss'],
    ['composed', 'content with a combining accent, hashed in its composed form', 'u\u0308', 'ü'],
    ['capitals', 'content hashed in capital letters', 'moss', 'MOSS'],
  ];
  return rows.map(([slug, defect, content, read]) => {
    const record: JsonObject = { ...kind.make({ content: read }), [name]: content };
    return refuses(`${kind.area}/hashed-${slug}`, `${kind.area}/${OK[0]}`, defect, { format: kind.format, record }, [
      kind.hashRule,
    ]);
  });
};

/** Texts that a careless reader would accept: each has the hashes and signatures of what such a reader reads. */
export const lenientEarthstar = (kind: EsKind): VectorCase[] => [
  ...innocent(kind),
  ...changed(kind),
  ...escapes(kind),
  ...structures(kind),
  ...illFormed(kind),
  ...halves(kind),
  ...duplicates(kind),
  ...depths(kind),
];
