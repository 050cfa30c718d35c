import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { MAX_UNITS, SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, type SsbChange, signedText, ssb, ssbNext, ssbSecond, unsignedText } from './message.ts';

/** An hmac key that everybody can compute again: 32 bytes. */
export const HMAC = sha256(utf8('an hmac key for examples'));

/** Of the texts that are repetitions of `unit`, with x in front where that is needed, the one that fills a message. */
const filled = (units: number, unit: string, make: (text: string) => JsonObject): JsonObject => {
  const width = encodeSsb(make(unit)).length - encodeSsb(make('')).length;
  const room = units - encodeSsb(make('')).length;
  const message = make('x'.repeat(room % width) + unit.repeat(Math.floor(room / width)));
  if (encodeSsb(message).length !== units) throw new Error(`${unit} does not fill ${units} units`);
  return message;
};

/** A message whose encoding is so many units long. */
export const sized = (units: number, unit = 'x', change: SsbChange = {}): JsonObject =>
  filled(units, unit, (text) => posted({ type: 'post', text }, change));

type Fill = [slug: string, words: string, make: (units: number) => JsonObject, hmac?: Uint8Array];

const fills: readonly Fill[] = [
  ['ascii', 'of ASCII', (units) => sized(units)],
  ['euros', 'of €, each 1 unit and 3 bytes', (units) => sized(units, '€')],
  ['emoji', 'of emoji, each 2 units and 4 bytes', (units) => sized(units, '🌸')],
  ['quotes', 'of quotation marks, each 2 units', (units) => sized(units, '"')],
  ['controls', 'of U+0001, each 6 units', (units) => sized(units, '\u0001')],
  ['line-feeds', 'of line feeds, each 2 units', (units) => sized(units, '\n')],
  ['raw', 'of U+2028, each 1 unit', (units) => sized(units, '\u2028')],
  ['hmac', 'of ASCII, with an hmac key', (units) => sized(units, 'x', { hmac: HMAC }), HMAC],
  ['hmac-emoji', 'of emoji, with an hmac key', (units) => sized(units, '🌸', { hmac: HMAC }), HMAC],
  ['later', 'of ASCII, in a later message', (units) => filled(units, 'x', (text) => ssbSecond(post(text)))],
  ['later-emoji', 'of emoji, in a later message', (units) => filled(units, '🌸', (text) => ssbSecond(post(text)))],
  ['author-first', 'of ASCII, the author first', (units) => sized(units, 'x', { order: SSB_ORDERS[1] ?? [] })],
  ['box', 'of a ciphertext', (units) => filled(units, 'x', (text) => posted(`.box${text}`))],
  [
    'names',
    'of the name of a member',
    (units) => filled(units, 'x', (text) => posted({ type: 'post', [`n${text}`]: 1 })),
  ],
  [
    'numbers',
    'of a list of numbers, each on a line of its own',
    (units) => filled(units, 'x', (text) => posted({ type: 'post', list: Array.from({ length: 800 }, () => 1), text })),
  ],
];

const post = (text: string): SsbChange => ({ members: { content: { type: 'post', text } } });

const boundaries = (): VectorCase[] => [
  ...takeSsb(
    ['SSB-12'],
    fills.map(
      ([slug, words, make, hmac]): SsbRow => [
        `size-8192-${slug}`,
        `8,192 units ${words}`,
        make(MAX_UNITS),
        hmac === undefined ? {} : { hmac },
      ],
    ),
  ),
  ...fills.flatMap(([slug, words, make, hmac]) =>
    refuseSsb(['SSB-12'], `size-8192-${slug}`, [
      [`size-8193-${slug}`, `8,193 units ${words}`, make(MAX_UNITS + 1), hmac === undefined ? {} : { hmac }],
    ]),
  ),
  ...takeSsb(['SSB-12'], [['size-8191', '8,191 units', sized(MAX_UNITS - 1)]]),
  ...refuseSsb(['SSB-12'], 'size-8192-ascii', [
    ['size-8194', '8,194 units', sized(8194)],
    ['size-16385', '16,385 units', sized(16_385)],
    ['size-1000000', '1,000,000 units', sized(1_000_000)],
  ]),
];

/** The text that travels may be shorter or longer than the encoding. */
const wires = (): VectorCase[] => {
  const largest = sized(MAX_UNITS);
  const text = JSON.stringify(largest);
  const letter = 'x'.repeat(100);
  const escaped = text.replaceAll(letter, '\\u0078'.repeat(100));
  const nested = (count: number): JsonObject => posted({ type: 'post', list: Array.from({ length: count }, () => []) });
  const short = nested(1000);
  const blanks = (count: number): string => text.replace(',"hash"', () => `,${' '.repeat(count)}"hash"`);
  return [
    ...takeSsb(
      ['SSB-12'],
      [
        ['size-text-escaped', 'a text that is longer than its encoding', escaped],
        ['size-text-blanks', 'a text with 10,000 blanks inside', blanks(10_000)],
        ['size-text-600000', 'a text of more than 600,000 bytes', blanks(600_000), { also: ['TXT-2'] }],
      ],
    ),
    ...refuseSsb(['SSB-12'], 'size-8192-numbers', [
      ['size-text-short', 'a text that is much shorter than its encoding', short],
    ]),
  ];
};

const arrays = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json;
const objects = (depth: number): Json => JSON.parse('{"a":'.repeat(depth) + 1 + '}'.repeat(depth)) as Json;

/** The greatest depth with which the message still is small enough. */
const deepest = (make: (depth: number) => JsonObject): number => {
  let depth = 1;
  while (encodeSsb(make(depth + 1)).length <= MAX_UNITS) depth += 1;
  return depth;
};

/** The greatest depth of a text; the message and its content are two of it. */
const MAX_DEPTH = 64;

const depths = (): VectorCase[] => {
  const kinds: [slug: string, words: string, make: (depth: number) => JsonObject][] = [
    ['lists', 'lists', (depth) => posted({ type: 'post', deep: arrays(depth) })],
    ['objects', 'objects', (depth) => posted({ type: 'post', deep: objects(depth) })],
    [
      'lists-later',
      'lists in a later message',
      (depth) => ssbNext(ssb(), { members: { content: { type: 'post', deep: arrays(depth) } } }),
    ],
  ];
  const both = ' (its encoding is too long as well)';
  return [
    ...kinds.flatMap(([slug, words, make]) => {
      const depth = deepest(make);
      if (depth + 2 > MAX_DEPTH) throw new Error(`a message of ${depth} ${words} is valid but for its depth`);
      return [
        ...takeSsb(
          ['SSB-12', 'SSB-13', 'TXT-10'],
          [[`deep-${slug}`, `${depth} ${words} in each other, as deep as a valid message can be`, make(depth)]],
        ),
        ...refuseSsb(['SSB-12'], `deep-${slug}`, [
          [`deep-${slug}-more`, `${depth + 1} ${words} in each other`, make(depth + 1)],
          [`deep-${slug}-64`, `a text that is ${MAX_DEPTH} deep: ${words}`, make(MAX_DEPTH - 2)],
        ]),
        ...refuseSsb(['TXT-10'], `deep-${slug}`, [
          [`deep-${slug}-65`, `a text that is ${MAX_DEPTH + 1} deep: ${words}${both}`, make(MAX_DEPTH - 1)],
          [`deep-${slug}-200`, `200 ${words} in each other${both}`, make(200)],
        ]),
      ];
    }),
    ...refuseSsb(['TXT-10'], 'deep-lists', [
      ['deep-lists-1000', `1,000 lists in each other${both}`, posted({ type: 'post', deep: arrays(1000) })],
      ['deep-lists-100000', `100,000 lists in each other${both}`, signedDeep(100_000)],
    ]),
    ...takeSsb(
      ['TXT-10'],
      [
        [
          'deep-beside',
          '300 lists beside each other are not deep',
          posted({ type: 'post', list: Array.from({ length: 300 }, () => []) }),
        ],
        [
          'deep-again',
          '10 times 10 lists in each other',
          posted({ type: 'post', list: Array.from({ length: 10 }, () => arrays(10)) }),
        ],
        ['deep-in-text', 'a text of 5,000 brackets is not deep', posted({ type: 'post', text: '['.repeat(5000) })],
        [
          'deep-in-name',
          'a name of 100 braces and quotation marks is not deep',
          posted({ type: 'post', ['"{'.repeat(100)]: '\\' }),
        ],
      ],
    ),
  ];
};

/** So deep that its encoding does not fit into memory: signed over the encoding with one list instead. */
const signedDeep = (depth: number): string => {
  const text = signedText(unsignedText('{"type":"post","deep":[]}'));
  return text.replace('[]', () => '['.repeat(depth) + ']'.repeat(depth));
};

/** How long a message may be. */
export const ssbSizes = (): VectorCase[] => [...boundaries(), ...wires(), ...depths()];
