import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, replaced, signedOver } from './message.ts';

/** Characters that some encoders escape or leave out, and JSON.stringify does not. */
const CHARACTERS: readonly number[] = [
  0x7f, 0x80, 0x85, 0xa0, 0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202c, 0x202e, 0x2060,
  0x2066, 0x2069, 0x206f, 0x3000, 0xe000, 0xfdd0, 0xfe0f, 0xfff9, 0xfffe, 0xe0001, 0xe007f, 0xe0100,
];

/** All of them, for those who ask once. */
export const ALL_CHARACTERS = String.fromCodePoint(...CHARACTERS, 0x2028, 0x2029, 0xfeff, 0xfffd);

const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
const slugOf = (code: number): string => code.toString(16);

/** The units of a text as escapes. */
const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join(
    '',
  );

/** The message, signed over another spelling of its encoding. */
const signedWith = (content: Json, from: string, to: string): JsonObject => {
  const { signature: _, ...unsigned } = posted(content);
  return signedOver(unsigned, utf8(replaced(encodeSsb(unsigned), from, to)));
};

const holding = (code: number): JsonObject => ({ type: 'post', text: `a${String.fromCodePoint(code)}b` });

const characters = (): VectorCase[] => [
  ...takeSsb(
    ['SSB-16'],
    [
      ...CHARACTERS.map(
        (code): SsbRow => [
          `character-${slugOf(code)}`,
          `${named(code)} in a string is not escaped`,
          posted(holding(code)),
        ],
      ),
      ['characters-in-name', 'characters without escapes in a name', posted({ type: 'post', [ALL_CHARACTERS]: 1 })],
      ['characters-in-type', 'characters without escapes in the type', posted({ type: ALL_CHARACTERS })],
      [
        'characters-in-list',
        'characters without escapes in a list',
        posted({ type: 'post', list: [...ALL_CHARACTERS] }),
      ],
    ],
  ),
  ...refuseSsb(
    ['SSB-18'],
    'characters-in-name',
    [0x85, 0xa0, 0xad, 0x200b, 0x200e, 0x202e, 0x2060, 0x2066, 0xe000, 0xfe0f, 0xfffe, 0xe0001].flatMap(
      (code): SsbRow[] => {
        const letter = String.fromCodePoint(code);
        const row = (slug: string, words: string, to: string): SsbRow => [
          `character-${slugOf(code)}-${slug}`,
          `${named(code)} in a string, signed ${words}`,
          signedWith(holding(code), `a${letter}b`, `a${to}b`),
          { also: ['SSB-16'] },
        ];
        const dropped = [0xad, 0x200b, 0xe0001].includes(code);
        return [
          row('escaped', 'as an escape', escaped(letter)),
          ...(dropped ? [row('dropped', 'as nothing', '')] : []),
        ];
      },
    ),
  ),
];

/** Names in an order that is nobody's, the same each time. */
const shuffled = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name((index * 29 + 17) % count));

const mapOf = (names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, 0]));

/** Objects with so many members that some programs keep them in another way. */
const crowds = (): VectorCase[] => {
  const words = (count: number): string[] => shuffled(count, (index) => `m${index}`);
  const crowd = (slug: string, title: string, names: readonly string[]): SsbRow => [
    `members-${slug}`,
    title,
    posted({ type: 'post', map: mapOf(names) }),
  ];
  const lines = (names: readonly string[]): string => names.map((name) => `      "${name}": 0`).join(',\n');
  const wrongly = (slug: string, title: string, given: readonly string[], other: readonly string[]): SsbRow => [
    `members-signed-${slug}`,
    title,
    signedWith({ type: 'post', map: mapOf(given) }, lines(given), lines(other)),
    { also: ['SSB-14'] },
  ];
  return [
    ...takeSsb(
      ['SSB-14'],
      [
        crowd('alike', 'names that are alike but for case and composition', [
          'moss',
          'Moss',
          'MOSS',
          '\u00fc',
          'u\u0308',
          'K',
          '\u212a',
          's',
          '\u017f',
        ]),
        crowd('33', '33 names stay as they came', words(33)),
        crowd('40', '40 names stay as they came', words(40)),
        crowd('130', '130 names stay as they came', words(130)),
        crowd('40-numbers', '40 numbers as names, by their size', shuffled(40, String)),
        crowd(
          '40-tens',
          '40 numbers of different lengths as names',
          shuffled(40, (index) => String(7 ** (index % 11) + index)),
        ),
        crowd(
          '40-mixed',
          '20 numbers and 20 words in turn',
          shuffled(40, (index) => (index % 2 ? `m${index}` : `${index}`)),
        ),
        ['members-130-own', '130 names in the content itself', posted({ ...mapOf(words(130)), type: 'post' })],
      ],
    ),
    ...refuseSsb(['SSB-18'], 'members-40', [
      wrongly('40-sorted', '40 names, signed in the order of the alphabet', words(40), [...words(40)].sort()),
      wrongly('40-backwards', '40 names, signed backwards', words(40), [...words(40)].reverse()),
      wrongly('33-first-32', '33 names, signed with the last one first', words(33), [
        words(33).at(-1) ?? '',
        ...words(33).slice(0, -1),
      ]),
    ]),
  ];
};

/** What many programs write otherwise: characters, and objects with many members. */
export const ssbValues = (): VectorCase[] => [...characters(), ...crowds()];
