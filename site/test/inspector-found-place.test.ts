import { expand } from '@rockpool/conformance';
import { rulesOf } from '@rockpool/reference';
import { describe, expect, test } from 'vitest';
import { vectors } from '../src/facts/checks.ts';
import { MEMBERS } from '../src/facts/members.ts';
import { requirements } from '../src/facts/requirements.ts';
import { decodeSource, type Example } from '../src/inspector/example.ts';
import { placeOf } from '../src/inspector/found/place-of.ts';
import { brokenByte, textPlaces } from '../src/inspector/found/text-places.ts';
import { inspect } from '../src/inspector/inspect.ts';
import { protocol } from '../src/inspector/protocol.ts';
import { textOf } from '../src/inspector/source.ts';

/** `⟨` and `⟩` stand around a place, and are not part of the text. */
const marked = (text: string) => {
  const places: { start: number; end: number }[] = [];
  let plain = '';
  for (const [piece] of text.matchAll(/[⟨⟩]|[^⟨⟩]+/g)) {
    if (piece === '⟨') places.push({ start: plain.length, end: 0 });
    else if (piece === '⟩') (places.at(-1) as { end: number }).end = plain.length;
    else plain += piece;
  }
  return { text: plain, places };
};

describe('A rule for texts is broken at', () => {
  test.each([
    ['TXT-1', '"⟨\ud800⟩"'],
    ['TXT-1', '"🌸⟨\udf38⟩"'],
    ['TXT-2', '{"a":1⟨,⟩}'],
    ['TXT-3', '{"a":{"b":1},"c":{"b":1},⟨"b"⟩:1,⟨"\\u0062"⟩:2,"b":3}'],
    ['TXT-4', '{"a":"\\ud83c\\udf38 \\\\ud83c ⟨\\ud83c⟩"}'],
    ['TXT-4', '{"⟨\\udf38⟩\\udf38":1}'],
    ['TXT-6', '[[[[1,⟨[⟩2],[3]]]]]'],
    ['TXT-7', '{"a":[⟨null⟩,null]}'],
    ['TXT-8', '[1,-3,"1.5",⟨1.7e15⟩]'],
    ['TXT-8', '[⟨-0⟩]'],
    ['TXT-8', '[⟨1.5⟩,]'],
    ['TXT-9', '[9007199254740991,⟨9007199254740992⟩]'],
    ['TXT-10', `${'['.repeat(64)}⟨[⟩`],
    ['TXT-5', '⟨{}⟩'],
  ])('%s %j', (requirement, of) => {
    const { text, places } = marked(of);
    expect(textPlaces(requirement, text)).toEqual(places);
  });

  test.each(['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4', 'TXT-6', 'TXT-7', 'TXT-8', 'TXT-9', 'TXT-10'])('%s nowhere', (id) => {
    expect(textPlaces(id, '{"🌸":["\\ud83c\\udf38",-1,{"🌸":[0]}]}')).toEqual([]);
  });

  test.each([
    [[0x7b, 0xff, 0x7d], 1, 1],
    [[0x22, 0xc3, 0xa4, 0xc0, 0x80], 3, 2],
    [[0x22, 0xed, 0xa0, 0x80, 0x22], 1, 1],
    [[0xf0, 0x9f, 0x8c, 0xb8, 0xe2, 0x82], 4, 2],
    [[0xef, 0xbf, 0xbd, 0xef, 0xbf, 0x41], 3, 1],
  ])('the byte of %j that is no UTF-8', (bytes, at, start) => {
    expect(brokenByte(Uint8Array.from(bytes))).toBe(at);
    expect(textPlaces('TXT-1', Uint8Array.from(bytes))).toEqual([{ start, end: start + 1 }]);
  });
});

describe('The members of a rule', () => {
  test('are known for every rule that has a code', () => {
    // Those of a replica and a session are about spaces, queries and messages of peers, which nobody pastes.
    const elsewhere = new Set(requirements.filter(({ chapter }) => /^(?:06|11|12)/.test(chapter)).map(({ id }) => id));
    const coded = requirements.filter(({ code }) => code !== undefined).map(({ id }) => id);
    const asked = new Set(
      [...rulesOf(protocol).map(({ requirement }) => requirement), ...coded].filter((id) => !elsewhere.has(id)),
    );
    expect([...asked].filter((id) => MEMBERS[id] === undefined)).toEqual([]);
    expect(Object.keys(MEMBERS).filter((id) => !asked.has(id))).toEqual([]);
  });

  test.each([
    ['DOC-14', '{"header":{⟨"path": "/~@x"⟩, ⟨"author":"@y"⟩}}'],
    ['REC-17', '{⟨"content":"x"⟩,"header":{⟨"contentHash":"&b"⟩}}'],
    ['DOC-12', '{"header":{⟨"path":"/!"⟩,"author":"@y"}}'],
    ['MSG-2', '{"header":⟨{⟩}}'],
    ['ES-9', '{"timestamp":1,⟨"timestamp":2⟩}'],
    ['REC-15', '{"header":{"author":"a",⟨"key":"k"⟩},⟨"signature":"s"⟩}'],
    ['SSB-2', ' ⟨{"author":1,"previous":2}⟩ '],
    ['SSB-9', '{"content":⟨{⟩}}'],
  ])('%s stand at %s', (requirement, of) => {
    const { text, places } = marked(of);
    const found = placeOf({ requirement }, text).map(({ start, end }) => ({ start, end }));
    expect(found.sort((a, b) => a.start - b.start)).toEqual(places);
  });

  test('are those of the signature for a clause about it', () => {
    const text = '{"author":"a","shareSignature":"s","share":"+x"}';
    expect(placeOf({ requirement: 'SIG-3', of: 'ES5-13' }, text).map(({ pointer }) => pointer)).toEqual([
      '/shareSignature',
      '/share',
    ]);
  });

  test('are what the verdict says where the shape is wrong', () => {
    expect(placeOf({ requirement: 'ES5-1', path: '/a~1b' }, '{"a/b":1}')).toEqual([
      { pointer: '/a~1b', start: 1, end: 8 },
    ]);
    expect(placeOf({ requirement: 'ES5-1', path: '/share' }, '{"a/b":1}')).toEqual([
      { pointer: '/share', start: 0, end: 1, isMissing: true },
    ]);
  });
});

test('Every vector that is rejected shows a place', () => {
  const without = vectors
    .filter(({ operation, expect: { reject } }, index) => operation === 'record.verify' && reject && index % 7 === 0)
    .filter(({ input }) => {
      const { format, ...example } = expand(input) as Example & { format: string };
      const source = decodeSource(example);
      if (textOf(source).length > 100_000) return false;
      const { broken, because } = inspect({ source, format, now: example.now, hmac: example.hmac ?? '' });
      const rule = because ?? broken;
      return rule !== undefined && placeOf(rule, source).length === 0;
    });
  expect(without.map(({ id }) => id)).toEqual([]);
});
