import type { VectorCase } from '@rockpool/schemas';
import { concat, unhex, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { readText } from '../../src/forge/text.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { replaced, signedOver, signedText, ssb, ssbAuthorOf, unsignedText } from './message.ts';

const CONTENT = '{"type":"post","text":"Flowers are pretty 🌸"}';
const PAGE = JSON.stringify(ssb());

const ok = (): VectorCase[] => {
  const spread = JSON.stringify(ssb(), null, 2);
  return takeSsb(
    ['TXT-2', 'SSB-13'],
    [
      ['text-encoding', 'the text is the encoding', spread],
      ['text-line-feed', 'the encoding and a line feed', `${spread}\n`],
      ['text-crlf', 'the encoding with CRLF', spread.replaceAll('\n', '\r\n')],
      ['text-tabs', 'indented by tabs', JSON.stringify(ssb(), null, '\t')],
      ['text-blanks', 'whitespace of all kinds around', ` \t\r\n${PAGE} \t\r\n`],
      ['text-blanks-inside', 'whitespace of all kinds inside', PAGE.replaceAll(/([{,:])"/g, '$1 \t\r\n"')],
      ['text-escaped-name', 'the name hash with an escape', replaced(PAGE, '"hash"', '"\\u0068ash"')],
      ['text-escaped-value', 'the value sha256 with an escape', replaced(PAGE, '"sha256"', '"sha25\\u0036"')],
      ['text-escaped-slash', 'all slashes with escapes', PAGE.replaceAll('/', '\\/')],
      ['text-escaped-emoji', 'an emoji as two escapes', replaced(PAGE, '🌸', '\\ud83c\\udf38')],
      ['text-escaped-emoji-capital', 'an emoji as two escapes in capitals', replaced(PAGE, '🌸', '\\uD83C\\uDF38')],
      ['text-escaped-type', 'the name type with an escape', replaced(PAGE, '"type"', '"typ\\u0065"')],
      [
        'text-escaped-line-feed',
        'a line feed as \\u000a',
        replaced(signedText(unsignedText('{"type":"post","text":"a\\nb"}')), '\\n', '\\u000A'),
      ],
      [
        'text-escaped-all',
        'every letter of the text of a post with an escape',
        replaced(PAGE, 'Flowers', [...'Flowers'].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')),
      ],
    ],
  );
};

const noJson = (): VectorCase[] => {
  const rows: SsbRow[] = [
    ['text-empty', 'an empty text', ''],
    ['text-blank', 'a text of blanks', '  '],
    ['text-cut', 'the last character is missing', PAGE.slice(0, -1)],
    ['text-half', 'the second half is missing', PAGE.slice(0, PAGE.length / 2)],
    ['text-twice', 'the message twice', PAGE + PAGE],
    ['text-two-lines', 'the message on two lines', `${PAGE}\n${PAGE}`],
    ['text-behind', 'a letter behind', `${PAGE}x`],
    ['text-nul', 'a character U+0000 behind', `${PAGE}\0`],
    ['text-mark', 'a byte order mark in front', concat(unhex('efbbbf'), utf8(PAGE))],
    ['text-comma', 'a comma too many at the end', replaced(PAGE, '.sig.ed25519"}', '.sig.ed25519",}')],
    ['text-comment', 'a comment', replaced(PAGE, ',"hash"', '/* */,"hash"')],
    ['text-single-quotes', 'a name in single quotation marks', replaced(PAGE, '"hash"', "'hash'")],
    ['text-bare-name', 'a name without quotation marks', replaced(PAGE, '"hash"', 'hash')],
    ['text-leading-zero', 'a number with a leading zero', replaced(PAGE, '"sequence":1', '"sequence":01')],
    ['text-plus', 'a number with a plus', replaced(PAGE, '"sequence":1', '"sequence":+1')],
    ['text-point-end', 'a number that ends with a point', replaced(PAGE, '"sequence":1', '"sequence":1.')],
    ['text-hex', 'a number in hexadecimal', replaced(PAGE, '"sequence":1', '"sequence":0x1')],
    ['text-nbsp', 'U+00A0 between two members', replaced(PAGE, ',"hash"', ',\u00a0"hash"')],
    ['text-form-feed', 'U+000C between two members', replaced(PAGE, ',"hash"', ',\f"hash"')],
    ['text-raw-line-feed', 'a line feed in a string', replaced(PAGE, 'Flowers are', 'Flowers\nare')],
    ['text-raw-tab', 'a tab in a string', replaced(PAGE, 'Flowers are', 'Flowers\tare')],
    ['text-escape-unknown', 'an escape that does not exist', replaced(PAGE, 'Flowers', '\\Flowers')],
    ['text-escape-x', 'an escape with x', replaced(PAGE, 'Flowers', '\\x46lowers')],
    ['text-undefined', 'the word undefined', replaced(PAGE, '"previous":null', '"previous":undefined')],
    ['text-capital-null', 'the word NULL', replaced(PAGE, '"previous":null', '"previous":NULL')],
  ];
  const infinite = replaced(signedText(unsignedText('{"type":"post","n":1e400}')), '1e400', 'Infinity');
  const nan = replaced(signedText(unsignedText('{"type":"post","n":1e400}')), '1e400', 'NaN');
  return [
    ...refuseSsb(['TXT-2'], 'page', rows),
    ...refuseSsb(['TXT-2'], 'number-infinite', [
      ['text-infinity', 'the word Infinity', infinite],
      ['text-nan', 'the word NaN', nan],
    ]),
  ];
};

/** Bytes that careless decoders read as U+FFFD, which the signature is made for. */
const illFormed = (): VectorCase[] => {
  const signed = (content: string): Uint8Array => utf8(signedText(unsignedText(content)));
  const mark = unhex('efbfbd');
  const spoiled = (content: string, hexadecimal: string): Uint8Array => {
    const bytes = signed(content);
    const at = bytes.findIndex((_, index) => mark.every((byte, offset) => bytes[index + offset] === byte));
    if (at < 0) throw new Error('there is no U+FFFD');
    return concat(bytes.subarray(0, at), unhex(hexadecimal), bytes.subarray(at + mark.length));
  };
  const text = '{"type":"post","text":"a\ufffdb"}';
  const rows: [slug: string, words: string, bytes: string][] = [
    ['byte', 'a byte FF', 'ff'],
    ['continuation', 'a continuation byte alone', '80'],
    ['cut', 'a sequence of three bytes that is cut', 'e282'],
    ['latin1', 'an umlaut in Latin-1', 'fc'],
  ];
  return [
    ...takeSsb(['TXT-1'], [['utf8-replacement', 'U+FFFD in a string', signed(text)]]),
    ...refuseSsb(
      ['TXT-1'],
      'utf8-replacement',
      rows.map(([slug, words, bytes]): SsbRow => [`utf8-${slug}`, words, spoiled(text, bytes)]),
    ),
    ...refuseSsb(['TXT-1'], 'utf8-replacement', [
      ['utf8-name', 'a byte FF in the name of a member', spoiled('{"type":"post","a\ufffdb":1}', 'ff')],
      ['utf8-overlong', 'a slash in two bytes', spoiled(text, 'c0af')],
      ['utf8-surrogate', 'the bytes of a lone surrogate', spoiled(text, 'eda080')],
      ['utf8-pair', 'an emoji as the bytes of two surrogates', spoiled(text, 'eda0bcedbcb8')],
      ['utf8-above', 'a character above U+10FFFF', spoiled(text, 'f4908080')],
    ]),
  ];
};

/** A text with a duplicate name, signed over the value in which the first or the last of the two counts. */
const duplicates = (): VectorCase[] => {
  const author = JSON.stringify(ssbAuthorOf(cast.suzy));
  const doubled = (slug: string, words: string, once: string, from: string, to: string): SsbRow => [
    `duplicate-${slug}`,
    words,
    replaced(signedText(unsignedText(once)), from, to),
  ];
  return refuseSsb(['TXT-3'], 'page', [
    doubled(
      'type-last',
      'type twice, the last one signed',
      '{"type":"post"}',
      '{"type":"post"',
      '{"type":"vote","type":"post"',
    ),
    doubled(
      'type-first',
      'type twice, the first one signed',
      '{"type":"post"}',
      '{"type":"post"',
      '{"type":"post","type":"vote"',
    ),
    doubled(
      'type-equal',
      'type twice with one value',
      '{"type":"post"}',
      '{"type":"post"',
      '{"type":"post","type":"post"',
    ),
    doubled(
      'escaped',
      'type twice, once with an escape',
      '{"type":"post"}',
      '{"type":"post"',
      '{"type":"post","\\u0074ype":"post"',
    ),
    doubled(
      'deep',
      'a name twice in an object in a list',
      '{"type":"post","list":[{"a":1}]}',
      '{"a":1}',
      '{"a":1,"a":1}',
    ),
    doubled('index', 'the name 1 twice', '{"type":"post","1":1}', '"1":1', '"1":1,"1":1'),
    doubled('empty', 'the empty name twice', '{"type":"post","":1}', '"":1', '"":1,"":1'),
    doubled(
      'proto',
      '__proto__ twice',
      '{"type":"post","__proto__":1}',
      '"__proto__":1',
      '"__proto__":1,"__proto__":1',
    ),
    doubled(
      'blanks',
      'a name twice, many blanks before one colon',
      '{"type":"post","a":1}',
      '"a":1',
      `"a":1,"a"${' '.repeat(2000)}:1`,
    ),
    ['duplicate-hash', 'hash twice', replaced(PAGE, '"hash":"sha256"', '"hash":"sha256","hash":"sha256"')],
    ['duplicate-previous', 'previous twice', replaced(PAGE, '"previous":null', '"previous":null,"previous":null')],
    [
      'duplicate-sequence',
      'sequence twice, the last one signed',
      replaced(PAGE, '"sequence":1', '"sequence":2,"sequence":1'),
    ],
    [
      'duplicate-author',
      'the author at both her places',
      replaced(PAGE, '"previous":null,', `"previous":null,"author":${author},`),
    ],
    [
      'duplicate-content',
      'content twice, the last one signed',
      replaced(PAGE, '"content":', '"content":{"type":"vote"},"content":'),
    ],
    ['duplicate-signature', 'signature twice', replaced(PAGE, '"signature":', '"signature":"","signature":')],
  ]);
};

/** The message, with signatures over what careless encoders make of lone surrogates. */
const surrogates = (): VectorCase[] => {
  const halves: [slug: string, words: string, escape: string][] = [
    ['high', 'the first half of a pair', '\\ud83c'],
    ['low', 'the second half of a pair', '\\udf38'],
    ['swapped', 'the halves of a pair swapped', '\\udf38\\ud83c'],
    ['capital', 'the first half of a pair in capitals', '\\uD83C'],
    ['two-high', 'two first halves', '\\ud83c\\ud83c'],
  ];
  const signed = (content: string, written: (half: string) => string): string => {
    const unsigned = unsignedText(content);
    const message = readText(utf8(unsigned), 'ssb').value as JsonObject;
    // Two halves that are no pair stay two, however they are written.
    const encoding = [...encodeSsb(message)]
      .map((letter) => (letter.isWellFormed() ? letter : written(letter)))
      .join('');
    const { signature } = signedOver(message, utf8(encoding));
    return `${unsigned.slice(0, -1)},"signature":${JSON.stringify(signature)}}`;
  };
  const escaped = (half: string): string => `\\u${half.charCodeAt(0).toString(16)}`;
  const substituted = (): string => '\ufffd';
  const text = (half: string): string => `{"type":"post","text":"a${half}b"}`;
  return [
    ...takeSsb(
      ['TXT-4'],
      [['surrogate-pair', 'both halves of a pair', signedText(unsignedText(text('\\ud83c\\udf38')))]],
    ),
    ...refuseSsb(['TXT-4'], 'surrogate-pair', [
      ...halves.map(
        ([slug, words, half]): SsbRow => [
          `surrogate-${slug}`,
          `${words}, signed as escapes`,
          signed(text(half), escaped),
        ],
      ),
      ...halves.map(
        ([slug, words, half]): SsbRow => [
          `surrogate-${slug}-substituted`,
          `${words}, signed as U+FFFD`,
          signed(text(half), substituted),
        ],
      ),
      [
        'surrogate-name',
        'half of a pair in a name, signed as an escape',
        signed('{"type":"post","\\ud83c":1}', escaped),
      ],
      ['surrogate-type', 'half of a pair in the type, signed as an escape', signed('{"type":"pos\\ud83c"}', escaped)],
      ['surrogate-box', 'half of a pair behind .box, signed as an escape', signed('"AAAA.box\\ud83c"', escaped)],
    ]),
  ];
};

/** The text that travels, which need not be the encoding. */
export const ssbTexts = (): VectorCase[] => {
  if (!PAGE.includes(CONTENT)) throw new Error('the page has other content');
  return [...ok(), ...noJson(), ...illFormed(), ...duplicates(), ...surrogates()];
};
