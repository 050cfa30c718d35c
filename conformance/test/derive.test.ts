import { describe, expect, test } from 'vitest';
import { NOW } from '../recipes/cases/verify.ts';
import { chain, numbered } from '../recipes/messages/message.ts';
import type { Check } from '../src/checks/check.ts';
import { deriveChecks } from '../src/checks/derive.ts';
import { cast, feedAnswer, type Json, type JsonObject, signSsb, ssbAuthor, ssbId } from '../src/forge/index.ts';

const texts = (messages: readonly unknown[]) => messages.map((message) => ({ text: JSON.stringify(message) }));

const check = (operation: Check['operation'], input: Record<string, unknown>, expect_: Check['expect']): Check => ({
  id: 'x/y',
  title: 'a title',
  profile: input.format === 'ssb-classic' ? 'ssb-classic' : 'feeds',
  needs: [],
  requirements: ['FEED-3'],
  operation,
  input: { now: NOW, ...input },
  expect: expect_,
  judging: 'answer',
  textOnly: false,
  timeless: true,
});

const suffixes = (checks: readonly Check[]): string[] => checks.map(({ id }) => id.slice('x/y'.length));

/** What the bytes of a classic message rest on. */
const ENCODING = ['SSB-13', 'SSB-14', 'SSB-15', 'SSB-16'];

describe('An accepted message', () => {
  test('REC-14 is asked for its id and its canonical header, and signed again', () => {
    const { header, ...rest } = numbered(8);
    const input = { format: 'rp.message.1', ...texts([{ header, ...rest }])[0] };
    const derived = deriveChecks(check('record.verify', input, { ok: {} }));
    expect(suffixes(derived)).toEqual(['#id', '#canonical', '#sign']);
    expect(derived.map(({ profile }) => profile)).toEqual(['feeds', 'feeds', 'feeds']);
    expect(derived[2]?.expect.ok?.record).toEqual({ header, ...rest });
  });

  const classic = (change: JsonObject, hmac?: string): Check => {
    const message = signSsb({
      message: {
        previous: null,
        sequence: 1,
        author: ssbAuthor(Buffer.from(cast.suzy.keyHex, 'hex')),
        timestamp: 1,
        hash: 'sha256',
        content: { type: 'post' },
        ...change,
      },
      seed: cast.suzy.seed,
      hmac: hmac === undefined ? undefined : Buffer.from(hmac, 'hex'),
    });
    const key = hmac === undefined ? {} : { hmac };
    return check('record.verify', { format: 'ssb-classic', ...key, ...texts([message])[0] }, { ok: {} });
  };

  test('SSB-17 of the classic kind is asked for its id, and of signers signed again', () => {
    const parent = classic({});
    const [id, sign, ...others] = deriveChecks(parent);
    expect(others).toEqual([]);
    const { text } = parent.input as { text: string };
    const { signature, ...unsigned } = JSON.parse(text) as JsonObject;
    expect(id).toMatchObject({ id: 'x/y#id', profile: 'ssb-classic', requirements: ['SSB-17', ...ENCODING] });
    expect(id?.expect).toEqual({ ok: { id: ssbId({ ...unsigned, signature: signature as Json }) } });
    expect(sign).toMatchObject({
      id: 'x/y#sign',
      profile: 'ssb-signer',
      judging: 'signed',
      requirements: ['SSB-18', ...ENCODING],
    });
    expect(sign?.input).toEqual({ format: 'ssb-classic', now: NOW, seed: cast.suzy.seedHex, unsigned });
  });

  test('SSB-19 is signed again with its hmac key', () => {
    const hmac = '01'.repeat(32);
    const [, sign] = deriveChecks(classic({}, hmac));
    expect(sign?.input).toMatchObject({ hmac });
    expect(sign?.requirements).toEqual(['SSB-18', 'SSB-19', ...ENCODING]);
  });

  test('SSB-15 has null for an infinite number when it is signed again', () => {
    const parent = classic({ content: { type: 'post', n: Number.POSITIVE_INFINITY } });
    const text = String(parent.input.text).replace('"n":null', '"n":1e400');
    const [, sign] = deriveChecks({ ...parent, requirements: ['SSB-15'], input: { ...parent.input, text } });
    expect(sign?.input.unsigned).toMatchObject({ content: { type: 'post', n: null } });
    expect(sign?.expect.ok?.record).toMatchObject({ content: { type: 'post', n: null } });
    expect(sign?.requirements).toContain('SSB-15');
  });
});

describe('A chain', () => {
  const asked = (messages: readonly unknown[], before: readonly unknown[] = [], kept?: number): Check => {
    const input = { format: 'rp.message.1', now: NOW, mode: 'chain', messages: texts(messages), before: texts(before) };
    const about = kept === undefined ? {} : { kept };
    return { ...check('feed.verify', input, feedAnswer('feed.verify', input)), ...about };
  };

  test('FEED-7 that is accepted is kept as a batch, and its last message accepted after the others', () => {
    const messages = chain(4);
    const [batch, single, ...others] = deriveChecks(asked(messages));
    expect(others).toEqual([]);
    expect(batch).toMatchObject({ id: 'x/y#batch', requirements: ['FEED-3', 'FEED-7'], expect: { ok: { kept: 4 } } });
    expect(batch?.input.mode).toBe('batch');
    expect(single).toMatchObject({ id: 'x/y#single', requirements: ['FEED-3'], expect: { ok: {} } });
    expect(single?.input).toMatchObject({
      mode: 'single',
      messages: texts(messages.slice(3)),
      before: texts(messages.slice(0, 3)),
    });
  });

  test('FEED-7 that is refused is kept up to the fault, and the fault refused by itself', () => {
    const messages = chain(5);
    const [batch, single] = deriveChecks(asked([messages[1], messages[2], messages[4]], [messages[0]], 2));
    expect(batch?.expect).toEqual({ ok: { kept: 2 } });
    expect(single?.expect.reject?.codes).toContain('sequence-order');
    expect(single?.input).toMatchObject({ messages: texts(messages.slice(4)), before: texts(messages.slice(0, 3)) });
  });

  test('of which the first message is at fault is no other question one by one', () => {
    expect(suffixes(deriveChecks(asked(chain(3).slice(1), [], 0)))).toEqual(['#batch']);
  });

  test('that is refused and does not say what is kept is no question', () => {
    expect(() => deriveChecks(asked(chain(3).slice(1)))).toThrow('x/y does not say how many of its messages are kept');
  });

  test('every question of another mode stays alone', () => {
    for (const mode of ['single', 'batch', 'subset'])
      expect(deriveChecks(check('feed.verify', { format: 'rp.message.1', mode }, { ok: {} }))).toEqual([]);
  });
});
