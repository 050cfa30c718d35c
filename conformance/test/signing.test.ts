import type { FormatName } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { Question } from '../src/checks/check.ts';
import { base64 } from '../src/forge/base64.ts';
import {
  base32,
  cast,
  feedAnswer,
  type Json,
  type JsonObject,
  judgeValue,
  recordMessage,
  signNative,
  signSsb,
  signWithNonce,
  ssbAuthor,
  unhex,
} from '../src/forge/index.ts';
import { ssbSigned } from '../src/forge/ssb.ts';
import { suite } from '../src/suite.ts';
import { compare } from '../src/verdict/compare.ts';
import { sameAnswer } from '../src/verdict/same.ts';
import type { Terms } from '../src/verdict/terms.ts';

const NOW = 1_700_000_000_000_000;
const { suzy, fern } = cast;

const appended = (input: Record<string, unknown>): Question & { message: JsonObject } => {
  const expect_ = feedAnswer('feed.append', input);
  const message = expect_.ok?.message as JsonObject;
  return { operation: 'feed.append', input, expect: expect_, judging: 'signed', message };
};

const fault = (question: Question, message: unknown, deterministic = true) => {
  const terms: Terms = { codes: true, reasons: true, deterministic };
  return compare(question, { ok: { message } }, terms)?.detail;
};

describe('A native message that a subject wrote', () => {
  const draft = { space: cast.spaces.gardening, content: 'hello' };
  const question = appended({ format: 'rp.message.1', now: NOW, seed: suzy.seedHex, before: [], draft });
  const { header, content } = question.message as { header: JsonObject; content: string };
  const resigned = (change: JsonObject, seed = suzy.seed) =>
    signNative({ header: { ...header, ...change }, content, seed });

  test('FEED-23 is right, whatever the order of its members', () => {
    expect(fault(question, question.message)).toBeUndefined();
    const backwards = Object.fromEntries(Object.entries(header).reverse());
    expect(fault(question, { content, header: backwards, signature: question.message.signature })).toBeUndefined();
  });

  test.for([
    ['another timestamp', resigned({ timestamp: NOW + 1 }), 'not the one'],
    ['another key', resigned({}, fern.seed), 'not valid'],
    ['no content', signNative({ header, seed: suzy.seed }), 'not the one'],
    ['a signature in hexadecimal', { ...question.message, signature: '00'.repeat(64) }, 'base32'],
    ['nothing', undefined, 'not an object'],
    ['a list', [], 'not an object'],
  ] as const)('FEED-23 is wrong with %s', ([, message, words]) => {
    expect(fault(question, message)).toContain(words);
    expect(fault(question, message, false)).toContain(words);
  });

  test('FEED-23 may have another valid signature, except of a subject that says it is deterministic', () => {
    const signature = base32(signWithNonce(suzy.seed, recordMessage(header), 7n));
    expect(fault(question, { header, content, signature }, false)).toBeUndefined();
    expect(fault(question, { header, content, signature })).toContain('not the deterministic one');
  });

  test('SUB-9 may have another signature when it is asked for again, except of such a subject', () => {
    const reply = (signature: string) =>
      ({ kind: 'result', result: { ok: { message: { header, content, signature } } } }) as const;
    expect(sameAnswer('feed.append', reply('a'), reply('b'), false)).toBe(true);
    expect(sameAnswer('feed.append', reply('a'), reply('b'), true)).toBe(false);
  });
});

describe('A classic message that a subject wrote', () => {
  const hmac = 'ab'.repeat(32);
  const draft = { timestamp: 1.5, content: { type: 'post', text: 'Grüße', tags: { b: 1, a: 2 } } };
  const input = { format: 'ssb-classic', now: NOW, seed: suzy.seedHex, hmac, before: [], draft };
  const question = appended(input);
  const { message } = question;
  const sign = (change: JsonObject, seed = suzy.seed, key: Uint8Array | undefined = unhex(hmac)) =>
    signSsb({ message: { ...message, ...change }, seed, hmac: key });
  const { previous, sequence, author, signature, ...rest } = message as Record<
    'previous' | 'sequence' | 'author' | 'signature',
    string
  >;
  const authorFirst = signSsb({ message: { previous, author, sequence, ...rest }, seed: suzy.seed, hmac: unhex(hmac) });
  const tags = { type: 'post', text: 'Grüße', tags: { a: 2, b: 1 } };

  test('SSB-18 is right as it was to be signed', () => {
    expect(fault(question, message)).toBeUndefined();
  });

  test.for([
    ['the author before the sequence', authorFirst],
    ['the signature first', { signature, previous, sequence, author, ...rest }],
    ['the members of its content in another order', sign({ content: tags })],
    ['another timestamp', sign({ timestamp: 2 })],
    ['another author', sign({ author: ssbAuthor(unhex(fern.keyHex)) }, fern.seed)],
    ['a member too many', sign({ more: 1 })],
    ['the signature of another key', sign({}, fern.seed)],
    ['the signature without the hmac key', signSsb({ message, seed: suzy.seed })],
    ['a native signature', { ...message, signature: base32(new Uint8Array(64)) }],
    ['spare bits in the signature', { ...message, signature: String(signature).replace(/.==/, 'B==') }],
  ] as const)('SSB-18 is wrong with %s', ([, wrong]) => {
    expect(fault(question, wrong)).toBeDefined();
    expect(fault(question, wrong, false)).toBeDefined();
  });

  test('SSB-19 may have another valid signature, except of a subject that says it is deterministic', () => {
    const other = signWithNonce(suzy.seed, ssbSigned(message, unhex(hmac)), 9n);
    const again = { ...message, signature: `${base64(other)}.sig.ed25519` };
    expect(fault(question, again, false)).toBeUndefined();
    expect(fault(question, again)).toContain('not the deterministic one');
  });
});

describe('What is expected of a signer', () => {
  const signed = suite.checks.filter(({ judging }) => judging === 'signed');

  test('REC-15 is valid itself: an equal answer is not verified again', () => {
    expect(new Set(signed.map(({ input }) => input.format)).size).toBeGreaterThan(2);
    const faults = signed.flatMap(({ id, input, expect: right }) => {
      const { format, now, hmac } = input as { format: FormatName; now: number; hmac?: string };
      const [record] = Object.values(right.ok ?? {}) as [Json];
      const { broken } = judgeValue(format, record, now, undefined, hmac === undefined ? undefined : unhex(hmac));
      return broken.map(({ requirement }) => `${id} breaks ${requirement}`);
    });
    expect(faults).toEqual([]);
  });

  test('every check whose answer is signed is judged so', () => {
    const named = suite.checks.filter(
      ({ expect: right }) => right.ok && ('record' in right.ok || 'message' in right.ok),
    );
    expect(named.filter(({ judging }) => judging !== 'signed').map(({ id }) => id)).toEqual([]);
    expect(named).toHaveLength(signed.length);
  });
});
