import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, utf8Length } from '../src/bytes/utf8.ts';
import { canonical } from '../src/index.ts';
import { readingDepth } from '../src/text/parse.ts';
import { readText, scanText } from '../src/text/read.ts';

/** Strings that are awkward as they are. */
const awkward = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '10',
    '9',
    '',
    '"',
    '\\',
    '\u0000',
    '\ue000',
    '😀',
    '\ud800',
    '\udc00',
    'a/b~',
  ),
  fc.string({ unit: 'grapheme' }),
);

/** Names without a backslash: once V8 has met one, its JSON.parse misreads other names, and it is the oracle here. */
const names = awkward.filter((name) => !name.includes('\\'));

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false),
    fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    awkward,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

/** Texts: mostly compact, some with blanks, some with one damage. */
const text = fc
  .tuple(value, fc.constantFrom(undefined, 1, '\t'), fc.option(fc.tuple(fc.nat(), fc.nat(2), fc.string())))
  .map(([parsed, indent, damage]) => {
    const whole = JSON.stringify(parsed, undefined, indent);
    if (damage === null) return whole;
    const [place, length, piece] = damage;
    const at = place % (whole.length + 1);
    return whole.slice(0, at) + piece + whole.slice(at + length);
  });

/** Texts that JSON.stringify would not write, though some are accepted. */
const spellings = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"\\u0061"',
      '"\\ud83d"',
      '1',
      '1.0',
      '-0',
      '-1',
      '1e3',
      '01',
      '9007199254740993',
      'null',
      'true',
      ' ',
      '\ufeff',
      '\\',
      '"',
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('Text', () => {
  test('TXT-1 finds ill-formed bytes', () => {
    for (const bytes of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0x22, 0xc3, 0x22],
    ]) {
      expect(readText(Uint8Array.from(bytes)).faults).toHaveProperty('utf8');
    }
  });

  test.each([
    '{"a":"S"}',
    '{"aS":1}',
    '{"a":{"b":"S"}}',
    '{"a":{"bS":1}}',
    '{"a":{"b":[1]},"cS":1}',
    '["S"]',
    '"S"',
    '{"a":"S\\n"}',
    '{S',
  ])('TXT-1 finds half a surrogate pair in %s', (pattern) => {
    const source = pattern.replace('S', '\ud800');
    expect(readText(source).faults).toHaveProperty('utf8');
    expect({ ...readText(source).faults }).toEqual(scanText(source).faults);
  });

  test('TXT-2 agrees with JSON.parse about every text', () => {
    fc.assert(
      fc.property(fc.oneof(text, spellings), (source) => {
        let parsed: unknown;
        try {
          parsed = JSON.parse(source);
        } catch {
          expect(scanText(source).faults).toHaveProperty('json');
          return;
        }
        expect(scanText(source).faults).not.toHaveProperty('json');
        expect(scanText(source).value).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test('TXT-5 counts bytes as an encoder does', () => {
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 400 }), (pieces) => {
        const counted = pieces.join('é');
        expect(utf8Length(counted)).toBe(new TextEncoder().encode(counted).length);
      }),
    );
  });

  test('TXT-2 takes a byte order mark for no whitespace', () => {
    expect(readText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31)).faults).toHaveProperty('json');
  });

  test('TXT-1 to TXT-9 say the same on the fast path as on the slow one', () => {
    fc.assert(
      fc.property(fc.oneof(text, spellings), (source) => {
        expect(readText(source)).toEqual(scanText(source));
        const bytes = new TextEncoder().encode(source);
        expect(readText(bytes)).toMatchObject(scanText(bytes, decodeUtf8(bytes)));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '1e2',
    '[1E2]',
    '{"a":-1e2}',
    '[1e4  ]',
    '[1e400]',
    '[-1e400]',
    '{"a": 1e3}',
    '[ \n1.5e5]',
    '{"a":1,"a":1e9}',
    '["",1e8,1.00]',
    '{"a":"\\/","b":1e3 }',
    '{"a":{"b":1,"b":1},"c":1e8}',
  ])('TXT-3 and TXT-8 hold where a number with an exponent makes up for what is too long: %s', (source) => {
    const value = JSON.parse(source);
    expect(Math.abs(source.length - JSON.stringify(value).length)).toBeLessThan(6);
    const facts = readText(source);
    expect(facts).toEqual(scanText(source));
    expect(facts.faults).toHaveProperty('spelling');
  });

  test('TXT-3 and TXT-8 hold for every text that is as long as the compact one', () => {
    const number = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 12 }));
    const members = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), number), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(members, fc.nat(), (pairs, place) => {
        const spelled = pairs.map(([name, [digits, zeros]]) => `"${name}":${digits}e${zeros}`).join();
        const missing = JSON.stringify(JSON.parse(`{${spelled}}`)).length - spelled.length - 2;
        fc.pre(missing >= 0);
        const blanks = ' '.repeat(missing);
        const source = place % 2 === 0 ? `{${spelled}${blanks}}` : `{${blanks}${spelled}}`;
        expect(readText(source)).toEqual(scanText(source));
      }),
      { numRuns: 500 },
    );
  });

  test('TXT-2 reads an escaped name rightly where JSON.parse does not', () => {
    JSON.parse('{"h":[],"\\\\":0}');
    expect(Object.keys(readText('{"h":1,"\\"":2}').value as object)).toEqual(['h', '"']);
  });

  test('TXT-3 finds a duplicate behind an escape', () => {
    expect(readText('{"x":{"\\u0061":1,"a":2}}').faults.duplicate).toBe('/x/a');
  });

  test('TXT-3 takes __proto__ for a name like any other', () => {
    expect(readText('{"__proto__":1,"__proto__":2}').faults.duplicate).toBe('/__proto__');
    expect(Object.keys(readText('{ "__proto__": 1 }').value as object)).toEqual(['__proto__']);
  });

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('TXT-6 counts as many levels as are read', () => {
    expect(readText(nested(readingDepth)).depth).toBe(readingDepth);
    expect(canonical(readText(nested(readingDepth)).value)).toBe(nested(readingDepth));
  });

  test.each([readingDepth + 1, 100_000])('TXT-6 reads no further than that: %d levels', (depth) => {
    const behindString = `["${'\\"['.repeat(9_000)}",${nested(depth)}]`;
    for (const text of [nested(depth), '{"a":'.repeat(depth), behindString])
      expect(readText(text).depth).toBe(readingDepth + 1);
  });

  test('TXT-2 looks for nothing else in a text that is no JSON, until somebody asks', () => {
    const { faults } = readText('[1.5, "\\ud800", null,]');
    expect({ ...faults }).toMatchObject({ json: '', spelling: '/0', surrogate: '/1', null: '/2' });
  });
});
