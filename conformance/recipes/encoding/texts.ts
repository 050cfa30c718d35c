import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import { canonical } from '../../src/forge/canonical.ts';
import { readText } from '../../src/forge/text.ts';
import { type DraftFile, disagree, reparsed, sameSet, textInput, toCase } from '../cases/file.ts';
import { canonicalFaults } from './faults.ts';
import { ORDINARY } from './lenient.ts';

type Form = [slug: string, title: string, text: string | Uint8Array, requirements: string[], textOnly?: boolean];

const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? utf8(text) : text);

/** Four arrays or objects deep is allowed, five is not. */
const FORMS: Form[] = [
  [
    'nested-object',
    'members out of order, blanks between them, two levels of nesting',
    '{ "space": "+gardening",\n  "pages": [\n    { "size": 23, "path": "/wiki/flowers" },\n    { "size": 7, "path": "/wiki/\\u00fcber-ponds" }\n  ],\n  "open": true, "author": "Suzy 🌸" }',
    ['CAN-1', 'TXT-2', 'TXT-6'],
    true,
  ],
  ['empty-object', 'an object without members', '{}', ['CAN-1', 'TXT-2', 'TXT-6']],
  ['empty-array', 'an array without elements', '[]', ['CAN-1', 'TXT-6']],
  ['empty-string', 'a string of no characters', '""', ['CAN-1', 'TXT-2']],
  ['bare-string', 'a string by itself is a text', '"Flowers are pretty"', ['CAN-1', 'TXT-2']],
  ['bare-true', 'true by itself', 'true', ['CAN-1', 'TXT-2']],
  ['bare-false', 'false by itself', 'false', ['CAN-1']],
  ['bare-number', 'a number by itself', '42', ['CAN-1', 'TXT-8']],
  ['zero', 'zero', '0', ['CAN-1', 'TXT-8', 'TXT-9']],
  ['minus-one', 'a negative integer', '-1', ['CAN-1', 'TXT-8']],
  ['ten', 'a trailing zero is no exponent', '10', ['CAN-1', 'TXT-8']],
  ['integers', 'integers with and without trailing zeros', '[1,12,100,1000000,123456789012]', ['CAN-1', 'TXT-8']],
  ['largest-integer', 'the largest integer', '9007199254740991', ['CAN-1', 'TXT-9']],
  ['one-below-largest-integer', 'one below the largest integer', '9007199254740990', ['CAN-1', 'TXT-9']],
  ['smallest-integer', 'the smallest integer', '-9007199254740991', ['CAN-1', 'TXT-9']],
  ['one-above-smallest-integer', 'one above the smallest integer', '-9007199254740990', ['CAN-1', 'TXT-9']],
  ['round-large-integer', 'a large integer that is a power of ten', '1000000000000000', ['CAN-1', 'TXT-9']],
  ['two-to-the-53-as-text', 'digits in a string are no number', '"9007199254740993"', ['CAN-1', 'TXT-9']],
  ['number-like-strings', 'strings that look like numbers', '["1.0","-0","1e5","NaN"]', ['CAN-1', 'TXT-8']],
  ['null-as-text', 'the word null in a string and as a name', '{"null":"null"}', ['CAN-1', 'TXT-7']],
  ['array-order', 'elements of an array stay in their order', '[3,1,2,"b","a"]', ['CAN-1']],
  ['member-order', 'members are sorted', '{"b":1,"a":2,"c":3}', ['CAN-1']],
  [
    'member-order-nested',
    'members of inner objects are sorted too',
    '{"b":{"d":1,"c":2},"a":[{"f":1,"e":2}]}',
    ['CAN-1'],
  ],
  ['member-order-case', 'capital letters come before small ones', '{"a":1,"B":2,"A":3,"b":4}', ['CAN-1']],
  ['member-order-prefix', 'a name comes before its continuation', '{"ab":1,"a":2,"abc":3,"":4}', ['CAN-1']],
  [
    'member-order-index',
    'names that look like indexes are sorted as text',
    '{"10":1,"9":2,"1":3,"01":4,"-1":5}',
    ['CAN-1'],
  ],
  [
    'member-order-punctuation',
    'punctuation, digits, letters',
    '{"~":1,"_":2,"A":3,"0":4,"/":5," ":6,"a":7}',
    ['CAN-1'],
  ],
  [
    'member-order-code-units',
    'U+E000 comes after an emoji: by code units, not by code points',
    '{"\ue000":1,"😀":2}',
    ['CAN-1'],
  ],
  ['member-order-code-units-two', 'U+FB33 comes after an emoji', '{"\ufb33":1,"\u{1f600}":2,"\u20ac":3}', ['CAN-1']],
  [
    'member-order-code-units-long',
    'the difference is in the second character',
    '{"a\uffee":1,"a\u{10000}":2,"a\ud7ff":3}',
    ['CAN-1'],
  ],
  [
    'member-order-astral',
    'two astral names differ in the second half only',
    '{"\u{1f339}":1,"\u{1f338}":2}',
    ['CAN-1'],
  ],
  [
    'member-order-rfc',
    'the names of RFC 8785 §3.2.3',
    '{"\u20ac":"Euro Sign","\\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\u{1f600}":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}',
    ['CAN-1'],
  ],
  [
    'member-order-control',
    'a control character in a name sorts by its value',
    '{"\\u0001":1,"\\u0000":2,"\\n":3,"\\u001f":4," ":5}',
    ['CAN-1'],
  ],
  ['name-proto', 'the name __proto__ is a name like any other', '{"__proto__":1,"a":2}', ['CAN-1', 'TXT-3']],
  ['name-proto-object', '__proto__ with an object as value', '{"b":1,"__proto__":{"a":2}}', ['CAN-1']],
  [
    'name-constructor',
    'names that objects of some languages have already',
    '{"toString":1,"constructor":2,"hasOwnProperty":3,"length":4}',
    ['CAN-1', 'TXT-3'],
  ],
  ['name-empty', 'the empty name', '{"":1}', ['CAN-1', 'TXT-3']],
  ['name-escapes', 'names with quotes and backslashes', '{"\\"":1,"\\\\":2,"\\u007f":3}', ['CAN-1'], true],
  [
    'names-normal-forms',
    'two names that look alike: nothing is normalised',
    '{"\u00e9":1,"e\u0301":2}',
    ['CAN-1', 'TXT-3'],
  ],
  ['names-case', 'two names that differ in case alone', '{"a":1,"A":2}', ['CAN-1', 'TXT-3']],
  ['names-in-two-objects', 'one name in two objects', '[{"a":1},{"a":2}]', ['CAN-1', 'TXT-3']],
  [
    'names-in-nested-objects',
    'one name in an object and the object around it',
    '{"a":{"a":{"a":1}}}',
    ['CAN-1', 'TXT-3'],
  ],
  ['names-and-values', 'a name repeated as a value', '{"a":"a","b":["a","b"]}', ['CAN-1', 'TXT-3']],
  ['escape-short', 'the short escapes', '"\\"\\\\\\b\\f\\n\\r\\t"', ['CAN-1']],
  ['escape-solidus', 'an escaped solidus loses its escape', '"a\\/b"', ['CAN-1'], true],
  [
    'escape-controls',
    'every control character',
    `"${Array.from({ length: 32 }, (_, code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}"`,
    ['CAN-1'],
    true,
  ],
  ['escape-upper-case', 'escapes in capital digits', '"\\u001F\\u00E9\\uD83C\\uDF38"', ['CAN-1', 'TXT-4'], true],
  [
    'escape-needless',
    'letters that were escaped without need',
    '"\\u0046\\u006cowers \\ud83c\\udf38"',
    ['CAN-1', 'TXT-4'],
    true,
  ],
  ['escape-name', 'a name that was escaped without need', '{"\\u0061":1}', ['CAN-1', 'TXT-3'], true],
  ['escaped-backslash', 'a backslash in front of u is not an escape', '"\\\\ud83c"', ['CAN-1', 'TXT-4']],
  ['delete-character', 'U+007F stands as it is', '"\u007f"', ['CAN-1']],
  ['c1-controls', 'U+0080 to U+009F stand as they are', '"\u0080\u0085\u009f"', ['CAN-1']],
  ['line-separators', 'U+2028 and U+2029 stand as they are', '"\u2028\u2029"', ['CAN-1']],
  ['markup-characters', 'characters that some encoders escape', '"<script>&amp;\'+/</script>"', ['CAN-1']],
  ['accented', 'letters of two and three bytes', '"über Grüße, naïve, 花"', ['CAN-1', 'TXT-1']],
  ['astral', 'characters beyond U+FFFF', '"🌸🧑‍🌾𝄞"', ['CAN-1', 'TXT-1', 'TXT-4']],
  [
    'bounds-of-utf8',
    'the first and the last character of each length in UTF-8',
    '"\u0080\u07ff\u0800\ud7ff\ue000\ufffd\u{10000}\u{10ffff}"',
    ['CAN-1', 'TXT-1'],
  ],
  ['noncharacters', 'U+FFFE, U+FFFF and U+1FFFE are allowed', '"\ufffe\uffff\u{1fffe}"', ['CAN-1', 'TXT-1', 'TXT-4']],
  ['byte-order-mark-inside', 'U+FEFF within a string', '"\ufeff"', ['CAN-1', 'TXT-2']],
  ['not-normalised', 'a letter and its combining accent stay two characters', '"e\u0301"', ['CAN-1']],
  ['right-to-left', 'Hebrew with a direction mark', '"\u05e4\u05e8\u05d7\u200f"', ['CAN-1']],
  [
    'blanks-everywhere',
    'all four characters of whitespace',
    ' \t\r\n{ "b" :\t1 ,\r\n"a" : [ 1 , 2 ] }\n',
    ['CAN-1', 'TXT-2'],
    true,
  ],
  ['blanks-in-front', 'whitespace in front', '\n\n  "a"', ['CAN-1', 'TXT-2'], true],
  ['blank-behind', 'a line feed behind', '"a"\n', ['CAN-1', 'TXT-2'], true],
  ['nested-4-arrays', 'arrays nested 4 deep', '[[[[]]]]', ['CAN-1', 'TXT-6']],
  ['nested-4-objects', 'objects nested 4 deep', '{"a":{"b":{"c":{}}}}', ['CAN-1', 'TXT-6']],
  ['nested-4-mixed', 'objects and arrays nested 4 deep', '[{"a":[{"b":1}]}]', ['CAN-1', 'TXT-6']],
  ['nested-4-wide', 'many values 4 deep', '[[[[1],[2]],[[3]]],{"a":{"b":{"c":1}}}]', ['CAN-1', 'TXT-6']],
  ['brackets-in-strings', 'brackets in strings do not nest', '["[[[[[[","}}}}","{\\"a\\":{"]', ['CAN-1', 'TXT-6']],
  ['size-524288', 'a string that makes the text 524,288 bytes long', `"${'x'.repeat(524_286)}"`, ['CAN-1', 'TXT-5']],
  ['size-524287', 'one byte less than allowed', `"${'x'.repeat(524_285)}"`, ['CAN-1', 'TXT-5']],
  [
    'size-524288-blanks',
    'blanks that make the text 524,288 bytes long',
    `{}${' '.repeat(524_286)}`,
    ['CAN-1', 'TXT-5'],
    true,
  ],
  ['size-524288-letters', '524,288 bytes that are 262,145 characters', `"${'é'.repeat(262_143)}"`, ['CAN-1', 'TXT-5']],
  [
    'all-kinds',
    'every kind of value in one text',
    '{"string":"a","integer":-7,"true":true,"false":false,"array":[],"object":{}}',
    ['CAN-1', 'TXT-2', 'TXT-7'],
  ],
  [
    'header',
    'a header with its members out of order',
    '{"timestamp":1700000000000000,"space":"+gardening","path":"/wiki/flowers","format":"rp.document.1","contentSize":23}',
    ['CAN-1'],
  ],
];

/** `canonical.encode`: texts and their canonical form. */
export const makeEncoding = (): DraftFile => {
  const accepting = [...FORMS, ...ORDINARY].map(([slug, title, text, requirements, textOnly]): VectorCase => {
    const bytes = bytesOf(text);
    const { broken, value } = readText(bytes, 'native');
    if (broken.length > 0)
      disagree(
        slug,
        [],
        broken.map(({ requirement }) => requirement),
      );
    const form = canonical(value);
    return toCase({
      id: `encoding/${slug}`,
      title,
      profile: 'core',
      requirements,
      operation: 'canonical.encode',
      input: textInput(bytes),
      // Of a very long form only the acceptance is asked: an expectation is never compact.
      expect: { ok: form.length > 16_384 ? {} : { canonical: form } },
      textOnly: textOnly ?? false,
      timeless: true,
    });
  });
  const rejecting = canonicalFaults.map(({ slug, parent, defect, text, breaks }): VectorCase => {
    const bytes = typeof text === 'string' ? utf8(text) : text;
    const { broken } = readText(bytes, 'native');
    const found = broken.map(({ requirement }) => requirement);
    if (!sameSet(found, breaks)) disagree(slug, breaks, found);
    const again = reparsed(bytes);
    const survives =
      again !== undefined &&
      sameSet(
        readText(again, 'native').broken.map(({ code }) => code),
        broken.map(({ code }) => code),
      );
    return toCase({
      id: `encoding/${slug}`,
      title: defect,
      profile: 'core',
      requirements: breaks,
      operation: 'canonical.encode',
      input: textInput(bytes),
      expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] } },
      parent: `encoding/${parent}`,
      defect,
      textOnly: !survives,
      timeless: true,
    });
  });
  return {
    name: 'encoding',
    title: 'Texts and their canonical form',
    description: 'Which JSON texts are accepted, and the one canonical form of each.',
    cases: [...accepting, ...rejecting],
  };
};
