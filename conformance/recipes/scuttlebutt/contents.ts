import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, ssb, ssbSecond } from './message.ts';

const second = (content: Json): JsonObject => ssbSecond({ members: { content } });

const types = (): VectorCase[] => {
  const typed = (slug: string, words: string, type: Json, parent = 'type-3'): SsbRow => [
    `type-${slug}`,
    words,
    posted({ type }),
    { parent },
  ];
  const content = (slug: string, words: string, value: Json): SsbRow => [`content-${slug}`, words, posted(value)];
  return [
    ...takeSsb(
      ['SSB-9'],
      [
        typed('3', 'a type of 3 units', 'pub'),
        typed('52', 'a type of 52 units', 'x'.repeat(52)),
        typed('3-euros', 'a type of 3 units that are 9 bytes', '€€€'),
        typed('52-euros', 'a type of 52 units that are 156 bytes', '€'.repeat(52)),
        typed('2-emoji', 'a type of 2 emoji, which are 4 units', '🌸🌸'),
        typed('26-emoji', 'a type of 26 emoji, which are 52 units', '🌸'.repeat(26)),
        typed('emoji-and-letter', 'a type of an emoji and a letter, which are 3 units', '🌸x'),
        typed('blanks', 'a type of 3 blanks', '   '),
        typed('newline', 'a line feed in the type', 'a\nb'),
        typed('nul', 'a type of 3 characters U+0000', '\0\0\0'),
        typed('quotes', 'a type that is longer with its escapes', '"'.repeat(52)),
        typed('message-id', 'the type is the id of a message', ssbId(ssb())),
        typed('constructor', 'the type is constructor', 'constructor'),
        typed('proto', 'the type is __proto__', '__proto__'),
        content('type-last', 'the type is not the first member', { text: 'x', mentions: [], type: 'post' }),
        content('inherited-names', 'members with names that objects inherit', {
          type: 'post',
          constructor: 'x',
          toString: 1,
          hasOwnProperty: null,
        }),
        content('members-of-message', 'content with the members of a message', { ...ssb(), type: 'about' }),
        content('to-json', 'a member named toJSON', { type: 'post', toJSON: 'x' }),
        ['later-type-3', 'a type of 3 units in a later message', second({ type: 'pub' })],
        ['later-type-52', 'a type of 52 units in a later message', second({ type: 'y'.repeat(52) })],
      ],
    ),
    ...refuseSsb(['SSB-9'], 'type-3', [
      typed('2', 'a type of 2 units', 'pu'),
      typed('1', 'a type of 1 unit', 'p'),
      typed('empty', 'an empty type', ''),
      typed('53', 'a type of 53 units', 'x'.repeat(53), 'type-52'),
      typed('2-euros', 'a type of 2 units that are 6 bytes', '€€', 'type-3-euros'),
      typed('53-euros', 'a type of 53 units', '€'.repeat(53), 'type-52-euros'),
      typed('1-emoji', 'a type of 1 emoji, which is 2 units', '🌸', 'type-2-emoji'),
      typed('27-emoji', 'a type of 27 emoji, which are 54 units', '🌸'.repeat(27), 'type-26-emoji'),
      typed(
        '26-emoji-and-letter',
        'a type of 26 emoji and a letter, which are 53 units',
        `${'🌸'.repeat(26)}x`,
        'type-26-emoji',
      ),
      typed('8192', 'a type of 5,000 units', 'x'.repeat(5000), 'type-52'),
      typed('null', 'the type is null', null),
      typed('number', 'the type is a number', 123),
      typed('true', 'the type is true', true),
      typed('list', 'the type is a list of 3 strings', ['p', 'u', 'b']),
      typed('list-of-type', 'the type is a list with the type in it', ['pub']),
      typed('object', 'the type is an object with a length', { length: 3 }),
      content('empty', 'an object without members', {}),
      content('no-type', 'no type', { text: 'hello' }),
      content('type-capital', 'a member named Type', { Type: 'post' }),
      content('type-blank', 'a member named type and a blank', { 'type ': 'post' }),
      content('type-deeper', 'the type is in an object in the content', { content: { type: 'post' } }),
      content('inherited-type', 'the type is in a member named __proto__', JSON.parse('{"__proto__":{"type":"post"}}')),
      content('recipients', 'recipients and no type', { recps: [] }),
    ]),
    ...refuseSsb(['SSB-9'], 'later-type-3', [
      ['later-type-2', 'a type of 2 units in a later message', second({ type: 'pu' })],
      ['later-type-none', 'no type in a later message', second({ text: 'hello' })],
      ['later-type-number', 'a type that is a number in a later message', second({ type: 123 })],
      ['later-content-empty', 'an object without members in a later message', second({})],
      [
        'later-type-53',
        'a type of 53 units in a later message',
        second({ type: 'y'.repeat(53) }),
        { parent: 'later-type-52' },
      ],
    ]),
  ];
};

const LINE_BREAKS: readonly [slug: string, words: string, letter: string][] = [
  ['line-feed', 'U+000A', '\n'],
  ['carriage-return', 'U+000D', '\r'],
  ['line-separator', 'U+2028', '\u2028'],
  ['paragraph-separator', 'U+2029', '\u2029'],
];

/** Characters that are line breaks to some and not to this rule. */
const NO_LINE_BREAKS: readonly [slug: string, words: string, letter: string][] = [
  ['next-line', 'U+0085', '\u0085'],
  ['vertical-tab', 'U+000B', '\v'],
  ['form-feed', 'U+000C', '\f'],
  ['tab', 'U+0009', '\t'],
  ['nul', 'U+0000', '\0'],
  ['record-separator', 'U+001E', '\u001e'],
  ['mark', 'U+FEFF', '\ufeff'],
  ['emoji', 'an emoji', '🌸'],
];

const ciphertexts = (): VectorCase[] => {
  const box = (slug: string, words: string, text: string, parent = 'box'): SsbRow => [
    `box${slug === '' ? '' : `-${slug}`}`,
    words,
    posted(text),
    { parent },
  ];
  return [
    ...takeSsb(
      ['SSB-10'],
      [
        box('', 'a ciphertext', 'aGVsbG8gRmVybiwgdGhpcyBpcyBTdXp5.box'),
        box('one-byte', 'a ciphertext of one byte', 'AA==.box'),
        box('two-bytes', 'a ciphertext of two bytes', 'AAA=.box'),
        box('alphabet', 'a ciphertext with + and /', '+/+/.box'),
        box('empty', 'a ciphertext of no bytes', '.box'),
        box('2', 'the suffix is .box2', 'AAAA.box2'),
        box('suffix-words', 'words behind .box', 'AAAA.boxfoo bar'),
        box('suffix-blank', 'a blank behind .box', 'AAAA.box '),
        box('suffix-twice', '.box twice', 'AAAA.box.box'),
        box('suffix-dots', 'full stops behind .box', 'AAAA.box...'),
        ...NO_LINE_BREAKS.map(([slug, words, letter]) => box(slug, `${words} behind .box`, `AAAA.box${letter}`)),
        ['later-box', 'a ciphertext in a later message', second('AAAA.box')],
      ],
    ),
    ...refuseSsb(['SSB-10'], 'box', [
      box('no-suffix', 'no suffix', 'AAAA', 'box-empty'),
      box('none', 'an empty text', '', 'box-empty'),
      box('text', 'a text in plain words', 'hello Fern'),
      box('capitals', 'the suffix is .BOX', 'AAAA.BOX', 'box-2'),
      box('suffix-cut', 'the suffix is .bo', 'AAAA.bo', 'box-2'),
      box('no-dot', 'no full stop', 'AAAAbox', 'box-2'),
      box('dot-later', 'something between the base64 and .box', 'AAAA.x.box', 'box-suffix-twice'),
      box('blank-between', 'a blank between the base64 and .box', 'AAAA .box', 'box-2'),
      box('blank-first', 'a blank in front', ' AAAA.box', 'box-2'),
      box('blank-inside', 'a blank inside the base64', 'AA AA.box', 'box-2'),
      box('newline-inside', 'a line feed inside the base64', 'AAAA\nAAAA.box', 'box-2'),
      box('newline-between', 'a line feed between the base64 and .box', 'AAAA\n.box', 'box-2'),
      box('newline-first', 'a line feed in front', '\nAAAA.box', 'box-2'),
      box('url', 'base64 in the alphabet for URLs', '-_-_.box', 'box-alphabet'),
      box('unpadded-1', 'one = is missing', 'AAA.box', 'box-two-bytes'),
      box('unpadded-2', 'two = are missing', 'AA.box', 'box-one-byte'),
      box('unpadded-half', 'one of two = is missing', 'AA=.box', 'box-one-byte'),
      box('padded-more', 'a = too many', 'AAAA=.box', 'box-2'),
      box('padded-four', 'four = too many', 'AAAA====.box', 'box-2'),
      box('padding-only', 'padding alone', '====.box', 'box-empty'),
      box('padding-inside', 'padding inside the base64', 'AA==AAAA.box', 'box-one-byte'),
      box('letter-alone', 'a letter that is no whole byte', 'AAAAA.box', 'box-2'),
      box('spare-1', 'a spare bit set before =', 'AAB=.box', 'box-two-bytes'),
      box('spare-2', 'a spare bit set before ==', 'AB==.box', 'box-one-byte'),
      box('spare-highest', 'the highest spare bit set before ==', 'AI==.box', 'box-one-byte'),
      box('nul-newline', 'U+0000 and a line feed behind .box', 'AAAA.box\0\n', 'box-nul'),
      ...LINE_BREAKS.flatMap(([slug, words, letter]) => [
        box(slug, `${words} behind .box`, `AAAA.box${letter}`, 'box-next-line'),
        box(`${slug}-inside`, `${words} in the words behind .box`, `AAAA.boxfoo${letter}bar`, 'box-suffix-words'),
      ]),
    ]),
    ...refuseSsb(['SSB-10'], 'later-box', [
      ['later-box-spare', 'a spare bit set in a later message', second('AB==.box')],
      ['later-box-no-suffix', 'no suffix in a later message', second('AAAA')],
      ['later-box-text', 'a text in plain words in a later message', second('hello Fern')],
      ['later-box-newline', 'a line feed behind .box in a later message', second('AAAA.box\n')],
    ]),
  ];
};

/** Content that is an object, and content that is a ciphertext. */
export const ssbContents = (): VectorCase[] => [...types(), ...ciphertexts()];
