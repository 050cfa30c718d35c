import { validateOperationResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { encodeHex, type JsonObject, proofPath } from '../src/index.ts';
import { ask } from './ask.ts';
import { fern, gardening, hello, kitchen, now, page, quinn, signed, suzy, written } from './cast.ts';
import { chainOf, following, type Written, write } from './feed-cast.ts';

const chain = chainOf(13);
const first = (count: number) => chain.slice(0, count);
const at = (sequence: number) => chain[sequence - 1] as Written;
const list = (messages: readonly (Written | string)[]) =>
  messages.map((message) => ({ text: typeof message === 'string' ? message : message.text }));
const bare = ({ text }: Written) => JSON.stringify({ ...JSON.parse(text), content: undefined });
const held = signed(hello({ key: fern.id }), fern.seed);
const rival = (sequence: number, content = 'something else') => following(first(sequence - 1), {}, content);
const messageId = suzy.id.replace('@', '%');

const format = 'rp.message.1';
const verify = (mode: string, messages: readonly (Written | string)[], before: readonly Written[] = [], more = {}) =>
  ['feed.verify', { format, now, mode, messages: list(messages), before: list(before), ...more }] as const;
const append = (draft: JsonObject, before: readonly Written[] = [], more = {}) =>
  ['feed.append', { format, now, seed: encodeHex(suzy.seed), before: list(before), draft, ...more }] as const;
const state = (messages: readonly (Written | string)[], more = {}) =>
  ['feed.state', { format, now, space: gardening, records: list(messages), ...more }] as const;

const draft = { space: gardening, content: 'hello' };

describe('The subject about feeds', () => {
  test.each([
    ['single', verify('single', [at(3)], first(2)), { ok: {} }],
    ['single', verify('single', [held]), { held: { reason: 'identity' } }],
    ['single', verify('single', [at(3)], first(1)), { reject: { code: 'sequence-order' } }],
    ['chain', verify('chain', chain), { ok: {} }],
    ['chain', verify('chain', []), { ok: {} }],
    ['chain', verify('chain', [at(1), '{', at(2)]), { reject: { code: 'text-json' } }],
    ['chain', verify('chain', [held, '{']), { held: { reason: 'identity' } }],
    ['batch', verify('batch', [at(4), at(5), at(7)], first(3)), { ok: { kept: 2 } }],
    ['batch', verify('batch', ['{']), { ok: { kept: 0 } }],
    ['subset', verify('subset', proofPath(13, 3).map(at), [], { target: 3 }), { ok: {} }],
    ['subset', verify('subset', proofPath(13, 3).map(at), [], { target: 4 }), { reject: { code: 'proof-path' } }],
  ])('FEED-6 answers in the mode %s: %j', (_, [method, params], result) => {
    expect(ask(method, params).result).toMatchObject(result);
    expect(validateOperationResult(ask(method, params).result)).toBe(true);
  });

  test('FEED-23 answers with a message that continues the feed', () => {
    const [method, params] = append(draft, first(3));
    const { message } = ask(method, params).result.ok;
    expect(ask(...verify('single', [JSON.stringify(message)], first(3))).result).toEqual({ ok: {} });
    expect(ask(...append({ ...draft, log: 1 }, first(3))).result.reject.code).toBe('feed-mismatch');
  });

  test('FEED-13 to FEED-20 answer with positions', () => {
    const forked = [rival(2), at(2)].sort((a, b) => (a.message.digest < b.message.digest ? -1 : 1));
    expect(ask(...state([forked[1] as Written, '{', at(1), forked[0] as Written])).result).toEqual({
      ok: {
        feeds: [
          { author: suzy.id, settled: [2], disputed: [3, 0], length: 1, evidence: { sequence: 2, proof: [3, 0] } },
        ],
      },
    });
    expect(ask(...state([write({ log: 7 })])).result.ok.feeds).toEqual([
      { author: suzy.id, log: 7, settled: [0], disputed: [], length: 1 },
    ]);
    expect(ask(...state([])).result).toEqual({ ok: { feeds: [] } });
  });

  test.each<[string, readonly [string, object]]>([
    ['es.5 is no format of messages', verify('single', [at(1)], [], { format: 'es.5' })],
    ['mode must be one of single, chain, batch, subset', verify('double', [at(1)])],
    ['messages must be one in the mode single', verify('single', first(2))],
    [
      'before[1] is no message that was verified: header-shape',
      ['feed.verify', { ...verify('chain', [])[1], before: [{ text: at(1).text }, { text: signed(page()) }] }],
    ],
    ['before must be empty in the mode subset', verify('subset', [at(1)], first(1), { target: 1 })],
    ['target is missing', verify('subset', [at(1)])],
    ['ssb-classic has no subset proofs', verify('subset', [], [], { format: 'ssb-classic', target: 1 })],
    ['hmac must be 32 bytes', verify('chain', [], [], { format: 'ssb-classic', hmac: '00' })],
    ['a draft needs content', append({ space: gardening })],
    ['a draft has space, content, contentType, log, not timestamp', append({ ...draft, timestamp: now })],
    ['message 4 links to message 1, which is not known', append(draft, [at(2), at(3)])],
    ['draft must be an object', ['feed.append', { ...append(draft)[1], draft: [] }]],
    ['seed must be 32 bytes', append(draft, [], { seed: '00' })],
    ['space must be a string', state([], { space: 1 })],
  ])('SUB-4 says that %s', (message, [method, params]) => {
    expect(ask(method, params).error).toEqual({ code: -32_602, message });
  });
});

describe('Leaving out steps of feeds', () => {
  const other = write({ space: kitchen });
  const stray = following([write({ log: 1 })], { log: undefined });
  const again = JSON.stringify(JSON.parse(at(1).text), null, 1);
  test.each<[string, readonly [string, object]]>([
    ['MSG-8', verify('chain', first(8))],
    ['FEED-6', verify('chain', [at(1), '{', at(2)])],
    ['FEED-7', verify('batch', [at(1), at(3)])],
    ['FEED-8', verify('chain', [bare(at(1)), bare(at(2))])],
    ['FEED-8', state([bare(at(1))])],
    ['FEED-13', state([other])],
    ['FEED-14', state([again, at(1)])],
    ['FEED-15', state([at(3), following([at(1), rival(2)])])],
    ['FEED-16', state([at(2), following([at(1), rival(2)])])],
    ['FEED-17', state([write({ log: 1 }), stray])],
    ['FEED-18', state([at(2), rival(2)])],
    ['FEED-19', state([...'abcdefgh'].map((content) => rival(2, content)))],
    ['FEED-20', state([at(2)])],
    ['FEED-21', append(draft, [write({ timestamp: now })])],
    ['FEED-22', append(draft, [write({ timestamp: now + 600_000_000 })])],
    ['FEED-23', append({ ...draft, space: kitchen }, first(1))],
  ])('%s gives another answer', (requirement, [method, params]) => {
    expect(ask(method, params, [requirement]).result).not.toEqual(ask(method, params).result);
  });

  test('FEED-1 to FEED-12 are left out where it is asked for', () => {
    const wrong = following(first(1), { author: quinn.id, timestamp: written, previous: messageId });
    const left = ['FEED-1', 'FEED-3', 'FEED-5'];
    expect(ask(...verify('single', [wrong], first(1))).result.reject.code).toBe('feed-mismatch');
    expect(ask(...verify('single', [wrong], first(1)), left).result).toEqual({ ok: {} });
    const way = ['FEED-9', 'FEED-11', 'FEED-12'];
    const proof = verify('subset', [at(1), at(3), at(2)], [], { target: 7 });
    expect(ask(...proof).result.reject.code).toBe('proof-path');
    expect(ask(...proof, way).result).toEqual({ ok: {} });
  });
});
