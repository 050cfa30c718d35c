import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append } from '../src/feed/append.ts';
import { KnownMessages } from '../src/feed/known-messages.ts';
import { feedState } from '../src/feed/state.ts';
import { verifyBatch, verifyChain, verifyMessage } from '../src/feed/verify.ts';
import type { Message } from '../src/format/message.ts';
import { type JsonObject, type Signed, sign, verifyAll } from '../src/index.ts';
import { protocol, reckless } from './cast.ts';
import { circumstances, fern, first, idOf, judge, signed, suzy, written } from './ssb-cast.ts';

const post = (text: string, timestamp = written): JsonObject => ({ timestamp, content: { type: 'post', text } });

const messageOf = (text: string): Message => {
  const verdict = judge(text);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict));
  return verdict.record as Message;
};

const known = (...texts: string[]) => new KnownMessages(texts.map(messageOf));

/** Writes what follows some messages. */
const appended = (draft: JsonObject, before: readonly string[] = [], author = suzy, hmac?: Uint8Array) =>
  append(draft, known(...before), { ...circumstances, seed: author.seed, hmac });

const next = (draft: JsonObject, before: readonly string[] = [], author = suzy): string => {
  const result = appended(draft, before, author);
  if (!result.ok) throw new Error(result.code);
  return result.text;
};

/** A feed of posts. */
function feed(length: number, author = suzy): string[] {
  const texts: string[] = [];
  for (let i = 0; i < length; i++) texts.push(next(post(`${i}`, written - i), texts.slice(-1), author));
  return texts;
}

/** Something signed by Fern, valid or not. */
const byFern = (unsigned: JsonObject) =>
  (sign({ ...unsigned, author: fern.id }, { ...circumstances, protocol: reckless, seed: fern.seed }) as Signed).text;

describe('Feeds of classic messages', () => {
  test('FEED-23 writes sequence first, and what a verifier accepts', () => {
    const [root, second] = feed(2) as [string, string];
    expect(Object.keys(JSON.parse(second))).toEqual([
      'previous',
      'sequence',
      'author',
      'timestamp',
      'hash',
      'content',
      'signature',
    ]);
    expect(JSON.parse(root)).toMatchObject({ previous: null, sequence: 1, author: suzy.id });
    expect(JSON.parse(second)).toMatchObject({ previous: idOf(root), sequence: 2, timestamp: written - 1 });
    expect(verifyChain([root, second], known(), circumstances).ok).toBe(true);
  });

  test('FEED-2 asks for the next sequence', () => {
    const [root, second, third] = feed(3) as [string, string, string];
    const at = (text: string, ...before: string[]) => verifyMessage(text, known(...before), circumstances);
    expect(at(third, root, second).ok).toBe(true);
    expect(at(third, second).ok).toBe(true);
    expect(at(third, root)).toMatchObject({ requirement: 'FEED-2', path: '/sequence' });
    expect(at(second)).toMatchObject({ requirement: 'FEED-2' });
    expect(at(root, root)).toMatchObject({ requirement: 'FEED-2' });
  });

  test('FEED-3 asks for the id of the message before', () => {
    const [root] = feed(1) as [string];
    const other = next(post('other'));
    const second = next(post('second'), [root]);
    expect(verifyMessage(second, known(other), circumstances)).toMatchObject({ requirement: 'FEED-3' });
  });

  test('FEED-1 asks for the same author', () => {
    const [root] = feed(1) as [string];
    const second = byFern(first({ previous: idOf(root), sequence: 2 }));
    expect(verifyMessage(second, known(root), circumstances)).toMatchObject({ requirement: 'FEED-1' });
  });

  test('FEED-5 is not asked of classic messages', () => {
    const texts = [next(post('', 5))];
    for (const timestamp of [5, 4.5, -1e300]) texts.push(next(post('', timestamp), texts.slice(-1)));
    expect(verifyChain(texts, known(), circumstances).ok).toBe(true);
  });

  test('SSB-2 lets both orders stand in one feed', () => {
    const { previous, sequence, author, ...rest } = first();
    const root = signed({ previous, author, sequence, ...rest } as JsonObject);
    expect(verifyChain([root, next(post(''), [root])], known(), circumstances).ok).toBe(true);
  });

  test('FEED-7 keeps what comes before the first that is refused', () => {
    const texts = feed(150);
    const damaged = texts.with(100, (texts[100] as string).replace('"text":"100"', '"text":"101"'));
    expect(verifyBatch(damaged, known(), circumstances)).toMatchObject({
      refusal: { position: 100, requirement: 'SSB-18' },
    });
    expect(verifyBatch(damaged, known(), circumstances).kept.length).toBe(100);
    expect(verifyBatch(texts.slice(70), known(texts[69] as string), circumstances).kept.length).toBe(80);
    expect(verifyChain(damaged, known(), circumstances)).toMatchObject({ ok: false, position: 100 });
  });
});

describe('Writing a classic message', () => {
  const size = (text: string) => JSON.stringify(JSON.parse(text), null, 2).length;

  test('FEED-23 refuses the message that is one code unit too long', () => {
    for (const before of [[], feed(1)]) {
      const room = 8192 - size(next(post(''), before));
      expect(size(next(post('a'.repeat(room)), before))).toBe(8192);
      expect(appended(post('a'.repeat(room + 1)), before)).toMatchObject({ ok: false, code: 'message-size' });
    }
  });

  test.each<[string, JsonObject, string]>([
    ['no type', { timestamp: 1, content: { text: 'hi' } }, 'content-form'],
    ['content that is null', { timestamp: 1, content: null }, 'message-shape'],
    ['a list', { timestamp: 1, content: [] }, 'message-shape'],
    ['no ciphertext', { timestamp: 1, content: 'hi' }, 'content-form'],
    ['a timestamp that is a string', { timestamp: '1', content: { type: 'post' } }, 'message-shape'],
    ['an infinite timestamp', { timestamp: Number.POSITIVE_INFINITY, content: { type: 'post' } }, 'time-range'],
    ['half a surrogate pair', post('\ud800'), 'text-surrogate'],
  ])('FEED-23 refuses %s', (_, draft, code) => {
    expect(appended(draft)).toMatchObject({ ok: false, code });
  });

  test('FEED-23 refuses to go on with the feed of somebody else', () => {
    expect(appended(post(''), feed(1), fern)).toMatchObject({ ok: false, code: 'feed-mismatch' });
  });

  test('SSB-6 is the end of a feed', () => {
    const last = signed(first({ previous: idOf(signed(first())), sequence: Number.MAX_SAFE_INTEGER }));
    expect(appended(post(''), [last])).toMatchObject({ ok: false, code: 'sequence-range' });
  });

  test('SSB-19 signs for peers with an hmac key', () => {
    const hmac = new Uint8Array(32).fill(9);
    const result = appended(post(''), [], suzy, hmac) as Signed;
    expect(judge(result.text).ok).toBe(false);
    expect(verifyMessage(result.text, known(), { ...circumstances, hmac }).ok).toBe(true);
  });

  test('SSB-13 carries a ciphertext and infinite numbers', () => {
    const texts = [next({ timestamp: 1, content: 'AAAA.box' })];
    texts.push(next({ timestamp: 1, content: { type: 'post', n: Number.NEGATIVE_INFINITY } }, texts));
    expect(verifyChain(texts, known(), circumstances).ok).toBe(true);
  });
});

describe('Forks of classic messages', () => {
  const state = (texts: readonly string[]) =>
    feedState(verifyAll(texts, circumstances), { protocol, format: 'ssb-classic' });

  test('FEED-15 reports two messages with one sequence', () => {
    const [root, second] = feed(2) as [string, string];
    const rival = next(post('rival'), [root]);
    const [report] = state([second, root, rival]);
    const proof = [0, 2].sort((a, b) => {
      const [x, y] = [messageOf([second, root, rival][a] as string), messageOf([second, root, rival][b] as string)];
      return x.digest < y.digest ? -1 : 1;
    });
    expect(report).toMatchObject({ author: suzy.id, settled: [1], disputed: proof, length: 1 });
    expect(report?.evidence).toEqual({ sequence: 2, proof });
  });

  test('FEED-16 compares no timestamps', () => {
    const texts = feed(4);
    expect(state(texts)).toMatchObject([{ settled: [0, 1, 2, 3], disputed: [], length: 4, evidence: undefined }]);
  });

  test('FEED-16 reports a link to another message than the one before', () => {
    const [root] = feed(1) as [string];
    const second = signed(first({ previous: idOf(next(post('other'))), sequence: 2 }));
    expect(state([root, second])).toMatchObject([{ settled: [0], disputed: [1], evidence: { sequence: 2 } }]);
  });

  test('FEED-17 reports a link to the message of somebody else', () => {
    const [root] = feed(1) as [string];
    const stray = byFern(first({ previous: idOf(root), sequence: 2 }));
    const states = state([root, stray]);
    expect(states.find(({ author }) => author === fern.id)).toMatchObject({ disputed: [1], evidence: { sequence: 2 } });
    expect(states.find(({ author }) => author === suzy.id)).toMatchObject({ settled: [0], evidence: undefined });
  });

  test('FEED-13 to FEED-20 give one state for every order of arrival', () => {
    const [root, second, third] = feed(3) as [string, string, string];
    const texts = [root, second, third, next(post('rival'), [root]), ...feed(2, fern), '{}'];
    const named = (given: readonly string[]) =>
      state(given).map(({ settled, disputed, evidence, ...rest }) => {
        const idAt = (position: number) => idOf(given[position] as string);
        return { ...rest, settled: settled.map(idAt), disputed: disputed.map(idAt), proof: evidence?.proof.map(idAt) };
      });
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(named(shuffled)).toEqual(named(texts));
      }),
      { numRuns: 50 },
    );
  });
});
