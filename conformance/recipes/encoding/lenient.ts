// Long, and one list: each text stands where its neighbours can be compared with it.

import { type Fault, faults } from './fault.ts';

type Row = [slug: string, parent: string, defect: string, text: string];

const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
const slugOf = (code: number): string => code.toString(16).padStart(4, '0');

/** What some languages take for white space or skip: all that Unicode calls so, and what it called so once. */
const SPACES = [
  0x00, 0x0b, 0x0c, 0x1a, 0x1c, 0x1d, 0x1e, 0x1f, 0x85, 0xa0, 0x1680, 0x180e, 0x2000, 0x2007, 0x2009, 0x200a, 0x200b,
  0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
];

const spaces: Row[] = SPACES.flatMap((code): Row[] => {
  const letter = String.fromCharCode(code);
  return [
    [`space-between-${slugOf(code)}`, 'array-order', `${named(code)} between two tokens`, `[3,${letter}1]`],
    [`space-behind-${slugOf(code)}`, 'array-order', `${named(code)} behind the text`, `[3,1]${letter}`],
  ];
});

const controls: Row[] = Array.from({ length: 0x20 }, (_, code): Row => {
  const letter = String.fromCharCode(code);
  return [
    `raw-${slugOf(code)}`,
    'escape-controls',
    `${named(code)} at the end of a string, not escaped`,
    `"a${letter}"`,
  ];
});

const ESCAPES: Row[] = (
  [
    ['capital-u', 'a capital U in the place of the u', '"\\U00e9"'],
    ['capital-u-long', 'an escape of eight digits behind a capital U', '"\\U0001F338"'],
    ['0x', 'an escape with 0x', '"\\u0x41"'],
    ['0x-capital', 'an escape with 0X', '"\\u0X41"'],
    ['plus', 'a plus sign within the digits of an escape', '"\\u+0e9"'],
    ['minus', 'a minus sign within the digits of an escape', '"\\u-0e9"'],
    ['blank', 'a blank in front of the digits of an escape', '"\\u 0e9"'],
    ['blank-behind', 'a blank behind three digits of an escape', '"\\u0e9 "'],
    ['underscore', 'an underscore within the digits of an escape', '"\\u0_e9"'],
    ['g', 'a letter g as the last digit of an escape', '"\\u00eg"'],
    ['g-first', 'a letter g as the first digit of an escape', '"\\ug0e9"'],
    ['no-digits', 'an escape without digits', '"\\uzzzz"'],
    ['exponent', 'a full stop within the digits of an escape', '"\\u0.e9"'],
    ['arabic', 'an escape of Arabic digits', '"\\u\u0660\u0660\u0664\u0661"'],
    ['wide', 'an escape of wide digits', '"\\u\uff10\uff10\uff14\uff11"'],
    ['cut-pair', 'the escape of the second half of a pair has three digits', '"\\ud83c\\udf3"'],
    ['u-at-end', 'a backslash and u at the end of the string', '"\\u"'],
    ['backslash-at-end', 'the last quotation mark is escaped', '"a\\"'],
    ['a', 'an escape \\a', '"\\a"'],
    ['e', 'an escape \\e', '"\\e"'],
    ['v', 'an escape \\v', '"\\v"'],
    ['capital-n', 'an escape \\N', '"\\N"'],
    ['capital-t', 'an escape \\T', '"\\T"'],
    ['octal', 'an escape in octal digits', '"\\101"'],
    ['blank-escaped', 'an escaped blank', '"\\ "'],
    ['newline', 'an escaped line feed', '"a\\\nb"'],
    ['line-separator', 'an escaped U+2028', '"a\\\u2028b"'],
    ['dollar', 'an escaped dollar sign', '"\\$"'],
    ['letter', 'an escaped letter that is no ASCII', '"\\é"'],
    ['name', 'an escape \\x in a name', '{"\\x61":1}'],
  ] as const
).map(([slug, defect, text]): Row => [`escape-as-${slug}`, 'escape-needless', defect, text]);

const LITERALS: Row[] = (
  [
    ['trux', 'a wrong last letter of true', '[trux]'],
    ['tru', 'true without its last letter', '[tru]'],
    ['trueth', 'a letter behind true', '[truex]'],
    ['true-false', 'true and false with nothing between', 'truefalse'],
    ['true-true', 'true twice with nothing between', 'truetrue'],
    ['true-string', 'true and a string with nothing between', '[true"a"]'],
    ['true-number', 'true and a number with nothing between', '[true1]'],
    ['true-blank-false', 'true and false with a blank between', '[true false]'],
    ['falsx', 'a wrong last letter of false', '[falsx]'],
    ['fals', 'false without its last letter', 'fals'],
    ['false-upper', 'false in capital letters', 'FALSE'],
    ['true-upper', 'true in capital letters', 'TRUE'],
    ['t', 'the first letter of true alone', '[t]'],
    ['txxx', 'three letters behind a t', '[txxx]'],
    ['fxxxx', 'four letters behind an f', '[fxxxx]'],
    ['nulx', 'a wrong last letter of null', '[nulx]'],
    ['none', 'None', 'None'],
    ['nil', 'nil', 'nil'],
    ['yes', 'yes', 'yes'],
    ['long-s', 'false with a long s', 'fal\u017fe'],
    ['wide', 'true in wide letters', '\uff54\uff52\uff55\uff45'],
  ] as const
).map(([slug, defect, text]): Row => [`literal-${slug}`, 'bare-true', defect, text]);

const STRUCTURE: Row[] = (
  [
    ['two-commas', 'array-order', 'two commas between two elements', '[3,,1]'],
    ['comma-alone', 'array-order', 'nothing but a comma in an array', '[,]'],
    ['two-commas-object', 'member-order', 'two commas between two members', '{"b":1,,"a":2}'],
    ['comma-first-object', 'member-order', 'a comma in front of the first member', '{,"b":1}'],
    ['comma-object', 'empty-object', 'nothing but a comma in an object', '{,}'],
    ['comma-behind', 'array-order', 'a comma behind the text', '[3,1],'],
    ['two-colons', 'member-order', 'two colons behind a name', '{"b"::1}'],
    ['equals', 'member-order', 'an equals sign in the place of the colon', '{"b"=1}'],
    ['arrow', 'member-order', 'an arrow in the place of the colon', '{"b"=>1}'],
    ['comma-for-colon', 'member-order', 'a comma in the place of the colon', '{"b",1}'],
    ['semicolon', 'member-order', 'a semicolon in the place of the comma', '{"b":1;"a":2}'],
    ['semicolon-array', 'array-order', 'a semicolon in the place of the comma in an array', '[3;1]'],
    ['semicolon-behind', 'member-order', 'a semicolon behind the text', '{"b":1};'],
    ['no-comma', 'member-order', 'no comma between two members', '{"b":1 "a":2}'],
    ['no-comma-strings', 'array-order', 'no comma between two strings', '["a""b"]'],
    ['no-comma-objects', 'array-order', 'no comma between two objects', '[{}{}]'],
    ['name-alone', 'member-order', 'a name without colon and value', '{"b"}'],
    ['name-alone-second', 'member-order', 'a second name without colon and value', '{"b":1,"a"}'],
    ['colon-in-array', 'array-order', 'a colon between two elements', '[3:1]'],
    ['member-in-array', 'array-order', 'a member in an array', '["a":1]'],
    ['true-as-name', 'member-order', 'true as a name', '{true:1}'],
    ['array-as-name', 'member-order', 'an array as a name', '{[]:1}'],
    ['object-as-name', 'member-order', 'an object as a name', '{{}:1}'],
    ['closed-twice', 'array-order', 'an array that is closed twice', '[3,1]]'],
    ['closed-twice-object', 'member-order', 'an object that is closed twice', '{"b":1}}'],
    ['closed-as-array', 'member-order', 'an object closed as an array', '{"b":1]'],
    ['crossed', 'names-in-two-objects', 'an array and an object that end in the wrong order', '[{"a":1]}'],
    ['close-alone', 'empty-array', 'a closing bracket alone', ']'],
    ['close-alone-object', 'empty-object', 'a closing brace alone', '}'],
    ['open-alone', 'empty-array', 'an opening bracket alone', '['],
    ['open-alone-object', 'empty-object', 'an opening brace alone', '{'],
    ['comma-only', 'array-order', 'a comma alone', ','],
    ['colon-only', 'array-order', 'a colon alone', ':'],
    ['parentheses', 'array-order', 'parentheses in the place of the brackets', '(3,1)'],
    ['parentheses-around', 'array-order', 'parentheses around the text', '([3,1])'],
    ['record-separator', 'array-order', 'U+001E in front', '\u001e[3,1]'],
    ['single-quoted-name', 'member-order', 'a name in single quotes', "{'b':1}"],
    ['backticks', 'bare-string', 'a string in grave accents', '`Flowers`'],
    ['curly-quotes', 'bare-string', 'a string in typographic quotes', '\u201cFlowers\u201d'],
    ['mixed-quotes', 'bare-string', 'a string that ends with a single quote', '"Flowers\''],
    ['quote-inside', 'bare-string', 'a quotation mark in a string, not escaped', '"Flo"wers"'],
    ['unquoted', 'bare-string', 'a string without quotes', 'Flowers'],
    ['comment-in-front', 'array-order', 'a comment in front', '/* pretty */[3,1]'],
    ['comment-between', 'array-order', 'a comment between two elements', '[3,/* pretty */1]'],
    ['comment-line', 'array-order', 'a comment to the end of the line between two elements', '[3,// pretty\n1]'],
    ['comment-hash', 'array-order', 'a comment behind a #', '[3,1] # pretty'],
    ['comment-hash-in-front', 'array-order', 'a comment behind a # in front', '# pretty\n[3,1]'],
    ['comment-markup', 'array-order', 'a comment as in HTML', '<!-- pretty -->[3,1]'],
    ['guard', 'array-order', "the guard )]}' in front", ")]}'\n[3,1]"],
    ['guard-loop', 'array-order', 'the guard for(;;); in front', 'for(;;);[3,1]'],
    ['padded', 'array-order', 'the name of a function around', 'flowers([3,1])'],
    ['two-lines', 'array-order', 'two texts on two lines', '[3]\n[1]'],
    ['second-cut', 'array-order', 'a second text that does not end', '[3,1]{'],
    ['mark-twice', 'array-order', 'two byte order marks in front', '\ufeff\ufeff[3,1]'],
    ['mark-behind-blank', 'array-order', 'a blank and a byte order mark in front', ' \ufeff[3,1]'],
    ['mark-in-object', 'member-order', 'a byte order mark in front of the first name', '{\ufeff"b":1}'],
    ['nul-in-front', 'array-order', 'NUL in front', '\u0000[3,1]'],
    ['nul-newline', 'array-order', 'NUL and a line feed behind', '[3,1]\u0000\n'],
    ['nul-and-more', 'array-order', 'NUL behind, and then another text', '[3,1]\u0000[4]'],
    ['letter-behind-blank', 'array-order', 'a blank and a letter behind', '[3,1] x'],
    ['raw-in-name', 'member-order-control', 'a line feed in a name, not escaped', '{"a\nb":1}'],
    ['raw-crlf', 'escape-short', 'CR LF in a string, not escaped', '"a\r\nb"'],
  ] as const
).map(([slug, parent, defect, text]): Row => [`lenient-${slug}`, parent, defect, text]);

/** None of these is written with the characters of numbers alone, so TXT-8 says nothing about them. */
const NO_NUMBERS: Row[] = (
  [
    ['arabic', 'an Arabic digit as a number', '[\u0662]'],
    ['arabic-behind', 'an Arabic digit behind an ASCII one', '[1\u0662]'],
    ['wide', 'wide digits', '[\uff11\uff12]'],
    ['wide-behind', 'a wide digit behind an ASCII one', '1\uff12'],
    ['devanagari', 'a Devanagari digit behind an ASCII one', '[1\u0968]'],
    ['bold', 'a bold digit behind an ASCII one', '[1\u{1d7d0}]'],
    ['superscript', 'a superscript digit behind an ASCII one', '[1\u00b2]'],
    ['fraction-letter', 'a letter that means one half', '[\u00bd]'],
    ['minus-letter', 'U+2212 as the minus sign', '[\u22121]'],
    ['underscore', 'an underscore between digits', '[1_000]'],
    ['apostrophe', 'an apostrophe between digits', "[1'000]"],
    ['blank', 'a blank between digits', '[1 000]'],
    ['hexadecimal', 'a hexadecimal number with a capital X', '[0X2A]'],
    ['binary', 'a binary number', '[0b101]'],
    ['octal', 'an octal number', '[0o17]'],
    ['n', 'a letter n behind a number', '[1n]'],
    ['f', 'a letter f behind a number', '[1f]'],
    ['capital-l', 'a letter L behind a number', '[1L]'],
    ['percent', 'a percent sign behind a number', '[1%]'],
    ['nan-lower', 'nan', '[nan]'],
    ['infinity-lower', 'inf', '[inf]'],
    ['infinity-letter', 'U+221E', '[\u221e]'],
    ['dollar', 'a dollar sign in front of a number', '[$1]'],
  ] as const
).map(([slug, defect, text]): Row => [`numeral-${slug}`, 'array-order', defect, text]);

/** These are written with the characters of numbers alone and are none. */
const BAD_NUMBERS: Row[] = (
  [
    ['two-zeros', 'two zeros', '[00]'],
    ['minus-two-zeros', 'a minus sign and two zeros', '[-00]'],
    ['zeros', 'leading zeros', '[0010]'],
    ['zero-seven', 'a leading zero in front of a seven', '[07]'],
    ['zero-fraction', 'a leading zero in front of a fraction', '[01.5]'],
    ['minus-minus', 'two minus signs', '[--1]'],
    ['plus-zero', 'a plus sign in front of zero', '[+0]'],
    ['minus-plus', 'a minus sign and a plus sign', '[-+1]'],
    ['minus-behind', 'a minus sign behind a digit', '[1-]'],
    ['minus-inside', 'a minus sign between two digits', '[1-1]'],
    ['plus-inside', 'a plus sign between two digits', '[1+1]'],
    ['point-alone', 'a point alone', '[.]'],
    ['point-two', 'two points', '[1.1.1]'],
    ['point-minus', 'a minus sign and no digit in front of the point', '[-.5]'],
    ['point-exponent', 'a point in front of an exponent', '[1.e1]'],
    ['exponent-sign', 'an exponent of a sign alone', '[1e+]'],
    ['exponent-two', 'two exponents', '[1e1e1]'],
    ['exponent-fraction', 'a fraction as an exponent', '[1e1.5]'],
    ['exponent-member', 'an exponent without digits as the value of a member', '{"b":1E}'],
  ] as const
).map(([slug, defect, text]): Row => [`numeral-${slug}`, 'array-order', defect, text]);

const WORDY = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

/** Names enough that a list is sorted in another way than a short one. */
const many = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

const DUPLICATES: Row[] = [
  ...WORDY.map(
    (name): Row => [
      `duplicate-${name.toLowerCase()}`,
      'name-constructor',
      `the name ${name} twice`,
      `{"${name}":1,"${name}":2}`,
    ],
  ),
  [
    'duplicate-proto-object',
    'name-proto-object',
    '__proto__ twice, once with an object',
    '{"__proto__":{"a":1},"b":1,"__proto__":{}}',
  ],
  [
    'duplicate-proto-escaped',
    'name-proto',
    '__proto__ twice, once with an escape',
    '{"__proto__":1,"\\u005f_proto__":2}',
  ],
  [
    'duplicate-far',
    'names-1100',
    'the first of 1,100 names is the last one too',
    `{${many(1100, (index) => `"n${index % 1099}":${index}`).join()}}`,
  ],
  [
    'duplicate-middle',
    'names-40',
    'two of 40 names are the same',
    `{${many(40, (index) => `"n${index === 33 ? 7 : index}":${index}`).join()}}`,
  ],
  [
    'duplicate-last-two',
    'names-40',
    'the last two of 40 names are the same',
    `{${many(40, (index) => `"n${Math.min(index, 38)}":${index}`).join()}}`,
  ],
  ['duplicate-long', 'names-long', 'a name of 300 characters twice', `{"${'n'.repeat(300)}":1,"${'n'.repeat(300)}":2}`],
  ['duplicate-nul', 'names-nul', 'a name with NUL in it twice', '{"a\\u0000b":1,"a\\u0000b":2}'],
  [
    'duplicate-in-element',
    'names-in-two-objects',
    'one name twice in the second object of an array',
    '[{"a":1},{"a":2,"a":3}]',
  ],
  [
    'duplicate-behind-object',
    'names-in-nested-objects',
    'one name twice, its first value an object that has it too',
    '{"a":{"a":1},"a":2}',
  ],
];

const SURROGATES: Row[] = (
  [
    ['then-letter', 'a high surrogate in front of an escaped letter', '"\\ud83d\\u0041"'],
    ['low-low', 'two low surrogates', '"\\ude00\\ude00"'],
    ['high-high', 'two high surrogates', '"\\ud83d\\ud83d"'],
    ['at-end', 'a high surrogate at the end of a longer string', '"Flowers \\ud83d"'],
    ['at-end-of-element', 'a high surrogate at the end of an element', '["\\ud83d","a"]'],
    ['then-newline', 'a high surrogate in front of an escaped line feed', '"\\ud83d\\n"'],
    ['then-quote', 'a high surrogate in front of an escaped quotation mark', '"\\ud83d\\""'],
    ['then-flower', 'a high surrogate in front of a flower that is not escaped', '"\\ud83c🌸"'],
    ['flower-then', 'a low surrogate behind a flower that is not escaped', '"🌸\\udf38"'],
    ['then-e000', 'a high surrogate in front of U+E000', '"\\ud83c\\ue000"'],
    ['then-dbff', 'a high surrogate in front of U+DBFF', '"\\ud83c\\udbff"'],
    ['then-nul', 'a high surrogate in front of NUL', '"\\ud83c\\u0000"'],
    ['last-high', 'U+DBFF alone', '"\\udbff"'],
    ['first-low', 'U+DC00 alone', '"\\udc00"'],
    ['capital', 'a high surrogate in capital digits', '"\\uD83C"'],
    ['low-first', 'a low surrogate in front of a letter', '"\\udf38a"'],
    ['name-end', 'a high surrogate at the end of a name', '{"a\\ud83c":1}'],
    ['name-low', 'a low surrogate as a name', '{"\\udf38":1}'],
    ['replaced-name', 'two names that an encoder would write as one', '{"\\ud83c":1,"\\ud83d":2}'],
  ] as const
).map(([slug, defect, text]): Row => [`half-${slug}`, 'escape-needless', defect, text]);

const DEEP: Row[] = [
  ['nested-100000', 'nested-4-arrays', 'arrays nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['nested-5-first', 'nested-4-wide', 'the first of many values is nested 5 deep', '[[[[[5]]]],1]'],
  ['nested-5-in-object', 'nested-4-objects', 'an array in objects nested 4 deep', '{"a":{"b":{"c":{"d":[]}}}}'],
  [
    'nested-5-name-escaped',
    'nested-4-objects',
    'objects nested 5 deep behind brackets in a name',
    '{"]]]]":{"b":{"c":{"d":{}}}}}',
  ],
];

const RANGES: Row[] = (
  [
    ['2-64-plus-5', 'largest-integer', '2^64 + 5, which is 5 in 64 bits', '18446744073709551621'],
    ['minus-2-64-plus-1', 'smallest-integer', '−2^64 − 1, which is −1 in 64 bits', '-18446744073709551617'],
    ['2-63', 'largest-integer', '2^63', '9223372036854775808'],
    ['2-128-plus-1', 'largest-integer', '2^128 + 1', '340282366920938463463374607431768211457'],
    ['10-16', 'largest-integer', '10^16', '10000000000000000'],
    ['ten-times', 'largest-integer', 'the largest integer with a zero behind', '90071992547409910'],
    ['two-below', 'smallest-integer', '−2^53 − 1', '-9007199254740993'],
    ['99', 'largest-integer', 'twenty nines', '9'.repeat(20)],
  ] as const
).map(([slug, parent, defect, text]): Row => [`range-${slug}`, parent, defect, text]);

const NUMBERS: Row[] = (
  [
    ['exact-exponent', 'largest-integer', 'the largest integer with an exponent of zero', '9007199254740991e0'],
    ['small', 'zero', 'the smallest double', '5e-324'],
    ['vanishing', 'zero', 'a number that is zero as a double', '1e-400'],
    ['minus-zero-exponent', 'zero', 'minus zero with an exponent', '-0e0'],
    ['minus-zero-element', 'array-order', 'minus zero as the last element', '[3,-0]'],
    ['third', 'array-order', 'a fraction as the third element', '[3,1,2.0]'],
  ] as const
).map(([slug, parent, defect, text]): Row => [`number-${slug}`, parent, defect, text]);

/** Texts that some parser takes, or takes for others. */
export const lenientFaults: readonly Fault[] = [
  ...faults('TXT-2', [...spaces, ...controls, ...ESCAPES, ...LITERALS, ...STRUCTURE, ...NO_NUMBERS]),
  ...faults(['TXT-2', 'TXT-8'], BAD_NUMBERS),
  ...faults(['TXT-2', 'TXT-7'], [['literal-null-null', 'array-order', 'null twice with nothing between', 'nullnull']]),
  ...faults(
    ['TXT-2', 'TXT-6'],
    [['nested-100000-open', 'nested-4-arrays', 'arrays nested 100,000 deep that do not end', '['.repeat(100_000)]],
  ),
  ...faults('TXT-3', DUPLICATES),
  ...faults('TXT-4', SURROGATES),
  ...faults('TXT-6', DEEP),
  ...faults('TXT-8', NUMBERS),
  ...faults('TXT-9', RANGES),
];

/** A list in an order that no sorting finds by luck. */
const shuffled = (names: readonly string[]): string[] =>
  names.map((_, index) => names[(index * 7919 + 13) % names.length] as string);

const objectOf = (names: readonly string[]): string =>
  `{${shuffled(names)
    .map((name, index) => `${JSON.stringify(name)}:${index}`)
    .join()}}`;

type Form = [slug: string, title: string, text: string, requirements: string[], textOnly?: boolean];

/** Texts that are right, where a reader that is too strict or sorts otherwise goes wrong. */
export const ORDINARY: Form[] = [
  [
    'names-40',
    '40 names, among them names beyond U+FFFF and from U+E000 on',
    objectOf([...many(34, (index) => `n${index}`), '\ue000', '\uffee', '🌸', '🌹', '\u{10ffff}', '\ud7ff']),
    ['CAN-1', 'TXT-3'],
  ],
  ['names-101', '101 names', objectOf(many(101, (index) => `${index * 37}`)), ['CAN-1', 'TXT-3']],
  [
    'names-101-code-units',
    '101 names of one character, half of them beyond U+FFFF',
    objectOf(many(101, (index) => String.fromCodePoint((index % 2 === 0 ? 0xe000 : 0x10000) + index))),
    ['CAN-1', 'TXT-3'],
  ],
  ['names-1100', '1,100 names', objectOf(many(1100, (index) => `n${index}`)), ['CAN-1', 'TXT-3']],
  [
    'names-long',
    'two names that differ in their last character, the 300th',
    `{"${'n'.repeat(299)}b":1,"${'n'.repeat(299)}a":2}`,
    ['CAN-1', 'TXT-3'],
  ],
  ['names-nul', 'two names that differ behind NUL', '{"a\\u0000c":1,"a\\u0000b":2}', ['CAN-1', 'TXT-3']],
  ['names-blank', 'two names that differ in a blank behind', '{"a ":1,"a":2}', ['CAN-1', 'TXT-3']],
  [
    'names-folded',
    'names that case folding makes the same',
    '{"s":1,"\u017f":2,"k":3,"\u212a":4,"K":5,"ss":6,"ß":7}',
    ['CAN-1', 'TXT-3'],
  ],
  ['names-wide', 'two names that compatibility makes the same', '{"a":1,"\uff41":2}', ['CAN-1', 'TXT-3']],
  ...WORDY.map(
    (name): Form => [
      `name-${name.toLowerCase()}-alone`,
      `the name ${name} once`,
      `{"a":1,"${name}":2}`,
      ['TXT-3', 'CAN-1'],
    ],
  ),
  [
    'bounds-of-surrogates',
    'U+D7FF, U+E000 and the first and last pairs, escaped',
    '"\\ud7ff\\ue000\\ud800\\udc00\\udbff\\udfff"',
    ['TXT-4', 'CAN-1'],
    true,
  ],
  ['pairs-two', 'two pairs one after the other, escaped', '"\\ud83c\\udf38\\ud83c\\udf39"', ['TXT-4', 'CAN-1'], true],
  ['pair-mixed-digits', 'a pair in small and capital digits', '"\\uD83c\\uDf38"', ['TXT-4', 'CAN-1'], true],
  ['nested-many', 'many arrays beside each other, each nested 2 deep', `[${'[],'.repeat(200)}[]]`, ['TXT-6', 'CAN-1']],
  ['nested-4-again', 'arrays that go 4 deep several times', '[[[[]],[[]]],[[[]],[]]]', ['TXT-6', 'CAN-1']],
  [
    'integers-32-bits',
    'integers at the edges of 31 and 32 bits',
    '[2147483647,2147483648,-2147483648,-2147483649,4294967295,4294967296,4294967297]',
    ['TXT-9', 'CAN-1'],
  ],
  [
    'integers-float',
    'integers that a float of 32 bits cannot tell apart',
    '[16777216,16777217,16777218]',
    ['TXT-9', 'CAN-1'],
  ],
  ['replacement-character', 'U+FFFD as it is', '"\ufffd"', ['TXT-4', 'CAN-1']],
  [
    'invisible',
    'characters without a width stand as they are',
    '"\u00a0\u00ad\u200b\u200e\u2060\u202e\ufeff"',
    ['CAN-1'],
  ],
  ['delete-in-name', 'U+007F in a name and in a string, not escaped', '{"\u007f":"\u007f"}', ['TXT-2', 'CAN-1']],
];
