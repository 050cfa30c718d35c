import { validateSsbMessage } from '@rockpool/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, type JsonObject, type JsonValue, rulesOf, verify, without } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { ssbMutants } from '../src/subject/mutants-ssb.ts';
import { createVariant } from '../src/subject/variant.ts';
import { engine, protocol } from './cast.ts';
import { circumstances, first, idOf, judge, signed, suzy, written } from './ssb-cast.ts';

const root = idOf(signed(first()));
const second = (changes: JsonObject = {}) => first({ previous: root, sequence: 2, ...changes });

/** The same bytes with a spare bit set: the next letter of the alphabet is the next number. */
const notCanonical = (text: string) => text.replace(/(.)(=+\.)/, (_, last: string, rest) => next(last) + rest);
const next = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1);

/** The members of a message in another order. */
const ordered = (names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, first()[name] as JsonValue]));

/** A signed message with another signature, which no signature covers. */
const resigned = (change: (signature: string) => JsonValue, unsigned = first()) => {
  const message = JSON.parse(signed(unsigned));
  return JSON.stringify({ ...message, signature: change(message.signature) });
};

const ciphertext = (content: string) => signed(first({ content }));
const typed = (type: JsonValue) => signed(first({ content: { type } }));

/** Texts that break a rule and no other. */
const broken: readonly (readonly [requirement: string, what: string, text: string])[] = [
  ['SSB-1', 'another member', signed(first({ extra: 1 }))],
  ['SSB-1', 'a member named like an array index', signed(first({ 0: 1 }))],
  ['SSB-1', 'content of another type, which no other rule looks at', signed(first({ content: ['post'] }))],
  ['SSB-1', 'no content', signed(ordered(['previous', 'sequence', 'author', 'timestamp', 'hash']))],
  ['SSB-1', 'a previous of another type', signed(first({ previous: false }))],
  ['SSB-1', 'a timestamp of another type', signed(first({ timestamp: String(written) }))],
  [
    'SSB-2',
    'hash before timestamp',
    signed(ordered(['previous', 'sequence', 'author', 'hash', 'timestamp', 'content'])),
  ],
  [
    'SSB-2',
    'previous after author',
    signed(ordered(['sequence', 'author', 'previous', 'timestamp', 'hash', 'content'])),
  ],
  ['SSB-2', 'the signature before the content', signed(first()).replace(/("content":.*),("signature":".*?")/, '$2,$1')],
  ['SSB-3', 'spare bits', signed(first({ author: notCanonical(suzy.id) }))],
  ['SSB-3', 'another suffix', signed(first({ author: suzy.id.replace('.ed25519', '.Ed25519') }))],
  ['SSB-3', 'a line feed behind', signed(first({ author: `${suzy.id}\n` }))],
  ['SSB-3', 'another sigil', signed(first({ author: suzy.id.replace('@', '%') }))],
  ['SSB-4', 'spare bits', signed(second({ previous: notCanonical(root) }))],
  ['SSB-4', 'an empty string', signed(second({ previous: '' }))],
  ['SSB-4', 'no padding', signed(second({ previous: root.replace('=', '') }))],
  ['SSB-5', 'spare bits', resigned((signature) => notCanonical(signature))],
  ['SSB-5', 'no suffix', resigned((signature) => signature.replace('.sig.ed25519', ''))],
  ['SSB-5', 'more behind', resigned((signature) => `${signature} `)],
  ['SSB-6', 'a fraction', signed(second({ sequence: 1.5 }))],
  ['SSB-6', '0', signed(second({ sequence: 0 }))],
  ['SSB-6', '2^53', signed(second({ sequence: 2 ** 53 }))],
  ['SSB-6', 'infinite', signed(second({ sequence: Number.POSITIVE_INFINITY }))],
  ['SSB-7', 'infinite', signed(first({ timestamp: Number.POSITIVE_INFINITY }))],
  ['SSB-7', 'negative and infinite', signed(first({ timestamp: Number.NEGATIVE_INFINITY }))],
  ['SSB-8', 'another hash', signed(first({ hash: 'sha512' }))],
  ['SSB-8', 'an empty string', signed(first({ hash: '' }))],
  ['SSB-9', 'no type', signed(first({ content: {} }))],
  ['SSB-9', '2 code units', typed('ab')],
  ['SSB-9', 'an emoji', typed('😀')],
  ['SSB-9', '53 code units', typed('a'.repeat(53))],
  ['SSB-9', 'a type that is no string', typed(['post'])],
  ['SSB-10', 'nothing', ciphertext('')],
  ['SSB-10', 'no full stop', ciphertext('AAAA')],
  ['SSB-10', 'capitals', ciphertext('AAAA.BOX')],
  ['SSB-10', 'spare bits', ciphertext('AB==.box')],
  ['SSB-10', 'no padding', ciphertext('AA.box')],
  ['SSB-10', 'a blank in front', ciphertext(' AAAA.box')],
  ['SSB-10', 'a line feed', ciphertext('AAAA.box\n')],
  ['SSB-10', 'a line separator', ciphertext('AAAA.box2\u2028x')],
  ['SSB-11', 'the first one with previous', signed(first({ previous: root }))],
  ['SSB-11', 'the second one without', signed(second({ previous: null }))],
  ['SSB-12', '8,193 code units', signed(first({ content: { type: 'post', text: 'a'.repeat(8192 + 1 - 331) } }))],
  ['SSB-18', 'the signature of another message', resigned(() => JSON.parse(signed(second())).signature)],
  ['TXT-3', 'a member twice', signed(first()).replace('"hash":', '"hash":"sha256","hash":')],
  ['TXT-4', 'half a surrogate pair', signed(first({ content: { type: 'post', text: '\udc00' } }))],
];

describe('The rules for classic messages', () => {
  test.each(broken)('%s alone refuses %s', (requirement, _, text) => {
    expect(judge(text)).toMatchObject({ ok: false, requirement });
    const left = judge(text, without(protocol, [requirement]));
    expect(left).toMatchObject({ ok: true });
  });

  test.each(broken)('%s is the one that explain shows as failed for %s', (requirement, _, text) => {
    const { rules } = explain(text, circumstances);
    const failed = rules.filter((rule) => rule.outcome === 'failed' && rule.of === undefined);
    expect(failed.map((rule) => rule.requirement)).toEqual([requirement]);
  });

  test('SSB-1 to SSB-12 have a case each', () => {
    const { shape, form, relations } = protocol.formats.get('ssb-classic')?.rules ?? {};
    const cases = new Set(broken.map(([requirement]) => requirement));
    for (const { requirement } of [...(shape ?? []), ...(form ?? []), ...(relations ?? [])]) {
      expect(cases).toContain(requirement);
    }
    expect(cases.size).toBe(15);
  });

  test.each([
    ['a sequence of 2^53 − 1', second({ sequence: Number.MAX_SAFE_INTEGER })],
    ['a timestamp of 0', first({ timestamp: 0 })],
    ['a negative timestamp', first({ timestamp: -1 })],
    ['a timestamp far away', first({ timestamp: 1e300 })],
    ['a type of 3 code units', first({ content: { type: 'a b' } })],
    ['a type of two characters and 3 code units', first({ content: { type: '😀a' } })],
    ['a type of 52 euros', first({ content: { type: '€'.repeat(52) } })],
    ['a type of 26 emoji', first({ content: { type: '😀'.repeat(26) } })],
    ['a type behind others', first({ content: { text: '', type: 'post' } })],
    ['an empty ciphertext', first({ content: '.box' })],
    ['a ciphertext for groups', first({ content: 'AAA=.box2' })],
    ['any suffix', first({ content: 'AA==.boxfoo. bar \u0085\t' })],
  ])('SSB-1 to SSB-12 let %s through', (_, unsigned) => {
    expect(judge(signed(unsigned))).toMatchObject({ ok: true });
  });

  test('SSB-1 refuses what is no message, whatever rule is left out', () => {
    const odd = ['null', '1', '"x"', '[]', '{}', '{"content":{"type":{}},"signature":[],"previous":0,"toString":1}'];
    for (const { requirement } of rulesOf(protocol)) {
      const left = { ...circumstances, protocol: without(protocol, [requirement]) };
      for (const text of odd) {
        expect(verify(text, left).ok).toBe(false);
        expect(explain(text, left).outcome).toBe('rejected');
      }
    }
  });
});

describe('The steps of classic messages', () => {
  const hmac = new Uint8Array(32).fill(7);

  test.each<[string, JsonObject, Uint8Array?]>([
    ['SSB-13', first()],
    ['SSB-14', first({ content: JSON.parse('{"type":"post","1":0}') })],
    ['SSB-15', first({ content: { type: 'post', n: 1e16 } })],
    ['SSB-15', first({ timestamp: 1e-5 })],
    ['SSB-16', first({ content: { type: 'post', text: '\u2028' } })],
    ['SSB-17', first({ content: { type: 'post', text: 'ü' } })],
    ['SSB-19', first(), hmac],
  ])('%s gives another answer when it is left out', (requirement, unsigned, key) => {
    const text = signed(unsigned, key);
    const options = { ...circumstances, hmac: key };
    const wrong = verify(text, { ...options, protocol: createVariant(nodeSha256, [requirement]) });
    expect(wrong).not.toMatchObject({ ok: true, record: { id: idOf(text, key) } });
  });

  test('SSB-13 to SSB-19 say nothing about what they do not touch', () => {
    for (const { requirement } of ssbMutants) {
      if (requirement === 'SSB-13') continue;
      const wrong = verify(signed(first()), { ...circumstances, protocol: createVariant(nodeSha256, [requirement]) });
      expect(wrong).toMatchObject({ ok: true, record: { id: idOf(signed(first())) } });
    }
  });
});

describe('The schema of classic messages', () => {
  const seeds = [first(), second(), first({ content: 'AAAA.box' }), first({ content: { type: '😀'.repeat(26) } })];

  /** Values that sit near what members hold. */
  const replacement = fc.oneof(
    fc.constantFrom<JsonValue | undefined>(
      undefined,
      null,
      true,
      '',
      [],
      {},
      { type: 'abc' },
      { type: 'a'.repeat(53) },
    ),
    fc.constantFrom<JsonValue>(0, 1, 2, -1, 0.5, 2 ** 53, Number.MAX_SAFE_INTEGER, 1e300, Number.POSITIVE_INFINITY),
    fc.constantFrom<JsonValue>('sha256', suzy.id, notCanonical(suzy.id), root, notCanonical(root), '.box', 'AB==.box'),
    fc.string({ maxLength: 3 }),
  );

  /** Puts a value, or a piece into a string, into a message. */
  function mutate(message: JsonObject, way: number, put: JsonValue | undefined, piece: string): JsonObject {
    const names = [...Object.keys(message), 'extra'];
    const name = names[way % names.length] as string;
    const member = message[name];
    const rest = Math.floor(way / names.length);
    if (typeof member === 'string' && rest % 2 === 1) {
      const at = (rest >> 1) % (member.length + 1);
      return { ...message, [name]: member.slice(0, at) + piece + member.slice(at + (rest % 3)) };
    }
    const { [name]: _, ...others } = message;
    // In its place, so that the order of members does not hide what the value does.
    return put === undefined ? others : name in message ? { ...message, [name]: put } : { ...others, [name]: put };
  }

  test('SSB-1 what the reference accepts the schema accepts', () => {
    // Signatures are not looked at: every change made after signing would hide behind them.
    const unsigned = without(protocol, ['SSB-18']);
    const messages = seeds.map((seed) => JSON.parse(signed(seed)) as JsonObject);
    let changed = 0;
    const change = fc.tuple(fc.nat(), replacement, fc.string({ maxLength: 2, unit: 'grapheme-ascii' }));
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.array(change, { maxLength: 2 }), (message, changes) => {
        let value = message;
        for (const [way, put, piece] of changes) value = mutate(value, way, put, piece);
        const text = JSON.stringify(value, (_, member) => (member === Number.POSITIVE_INFINITY ? '∞' : member)).replace(
          '"∞"',
          '1e999',
        );
        const verdict = verify(text, { ...circumstances, protocol: unsigned, engine });
        if (!verdict.ok) return;
        if (text !== JSON.stringify(message)) changed++;
        expect(validateSsbMessage(JSON.parse(text)), text).toBe(true);
      }),
      { numRuns: 8000 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  test.each(broken.filter(([requirement]) => /^SSB-(?:1|[3-8]|10)$/.test(requirement)))(
    'SSB-1 the schema refuses what %s refuses: %s',
    (_, __, text) => {
      expect(validateSsbMessage(JSON.parse(text))).toBe(false);
    },
  );
});
