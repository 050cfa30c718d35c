// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, refuses, takes } from '../cases/verify.ts';
import { FLOWERS, type PageChange, page, pageHeader } from '../records/page.ts';
import { otherAt, spelledOtherwise, wrapped } from '../records/spelled.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, quinn, phone } = cast;

const at = (path: string, change: PageChange = {}): NativeRecord =>
  page({ ...change, header: { path, ...change.header } });

type Row = [slug: string, words: string, record: NativeRecord];

const take = (requirements: readonly string[], rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, words, record]) => takes(`documents/${slug}`, words, { format: FORMAT, record }, requirements));

const refuse = (breaks: readonly string[], parent: string, rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, words, record]) =>
    refuses(`documents/${slug}`, `documents/${parent}`, words, { format: FORMAT, record }, breaks),
  );

const hash = (content: string): string => String(pageHeader({ content }).contentHash).slice(1);

/** What has a meaning elsewhere and none here. */
const plain = (): VectorCase[] => [
  ...take(
    ['DOC-7', 'DOC-6'],
    [['plain-percent-40', 'a path that begins with %40: it has no meaning', at('/%40suzy/about')]],
  ),
  ...take(
    ['DOC-7', 'DOC-4', 'DOC-5'],
    [
      ['plain-percent-2f', 'a path that ends with %2F', at('/wiki/flowers%2F')],
      ['plain-percent-2f-twice', 'a path with %2f%2f', at('/wiki%2f%2fflowers')],
      ['plain-percent-00', 'a path with %00', at('/wiki/a%00b')],
      ['plain-percent-bad', 'a path with percent signs that no digits follow', at('/wiki/%zz%')],
      ['plain-percent-c0', 'a path with %c0%af, which is no UTF-8', at('/wiki/%c0%af')],
      ['plain-dot', 'the path /.', at('/.')],
      ['plain-dots', 'the path /..', at('/..')],
      ['plain-dots-behind', 'a path that ends with ..', at('/wiki/..')],
      ['plain-dots-three', 'a segment of three full stops', at('/.../wiki')],
      ['plain-dot-behind', 'a path that ends with a full stop', at('/wiki/flowers.')],
      ['plain-hyphens', 'a segment that begins with hyphens', at('/--help')],
      ['plain-127-128', 'a segment of 300 characters', at(`/${'b'.repeat(300)}`)],
      ['plain-constructor', 'the path /constructor', at('/constructor')],
      ['plain-proto', 'the path /__proto__', at('/__proto__')],
    ],
  ),
  ...take(
    ['DOC-8', 'DOC-14'],
    [
      [
        'plain-percent-7e',
        'the author of another page behind %7E: anybody may write there',
        at(`/about/%7E${fern.keyId}`),
      ],
      ['plain-percent-7e-word', 'a word behind %7e', at('/about/%7efern')],
    ],
  ),
  ...take(['DOC-12'], [['plain-percent-21', 'a path with %21, and no time of expiry', at('/chat/%21hello')]]),
  ...take(
    ['DOC-9', 'DOC-15'],
    [
      ['plain-percent-3d', 'a segment that begins with %3D', at('/photos/%3Dflowers')],
      ['plain-equals-behind', 'a segment that ends with an =', at('/photos=/flowers=')],
      ['plain-equals-inside-hash', 'another hash behind an = within the last segment', at(`/photos/x=${hash('x')}`)],
      ['plain-equals-inside-first', 'an = and a hash within the first segment', at(`/x=${hash('x')}/flowers`)],
    ],
  ),
];

const characters = (): VectorCase[] => {
  const letters: [slug: string, words: string, letter: string][] = [
    ['long-s', 'a long s', '\u017f'],
    ['kelvin', 'the sign for kelvin', '\u212a'],
    ['dotted-i', 'a capital I with a dot', '\u0130'],
    ['sharp-s', 'a sharp s', 'ß'],
    ['wide-digit', 'a wide digit', '\uff12'],
    ['arabic-digit', 'an Arabic digit', '\u0662'],
    ['superscript', 'a superscript digit', '\u00b2'],
    ['combining', 'a combining accent', '\u0301'],
    ['wide-letter', 'a wide letter', '\uff41'],
    ['carriage-return', 'a carriage return', '\r'],
    ['u0001', 'U+0001', '\u0001'],
    ['u001f', 'U+001F', '\u001f'],
    ['u0080', 'U+0080', '\u0080'],
    ['no-break-space', 'a no-break space', '\u00a0'],
    ['soft-hyphen', 'a soft hyphen', '\u00ad'],
    ['line-separator', 'U+2028', '\u2028'],
    ['mark', 'a byte order mark', '\ufeff'],
    ['two-dots', 'one character that is two full stops', '\u2025'],
    ['replacement', 'U+FFFD', '\ufffd'],
  ];
  return [
    ...refuse(
      ['DOC-7'],
      'path-every-character',
      letters.map(
        ([slug, words, letter]): Row => [`path-has-${slug}`, `${words} in the path`, at(`/wiki/a${letter}b`)],
      ),
    ),
    ...refuse(
      ['DOC-7'],
      'wiki-page',
      wrapped('/wiki/flowers')
        .filter(([slug]) => !['blank-in-front', 'mark-in-front', 'no-break-spaces', 'second-line'].includes(slug))
        .map(([slug, words, text]): Row => [`path-wrapped-${slug}`, `the path: ${words}`, at(text)]),
    ),
    ...refuse(
      ['DOC-3', 'DOC-7'],
      'wiki-page',
      wrapped('/wiki/flowers')
        .filter(([slug]) => ['blank-in-front', 'mark-in-front', 'no-break-spaces', 'second-line'].includes(slug))
        .map(([slug, words, text]): Row => [`path-wrapped-${slug}`, `the path: ${words}`, at(text)]),
    ),
    ...refuse(['DOC-7'], 'own-page', [
      ['path-has-umlaut-own', "a letter with an umlaut behind the author in Suzy's path", at(`/~${suzy.keyId}/süß`)],
      [
        'path-has-umlaut-first',
        "a letter with an umlaut in front of the author in Suzy's path",
        at(`/süß/~${suzy.keyId}`),
      ],
    ]),
    ...refuse(['DOC-5'], 'path-shortest', [['path-three-solidi', 'three solidi within the path', at('/a///b')]]),
    ...refuse(['DOC-4', 'DOC-5'], 'path-shortest', [
      ['path-two-solidi-behind', 'two solidi behind the path', at('/a//')],
    ]),
    ...refuse(['DOC-6'], 'path-shortest', [
      ['path-at-dot', 'the path begins with /@ and a full stop', at('/@.')],
      ['path-at-two', 'the path begins with /@@', at('/@@a')],
    ]),
    ...refuse(['DOC-2'], 'path-512', [
      ['path-513-own', 'a path of 513 characters that names Suzy', at(`/~${suzy.keyId}/${'a'.repeat(456)}`)],
    ]),
  ];
};

/** A right token in front, so that the second one alone is wrong. */
const tokens = (): VectorCase[] => {
  const second = (token: string): NativeRecord => at(`/notes/~${suzy.keyId}~${token}`);
  const apart = (token: string): NativeRecord => at(`/~${suzy.keyId}/notes/~${token}/x`);
  const before = (token: string): NativeRecord => at(`/~${token}/notes/~${suzy.keyId}`);
  const key = fern.keyId;
  const phoneKey = phone.keyId;
  return [
    ...refuse(['DOC-8'], 'shared-first', [
      ...spelledOtherwise(phoneKey, 4)
        .filter(([, , text]) => /^[\w'()\-.!$&+,:=@%]+$/.test(text))
        .map(
          ([slug, words, text]): Row => [`token-${slug}`, `the second of two keys behind a ~: ${words}`, second(text)],
        ),
      ['token-empty', 'two ~ behind the author', at(`/notes/~${suzy.keyId}~~${key}`)],
      ['token-record', 'a record behind the second ~', second(`%${key.slice(1)}`)],
      ['token-blob', 'a blob behind the second ~', second(`&${key.slice(1)}`)],
      ['token-space', 'a space behind the second ~', second(cast.spaces.gardeningKey)],
      ['token-x', 'an x in the place of the b of the second key', second(key.replace('@b', '@x'))],
      ['token-address', 'an address of es.4 behind the second ~', second(fern.earthstarAddress)],
      ['token-hyphen', 'a hyphen behind the second key', second(`${key}-`)],
      ['token-dot', 'a full stop behind the second key', second(`${key}.`)],
      ['token-colon', 'a colon behind the second key', second(`${key}:`)],
      ['token-equals', 'an = behind the second key', second(`${key}=`)],
      ['token-at', 'an @ behind the second key', second(`${key}@`)],
      ['token-percent', 'a %2F behind the second key', second(`${key}%2F`)],
      ['token-letter', 'a letter behind the second key', second(`${key}x`)],
      ['token-key', 'another key behind the second key', second(`${key}${quinn.keyId}`)],
    ]),
    ...refuse(['DOC-8'], 'shared-segments', [
      ['token-apart-word', 'a word behind the ~ of a later segment', apart('fern')],
      ['token-apart-spare', 'a spare bit of the key of a later segment is set', apart(`${phoneKey.slice(0, -1)}b`)],
      ['token-apart-dot', 'a full stop behind the key of a later segment', apart(`${key}.jpg`)],
      ['token-first-word', 'a word behind the ~ of the first segment, and the author in the last', before('fern')],
      ['token-first-short', 'a short key in the first segment, and the author in the last', before(key.slice(0, -1))],
    ]),
    ...refuse(['DOC-14'], 'own-page', [
      ['permits-last-bit', "a key that differs from the author's in the last bit", at(`/~${otherAt(suzy.keyId, -1)}`)],
      [
        'permits-first-bits',
        "a key that differs from the author's in its first character",
        at(`/~${otherAt(suzy.keyId, 2)}`),
      ],
      ['permits-middle', "a key that differs from the author's in its middle", at(`/~${otherAt(suzy.keyId, 25)}`)],
      ['permits-half', "a key whose first 32 bits are those of the author's", at(`/~${otherAt(suzy.keyId, 12)}`)],
      ['permits-inside-segment', 'another behind a ~ within a segment', at(`/about-~${fern.keyId}/x`)],
      ['permits-three', 'three others one after the other', at(`/~${fern.keyId}~${quinn.keyId}~${phone.keyId}`)],
      ['permits-three-apart', 'three others in three segments', at(`/~${fern.keyId}/~${quinn.keyId}/~${phone.keyId}`)],
      [
        'permits-without-tilde',
        'another behind a ~, and the author in segments before and behind',
        at(`/x${suzy.keyId}/~${fern.keyId}/${suzy.keyId}`),
      ],
    ]),
  ];
};

const three = (): VectorCase[] => {
  const joined = `/~${suzy.keyId}~${quinn.keyId}~${fern.keyId}/notes`;
  const apart = `/~${suzy.keyId}/~${quinn.keyId}/x/~${fern.keyId}`;
  const mixed = `/a-~${suzy.keyId}/b~${quinn.keyId}~${fern.keyId}`;
  return take(
    ['DOC-8', 'DOC-14'],
    [suzy, quinn, fern].flatMap((author, index): Row[] => {
      const words = ['first', 'second', 'third'][index] ?? '';
      return [
        [`three-joined-${words}`, `three authors one after the other, written by the ${words}`, at(joined, { author })],
        [`three-apart-${words}`, `three authors in three segments, written by the ${words}`, at(apart, { author })],
        [
          `three-mixed-${words}`,
          `three authors behind other characters, written by the ${words}`,
          at(mixed, { author }),
        ],
      ];
    }),
  );
};

const marks = (): VectorCase[] => [
  ...refuse(['DOC-12'], 'ephemeral', [
    ['mark-first-segment', 'a ! in the first of three segments, and no time of expiry', at('/!chat/a/b')],
    ['mark-middle-segment', 'a ! in the second of three segments, and no time of expiry', at('/a/b!c/d')],
    ['mark-last-segment', 'a ! at the end of the last of three segments, and no time of expiry', at('/a/b/c!')],
    ['mark-after-author', 'a ! behind a segment with the author, and no time of expiry', at(`/~${suzy.keyId}/!x`)],
    ['mark-percent', 'a time of expiry, and %21 in the path', at('/chat/%21x', { header: { expires: NOW + 1 } })],
  ]),
  ...take(
    ['DOC-12'],
    [
      [
        'mark-first-expires',
        'a ! in the first of three segments, and a time of expiry',
        at('/!chat/a/b', { header: { expires: NOW + 1 } }),
      ],
      [
        'mark-middle-expires',
        'a ! within the second of three segments, and a time of expiry',
        at('/a/b!c/d', { header: { expires: NOW + 1 } }),
      ],
    ],
  ),
  ...refuse(['DOC-9'], 'immutable', [
    ['equals-middle', 'a segment with = and the right hash, the second of three', at(`/photos/=${hash(FLOWERS)}/x`)],
    ['equals-first', 'a segment with = and the right hash, the first of two', at(`/=${hash(FLOWERS)}/x`)],
    ['equals-middle-word', 'a segment with = and a word, the second of three', at('/photos/=flowers/x')],
    ['equals-before-equals', 'an = alone as a segment, and the right hash in the last', at(`/=/=${hash(FLOWERS)}`)],
  ]),
  ...refuse(['DOC-15'], 'immutable', [
    ['content-last-bit', 'the hash in the path differs in its last bit', at(`/photos/=${otherAt(hash(FLOWERS), -1)}`)],
    [
      'content-first-bits',
      'the hash in the path differs in its first character',
      at(`/photos/=${otherAt(hash(FLOWERS), 1)}`),
    ],
    ['content-middle', 'the hash in the path differs in its middle', at(`/photos/=${otherAt(hash(FLOWERS), 25)}`)],
    [
      'content-first-32',
      'the hash in the path has the first 32 bits of the right one',
      at(`/photos/=${otherAt(hash(FLOWERS), 9)}`),
    ],
    [
      'content-first-half',
      'the hash in the path has the first half of the right one',
      at(`/photos/=${otherAt(hash(FLOWERS), 30)}`),
    ],
    [
      'content-last-bit-sparse',
      'the hash in the path differs in its last bit, and the content does not travel along',
      at(`/photos/=${otherAt(hash(FLOWERS), -1)}`, { sparse: true }),
    ],
  ]),
];

/** Paths that another reading of the rules takes for something else. */
export const otherPaths = (): VectorCase[] => [...plain(), ...characters(), ...tokens(), ...three(), ...marks()];
