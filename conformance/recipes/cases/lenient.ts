/**
 * What careless readers let pass, and what they read there. Whoever makes a case of it signs what such a reader reads, so that
 * nothing but the rule for texts refuses the text.
 */

/** A piece of text as it travels, and the piece of JSON that a careless reader takes it for. */
export type Misread = readonly [slug: string, words: string, sent: string, seen: string];

/** Inside a string: what is between the quotation marks, and the characters that are read. */
export const ESCAPES: readonly Misread[] = [
  ['escape-capital-u', '\\U00e9, read as é', '\\U00e9', 'é'],
  ['escape-x', '\\x41, read as A', '\\x41', 'A'],
  ['escape-0x', '\\u0x41, read as A', '\\u0x41', 'A'],
  ['escape-plus', '\\u+041, read as A', '\\u+041', 'A'],
  ['escape-short', '\\u041, read as A', '\\u041', 'A'],
  ['escape-braces', '\\u{41}, read as A', '\\u{41}', 'A'],
  ['escape-arabic-digits', '\\u with Arabic digits, read as A', '\\u٠٠٤١', 'A'],
  ['escape-wide-two', '\\u with a fullwidth 2, read as U+0241', '\\u0２41', '\u0241'],
  ['escape-braces-four', '\\u{0041}, read as A', '\\u{0041}', 'A'],
  ['escape-wide-digits', '\\u with fullwidth digits, read as A', '\\u００４１', 'A'],
  ['escape-braces-five', '\\u{1f33f}, read as a herb', '\\u{1f33f}', '🌿'],
  ['escape-vertical-tab', '\\v, read as U+000B', '\\v', '\v'],
  ['escape-zero', '\\0, read as U+0000', '\\0', '\0'],
  ['escape-apostrophe', "\\', read as an apostrophe", "\\'", "'"],
  ['escape-letter', '\\m, read as m', '\\m', 'm'],
  ['escape-line-feed', 'a line feed behind a backslash, read as nothing', '\\\n', ''],
  ['raw-tab', 'a tab in a string', '\t', '\t'],
  ['raw-line-feed', 'a line feed in a string', '\n', '\n'],
  ['raw-nul', 'U+0000 in a string', '\0', '\0'],
];

/** Escapes that are no pairs of surrogates, and what is made of them. */
export const HALVES: readonly Misread[] = [
  ['half-high-letter', '\\ud83d\\u0041, read as U+FFFD and A', '\\ud83d\\u0041', '\ufffdA'],
  ['half-high-letter-joined', '\\ud83d\\u0041, read as one character', '\\ud83d\\u0041', '\u{11841}'],
  ['half-low-low', '\\ude00\\ude00, read as two U+FFFD', '\\ude00\\ude00', '\ufffd\ufffd'],
  ['half-low-low-joined', '\\ude00\\ude00, read as one character', '\\ude00\\ude00', '\u{90200}'],
  [
    'half-high-letter-masked',
    '\\ud83d\\u0041, read as the character of their last bits',
    '\\ud83d\\u0041',
    '\u{1f441}',
  ],
  ['half-high-letter-one', '\\ud83d\\u0041, read as one U+FFFD', '\\ud83d\\u0041', '\ufffd'],
  ['half-low-low-one', '\\ude00\\ude00, read as one U+FFFD', '\\ude00\\ude00', '\ufffd'],
  ['half-high-high', '\\ud83c\\ud83d, read as two U+FFFD', '\\ud83c\\ud83d', '\ufffd\ufffd'],
  ['half-high-high-one', '\\ud83c\\ud83d, read as one U+FFFD', '\\ud83c\\ud83d', '\ufffd'],
  ['half-swapped', '\\udf3f\\ud83c, read as two U+FFFD', '\\udf3f\\ud83c', '\ufffd\ufffd'],
  ['half-swapped-one', '\\udf3f\\ud83c, read as one U+FFFD', '\\udf3f\\ud83c', '\ufffd'],
  ['half-swapped-joined', '\\udf3f\\ud83c, read as a herb', '\\udf3f\\ud83c', '🌿'],
  ['half-raw', '\\ud83d and a raw letter, read as the letter', '\\ud83dm', 'm'],
];

const STAMP = '1700000000000000';

/** Spellings that are read as 1700000000000000. */
export const STAMPS: readonly Misread[] = [
  ['number-zero', 'a timestamp with a zero in front', `0${STAMP}`, STAMP],
  ['number-plus', 'a timestamp with a plus sign', `+${STAMP}`, STAMP],
  ['number-half', 'a timestamp that begins with a point', '.17e16', STAMP],
  ['number-n', 'a timestamp with the letter n behind', `${STAMP}n`, STAMP],
  ['number-point', 'a timestamp with a point behind', `${STAMP}.`, STAMP],
  ['number-exponent', 'a timestamp with an empty exponent', `${STAMP}e`, STAMP],
  ['number-underscore', 'a timestamp with an underscore', '1_700000000000000', STAMP],
  ['number-hex', 'a timestamp in hexadecimal', '0x60a24181e4000', STAMP],
  ['number-arabic', 'a timestamp whose last digit is Arabic', `${STAMP.slice(0, -1)}٠`, STAMP],
  ['number-wide-exponent', 'a timestamp with a fullwidth digit in its exponent', '17e1４', STAMP],
  ['number-wide', 'a timestamp in fullwidth digits', '１７００００００００００００００', STAMP],
];

/** Values in a list. */
export const ITEMS: readonly Misread[] = [
  ['word-trux', 'the word trux, read as true', 'trux', 'true'],
  ['word-tru', 'the word tru, read as true', 'tru', 'true'],
  ['word-truefalse', 'the word truefalse, read as two', 'truefalse', 'true,false'],
  ['word-truefalse-first', 'the word truefalse, read as true', 'truefalse', 'true'],
  ['word-falsx', 'the word falsx, read as false', 'falsx', 'false'],
  ['word-nulx', 'the word nulx, read as null', 'nulx', 'null'],
  ['word-true-capital', 'the word True, read as true', 'True', 'true'],
  ['word-false-capitals', 'the word FALSE, read as false', 'FALSE', 'false'],
  ['word-none', 'the word None, read as null', 'None', 'null'],
  ['word-bare', 'a word without quotation marks', 'moss', '"moss"'],
  ['items-arabic', '1 and an Arabic 2, read as 12', '1٢', '12'],
  ['items-arabic-first', '1 and an Arabic 2, read as 1', '1٢', '1'],
  ['items-blank', 'two numbers with a blank between', '1 2', '1,2'],
  ['items-commas', 'two commas, read as one', '1,,2', '1,2'],
  ['items-commas-null', 'two commas, read as a null between', '1,,2', '1,null,2'],
  ['items-comma-first', 'a comma in front, read as nothing', ',1', '1'],
  ['items-comma-last', 'a comma behind, read as nothing', '1,', '1'],
  ['items-colon', 'a colon for a comma', '1:2', '1,2'],
  ['items-strings', 'two strings without a comma, read as two', '"a""b"', '"a","b"'],
  ['items-strings-one', 'two strings without a comma, read as one', '"a" "b"', '"ab"'],
  ['items-comment', 'a comment behind a number', '1/**/', '1'],
  ['items-line-comment', 'a comment up to the end of the line', '1//2\n', '1'],
  ['items-half', '.5, read as 0.5', '.5', '0.5'],
  ['items-minus-half', '-.5, read as −0.5', '-.5', '-0.5'],
  ['items-point', '5., read as 5', '5.', '5'],
  ['items-plus', '+5, read as 5', '+5', '5'],
  ['items-zero', '05, read as 5', '05', '5'],
  ['items-minus-blank', 'a minus and 5 behind a blank, read as −5', '- 5', '-5'],
  ['items-two-minus', '--5, read as 5', '--5', '5'],
  ['items-exponent', '5e, read as 5', '5e', '5'],
  ['items-point-exponent', '5.e1, read as 50', '5.e1', '50'],
  ['items-n', '5n, read as 5', '5n', '5'],
  ['items-underscore', '1_0, read as 10', '1_0', '10'],
  ['items-wide', 'a fullwidth digit', '５', '5'],
  ['items-apostrophes', 'a string between apostrophes', "'a'", '"a"'],
  ['items-round', 'a list in round brackets', '(1)', '[1]'],
  ['items-name', 'a member without quotation marks around its name', '{a:1}', '{"a":1}'],
  ['items-name-equals', 'a member with an equals sign for the colon', '{"a"=1}', '{"a":1}'],
  ['items-no-value', 'a member without a value, read as null', '{"a":}', '{"a":null}'],
  ['items-members-comma-last', 'a comma behind the last member', '{"a":1,}', '{"a":1}'],
  ['items-members-blank', 'two members with a blank between', '{"a":1 "b":2}', '{"a":1,"b":2}'],
];

/** Characters between two tokens that careless readers take for whitespace. */
const SPACES: readonly [slug: string, name: string, letter: string][] = [
  ['nbsp', 'U+00A0', '\u00a0'],
  ['vertical-tab', 'U+000B', '\v'],
  ['form-feed', 'U+000C', '\f'],
  ['next-line', 'U+0085', '\u0085'],
  ['zero-width', 'U+200B', '\u200b'],
  ['line-separator', 'U+2028', '\u2028'],
  ['ideographic', 'U+3000', '\u3000'],
  ['mark', 'U+FEFF', '\ufeff'],
  ['nul', 'U+0000', '\0'],
];

/** Faults around the members of an object that is written without whitespace. */
export const texts = (text: string): readonly [slug: string, words: string, text: string][] => {
  const at = text.indexOf(',"') + 1;
  const between = (piece: string): string => text.slice(0, at) + piece + text.slice(at);
  const [name = ''] = /"[a-zA-Z]+"/.exec(text) ?? [];
  const bare = name.slice(1, -1);
  const colon = text.indexOf(':');
  return [
    ...SPACES.map(([slug, words, letter]): [string, string, string] => [
      `between-${slug}`,
      `${words} between two members`,
      between(letter),
    ]),
    ['behind-nul', 'U+0000 behind', `${text}\0`],
    ['behind-nul-words', 'U+0000 and words behind', `${text}\0and more`],
    ['behind-nuls', 'three characters U+0000 behind', `${text}\0\0\0`],
    ['behind-control-z', 'U+001A behind', `${text}\u001a`],
    ['behind-control-z-words', 'U+001A and words behind', `${text}\u001aand more`],
    ['behind-comma', 'a comma behind', `${text},`],
    ['behind-bracket', 'a bracket behind', `${text}]`],
    ['before-separator', 'U+001E in front', `\u001e${text}`],
    ['comment-hash', 'a comment that begins with #', between('#moss\n')],
    ['comma-first', 'a comma before the first member', `{,${text.slice(1)}`],
    ['colon-equals', 'an equals sign for a colon', `${text.slice(0, colon)}=${text.slice(colon + 1)}`],
    ['behind-word', 'a word behind', `${text} and`],
    ['behind-brace', 'a brace too many behind', `${text}}`],
    ['behind-object', 'an empty object behind', `${text}{}`],
    ['behind-mark', 'U+FEFF behind', `${text}\ufeff`],
    ['before-nul', 'U+0000 in front', `\0${text}`],
    ['before-guard', 'the guard of some web servers in front', `)]}',\n${text}`],
    ['in-brackets', 'round brackets around', `(${text})`],
    ['comment', 'a comment between two members', between('/* moss */')],
    ['comment-line', 'a comment up to the end of the line', between('//moss\n')],
    ['comma-last', 'a comma behind the last member', `${text.slice(0, -1)},}`],
    ['comma-two', 'two commas between members', between(',')],
    ['comma-none', 'no comma between two members', `${text.slice(0, at - 1)} ${text.slice(at)}`],
    ['comma-semicolon', 'a semicolon for a comma', `${text.slice(0, at - 1)};${text.slice(at)}`],
    ['colon-two', 'two colons behind a name', `${text.slice(0, colon)}:${text.slice(colon)}`],
    ['name-bare', 'a name without quotation marks', text.replace(name, () => bare)],
    ['name-apostrophes', 'a name between apostrophes', text.replace(name, () => `'${bare}'`)],
    ['closed-by-bracket', 'a bracket for the last brace', `${text.slice(0, -1)}]`],
  ];
};

/** Bytes that are not well-formed UTF-8, and what careless decoders read there. */
export const ILL_FORMED: readonly [slug: string, words: string, hex: string, read: readonly string[]][] = [
  ['ff', 'a byte FF', 'ff', ['', '\ufffd']],
  ['continuation', 'a continuation byte alone', '80', ['€', '\ufffd']],
  ['cut', 'a flower that is cut after three bytes', 'f09f8c', ['\ufffd', '\ufffd\ufffd\ufffd']],
  ['overlong-nul', 'U+0000 in two bytes', 'c080', ['\0']],
  ['six', 'a character of six bytes', 'fc8480808080', ['\ufffd']],
  ['five', 'the letter a in five bytes', 'f8808081a1', ['a', '\ufffd']],
  ['overlong', 'the letter a in two bytes', 'c1a1', ['a', '\ufffd\ufffd']],
  ['surrogate', 'a surrogate in three bytes', 'eda0bc', ['', '\ufffd', '\ufffd\ufffd\ufffd']],
  ['pair', 'a flower as two surrogates in six bytes', 'eda0bcedbcb8', ['🌸']],
  ['above', 'a character above U+10FFFF', 'f4908080', ['\ufffd', '\ufffd\ufffd\ufffd\ufffd']],
  ['latin1', 'ü in Latin-1', 'fc', ['ü', '\ufffd']],
];
