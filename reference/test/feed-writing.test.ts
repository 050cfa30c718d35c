import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  appendAsync,
  createWebCryptoEngine,
  type JsonObject,
  type JsonValue,
  KnownMessages,
  type Message,
  verifyMessage,
  without,
} from '../src/index.ts';
import { fern, gardening, kitchen, now, protocol, suzy, written } from './cast.ts';
import { chainOf, following, known, options, type Written, write } from './feed-cast.ts';

const writer = { ...options, seed: suzy.seed };
const draft = (changes: JsonObject = {}): JsonObject => ({ space: gardening, content: 'hello', ...changes });
const chain = chainOf(12);

/** The header of what is appended, which has to be appended. */
function appended(changes: JsonObject, before: KnownMessages, at = now): JsonObject {
  const result = append(draft(changes), before, { ...writer, now: at });
  if (!result.ok) throw new Error(result.code);
  return result.value.header as JsonObject;
}

describe('Writing', () => {
  test('FEED-23 creates what a verifier accepts, message after message, whatever the clock does', () => {
    const clock = fc.integer({ min: -700_000_000, max: 1_000_000 });
    const draftWith = fc.record(
      { content: fc.string({ unit: 'binary' }), contentType: fc.constantFrom('text/plain', 'a/b', 'A/b') },
      { requiredKeys: ['content'] },
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(draftWith, clock), { maxLength: 10 }), (steps) => {
        const so = new KnownMessages();
        for (const [changes, offset] of steps) {
          const at = now + offset;
          const result = append(draft(changes), so, { ...writer, now: at });
          if (!result.ok) {
            refused++;
            expect(['clock-blocked', 'content-type-form']).toContain(result.code);
            continue;
          }
          const verdict = verifyMessage(result.text, so, { ...options, now: at });
          expect(verdict).toMatchObject({ ok: true });
          expect(JSON.parse(result.text)).toEqual(result.value);
          const { timestamp } = result.value.header as { timestamp: number };
          expect(timestamp).toBe(Math.max(at, (so.last?.timestamp ?? 0) + 1));
          if (verdict.ok) so.add(verdict.record);
        }
      }),
      { numRuns: 40 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  test('FEED-23 continues the feed with its links', () => {
    expect(appended({}, new KnownMessages())).toEqual({
      format: 'rp.message.1',
      space: gardening,
      author: suzy.id,
      sequence: 1,
      timestamp: now,
      contentHash: expect.stringMatching(/^&b/),
      contentSize: 5,
    });
    const thirteenth = appended({ contentType: 'text/plain' }, known(chain));
    const id = (sequence: number) => (chain[sequence - 1] as Written).message.id;
    expect(thirteenth).toMatchObject({ sequence: 13, previous: id(12), skip: id(4), contentType: 'text/plain' });
  });

  test('FEED-21 is later than the message before, where the clock is not', () => {
    const last = write({ timestamp: now + 5 });
    expect(appended({}, known([last]))).toMatchObject({ timestamp: now + 6 });
    expect(appended({}, known([last]), now + 6)).toMatchObject({ timestamp: now + 6 });
    expect(appended({}, known([last]), now + 7)).toMatchObject({ timestamp: now + 7 });
  });

  test('FEED-22 writes up to ten minutes ahead', () => {
    const last = known([write({ timestamp: now })]);
    expect(appended({}, last, now - 599_999_999)).toMatchObject({ timestamp: now + 1 });
    const tooEarly = { ...writer, now: now - 600_000_000 };
    expect(append(draft(), last, tooEarly)).toMatchObject({ code: 'clock-blocked', requirement: 'FEED-22' });
    expect(append(draft(), last, { ...tooEarly, protocol: without(protocol, ['FEED-22']) }).ok).toBe(true);
  });

  test.each<[string, JsonObject]>([
    ['text-null', { contentType: null }],
    ['text-depth', { contentType: [[[[]]]] }],
    ['text-surrogate', { content: '\ud800' }],
    ['record-shape', { content: 1 }],
    ['header-shape', { contentType: [[[]]] }],
    ['header-shape', { space: 1 }],
    ['id-form', { space: '+gardening' }],
    ['log-range', { log: 0 }],
    ['content-type-form', { contentType: 'text' }],
    ['content-length', { content: 'a'.repeat(65_537) }],
    ['feed-mismatch', { log: 2 }],
    ['feed-mismatch', { space: kitchen }],
  ])('FEED-23 refuses with %s what a verifier would reject', (code, changes) => {
    expect(append(draft(changes), known(chain), writer)).toMatchObject({ ok: false, code });
  });

  test('FEED-23 refuses to continue the feed of somebody else', () => {
    expect(append(draft(), known(chain), { ...writer, seed: fern.seed })).toMatchObject({ code: 'feed-mismatch' });
  });

  test('FEED-23 refuses behind the last sequence', () => {
    const { id } = (chain[0] as Written).message;
    const links = { previous: id, skip: id };
    const last = following([], { sequence: Number.MAX_SAFE_INTEGER, timestamp: written, ...links }).message;
    expect(append(draft(), new KnownMessages<Message>([last]), writer)).toMatchObject({ code: 'sequence-range' });
  });

  test.each<[JsonValue, string]>([
    [{ space: gardening }, 'a draft needs content'],
    [draft({ sequence: 7 }), 'not sequence'],
  ])('a draft has what only its author knows: %j', (wrong, message) => {
    expect(() => append(wrong as JsonObject, known(chain), writer)).toThrow(message);
  });

  test('a writer needs the message to which the skip link leads', () => {
    expect(() => append(draft(), known(chain.slice(10)), writer)).toThrow('message 13 links to message 4');
    expect(() => append(draft(), known(chain), { ...writer, seed: new Uint8Array(31) })).toThrow(TypeError);
    expect(() => append(draft(), known(chain), { ...writer, format: 'es.4' })).toThrow(RangeError);
  });

  test('FEED-23 is the same with an engine that answers later', async () => {
    const later = { ...writer, engine: createWebCryptoEngine(crypto.subtle) };
    const result = await appendAsync(draft(), known(chain), later);
    if (!result.ok) throw new Error(result.code);
    expect(verifyMessage(result.text, known(chain), options).ok).toBe(true);
  });
});
