import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64, encodeBase64FromHex, isBase64, isBase64Of } from '../src/bytes/base64.ts';
import { portableHmacSha512 } from '../src/bytes/hmac-sha512.ts';
import { encodeHex, type JsonValue } from '../src/index.ts';
import { nodeHmacSha512 } from '../src/node/hmac-sha512.ts';
import { readEcmaText } from '../src/text/ecma.ts';
import { readText, scanText } from '../src/text/read.ts';
import { ecmaEncoding, ecmaParts, encodeBy, maxEncodingUnits } from '../src/value/ecma-encoding.ts';

const bytes = (maxLength: number, minLength = 0) => fc.uint8Array({ minLength, maxLength });

describe('Canonical base64', () => {
  test('SSB-3 is what RFC 4648 gives', () => {
    fc.assert(
      fc.property(bytes(70), (given) => {
        const text = Buffer.from(given).toString('base64');
        expect(encodeBase64(given)).toBe(text);
        expect(decodeBase64(`@${text}`, 1, given.length)).toEqual(given);
        expect(isBase64Of(given.length, `@${text}.`, 1, text.length + 1)).toBe(true);
        expect(isBase64Of(given.length + 1, text, 0, text.length)).toBe(false);
      }),
    );
  });

  test('SSB-17 is the same from hexadecimal', () => {
    fc.assert(
      fc.property(bytes(32, 32), (given) => {
        expect(encodeBase64FromHex(encodeHex(given))).toBe(encodeBase64(given));
      }),
    );
  });

  test('SSB-5 is one text for each value', () => {
    const character = fc.constantFrom(...'AQBgw/+=9-_ \n.é', '\u0141');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 9 }), (characters) => {
        const text = characters.join('');
        const again = Buffer.from(text, 'base64').toString('base64');
        expect(isBase64(text, 0, text.length)).toBe(text === again);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['AA==', 'AAA=', 'AAAA', 'Ag==', '+/8=', ''])('SSB-10 takes %j', (text) => {
    expect(isBase64(text, 0, text.length)).toBe(true);
  });

  test.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', '====', 'AA=A', 'AA==AAAA', '-_8=', 'AAA\n'])(
    'SSB-10 refuses %j',
    (text) => {
      expect(isBase64(text, 0, text.length)).toBe(false);
    },
  );

  test('SSB-10 reads nothing beyond the end', () => {
    expect(isBase64('AAAA', 0, 8)).toBe(false);
    expect(isBase64('AAAA', 2, 1)).toBe(false);
  });
});

/** Names and strings that implementations stumble over. */
const awkward = fc.oneof(
  fc.constantFrom('0', '9', '10', '007', '-1', '1.5', '4294967294', '4294967295', '', 'a', '__proto__', 'toJSON'),
  fc.constantFrom('"', '\\', '/', '\u0000', '\b\t\n\f\r', '\u001f', '\u007f', '\u2028\u2029', '\ufeff', 'ü', '€', '😀'),
  fc.string({ unit: 'grapheme' }),
);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
    fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true })),
    awkward,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(awkward, tie('value')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

/** The same, naively and by the sentences of the chapter; the order of names is that of ECMAScript's objects. */
function naive(given: JsonValue, depth = 0): string {
  const line = (level: number) => `\n${'  '.repeat(level)}`;
  const inside = (parts: readonly string[]) =>
    parts.length === 0 ? '' : `${parts.map((part) => line(depth + 1) + part).join(',')}${line(depth)}`;
  if (Array.isArray(given)) return `[${inside(given.map((item) => naive(item, depth + 1)))}]`;
  if (typeof given === 'object' && given !== null) {
    const members = Object.entries(given).map(([name, member]) => `${quoted(name)}: ${naive(member, depth + 1)}`);
    return `{${inside(members)}}`;
  }
  if (typeof given === 'string') return quoted(given);
  return typeof given === 'number' && !Number.isFinite(given) ? 'null' : `${given}`;
}

const short = new Map([...'\b\t\n\f\r"\\'].map((character, index) => [character, `\\${'btnfr"\\'[index]}`]));

const quoted = (text: string) =>
  `"${[...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      return short.get(character) ?? (code < 0x20 ? `\\u00${code.toString(16).padStart(2, '0')}` : character);
    })
    .join('')}"`;

const spelled = (text: string) => ecmaEncoding(readEcmaText(text).value);

describe('The encoding', () => {
  test('SSB-13 to SSB-16 are what JSON.stringify writes', () => {
    fc.assert(
      fc.property(value, (given) => {
        const text = JSON.stringify(given, null, 2);
        expect(ecmaEncoding(given as JsonValue)).toBe(text);
        expect(encodeBy(ecmaParts, given as JsonValue)).toBe(text);
        expect(naive(given as JsonValue)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('SSB-13 puts each member and each element on a line of its own', () => {
    expect(spelled('{"a":[1,{}],"b":[],"c":{"d":[[]]}}')).toBe(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": [],\n  "c": {\n    "d": [\n      []\n    ]\n  }\n}',
    );
  });

  test('SSB-14 puts array indices first', () => {
    const members = ['b', '10', '4294967295', '9', '01', '4294967294', '-1', '0', '1.5', '', '__proto__', 'a'];
    const encoding = spelled(`{${members.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`) as string;
    expect([...encoding.matchAll(/"(.*)": 0/g)].map(([, name]) => name)).toEqual([
      '0',
      '9',
      '10',
      '4294967294',
      'b',
      '4294967295',
      '01',
      '-1',
      '1.5',
      '',
      '__proto__',
      'a',
    ]);
  });

  test.each([
    ['-0', '0'],
    ['1.0', '1'],
    ['1e0', '1'],
    ['1e21', '1e+21'],
    ['1E20', '100000000000000000000'],
    ['0.000001', '0.000001'],
    ['0.0000001', '1e-7'],
    ['123456789012345678901', '123456789012345680000'],
    ['9007199254740993', '9007199254740992'],
    ['5e-324', '5e-324'],
    ['1e-400', '0'],
    ['1e400', 'null'],
    ['-1e400', 'null'],
    ['1700000000000.5', '1700000000000.5'],
  ])('SSB-15 writes %s as %s', (text, encoding) => {
    expect(spelled(text)).toBe(encoding);
  });

  test.each([
    ['\\u0008\\u0009\\u000a\\u000c\\u000d', '\\b\\t\\n\\f\\r'],
    ['\\u0000\\u000B\\u001F', '\\u0000\\u000b\\u001f'],
    ['\\u0022\\u005c\\/', '\\"\\\\/'],
    ['\\u007f\\u0080\\u2028\\u2029\\ufeff\\u003c', '\u007f\u0080\u2028\u2029\ufeff<'],
    ['\\u00fc\\ud83d\\ude00', 'ü😀'],
  ])('SSB-16 writes "%s" as "%s"', (text, encoding) => {
    expect(spelled(`"${text}"`)).toBe(`"${encoding}"`);
  });

  test('SSB-13 has no end of depth, up to a length', () => {
    for (const depth of [64, 65, 500]) {
      const text = '['.repeat(depth) + ']'.repeat(depth);
      expect(spelled(text)).toBe(naive(JSON.parse(text)));
    }
    const deep = '{"a":'.repeat(100_000) + 0 + '}'.repeat(100_000);
    expect(spelled(deep)).toBeUndefined();
  });

  test('SSB-13 ends where no message is that long', () => {
    const fits = 'a'.repeat(maxEncodingUnits - 2);
    expect(ecmaEncoding(fits)).toBe(`"${fits}"`);
    expect(ecmaEncoding(`${fits}a`)).toBeUndefined();
    const wide: JsonValue = new Array(100_000).fill(0);
    expect(ecmaEncoding(wide)).toBe(JSON.stringify(wide, null, 2));
    expect(ecmaEncoding([...wide, ...wide, ...wide])).toBeUndefined();
  });
});

describe('Texts of classic messages', () => {
  /** Written as ECMAScript does in one of several ways, some with one damage. */
  const text = fc
    .tuple(value, fc.constantFrom(undefined, 2, 3, '\t'), fc.option(fc.tuple(fc.nat(), fc.nat(2), fc.string())))
    .map(([parsed, indent, damage]) => {
      const whole = JSON.stringify(parsed, undefined, indent);
      if (damage === null) return whole;
      const [place, length, piece] = damage;
      const at = place % (whole.length + 1);
      return whole.slice(0, at) + piece + whole.slice(at + length);
    });

  const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"\\u0061"', '"\\ud83d"', '1', '1.0', '-0', '1e400', '"', '\\'];
  const spellings = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

  test('TXT-1 to TXT-4 say the same on the quick way as on the general one', () => {
    fc.assert(
      fc.property(fc.oneof(text, spellings), (source) => {
        const { value: quick, faults, encoding } = readEcmaText(source);
        const slow = scanText(source);
        for (const fault of ['utf8', 'json', 'duplicate', 'surrogate'] as const) {
          expect(faults[fault]).toBe(slow.faults[fault]);
        }
        expect(JSON.stringify(quick)).toBe(JSON.stringify(slow.value));
        expect([undefined, ecmaEncoding(slow.value)]).toContain(encoding);
        const encoded = new TextEncoder().encode(source);
        expect(readEcmaText(encoded).value).toEqual(readText(encoded).value);
      }),
      { numRuns: 3000 },
    );
  });

  test('SSB-13 is not known of what is too large for the quick way', () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 70_000 }, (_, index) => [`a${index}`, 0])));
    expect(readEcmaText(wide).encoding).toBeUndefined();
    expect(readEcmaText('[[0]]').encoding).toBe('[\n  [\n    0\n  ]\n]');
  });

  test('TXT-3 finds a duplicate that the engine’s parser would drop', () => {
    expect(readEcmaText('{"a":1,"a":1}').faults).toHaveProperty('duplicate');
    expect(readEcmaText('{\n  "__proto__": 1,\n  "__proto__": 1\n}').faults).toHaveProperty('duplicate');
  });

  test('TXT-4 finds half a surrogate pair behind an escape', () => {
    expect(readEcmaText('["\\ud800"]').faults).toHaveProperty('surrogate');
    expect(readEcmaText('["\\uDC00"]').faults).toHaveProperty('surrogate');
  });

  test('TXT-2 reads an escaped name rightly where JSON.parse does not', () => {
    JSON.parse('{"h":[],"\\\\":0}');
    expect(Object.keys(readEcmaText('{"h":1,"\\"":2}').value as object)).toEqual(['h', '"']);
  });
});

describe('HMAC-SHA-512', () => {
  test('SSB-19 is the same from the host as in JavaScript', () => {
    fc.assert(
      fc.property(bytes(200), bytes(200), (key, data) => {
        expect(encodeHex(nodeHmacSha512(key, data))).toBe(encodeHex(portableHmacSha512(key, data)));
      }),
    );
  });
});
