import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createWebCryptoEngine,
  KnownMessages,
  verifyBatch,
  verifyBatchAsync,
  verifyChain,
  verifyChainAsync,
  verifyMessage,
  verifyMessageAsync,
  without,
} from '../src/index.ts';
import { engine, fern, hello, kitchen, now, page, protocol, quinn, signed, suzy, written } from './cast.ts';
import { chainOf, following, known, options, textsOf, type Written, write } from './feed-cast.ts';

const chain = chainOf(9);
const other = chainOf(9, { timestamp: written + 1000, space: kitchen });
const first = (count: number) => chain.slice(0, count);
const otherId = (other[0] as Written).message.id;

describe('One after another', () => {
  test('FEED-2 accepts the first message where none is known', () => {
    expect(verifyMessage((chain[0] as Written).text, new KnownMessages(), options).ok).toBe(true);
  });

  test('FEED-3 accepts each message after those before it', () => {
    for (const [index, { text }] of chain.entries()) {
      expect(verifyMessage(text, known(first(index)), options)).toMatchObject({ ok: true });
    }
  });

  /** Each breaks one rule and no other, after the first `count` messages. */
  const cases: readonly (readonly [string, number, Written])[] = [
    ['FEED-1', 1, following(first(1), { log: 1 })],
    ['FEED-1', 1, following(first(1), { space: kitchen })],
    ['FEED-1', 1, following(first(1), { author: fern.id })],
    ['FEED-2', 1, following(first(1), { sequence: 3 })],
    ['FEED-2', 0, following(first(1))],
    ['FEED-3', 1, following(first(1), { previous: otherId })],
    ['FEED-4', 3, following(first(3), { skip: otherId })],
    ['FEED-5', 1, following(first(1), { timestamp: written + 1 })],
  ];

  test.each(cases)('%s alone refuses its message after %i others', (requirement, count, { text }) => {
    expect(verifyMessage(text, known(first(count)), options)).toMatchObject({ ok: false, requirement });
    const left = { ...options, protocol: without(protocol, [requirement]) };
    expect(verifyMessage(text, known(first(count)), left).ok).toBe(true);
  });

  test('FEED-1 takes a key that signed for a feed of its own, which is held', () => {
    const text = signed(hello({ key: fern.id }), fern.seed);
    expect(verifyMessage(text, new KnownMessages(), options)).toMatchObject({ ok: false, held: 'identity' });
    expect(verifyMessage(text, known(first(1)), options)).toMatchObject({ ok: false, requirement: 'FEED-1' });
  });

  test('FEED-4 asks nothing where the message to which skip leads is not known', () => {
    const fourth = following(first(3), { skip: otherId });
    expect(verifyMessage(fourth.text, known(chain.slice(1, 3)), options).ok).toBe(true);
  });

  test('FEED-8 accepts messages without their content, and after such', () => {
    const bare = textsOf(chain).map((text) => JSON.stringify({ ...JSON.parse(text), content: undefined }));
    expect(verifyChain(bare, new KnownMessages(), options)).toMatchObject({ ok: true });
    expect(verifyBatch(bare, new KnownMessages(), options).kept.length).toBe(chain.length);
  });

  test('REC-18 judges a message by itself before it looks at its feed', () => {
    const text = signed(hello({ sequence: 3, previous: otherId, contentSize: 7 }));
    expect(verifyMessage(text, known(first(1)), options)).toMatchObject({ requirement: 'REC-16' });
  });

  test('a document is no message', () => {
    expect(verifyMessage(signed(page()), new KnownMessages(), options)).toMatchObject({ requirement: 'MSG-1' });
    expect(() => verifyMessage('', new KnownMessages(), { ...options, format: 'es.5' })).toThrow(RangeError);
  });
});

describe('Several messages', () => {
  test('FEED-6 answers for all what it answers to the first that is not accepted', () => {
    const texts = textsOf(chain);
    texts[3] = following(first(3), { skip: otherId }).text;
    texts[6] = '{';
    expect(verifyChain(texts, new KnownMessages(), options)).toMatchObject({ code: 'skip-mismatch', position: 3 });
  });

  test('FEED-6 judges in the order given', () => {
    expect(verifyChain(textsOf(chain).toReversed(), new KnownMessages(), options)).toMatchObject({
      requirement: 'FEED-2',
    });
  });

  test('FEED-6 goes on from what is known, which stays as it is', () => {
    const before = known(first(4));
    expect(verifyChain(textsOf(chain).slice(4), before, options)).toMatchObject({ ok: true });
    expect(before.last?.sequence).toBe(4);
    expect(verifyChain([], before, options)).toEqual({ ok: true, messages: [] });
  });

  test('FEED-7 keeps what comes before a fault, more than is judged side by side', () => {
    const long = chainOf(150);
    const texts = textsOf(long);
    texts[140] = texts[139] as string;
    const { kept, refusal } = verifyBatch(texts, new KnownMessages(), options);
    expect(kept.map(({ id }) => id)).toEqual(long.slice(0, 140).map(({ message }) => message.id));
    expect(refusal).toMatchObject({ code: 'sequence-order', position: 140 });
  });

  test('FEED-6 gives a chain the answers that its messages get one by one', () => {
    const pool = [...chain, ...other.slice(0, 2)].map(({ text }) => text);
    pool.push('{}', signed(hello({ key: quinn.id }), quinn.seed), following(first(2), { timestamp: written }).text);
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...pool)), { maxLength: 2 }),
        (start, faults) => {
          const texts = textsOf(chain).slice(start);
          for (const [at, text] of faults) texts.splice(at, 1, text);
          const before = known(first(start));
          const one = oneByOne(texts, first(start));
          const batch = verifyBatch(texts, before, options);
          expect({ kept: batch.kept.length, refusal: batch.refusal }).toEqual(one);
          expect(verifyChain(texts, before, options)).toEqual(one.refusal ?? { ok: true, messages: batch.kept });
        },
      ),
    );
  });

  test('FEED-6 is the same with an engine that answers later', async () => {
    const later = { ...options, engine: createWebCryptoEngine(crypto.subtle) };
    const texts = [...textsOf(chain), '{'];
    const none = new KnownMessages();
    expect(await verifyChainAsync(texts, none, later)).toEqual(verifyChain(texts, none, options));
    expect(await verifyBatchAsync(texts, none, later)).toEqual(verifyBatch(texts, none, options));
    const [text] = texts as [string];
    expect(await verifyMessageAsync(text, none, later)).toEqual(verifyMessage(text, none, options));
  });
});

/** What is kept, and the answer to the first that is not accepted, with each message judged alone. */
function oneByOne(texts: readonly string[], before: readonly Written[]) {
  const so = known(before);
  for (const [position, text] of texts.entries()) {
    const verdict = verifyMessage(text, so, { protocol, engine, format: 'rp.message.1', now });
    if (!verdict.ok) return { kept: position, refusal: { ...verdict, position } };
    so.add(verdict.record);
  }
  return { kept: texts.length, refusal: undefined };
}

describe('Two feeds', () => {
  test('FEED-1 lets Suzy write a second log beside her first', () => {
    const log = chainOf(3, { log: 2 });
    expect(verifyChain(textsOf(log), new KnownMessages(), options)).toMatchObject({ ok: true });
    expect((log[0] as Written).message.feed).not.toBe((chain[0] as Written).message.feed);
    expect(write({ log: 3 }).message.feed).not.toBe(write({ author: suzy.id }).message.feed);
  });
});
