import type { VectorCase } from '@rockpool/schemas';
import { unhex } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { T } from '../cases/verify.ts';
import { DOCUMENTS, type Family, MESSAGES, type Row, refused } from './family.ts';
import { written } from './taken.ts';

type Edit = [slug: string, words: string, edit: (text: string) => string];

/** Between the brace that opens the record and its first name. */
const between = (letters: string) => (text: string) => text.replace('{"header"', `{${letters}"header"`);

const withContent = (literal: string) => (text: string) => text.replace(/"content":"[^"]*"/, `"content":${literal}`);

const EDITS: readonly Edit[] = [
  ['comment-hash', 'a comment behind a #', (text) => `${text}# pretty`],
  ['comma-first', 'a comma in front of the first member', between(',')],
  ['commas-two', 'two commas between two members', (text) => text.replace('},"signature"', '},,"signature"')],
  ['comma-none', 'no comma between two members', (text) => text.replace('},"signature"', '}"signature"')],
  [
    'comma-blank',
    'a blank in the place of a comma between two members',
    (text) => text.replace('},"signature"', '} "signature"'),
  ],
  ['hexadecimal', 'the size in hexadecimal', (text) => text.replace(/"contentSize":\d+/, '"contentSize":0x17')],
  ['underscore', 'an underscore in the timestamp', (text) => text.replace(`${T}`, `1_${String(T).slice(1)}`)],
  ['n-behind', 'an n behind the timestamp', (text) => text.replace(`${T}`, `${T}n`)],
  [
    'arabic-digit',
    'an Arabic digit as the last one of the timestamp',
    (text) => text.replace(`${T}`, `${String(T).slice(0, -1)}\u0660`),
  ],
  ['literal-cut', 'trux as the content', withContent('trux')],
  ['literal-longer', 'truex as the content', withContent('truex')],
  ['literal-capitals', 'TRUE as the content', withContent('TRUE')],
  ['literal-python', 'True as the content', withContent('True')],
  ['nan', 'NaN as the size', (text) => text.replace(/"contentSize":\d+/, '"contentSize":NaN')],
  ['infinity', 'Infinity as the size', (text) => text.replace(/"contentSize":\d+/, '"contentSize":Infinity')],
  ['undefined', 'undefined as the content', withContent('undefined')],
  ['bare-name', 'a name without quotes', (text) => text.replace('"header"', 'header')],
  ['no-break-space-inside', 'a no-break space between two tokens', between('\u00a0')],
  ['ideographic-space', 'U+3000 between two tokens', between('\u3000')],
  ['form-feed', 'a form feed between two tokens', between('\f')],
  ['vertical-tab', 'a vertical tab between two tokens', between('\v')],
  ['next-line', 'U+0085 between two tokens', between('\u0085')],
  ['no-width', 'U+200B between two tokens', between('\u200b')],
  ['mark-inside', 'a byte order mark between two tokens', between('\ufeff')],
  ['nul-and-more', 'NUL and a letter behind the record', (text) => `${text}\u0000x`],
  ['control-z', 'U+001A behind the record', (text) => `${text}\u001a`],
  ['brace-behind', 'a brace behind the record', (text) => `${text}}`],
  ['comma-behind', 'a comma behind the record', (text) => `${text},`],
  ['semicolon-behind', 'a semicolon behind the record', (text) => `${text};`],
  ['equals', 'an = in the place of a colon', (text) => text.replace('"header":', '"header"=')],
  ['parentheses', 'parentheses around the record', (text) => `(${text})`],
  ['bracket', 'a bracket in the place of the last brace', (text) => text.replace(/}$/, ']')],
  ['record-separator', 'U+001E in front of the record', (text) => `\u001e${text}`],
  ['guard', "the guard )]}' in front of the record", (text) => `)]}'\n${text}`],
];

const NUMERALS: readonly Edit[] = [
  [
    'no-digit-before',
    'no digit in front of the point of the size',
    (text) => text.replace(/"contentSize":\d+/, '"contentSize":.5'),
  ],
  [
    'minus-zeros',
    'a minus sign and a leading zero in the size',
    (text) => text.replace('"contentSize":', '"contentSize":-0'),
  ],
  [
    'no-digit-before-null',
    'no digit in front of the point of the size, and null behind, where the text is none of JSON any more',
    (text) => withContent('null')(text.replace(/"contentSize":\d+/, '"contentSize":.5')),
  ],
];

const CAPITAL_EXPONENT: Edit = [
  'capital-exponent',
  'a timestamp with a capital E',
  (text) => text.replace(`${T}`, '17E14'),
];

const NULLS: readonly Edit[] = [
  ['null-alone', 'null in the place of the record, with blanks around', () => ' null\n'],
  ['null-in-list', 'a list of null as the content', withContent('[null]')],
];

type Header = Readonly<Record<string, Json>>;

/** What is right in a text, and wrong in a header: whoever takes it for a fault of the text gives the wrong code. */
const FOREIGN: readonly (readonly [slug: string, words: string, header: Header])[] = [
  ['names-accents', 'two further names that differ in how their accent is written', { ü: 1, 'u\u0308': 2 }],
  ['names-case', 'a further name that differs from another in case', { Timestamp: 1 }],
  ['deepest', 'a content type that makes the text 4 deep', { contentType: [['text/plain']] }],
];

/** What is written in the content, and what a lenient reader sees there. */
const ESCAPES: readonly [slug: string, words: string, inside: string, seen: string][] = [
  ['capital-u', 'a capital U in the place of the u', '\\U006doss', 'moss'],
  ['0x', '0x in the digits', '\\u0x6doss', 'moss'],
  ['blank', 'a blank in the digits', '\\u 06doss', 'moss'],
  ['arabic', 'Arabic digits', '\\u\u0660\u0660\u0666doss', 'moss'],
  ['three-digits', 'three digits', '\\u06d', 'm'],
  ['any', 'a backslash in front of a letter', 'mo\\ss', 'moss'],
  ['single-quote', 'a backslash in front of a single quote', "moss\\'s", "moss's"],
  ['zero', 'a backslash and a 0', 'moss\\0', 'moss\u0000'],
  ['braces', 'braces', '\\u{6d}oss', 'moss'],
  ['line', 'a backslash at the end of a line', 'mo\\\nss', 'moss'],
];

const of = (family: Family): VectorCase[] => {
  const text = JSON.stringify(family.make({}));
  const edited = (edits: readonly Edit[]): Row[] =>
    edits.map(([slug, words, edit]) => [`read-${slug}`, words, { text: edit(text) }]);
  const inside = (slug: string, words: string, seen: string, bytes: string | Uint8Array): Row => [
    `read-${slug}`,
    words,
    { text: written(family, new TextEncoder().encode(seen), bytes) },
  ];
  const saying = (slug: string, words: string, header: Header): Row => [
    `read-${slug}`,
    words,
    { record: family.make(header, { sparse: true }) },
    family.sparse,
  ];
  return [
    ...refused(
      family,
      ['TXT-2'],
      [
        ...edited(EDITS),
        ...ESCAPES.map(([slug, words, escaped, seen]) =>
          inside(`escape-${slug}`, `an escape in the content: ${words}`, seen, escaped),
        ),
      ],
    ),
    ...refused(family, ['TXT-2', 'TXT-8'], edited(NUMERALS)),
    ...refused(family, ['TXT-8'], edited([CAPITAL_EXPONENT])),
    ...refused(family, ['TXT-7'], edited(NULLS)),
    ...refused(
      family,
      ['TXT-6'],
      [saying('deep-empty', 'a content type that makes the text 5 deep, the deepest empty', { contentType: [[[]]] })],
    ),
    ...refused(
      family,
      ['TXT-9'],
      [saying('range-negative', 'a timestamp of −2^53', { timestamp: -9_007_199_254_740_992 })],
    ),
    ...refused(
      family,
      [family.shapeRule],
      FOREIGN.map(([slug, words, header]) => saying(slug, words, header)),
    ),
    ...refused(
      family,
      ['TXT-1'],
      [
        inside('byte-ff', 'a byte FF in the content, and the header names U+FFFD', 'moss\ufffd', unhex('6d6f7373ff')),
        inside(
          'continuation',
          'a continuation byte alone in the content, and the header names U+FFFD',
          'moss\ufffd',
          unhex('6d6f737380'),
        ),
        inside('overlong-nul', 'NUL as an overlong form in the content', 'moss\u0000', unhex('6d6f7373c080')),
        inside(
          'above-10ffff',
          'U+110000 in the content, and the header names U+FFFD',
          'moss\ufffd',
          unhex('6d6f7373f4908080'),
        ),
        inside(
          'five-bytes',
          'a form of five bytes in the content, and the header names U+FFFD',
          'moss\ufffd',
          unhex('6d6f7373f888808080'),
        ),
      ],
    ),
    ...refused(
      family,
      ['TXT-4'],
      [
        inside(
          'half-then-letter',
          'half a flower and an escaped letter in the content',
          'moss\ufffdA',
          'moss\\ud83c\\u0041',
        ),
        inside(
          'half-twice',
          'the first half of a flower twice in the content',
          'moss\ufffd\ufffd',
          'moss\\ud83c\\ud83c',
        ),
        inside(
          'half-low-twice',
          'the second half of a flower twice in the content',
          'moss\ufffd\ufffd',
          'moss\\udf38\\udf38',
        ),
        inside(
          'halves-swapped',
          'the halves of a flower in the wrong order in the content',
          'moss\ufffd',
          'moss\\udf38\\ud83c',
        ),
      ],
    ),
  ];
};

/** Documents whose text is almost JSON. */
export const lenientDocuments = (): VectorCase[] => of(DOCUMENTS);

/** Messages whose text is almost JSON. */
export const lenientMessages = (): VectorCase[] => of(MESSAGES);
