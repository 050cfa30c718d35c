import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { type Around, around, replaced } from '../cases/around.ts';
import { NOW, refuses, takes } from '../cases/verify.ts';
import type { EsChange, EsKind } from './document.ts';

const { suzy, kitchen } = cast;
const SUZY = suzy.earthstarAddress;
const KITCHEN = kitchen.earthstarAddress;
const HASH = textHash('Hello, attachment!');

/** What decoders of base32 take for the letter a who do not look whether it is one of the alphabet. */
const STRANGERS = ['{', '0', '8', '9', 'ж'];

const wideDigit = (text: string): Around[] => {
  const digit = /[2-7]/.exec(text)?.[0] ?? '';
  return digit === ''
    ? []
    : [
        [
          'wide-digit',
          'a fullwidth digit',
          text.replace(digit, (found) => String.fromCharCode(found.charCodeAt(0) + 0xfee0)),
        ],
      ];
};

const spelled = (text: string, from: number): Around[] => [
  ...around(text),
  ...replaced(text, 'a', STRANGERS, from),
  ...wideDigit(text.slice(from)).map(([slug, words, tail]): Around => [slug, words, text.slice(0, from) + tail]),
];

/** The first of the documents, told apart by their content, whose signature ends with the letter a. */
const endingWithA = (kind: EsKind, name: string): JsonObject => {
  for (let count = 0; count < 1000; count += 1) {
    const document = kind.make({ content: `fern ${count}` });
    if (String(document[name]).endsWith('a')) return document;
  }
  throw new Error('no signature ends with a');
};

type Part = [prefix: string, what: string, breaks: string, rows: readonly Around[], make: (text: string) => JsonObject];

const parts = (kind: EsKind): Part[] => {
  const { make, format, shape, address } = kind;
  const place = format === 'es.4' ? 'workspace' : 'share';
  const key = KITCHEN.slice(KITCHEN.indexOf('.') + 1);
  const names: [name: string, what: string, breaks: string][] = [
    ['signature', 'the signature', 'ES-14'],
    ...(format === 'es.5'
      ? ([['shareSignature', 'the signature of the share', 'ES5-12']] as [string, string, string][])
      : []),
  ];
  const hashes: Around[] = [
    ...spelled(HASH, 1),
    ['two-b', 'the letter b twice', `b${HASH}`],
    ['long-s', 'U+017F for an s', HASH.replace('s', 'ſ')],
    ['kelvin', 'U+212A for a k', HASH.replace('k', '\u212a')],
  ];
  return [
    [
      'author',
      'the author',
      'ES-1',
      [
        ...spelled(SUZY, 7),
        ['name-letter', 'a brace in the short name', SUZY.replace('suzy', 'su{y')],
        ['name-first-brace', 'a brace in front of the short name', SUZY.replace('suzy', '{uzy')],
        ['name-first-grave', 'a grave accent in front of the short name', SUZY.replace('suzy', '`uzy')],
        ['name-colon', 'a colon in the short name', SUZY.replace('suzy', 'suz:')],
        ['two-b', 'the letter b twice', SUZY.replace('.b', '.bb')],
      ],
      (author) => make({ members: { author } }),
    ],
    [
      'share',
      'the share',
      address,
      [
        ...around(KITCHEN),
        // In es.4 a suffix of letters and digits that is no key is a name of its own.
        ...replaced(KITCHEN, 'a', format === 'es.4' ? ['{', 'ж'] : STRANGERS, 10),
        ['no-plus', 'no +', KITCHEN.slice(1)],
        ['two-plus', '+ twice', `+${KITCHEN}`],
        ['name-brace', 'a brace in the name', KITCHEN.replace('kitchen', 'kit{hen')],
        ['name-first-brace', 'a brace in front of the name', KITCHEN.replace('kitchen', '{itchen')],
        ['name-first-grave', 'a grave accent in front of the name', KITCHEN.replace('kitchen', '`itchen')],
        ['name-colon', 'a colon in the name', KITCHEN.replace('kitchen', 'kit:hen')],
        ['two-b', 'the letter b twice', KITCHEN.replace('.b', '.bb')],
        ['stop-letter', 'the letter x for the full stop before a key', KITCHEN.replace('.', 'x')],
        ['stop-hyphen', 'a hyphen for the full stop before a key', KITCHEN.replace('.', '-')],
        ['stop-none', 'no full stop before a key', KITCHEN.replace('.', '')],
        ['stop-two', 'two full stops before a key', KITCHEN.replace('.', '..')],
        ...(format === 'es.5' ? ([['no-b', 'no b before the key', `+kitchen.${key.slice(1)}`]] as Around[]) : []),
      ],
      (text) => make({ members: { [place]: text }, shareSigner: kitchen }),
    ],
    ...names.map(([name, what, breaks]): Part => {
      const document = endingWithA(kind, name);
      const text = String(document[name]);
      return [
        name.toLowerCase(),
        what,
        breaks,
        [
          ...spelled(text, 1),
          ['two-b', 'the letter b twice', `b${text}`],
          ['cut', 'its last letter, an a, is missing', text.slice(0, -1)],
        ],
        (other) => ({ ...document, [name]: other }),
      ];
    }),
    [
      'format',
      'the format',
      shape,
      [
        ...around(format),
        ['longer', 'a letter behind', `${format}x`],
        ['two-digits', 'its digit twice', `${format}${format.slice(-1)}`],
        ['stop', 'a hyphen for the full stop', format.replace('.', '-')],
        ['stop-letter', 'a letter for the full stop', format.replace('.', 'x')],
        ['long-s', 'U+017F for the s', format.replace('s', 'ſ')],
      ],
      (text) => make({ members: { format: text } }),
    ],
    ...(format === 'es.5'
      ? ([
          [
            'attachment-hash',
            'the hash of the attachment',
            'ES5-7',
            hashes,
            (attachmentHash: string) => make({ members: { path: '/fern.png', attachmentSize: 18, attachmentHash } }),
          ],
        ] as Part[])
      : []),
  ];
};

const others = (kind: EsKind): VectorCase[] => {
  const { area, format, make, shape, ephemeral } = kind;
  const page = make();
  const refused = (slug: string, defect: string, breaks: string, record: JsonObject, parent = 'page'): VectorCase =>
    refuses(`${area}/around-${slug}`, `${area}/${parent}`, defect, { format, record }, [breaks]);
  const taken = (slug: string, title: string, change: EsChange, rule: string): VectorCase =>
    takes(`${area}/around-${slug}`, title, { format, record: make(change) }, [rule]);
  return [
    ...['_x', 'length', 'type'].map((name) =>
      refused(
        `member-${name.replace('_', 'underscore-')}`,
        `a further member named ${name}, signed as if it were not there`,
        shape,
        {
          ...page,
          [name]: 1,
        },
      ),
    ),
    refused(
      'path-carriage-return',
      'a carriage return in the path',
      'ES-7',
      make({ members: { path: '/wiki/mo\rss' } }),
    ),
    refused(
      'path-carriage-return-behind',
      'a carriage return behind the path',
      'ES-7',
      make({ members: { path: '/wiki/moss\r' } }),
    ),
    ...[',', '-', 'x'].map((letter, index) =>
      refused(
        `tilde-stop-${index + 1}`,
        `${letter} for the full stop of the address in the path`,
        'ES-8',
        make({ members: { path: `/~${SUZY.replace('.', letter)}/x` } }),
        'own',
      ),
    ),
    taken(
      'ephemeral-first',
      'the ! is in a segment before the last',
      { members: { path: '/!chat/moss/fern', deleteAfter: NOW + 1 } },
      ephemeral,
    ),
    ...(format === 'es.4'
      ? [
          refused(
            'exclamation-first',
            'a ! in a segment before the last, and deleteAfter is null',
            ephemeral,
            make({ members: { path: '/!chat/moss' } }),
            'ephemeral',
          ),
          refused(
            'exclamation-middle',
            'a ! inside a segment before the last, and deleteAfter is null',
            ephemeral,
            make({ members: { path: '/a/ch!at/moss' } }),
            'ephemeral',
          ),
        ]
      : [' ', '\n\t', '\u00a0'].map((content, index) =>
          taken(
            `attachment-blank-${index + 1}`,
            `an attachment, and a text of ${JSON.stringify(content)}`,
            { content, members: { path: '/fern.png', attachmentSize: 18, attachmentHash: HASH } },
            'ES5-10',
          ),
        )),
  ];
};

/** Members with something around them, and with letters that careless readers take for right ones. */
export const aroundEarthstar = (kind: EsKind): VectorCase[] => [
  ...parts(kind).flatMap(([prefix, what, breaks, rows, make]) =>
    rows.map(([slug, words, text]) =>
      refuses(
        `${kind.area}/around-${prefix}-${slug}`,
        `${kind.area}/page`,
        `${what}: ${words}`,
        { format: kind.format, record: make(text) },
        [breaks],
      ),
    ),
  ),
  ...others(kind),
];
