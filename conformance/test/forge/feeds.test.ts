import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOW } from '../../recipes/cases/verify.ts';
import { chain, idOf, next, unknownId } from '../../recipes/messages/message.ts';
import { feedAnswer, hasSkip, type Json, lipmaa, proofPath, way } from '../../src/forge/index.ts';

const CHAPTER = readFileSync(join(import.meta.dirname, '..', '..', '..', 'spec', '08-feeds.md'), 'utf8');

/** The rows of the table in the chapter, as `[n, lipmaa(n)]`. */
const table = (): [n: number, target: number][] =>
  [...CHAPTER.matchAll(/^\| (\d+)–\d+ \|(.*)\|$/gm)].flatMap(([, first, cells]) =>
    (cells ?? '').split('|').map((cell, index): [number, number] => [Number(first) + index, Number(cell)]),
  );

/** As it is computed in Bamboo, by powers of three. */
const bamboo = (n: bigint): bigint => {
  let [m, power, rest] = [1n, 3n, n];
  while (m < n) {
    power *= 3n;
    m = (power - 1n) / 2n;
  }
  power /= 3n;
  if (m === n) return n - power;
  while (rest !== 0n) {
    m = (power - 1n) / 2n;
    power /= 3n;
    rest %= m;
  }
  return n - (m === power ? power : m);
};

describe('where a skip link leads', () => {
  test('MSG-8 the table of the chapter has the first hundred', () => {
    expect(table().map(([n]) => n)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(table().map(([n]) => [n, lipmaa(n)])).toEqual(table());
  });

  test('MSG-7 the chapter names the first messages that have a skip link', () => {
    expect([1, 2, 3, 4, 5, 8, 12, 13, 17].filter(hasSkip)).toEqual([4, 8, 12, 13, 17]);
  });

  test('MSG-8 the steps give what powers of three give', () => {
    const huge = Array.from({ length: 3000 }, (_, index) => Number.MAX_SAFE_INTEGER - index * 2_999_999_929_333);
    for (const n of [...Array.from({ length: 3000 }, (_, index) => index + 1), ...huge]) {
      expect(BigInt(lipmaa(n))).toBe(bamboo(BigInt(n)));
    }
  });

  test('MSG-2 there is no link from what is no sequence', () => {
    for (const n of [0, -1, 1.5, 2 ** 53]) expect(() => lipmaa(n)).toThrow(RangeError);
  });
});

/** How many links the shortest way from `from` to each sequence below it has. */
const distances = (from: number): Map<number, number> => {
  const found = new Map([[from, 0]]);
  const queue = [from];
  for (const n of queue) {
    for (const target of [n - 1, lipmaa(n)]) {
      if (target < 1 || found.has(target)) continue;
      found.set(target, (found.get(n) ?? 0) + 1);
      queue.push(target);
    }
  }
  return found;
};

describe('the way from a message to an older one', () => {
  test('FEED-9 is the shortest along the links', () => {
    for (let from = 1; from <= 60; from += 1) {
      const shortest = distances(from);
      for (let to = 1; to <= from; to += 1) expect(way(from, to)).toHaveLength((shortest.get(to) ?? 0) + 1);
    }
  });

  test('FEED-9 follows links only', () => {
    for (const [from, to] of [
      [60, 1],
      [60, 17],
      [2 ** 53 - 1, 12_345],
    ] as const) {
      const steps = way(from, to);
      expect([steps[0], steps.at(-1)]).toEqual([from, to]);
      for (const [index, n] of steps.slice(0, -1).entries()) expect([n - 1, lipmaa(n)]).toContain(steps[index + 1]);
    }
  });

  test('FEED-9 a proof has the way to the message and the way on to the first', () => {
    expect(proofPath(13, 7)).toEqual([13, 12, 8, 7, 6, 5, 4, 1]);
    expect(proofPath(1, 1)).toEqual([1]);
    expect(proofPath(3, 4)).toEqual([]);
    expect(proofPath(3, 0)).toEqual([]);
  });
});

const feed = chain(5);
const texts = (messages: readonly unknown[]): { text: string }[] =>
  messages.map((message) => ({ text: JSON.stringify(message) }));
const ask = (mode: string, messages: readonly unknown[], before: readonly unknown[] = []) =>
  feedAnswer('feed.verify', {
    format: 'rp.message.1',
    mode,
    now: NOW,
    messages: texts(messages),
    before: texts(before),
    target: 1,
  });

describe('the right answers about feeds', () => {
  test('FEED-1 all codes of the phase are right, and none of a later one', () => {
    const stray = next(feed.slice(0, 1), { header: { log: 1, previous: unknownId('x') } });
    expect(ask('single', [stray], feed.slice(0, 1))).toEqual({
      reject: { codes: ['feed-mismatch', 'previous-mismatch'] },
    });
    expect(ask('single', [{ ...stray, content: 'x' }], feed.slice(0, 1))).toEqual({
      reject: { codes: ['content-hash'] },
    });
  });

  test('FEED-7 what came before the first that is not accepted is kept', () => {
    const broken = next(feed.slice(0, 2), { header: { previous: unknownId('x') } });
    expect(ask('batch', feed.with(2, broken))).toEqual({ ok: { kept: 2 } });
    expect(ask('chain', feed.with(2, broken))).toEqual({ reject: { codes: ['previous-mismatch'] } });
  });

  test('FEED-9 a subset proof stands only whole', () => {
    const proof = [4, 1].map((n) => feed[n - 1]);
    expect(ask('subset', proof)).toEqual({ ok: {} });
    expect(ask('subset', [feed[4], ...proof])).toEqual({ ok: {} });
    expect(ask('subset', [feed[4], feed[0]])).toEqual({ reject: { codes: ['proof-path', 'proof-link'] } });
  });

  test('FEED-21 a writer goes on after the message before it', () => {
    const draft = { space: feed[0]?.header.space as string, content: '5' };
    const input = { format: 'rp.message.1', now: NOW, seed: '00'.repeat(32), draft, before: texts(feed.slice(0, 4)) };
    expect(feedAnswer('feed.append', input)).toEqual({ reject: { codes: ['feed-mismatch'] } });
    const seed = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join('');
    const written = feedAnswer('feed.append', { ...input, seed }) as { ok: { message: { header: Json } } };
    expect(written.ok.message.header).toMatchObject({
      sequence: 5,
      previous: idOf(feed[3] as (typeof feed)[number]),
      timestamp: NOW,
    });
  });

  test('FEED-18 what comes before a fork is settled', () => {
    const twin = next(feed.slice(0, 2), { content: 'another third' });
    const { space } = twin.header;
    const answer = feedAnswer('feed.state', {
      format: 'rp.message.1',
      now: NOW,
      space,
      records: texts([twin, ...feed]),
    });
    expect(answer).toMatchObject({ ok: { feeds: [{ settled: [1, 2], length: 2, evidence: { sequence: 3 } }] } });
  });

  test('a format without feeds is refused by its name', () => {
    expect(() => feedAnswer('feed.state', { format: 'es.4', now: NOW, records: [] })).toThrow('es.4 has no feeds');
  });
});
