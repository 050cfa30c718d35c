import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanJson } from '../src/inspector/found/json-scan.ts';
import { spotAt } from '../src/inspector/found/spot.ts';
import { whereBroken } from '../src/inspector/found/where-broken.ts';

/** `⟨` stands where the fault is told to be, and is not part of the text. */
const broken: readonly (readonly [string, string])[] = [
  ['⟨', 'The text is empty.'],
  [' \n ⟨', 'The text is empty.'],
  ['{"a":"Flowers are⟨', 'The text ends in the middle of a string.'],
  ['{"a":"\\⟨', 'The text ends in the middle of a string.'],
  ['{"a":1⟨', 'The text ends before the object is closed.'],
  ['{"a":⟨', 'The text ends before the object is closed.'],
  ['{"a⟨', 'The text ends in the middle of a string.'],
  ['[{"a":1},⟨', 'The text ends before the array is closed.'],
  ['⟨\ufeff{}', 'The text begins with a byte order mark, which editors do not show: save it as UTF-8 without one.'],
  ['{"a":1⟨,}', 'A comma before }: take it away.'],
  ['{"a":1⟨,\n}', 'A comma before }: take it away.'],
  ['[1⟨, ]', 'A comma before ]: take it away.'],
  ['[⟨,1]', 'A comma with nothing before it.'],
  ['{"a":⟨}', 'A value is missing before this bracket.'],
  ['{}⟨{}', 'A second value behind the first: this is more than one JSON value.'],
  ['{}\n⟨{"a":1}', 'A second value behind the first: this is more than one JSON value.'],
  ['{}⟨}', 'A } too many: nothing is open here.'],
  ['{}⟨,', 'A comma behind the end: take it away.'],
  ['{⟨a:1}', 'A name without quotation marks, as JavaScript prints objects: JSON.stringify prints JSON.'],
  ["{⟨'a':1}", 'A string in single quotes: JSON has double ones.'],
  ['{"a":⟨\'b\'}', 'A string in single quotes: JSON has double ones.'],
  ['{"a":"one⟨\ntwo"}', 'A raw line feed inside a string: write \\n, or close the string before it.'],
  ['{"a":"one⟨\ttwo"}', 'A raw tab inside a string: write \\t.'],
  ['"⟨\u0001"', 'A raw U+0001 inside a string: JSON wants it escaped.'],
  ['{"a":1 ⟨// one\n}', 'A comment: JSON has none.'],
  ['⟨# WARNING\n{}', 'A comment: JSON has none.'],
  ['⟨```json\n{}\n```', 'The fence of a code block: copy what stands between the fences.'],
  ['{"a":⟨NaN}', 'NaN is no JSON.'],
  ['{"a":⟨-Infinity}', '-Infinity is no JSON.'],
  ['{"a":⟨True}', 'True is no JSON: write true.'],
  ['{"a":⟨None}', 'None is no JSON: write null.'],
  ['{"a":⟨undefined}', 'undefined is no JSON: write null, or leave the member out.'],
  ['{"a":⟨01}', '01 is not how JSON writes a number.'],
  ['{"a":⟨+1}', '+1 is not how JSON writes a number.'],
  ['{"a":⟨.5}', '.5 is not how JSON writes a number.'],
  ['{"a":⟨1.}', '1. is not how JSON writes a number.'],
  ['{"a":⟨0x1F}', '0x1F is not how JSON writes a number.'],
  ['{"a":⟨1700000000000000n}', '1700000000000000n is not how JSON writes a number.'],
  ['{"a":⟨-}', 'A minus without a number.'],
  ['{⟨“a”:1}', 'A curly quotation mark, as word processors put them: JSON has the straight ".'],
  ['{"a":"b⟨”}', 'A curly quotation mark, as word processors put them: JSON has the straight ".'],
  ['{"a":"she said “yes” and⟨', 'The text ends in the middle of a string.'],
  ['{"a"⟨=1}', 'A colon is missing behind the name.'],
  ['{"a":1 ⟨"b":2}', 'A comma is missing before this.'],
  ['{"a":[1⟨}', 'A } where an array is open.'],
  ['{"a":⟨hello}', 'hello is a string without quotation marks, or no JSON at all.'],
  ['{"a":"⟨\\x41"}', '\\x is no escape of JSON: a backslash itself is written \\\\.'],
  ['{"a":"⟨\\u12"}', 'A \\u without the four hexadecimal digits that belong to it.'],
  ['{⟨\\"a\\":1}', 'A backslash outside of a string: this was escaped once too often.'],
  ['{"a":⟨§}', '§ (U+00A7) has no business here.'],
];

describe('A text that is not one JSON value', () => {
  test.each(broken)('%j: %s', (marked, words) => {
    const text = marked.replace('⟨', '');
    expect(() => JSON.parse(text)).toThrow();
    expect(whereBroken(text)).toMatchObject({ words, offset: marked.indexOf('⟨') });
  });

  test('has a line, a column in characters and a caret below it', () => {
    expect(whereBroken('{\n\t"a": "🌸", b: 1\n}')).toMatchObject({
      line: 2,
      column: 12,
      excerpt: ' "a": "🌸", b: 1',
      caret: 11,
    });
  });

  test('says what was not closed', () => {
    expect(whereBroken('{"a":[{"b":"c')?.open.map(({ offset }) => offset)).toEqual([0, 5, 6, 11]);
    expect(whereBroken('['.repeat(100_000))?.open.at(-1)).toMatchObject({ offset: 99_999, column: 100_000 });
  });
});

describe('A text that is one JSON value', () => {
  test.each(['{}', ' [1, -0.5e+3, true, null]\n', '"\\u00fc\\/ \u2028"', '0', '{"a":{"":[[],{}]}}'])('%j', (text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(scanJson(text)).toBeUndefined();
    expect(whereBroken(text)).toBeUndefined();
  });
});

test('What breaks is what the engine cannot parse, and the other way round', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '"\\u00"',
    '\\',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'nul',
    ' ',
    '\n',
    '\u00a0',
  ];
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ...pieces), (json, place, piece) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + piece + json.slice(at + 1);
      expect(scanJson(text) === undefined, text).toBe(parses(text));
      expect(whereBroken(text) === undefined).toBe(parses(text));
    }),
    { seed: 20261121, numRuns: 3000 },
  );
});

describe('A long line', () => {
  const line = `${'🌸'.repeat(100)}x${'y'.repeat(100)}`;

  test('is cut around the place, and in no character', () => {
    const { excerpt, caret, column } = spotAt(line, 200);
    expect(column).toBe(101);
    expect(excerpt).toBe(`…${'🌸'.repeat(30)}x${'y'.repeat(59)}…`);
    expect([...excerpt][caret]).toBe('x');
    expect(spotAt(line, 201).excerpt).toMatch(/^…(?:🌸){30}xy/u);
  });

  test('is counted after every kind of line break', () => {
    expect(spotAt('a\r\nb\rc\nd', 7)).toMatchObject({ line: 4, column: 1, excerpt: 'd' });
    expect(spotAt('a\r\nb', 1)).toMatchObject({ line: 1, column: 2 });
  });
});
