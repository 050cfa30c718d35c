import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createJsEngine, createProtocol, identify, type JsonObject, sign, verify } from '../src/index.ts';
import { circumstances, fern, first, idOf, judge, signed, suzy, written } from './ssb-cast.ts';

const members = (text: string) => JSON.parse(text) as JsonObject;
const hmac = createHash('sha256').update('ssb-conformance-hmac').digest();

/** What a message says of its own length. */
const units = (text: string) => JSON.stringify(JSON.parse(text), null, 2).length;

/** Messages that were signed by other implementations as well: their signatures and ids. */
const greeting = first({ content: { type: 'post', text: 'Grüße €😀' } });
const worked: readonly [string, JsonObject, Uint8Array | undefined, string, string][] = [
  [
    'beyond U+007F',
    greeting,
    undefined,
    '3fgUVNsbN+Knmxm/R4Q7aQOyCCcCdeU+qK9s4zxmGfGXDj/Jfdg7bOb2k8QkMnX4BDLpBMn5O2awDE+LH1mhDA==',
    '%K+9XxeGOFgYYO+yL78wr++yCnUbksJVPZ6XGZ23U8SQ=.sha256',
  ],
  [
    'the second of a feed, with a fraction for a timestamp',
    first({
      previous: '%K+9XxeGOFgYYO+yL78wr++yCnUbksJVPZ6XGZ23U8SQ=.sha256',
      sequence: 2,
      timestamp: written + 0.5,
      content: { type: 'contact', contact: suzy.id, following: true },
    }),
    undefined,
    'CnpGl/YoJd8AT2HuWhy3vsAQbCZZpGDwT4qDnyjzP0kDMZJm9yLZP3eS85PjYLBntsNSlmnKXiTGXcltijefCw==',
    '%fee2p/JB76kGIfAXu7uGqTxQPE/E3mnN+h9FSk0i9ls=.sha256',
  ],
  [
    'with an hmac key',
    first(),
    hmac,
    'tF5HiFQ7DkqYf29pjMqHVexMnb+vpTZTebfA/BnBj7/MJTEdAw+Yon40i3ul8WjNkg+Mkua2OYaiGrncHefDCg==',
    '%UY8qdWuQULTqdcmEdu8NNV8Ix1IRSJXIHAhHsSGeknY=.sha256',
  ],
];

describe('Id and signature', () => {
  test.each(worked)('SSB-18 signs a message %s as others do', (_, unsigned, key, signature, id) => {
    const result = sign(unsigned, { ...circumstances, seed: suzy.seed, hmac: key });
    expect(result).toMatchObject({ ok: true, value: { signature: `${signature}.sig.ed25519` } });
    if (!result.ok) return;
    for (const text of [result.text, JSON.stringify(result.value, null, 2), JSON.stringify(result.value, null, '\t')]) {
      expect(idOf(text, key)).toBe(id);
      expect(identify(text, circumstances)).toMatchObject({ ok: true, record: { id } });
      const portable = { ...circumstances, protocol: createProtocol(), engine: createJsEngine(), hmac: key };
      expect(verify(text, portable)).toMatchObject({ ok: true, record: { id } });
    }
  });

  test('SSB-17 differs between the two orders, which SSB-2 keeps', () => {
    const { previous, sequence, author, ...rest } = first();
    const older = signed({ previous, author, sequence, ...rest } as JsonObject);
    expect(Object.keys(members(older)).slice(0, 3)).toEqual(['previous', 'author', 'sequence']);
    expect(idOf(older)).toBe('%PJ18n7+BA+BCrm9qKoSV9gkJ4kcZYoJO2+0DOZ52cPw=.sha256');
    expect(idOf(signed(first()))).toBe('%8q3TB8Op1k2eF748HMFXhxD+mQuuWkeRA5binpvuric=.sha256');
  });

  test('SSB-17 takes the low byte of each code unit', () => {
    const id = (text: string) => {
      const source = signed(first({ content: { type: 'post', text } }));
      const encoding = JSON.stringify(members(source), null, 2);
      const hash = createHash('sha256').update(Buffer.from(encoding, 'latin1')).digest('base64');
      expect(idOf(source)).toBe(`%${hash}.sha256`);
      return idOf(source);
    };
    expect(new Set(['€', '¬', 'ü', '😀', 'a'].map(id)).size).toBe(5);
    const [euro, not] = ['€', '¬'].map((text) => members(signed(first({ content: { type: 'post', text } }))));
    // One hash for two texts: the signature alone tells them apart.
    const forged = JSON.stringify({ ...not, signature: euro?.signature });
    const identified = identify(forged, circumstances);
    expect(identified.ok && identified.record.id).toBe(idOf(JSON.stringify(euro)));
    expect(judge(forged)).toMatchObject({ requirement: 'SSB-18' });
  });

  test('SSB-19 makes a key part of what is signed', () => {
    const [open, closed] = [signed(first()), signed(first(), hmac)];
    const by = (key: Uint8Array | undefined, text: string) => verify(text, { ...circumstances, hmac: key }).ok;
    expect(by(undefined, open)).toBe(true);
    expect(by(hmac, closed)).toBe(true);
    expect(by(undefined, closed)).toBe(false);
    expect(by(hmac, open)).toBe(false);
    expect(by(new Uint8Array(32), closed)).toBe(false);
    expect(members(open).signature).not.toBe(members(closed).signature);
  });

  test('SSB-18 is not about the signature that stands there', () => {
    const resigned = sign(members(signed(first({ timestamp: 1 }))), { ...circumstances, seed: suzy.seed });
    expect(resigned).toMatchObject({ ok: true, text: signed(first({ timestamp: 1 })) });
  });
});

describe('The text that travels', () => {
  const source = signed(first({ content: { type: 'post', n: 100, text: 'hé\u2028' }, timestamp: 0 }));
  const id = idOf(source);

  test.each([
    ['blanks', source.replaceAll(':', ' :\t').replaceAll(',', ',\r\n')],
    ['escapes', source.replace('post', '\\u0070ost').replace('type', 't\\u0079pe').replace('é', '\\u00E9')],
    ['a fraction', source.replace('100', '100.0')],
    ['an exponent', source.replace('100', '1e2')],
    ['negative zero', source.replace('"timestamp":0', '"timestamp":-0')],
    ['a number that rounds to nothing', source.replace('"timestamp":0', '"timestamp":1e-400')],
  ])('SSB-15 frees %s', (_, text) => {
    expect(text).not.toBe(source);
    expect(idOf(text)).toBe(id);
    expect(idOf(new TextEncoder().encode(text))).toBe(id);
  });

  test('SSB-15 takes infinite numbers in content for null', () => {
    const text = signed(first({ content: { type: 'post', n: null, m: null } }));
    expect(idOf(text.replace('null,"m":null', '1e400,"m":-1e400'))).toBe(idOf(text));
  });

  test('SSB-14 gives one id to all orders of array indices', () => {
    const content = (...names: string[]) => `{"type":"post",${names.map((name) => `"${name}":0`).join(',')}}`;
    const text = signed(first({ content: JSON.parse(content('b', '10', '9', '01')) }));
    const written = content('b', '10', '9', '01');
    const shuffled = text.replace(/"content":\{.*?\}/, `"content":${written}`);
    expect(shuffled).toContain(written);
    expect(idOf(shuffled)).toBe(idOf(text));
    const moved = text.replace(/"content":\{.*?\}/, `"content":${content('01', '9', '10', 'b')}`);
    expect(judge(moved)).toMatchObject({ requirement: 'SSB-18' });
  });

  test('SSB-14 takes __proto__ for a name like any other', () => {
    const content = JSON.parse('{"type":"post","__proto__":{"type":1},"a":{"__proto__":[]}}') as JsonObject;
    const text = signed(first({ content }));
    expect(text).toContain('"__proto__":{"type":1}');
    expect(idOf(text)).not.toBe(idOf(signed(first({ content: { type: 'post', a: {} } }))));
    const { type: _, ...untyped } = content;
    expect(judge(signed(first({ content: { ...untyped } })))).toMatchObject({ requirement: 'SSB-9' });
  });
});

describe('The size of a message', () => {
  const empty = units(signed(first({ content: { type: 'post', text: '' } })));

  test.each([
    ['a', 1],
    ['\u007f', 1],
    ['€', 1],
    ['😀', 2],
    ['\n', 2],
    ['\u0001', 6],
  ])('SSB-12 counts %j as %i', (character, size) => {
    const rest = 8192 - empty;
    const text = character.repeat(Math.floor(rest / size)) + 'x'.repeat(rest % size);
    const fits = signed(first({ content: { type: 'post', text } }));
    expect(units(fits)).toBe(8192);
    expect(judge(fits).ok).toBe(true);
    expect(judge(signed(first({ content: { type: 'post', text: `${text}x` } })))).toMatchObject({
      requirement: 'SSB-12',
      code: 'message-size',
    });
  });

  test('SSB-12 counts the encoding and not the text', () => {
    const text = signed(first({ content: { type: 'post', text: 'é'.repeat(7000) } }));
    expect(judge(text.replaceAll('é', '\\u00e9')).ok).toBe(true);
    expect(judge(text.padEnd(50_000)).ok).toBe(true);
    const nested = (depth: number) =>
      signed(first({ content: { type: 'post', deep: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) } }));
    expect(units(nested(60))).toBeLessThanOrEqual(8192);
    expect(judge(nested(60)).ok).toBe(true);
    expect(judge(nested(61))).toMatchObject({ requirement: 'SSB-12' });
  });

  test('TXT-10 refuses 100,000 arrays in one another without running out of stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(judge(signed(first()).replace('"hi"', deep))).toMatchObject({ requirement: 'TXT-10' });
  });

  test('SSB-12 refuses 400,000 arrays beside one another, and makes no encoding of them', () => {
    const text = signed(first()).replace('"hi"', `[${Array(400_000).fill('[]').join(',')}]`);
    expect(judge(text)).toMatchObject({ requirement: 'SSB-12' });
    expect(() => {
      const identified = identify(text, circumstances);
      return identified.ok && identified.record.id;
    }).toThrow(RangeError);
  });
});

describe('Signing', () => {
  test.each([
    [first({ timestamp: Number.POSITIVE_INFINITY }), 'time-range'],
    [first({ content: { type: 'hi' } }), 'content-form'],
    [first({ author: fern.id }), 'seed-mismatch'],
    [first({ extra: 1 }), 'message-shape'],
    [first({ content: { type: 'post', text: '\ud800' } }), 'text-surrogate'],
    [first({ content: { type: 'post', text: 'a'.repeat(8192) } }), 'message-size'],
    [null, 'message-shape'],
  ])('REC-21 refuses %j', (unsigned, code) => {
    expect(sign(unsigned, { ...circumstances, seed: suzy.seed })).toMatchObject({ ok: false, code });
  });
});
