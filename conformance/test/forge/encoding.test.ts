import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  base32,
  blobId,
  type Compact,
  canonical,
  compactText,
  compareIds,
  expandText,
  hex,
  type Json,
  keyId,
  parseId,
  readText,
  treeHash,
  unbase32,
  unhex,
  utf8,
} from '../../src/forge/index.ts';

const sha256 = (...parts: Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

describe('the canonical form', () => {
  test('CAN-1 sorts as the example of RFC 8785 §3.2.3 does', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const form = canonical(Object.fromEntries(names.map((name) => [name, 1])));
    expect(Object.keys(JSON.parse(form) as object)).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
  });

  test('CAN-1 escapes as RFC 8785 §3.2.2.2 does', () => {
    expect(canonical('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test('CAN-1 agrees with JSON.stringify on what needs no sorting', () => {
    const value: Json = { a: [1, -2, 'ü🌸', true], b: { c: '\u0000\u001f\u007f\u2028', d: [] } };
    expect(canonical(value)).toBe(JSON.stringify(value));
  });
});

describe('base32', () => {
  test('round-trips every length up to 64', () => {
    for (let length = 0; length <= 64; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) & 255);
      expect(hex(unbase32(base32(bytes)))).toBe(hex(bytes));
    }
  });

  test('has the form of RFC 4648 §10', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(utf8(text)))).toEqual(
      ['', 'my', 'mzxq', 'mzxw6', 'mzxw6yq', 'mzxw6ytb', 'mzxw6ytboi'].map((text) => `b${text}`),
    );
  });
});

describe('identifiers', () => {
  test('ID-6 is not the order of the texts', () => {
    const [low, high] = [keyId(new Uint8Array(32)), keyId(Uint8Array.of(0xd0, ...new Uint8Array(31)))];
    expect(high < low).toBe(true);
    expect(compareIds(low, high)).toBeLessThan(0);
  });

  test('ID-5 leaves one text a key', () => {
    const id = keyId(unhex('ff'.repeat(32)));
    expect(id.at(-1)).toBe('q');
    expect([...'abcdefghijklmnopqrstuvwxyz234567'].filter((last) => parseId(id.slice(0, -1) + last))).toEqual([
      'a',
      'q',
    ]);
  });
});

describe('the tree of chunks', () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((text) => utf8(text));
  const leaves = entries.map((entry) => sha256(Uint8Array.of(0), entry));
  const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.of(1), left, right);
  const [a, b, c, d, e] = leaves as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

  test('BLB-2 by hand for none to five', () => {
    const byHand = [
      sha256(),
      a,
      node(a, b),
      node(node(a, b), c),
      node(node(a, b), node(c, d)),
      node(node(node(a, b), node(c, d)), e),
    ];
    for (const [count, hash] of byHand.entries()) expect(hex(treeHash(entries.slice(0, count)))).toBe(hex(hash));
  });

  test('BLB-3 of no bytes is the id that the chapter gives', () => {
    expect(blobId(new Uint8Array())).toBe('&b6da6bngndgb3tsjjbh4bixgbakmt4tdzose4bouymop5smcwxaxq');
  });
});

describe('texts', () => {
  const broken = (text: Uint8Array | string): string[] =>
    readText(typeof text === 'string' ? utf8(text) : text, 'native').broken.map(({ requirement }) => requirement);

  test('each rule has its fault', () => {
    expect(broken(unhex('22c080' + '22'))).toEqual(['TXT-1']);
    expect(broken('\ufeff{}')).toEqual(['TXT-2']);
    expect(broken('{"a":1,"\\u0061" :2}')).toEqual(['TXT-3']);
    expect(broken('{"a":"\\ud83c"}')).toEqual(['TXT-4']);
    expect(broken(`"${'x'.repeat(524_287)}"`)).toEqual(['TXT-5']);
    expect(broken('[[[[[]]]]]')).toEqual(['TXT-6']);
    expect(broken('[null,-0,9007199254740992,1.0]')).toEqual(['TXT-7', 'TXT-8', 'TXT-9']);
    expect(broken('[{"a":{"b":[{}]}},{"a":true}]')).toEqual(['TXT-6']);
    expect(broken('[{"a":{"b":["a","a"]}},{"a":true}]')).toEqual([]);
  });

  test('a compact text expands to what it was', () => {
    const text = `{"a":"${'🌸'.repeat(300)}${'x'.repeat(63)}${'y'.repeat(64)}"}`;
    const compact: Compact = compactText(text);
    expect(typeof compact).not.toBe('string');
    expect(expandText(compact)).toBe(text);
    expect(expandText(compactText('61'.repeat(1000), 2))).toBe('61'.repeat(1000));
  });
});

describe('what a text says', () => {
  const broken = (text: string, rules: 'native' | 'ssb' = 'native'): string =>
    readText(utf8(text), rules)
      .broken.map(({ requirement }) => requirement)
      .join(' ');

  test.for(['01', '-01', '+1', '1.', '.5', '-', '[1.5,]', '[1-1]'])('TXT-2 and TXT-8 are broken by %s', (text) => {
    expect(broken(text)).toBe('TXT-2 TXT-8');
  });

  test.for(['1x', '0x41', '[,1.5]', '{1.5:1}', '[1 01]', '[1\u0662]', '\ufeff[[[[['])(
    'TXT-2 alone is broken by %s, behind whose end nothing counts',
    (text) => {
      expect(broken(text)).toBe('TXT-2');
    },
  );

  test('TXT-6 and TXT-10 bound the depth, which 100,000 levels do not hide', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect([4, 5, 100_000].map((levels) => broken(deep(levels)))).toEqual(['', 'TXT-6', 'TXT-6']);
    expect([64, 65, 100_000].map((levels) => broken(deep(levels), 'ssb'))).toEqual(['', 'TXT-10', 'TXT-10']);
    expect(broken('['.repeat(100_000), 'ssb')).toBe('TXT-2 TXT-10');
  });
});
