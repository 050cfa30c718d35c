import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { readText } from '../../src/forge/text.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, replaced, signedOver, signedText, unsignedText } from './message.ts';

const parsed = (text: string): JsonObject => readText(utf8(text), 'ssb').value as JsonObject;

/** A message whose content is spelled so, signed over its encoding. */
const worded = (content: string): string => signedText(unsignedText(content));

/** The same text with a signature over its encoding after a change, as those make it who encode in another way. */
const misread = (content: string, change: (encoding: string) => string): string => {
  const message = parsed(unsignedText(content));
  const encoding = encodeSsb(message);
  const wrong = change(encoding);
  if (wrong === encoding) throw new Error(`${content} is encoded no other way`);
  const { signature } = signedOver(message, utf8(wrong));
  return replaced(worded(content), String(parsed(worded(content)).signature), String(signature));
};

const swap =
  (from: string, to: string) =>
  (encoding: string): string =>
    replaced(encoding, from, to);

const NESTED = '{"type":"post","a":{},"b":[],"c":[1,[2,{"d":[]}]],"e":{"f":{}}}';

const layout = (): VectorCase[] => {
  const compact = (encoding: string): string => JSON.stringify(JSON.parse(encoding));
  const indented = (blanks: number | string) => (encoding: string) =>
    JSON.stringify(JSON.parse(encoding), null, blanks);
  const rows: [slug: string, words: string, change: (encoding: string) => string][] = [
    ['compact', 'without whitespace', compact],
    ['four', 'indented by four blanks', indented(4)],
    ['one', 'indented by one blank', indented(1)],
    ['tabs', 'indented by tabs', indented('\t')],
    ['not-indented', 'on lines that are not indented', (encoding) => encoding.replace(/\n */g, '\n')],
    ['crlf', 'with CRLF', (encoding) => encoding.replaceAll('\n', '\r\n')],
    ['line-feed', 'with a line feed at the end', (encoding) => `${encoding}\n`],
    ['colon', 'without blanks after colons', (encoding) => encoding.replaceAll('": ', '":')],
    ['colon-before', 'with blanks before colons', (encoding) => encoding.replaceAll('": ', '" : ')],
    ['comma', 'with blanks after commas', (encoding) => encoding.replaceAll(',\n', ', \n')],
    ['empty-object', 'with a line feed inside an empty object', swap('"a": {}', '"a": {\n    }')],
    ['empty-list', 'with a line feed inside an empty list', swap('"b": []', '"b": [\n    ]')],
    ['empty-blank', 'with a blank inside an empty list', swap('"b": []', '"b": [ ]')],
    [
      'lists-inline',
      'with a list on one line',
      (encoding) => encoding.replace(/"c": \[[^e]*\]/, '"c": [1, [2, {"d": []}]]'),
    ],
    ['mark', 'with a byte order mark', (encoding) => `\ufeff${encoding}`],
  ];
  return [
    ...takeSsb(
      ['SSB-13'],
      [
        ['layout', 'objects and lists, some of them empty', worded(NESTED)],
        ['layout-lists', 'lists in lists', worded('{"type":"post","list":[[],[[]],[[],[]],[1,[2]]]}')],
        [
          'layout-words',
          'true, false and null',
          worded('{"type":"post","list":[true,false,null],"t":true,"f":false,"n":null}'),
        ],
        ['layout-empty-strings', 'empty strings and an empty name', worded('{"type":"post","":"","x":[""]}')],
      ],
    ),
    ...refuseSsb(
      ['SSB-18'],
      'layout',
      rows.map(
        ([slug, words, change]): SsbRow => [
          `layout-signed-${slug}`,
          `signed ${words}`,
          misread(NESTED, change),
          { also: ['SSB-13'] },
        ],
      ),
    ),
  ];
};

/** Members as a text gives them, and the names in the order of their encoding. */
type Ordered = [slug: string, words: string, given: readonly string[], encoded: readonly string[]];

const ORDERED: readonly Ordered[] = [
  ['numbers', 'numbers as names, the greater first', ['10', '2'], ['2', '10']],
  ['numbers-last', 'numbers as names, behind a word', ['word', '2', '10'], ['2', '10', 'word']],
  ['zero', '0 and 00 as names', ['00', '0'], ['0', '00']],
  ['leading-zero', 'a number with a leading zero is a word', ['01', '1'], ['1', '01']],
  [
    'greatest',
    'the greatest number and the one above it',
    ['4294967295', 'x', '4294967294'],
    ['4294967294', '4294967295', 'x'],
  ],
  [
    'above',
    'numbers above the greatest are words',
    ['4294967296', '4294967295', '1'],
    ['1', '4294967296', '4294967295'],
  ],
  ['2-to-53', 'a number around 2^53 is a word', ['x', '9007199254740991', '7'], ['7', 'x', '9007199254740991']],
  ['2-to-31', 'numbers around 2^31', ['2147483648', 'x', '2147483647'], ['2147483647', '2147483648', 'x']],
  ['negative', '-1 and -0 are words', ['-1', '-0', '3'], ['3', '-1', '-0']],
  ['fraction', '1.5 and 1.0 are words', ['1.5', '1.0', '1'], ['1', '1.5', '1.0']],
  ['exponent', '1e1 is a word', ['1e1', '5'], ['5', '1e1']],
  ['empty', 'an empty name is a word', ['', '5'], ['5', '']],
  ['blank', 'a number with a blank is a word', [' 1', '1 ', '1'], ['1', ' 1', '1 ']],
  ['plus', '+1 is a word', ['+1', '1'], ['1', '+1']],
  ['other-digits', 'digits that are not ASCII are a word', ['١', '1'], ['1', '١']],
  ['words', 'words stay as they came', ['b', 'a', 'é', 'B', 'A'], ['b', 'a', 'é', 'B', 'A']],
  ['proto', '__proto__ stays where it came', ['b', '__proto__', 'a'], ['b', '__proto__', 'a']],
  [
    'inherited',
    'names that objects inherit stay where they came',
    ['toString', 'b', 'constructor'],
    ['toString', 'b', 'constructor'],
  ],
];

const contentOf = (names: readonly string[]): string =>
  `{"type":"post","map":{${names.map((name, index) => `${JSON.stringify(name)}:${JSON.stringify(`${name} ${index}`.slice(0, name.length))}`).join()}}}`;

/** The lines of the members of `map`, without what separates them. */
const linesOf = (names: readonly string[]): string =>
  names.map((name) => `      ${JSON.stringify(name)}: ${JSON.stringify(name)}`).join(',\n');

const order = (): VectorCase[] => {
  const taken = ORDERED.map(([slug, words, given, encoded]): SsbRow => {
    const text = worded(contentOf(given));
    if (!encodeSsb(parsed(text)).includes(linesOf(encoded))) throw new Error(`${slug}: another order`);
    return [`members-${slug}`, words, text];
  });
  const wrongly = (slug: string, words: string, parent: string, other: readonly string[]): SsbRow => {
    const [, , given, encoded] = ORDERED.find(([name]) => name === parent) as Ordered;
    const text = misread(contentOf(given), swap(linesOf(encoded), linesOf(other)));
    return [`members-signed-${slug}`, words, text, { parent: `members-${parent}`, also: ['SSB-14'] }];
  };
  return [
    ...takeSsb(['SSB-14'], taken),
    ...takeSsb(
      ['SSB-14'],
      [
        ['members-sorted', 'numbers as names, in their order', worded(contentOf(['2', '10', 'word']))],
        [
          'members-many',
          'numbers as names on three levels',
          worded('{"type":"post","9":{"b":{"1":1,"0":0},"8":[{"7":7,"6":6}]},"1":1}'),
        ],
        ['members-type', 'numbers as names in the content itself', worded('{"type":"post","2":"b","1":"a"}')],
        ['members-list', 'a list is in its own order', worded('{"type":"post","list":["10","2",{"10":1,"2":2}]}')],
      ],
    ),
    ...refuseSsb(['SSB-18'], 'members-numbers', [
      wrongly('as-they-came', 'signed with the numbers as they came', 'numbers', ['10', '2']),
      wrongly('behind', 'signed with the numbers behind a word', 'numbers-last', ['word', '2', '10']),
      wrongly('as-texts', 'signed with the numbers as texts', 'numbers-last', ['10', '2', 'word']),
      wrongly('zeros', 'signed with 01 as a number', 'leading-zero', ['01', '1']),
      wrongly('greatest', 'signed with 4294967294 as a word', 'greatest', ['4294967295', 'x', '4294967294']),
      wrongly('above', 'signed with 4294967295 as a number', 'above', ['1', '4294967295', '4294967296']),
      wrongly('2-to-53', 'signed with a number around 2^53 as a number', '2-to-53', ['7', '9007199254740991', 'x']),
      wrongly('2-to-31', 'signed with 2147483648 as a word', '2-to-31', ['2147483647', 'x', '2147483648']),
      wrongly('negative', 'signed with −1 as a number', 'negative', ['-1', '3', '-0']),
      wrongly('sorted', 'signed with the words sorted', 'words', ['A', 'B', 'a', 'b', 'é']),
      wrongly('no-proto', 'signed without __proto__', 'proto', ['b', 'a']),
      wrongly('proto-last', 'signed with __proto__ last', 'proto', ['b', 'a', '__proto__']),
    ]),
  ];
};

type Spelled = [slug: string, spelling: string, encoded: string];

const NUMBERS: readonly Spelled[] = [
  ['0', '0', '0'],
  ['minus-0', '-0', '0'],
  ['minus-0-point', '-0.0', '0'],
  ['1-point', '1.0', '1'],
  ['1-exponent', '1e0', '1'],
  ['100-exponent', '1E+2', '100'],
  ['fraction', '0.1', '0.1'],
  ['fraction-sum', '0.30000000000000004', '0.30000000000000004'],
  ['fraction-digits', '0.1000000000000000055511151231257827', '0.1'],
  ['fraction-trailing', '1.50', '1.5'],
  ['minus-1', '-1', '-1'],
  ['1e20', '100000000000000000000', '100000000000000000000'],
  ['1e20-exponent', '1e20', '100000000000000000000'],
  ['1e21', '1e+21', '1e+21'],
  ['1e21-digits', '1000000000000000000000', '1e+21'],
  ['minus-1e21', '-1e21', '-1e+21'],
  ['below-1e21', '999999999999999900000', '999999999999999900000'],
  ['above-1e21', '1234567890123456789012', '1.2345678901234568e+21'],
  ['21-digits', '123456789012345680000', '123456789012345680000'],
  ['rounded', '123456789012345678901', '123456789012345680000'],
  ['2-to-53', '9007199254740992', '9007199254740992'],
  ['2-to-53-plus-1', '9007199254740993', '9007199254740992'],
  ['2-to-53-plus-1-and-less', '9007199254740992.99999', '9007199254740992'],
  ['2-to-53-plus-1-and-more', '9007199254740993.00001', '9007199254740994'],
  ['2-to-53-plus-1-and-little', `9007199254740993.${'0'.repeat(40)}1`, '9007199254740994'],
  ['2-to-53-plus-3', '9007199254740995', '9007199254740996'],
  ['2-to-64', '18446744073709551615', '18446744073709552000'],
  ['1e-6', '0.000001', '0.000001'],
  ['1e-6-exponent', '1e-6', '0.000001'],
  ['1e-7', '1e-7', '1e-7'],
  ['1e-7-digits', '0.0000001', '1e-7'],
  ['1e-10', '1.5e-10', '1.5e-10'],
  ['least', '5e-324', '5e-324'],
  ['least-normal', '2.2250738585072014e-308', '2.2250738585072014e-308'],
  ['vanishing', '2e-324', '0'],
  ['half-the-least-and-more', '2.4703282292062328e-324', '5e-324'],
  ['greatest', '1.7976931348623157e+308', '1.7976931348623157e+308'],
  ['greatest-and-more', '1.7976931348623158e+308', '1.7976931348623157e+308'],
  ['infinite', '1e400', 'null'],
  ['minus-infinite', '-1e400', 'null'],
  ['third', '0.3333333333333333', '0.3333333333333333'],
  ['5e-7', '5e-7', '5e-7'],
  ['fraction-short', '4.35', '4.35'],
  ['pi', '3.141592653589793', '3.141592653589793'],
  ['1e23', '1e23', '1e+23'],
  ['1e22-digits', `1${'0'.repeat(22)}`, '1e+22'],
];

const numbered = (spelling: string): string => `{"type":"post","number":${spelling}}`;

const numbers = (): VectorCase[] => {
  const taken = NUMBERS.map(([slug, spelling, encoded]): SsbRow => {
    const text = worded(numbered(spelling));
    if (!encodeSsb(parsed(text)).includes(`"number": ${encoded}\n`)) throw new Error(`${slug}: another number`);
    return [`number-${slug}`, `${spelling} is encoded as ${encoded}`, text];
  });
  const wrongly = (slug: string, parent: string, encoded: string): SsbRow => {
    const [, spelling, right] = NUMBERS.find(([name]) => name === parent) as Spelled;
    return [
      `number-signed-${slug}`,
      `${spelling} is signed as ${encoded}`,
      misread(numbered(spelling), swap(`"number": ${right}\n`, `"number": ${encoded}\n`)),
      { parent: `number-${parent}`, also: ['SSB-15'], textOnly: JSON.stringify(JSON.parse(spelling)) !== spelling },
    ];
  };
  return [
    ...takeSsb(['SSB-15'], taken),
    ...refuseSsb(['SSB-18'], 'number-0', [
      wrongly('minus-0', 'minus-0', '-0'),
      wrongly('point', '1-point', '1.0'),
      wrongly('exponent', '1-exponent', '1e0'),
      wrongly('1e20', '1e20', '1e+20'),
      wrongly('1e21-digits', '1e21', '1000000000000000000000'),
      wrongly('1e21-no-plus', '1e21', '1e21'),
      wrongly('1e21-capital', '1e21', '1E+21'),
      wrongly('21-digits-exponent', '21-digits', '1.2345678901234568e+20'),
      wrongly('21-digits-exact', '21-digits', '123456789012345683968'),
      wrongly('2-to-53-plus-1', '2-to-53-plus-1', '9007199254740993'),
      wrongly('2-to-53-plus-1-and-more', '2-to-53-plus-1-and-more', '9007199254740992'),
      wrongly('2-to-64', '2-to-64', '18446744073709551616'),
      wrongly('1e-6', '1e-6', '1e-6'),
      wrongly('1e-7-digits', '1e-7', '0.0000001'),
      wrongly('1e-7-two-digits', '1e-7', '1e-07'),
      wrongly('fraction-rounded', 'fraction-sum', '0.3'),
      wrongly('fraction-17-digits', 'fraction', '0.10000000000000001'),
      wrongly('least', 'least', '4.9e-324'),
      wrongly('least-long', 'least', '4.9406564584124654e-324'),
      wrongly('infinite', 'infinite', '1e400'),
      wrongly('infinite-word', 'infinite', 'Infinity'),
      wrongly('infinite-greatest', 'infinite', '1.7976931348623157e+308'),
    ]),
  ];
};

type Escaped = [slug: string, words: string, text: string, encoded: string];

const STRINGS: readonly Escaped[] = [
  ['quote', 'a quotation mark', '"', '\\"'],
  ['backslash', 'a backslash', '\\', '\\\\'],
  ['slash', 'a slash', '/', '/'],
  ['backspace', 'U+0008', '\b', '\\b'],
  ['tab', 'U+0009', '\t', '\\t'],
  ['line-feed', 'U+000A', '\n', '\\n'],
  ['vertical-tab', 'U+000B', '\v', '\\u000b'],
  ['form-feed', 'U+000C', '\f', '\\f'],
  ['carriage-return', 'U+000D', '\r', '\\r'],
  ['nul', 'U+0000', '\0', '\\u0000'],
  ['escape', 'U+001B', '\u001b', '\\u001b'],
  ['1f', 'U+001F', '\u001f', '\\u001f'],
  ['delete', 'U+007F', '\u007f', '\u007f'],
  ['9f', 'U+009F', '\u009f', '\u009f'],
  ['umlaut', 'an umlaut', 'ü', 'ü'],
  ['decomposed', 'an umlaut of two characters', 'u\u0308', 'u\u0308'],
  ['euro', 'a euro sign', '€', '€'],
  ['emoji', 'an emoji', '🌸', '🌸'],
  ['last', 'U+10FFFF', '\u{10ffff}', '\u{10ffff}'],
  ['line-separator', 'U+2028', '\u2028', '\u2028'],
  ['paragraph-separator', 'U+2029', '\u2029', '\u2029'],
  ['mark', 'U+FEFF', '\ufeff', '\ufeff'],
  ['replacement', 'U+FFFD', '\ufffd', '\ufffd'],
  ['ffff', 'U+FFFF', '\uffff', '\uffff'],
  ['html', 'what is escaped in HTML', '<a href="x">&\'</a>', '<a href=\\"x\\">&\'</a>'],
  ['escape-in-words', 'what looks like an escape', '\\u0041', '\\\\u0041'],
];

const strings = (): VectorCase[] => {
  const holding = (text: string): Json => ({ type: 'post', text: `a${text}b` });
  const naming = (text: string): Json => ({ type: 'post', [`a${text}b`]: text });
  const taken = STRINGS.flatMap(([slug, words, text, encoded]): SsbRow[] => {
    const message = posted(holding(text));
    if (!encodeSsb(message).includes(`"a${encoded}b"`)) throw new Error(`${slug}: another string`);
    return [
      [`string-${slug}`, `${words} in a string`, message],
      [`name-${slug}`, `${words} in the name of a member`, posted(naming(text))],
    ];
  });
  const wrongly = (slug: string, parent: string, encoded: string): SsbRow => {
    const [, words, text, right] = STRINGS.find(([name]) => name === parent) as Escaped;
    return [
      `string-signed-${slug}`,
      `${words} is signed as ${JSON.stringify(encoded).slice(1, -1)}`,
      misread(JSON.stringify(holding(text)), swap(`"a${right}b"`, `"a${encoded}b"`)),
      { parent: `string-${parent}`, also: ['SSB-16'] },
    ];
  };
  return [
    ...takeSsb(['SSB-16'], taken),
    ...refuseSsb(['SSB-18'], 'string-quote', [
      wrongly('slash', 'slash', '\\/'),
      wrongly('backspace', 'backspace', '\\u0008'),
      wrongly('line-feed', 'line-feed', '\\u000a'),
      wrongly('line-feed-raw', 'line-feed', '\n'),
      wrongly('tab-raw', 'tab', '\t'),
      wrongly('vertical-tab', 'vertical-tab', '\\v'),
      wrongly('vertical-tab-capital', 'vertical-tab', '\\u000B'),
      wrongly('1f-capital', '1f', '\\u001F'),
      wrongly('nul-raw', 'nul', '\0'),
      wrongly('nul-short', 'nul', '\\0'),
      wrongly('delete', 'delete', '\\u007f'),
      wrongly('umlaut', 'umlaut', '\\u00fc'),
      wrongly('umlaut-decomposed', 'umlaut', 'u\u0308'),
      wrongly('decomposed-composed', 'decomposed', 'ü'),
      wrongly('emoji', 'emoji', '\\ud83c\\udf38'),
      wrongly('line-separator', 'line-separator', '\\u2028'),
      wrongly('mark', 'mark', '\\ufeff'),
      wrongly('mark-dropped', 'mark', ''),
      wrongly('html', 'html', '\\u003ca href=\\"x\\"\\u003e\\u0026\'\\u003c/a\\u003e'),
      wrongly('quote', 'quote', '\\u0022'),
    ]),
  ];
};

/** What is signed: layout, order of members, numbers, strings. */
export const ssbEncodings = (): VectorCase[] => [...layout(), ...order(), ...numbers(), ...strings()];
