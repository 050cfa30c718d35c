import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes } from '../src/bytes/compare.ts';
import { type Candidate, decodeBase32, type JsonObject, mergeDocuments, sign, verify } from '../src/index.ts';
import { isRejected } from '../src/rule/verdict.ts';
import {
  contentHash,
  engine,
  es4Page,
  es5Page,
  fern,
  gardening,
  kitchen,
  now,
  page,
  protocol,
  quinn,
  share,
  signed,
  suzy,
  written,
} from './cast.ts';

const candidate = (text: string, name = 'rp.document.1', at = now): Candidate => {
  const format = protocol.formats.get(name);
  if (format === undefined) throw new Error(name);
  return { format, verdict: verify(text, { protocol, engine, format: name, now: at }) };
};

const people = { suzy, fern, quinn };
const write = (who: keyof typeof people, header: JsonObject, content: string | null = 'x') =>
  signed(page({ author: people[who].id, ...header }, content), people[who].seed);

describe('Which documents are kept', () => {
  test('DOC-20 shows the newest of all authors', () => {
    const texts = [
      write('suzy', { timestamp: written }),
      write('fern', { timestamp: written + 2 }),
      write('quinn', { timestamp: written + 1 }),
      write('suzy', { timestamp: written + 1 }),
    ];
    const merged = mergeDocuments(
      texts.map((text) => candidate(text)),
      gardening,
    );
    expect(merged).toEqual({ kept: [1, 2, 3], winners: new Map([['/wiki/flowers', 1]]), held: [], deleted: [] });
  });

  test('DOC-19 keeps an older document that outlives the newer one', () => {
    const at = '/chat/!hello';
    const texts = [
      write('suzy', { path: at, expires: now + 100 }),
      write('suzy', { path: at, timestamp: written + 1, expires: now + 10 }),
      write('suzy', { path: at, timestamp: written - 1, expires: now + 100 }),
    ];
    expect(
      mergeDocuments(
        texts.map((text) => candidate(text)),
        gardening,
      ),
    ).toMatchObject({ kept: [0, 1] });
    const later = mergeDocuments(
      texts.map((text) => candidate(text, 'rp.document.1', now + 11)),
      gardening,
    );
    expect(later).toMatchObject({ kept: [0], winners: new Map([[at, 0]]) });
  });

  test('DOC-17 leaves out other spaces and rejected records', () => {
    const texts = [
      write('suzy', { space: kitchen }),
      signed(page({ key: fern.id, space: kitchen }), fern.seed),
      write('suzy', { path: 'wiki' }),
      '{',
    ];
    expect(
      mergeDocuments(
        texts.map((text) => candidate(text)),
        gardening,
      ),
    ).toMatchObject({ kept: [], held: [] });
  });

  test('DOC-22 keeps the newest held document of each device, apart from the accepted ones', () => {
    const device = (key: string, seed: Uint8Array<ArrayBuffer>, age: number) =>
      signed(page({ key, timestamp: written + age }), seed);
    const texts = [
      device(fern.id, fern.seed, 1),
      write('suzy', {}),
      device(fern.id, fern.seed, 2),
      device(quinn.id, quinn.seed, 1),
    ];
    expect(
      mergeDocuments(
        texts.map((text) => candidate(text)),
        gardening,
      ),
    ).toEqual({ kept: [1], winners: new Map([['/wiki/flowers', 1]]), held: [2, 3], deleted: [] });
  });

  test('DOC-20 has no winner where all is held', () => {
    const text = signed(page({ key: fern.id }, ''), fern.seed);
    expect(mergeDocuments([candidate(text)], gardening)).toEqual({
      kept: [],
      winners: new Map(),
      held: [0],
      deleted: [],
    });
  });

  test('DOC-18 counts the first of two records with one id', () => {
    const [text, other] = [write('suzy', {}), JSON.stringify(JSON.parse(write('suzy', {})), null, 1)];
    const merged = mergeDocuments([candidate('{}'), candidate(text), candidate(other)], gardening);
    expect(merged.kept).toEqual([1]);
  });

  test('DOC-21 reports empty content as deleted, except at an immutable path', () => {
    const immutable = `/photos/${contentHash('').replace('&', '=')}`;
    const texts = [write('suzy', {}, ''), write('suzy', { path: immutable }, '')];
    const { winners, deleted } = mergeDocuments(
      texts.map((text) => candidate(text)),
      gardening,
    );
    expect([...winners.keys()]).toEqual(['/wiki/flowers', immutable]);
    expect(deleted).toEqual(['/wiki/flowers']);
  });

  test('DOC-16 to DOC-22 give one state for every order of arrival', () => {
    const arbitrary = fc.record({
      who: fc.constantFrom('suzy' as const, 'fern' as const),
      device: fc.boolean(),
      place: fc.constantFrom('/a', '/b', '/!c'),
      age: fc.nat(3),
      life: fc.integer({ min: 0, max: 4 }),
      content: fc.constantFrom('', 'x', 'y'),
    });
    fc.assert(
      fc.property(
        fc.array(arbitrary, { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        fc.nat(3),
        (documents, shuffle, at) => {
          const texts = documents.map(({ who, device, place, age, life, content }) => {
            const expires = place.includes('!') ? { expires: now + life } : {};
            const header = { author: people[who].id, path: place, timestamp: written + age, ...expires };
            // Of another device the outcome is held.
            return device
              ? signed(page({ ...header, key: quinn.id }, content), quinn.seed)
              : signed(page(header, content), people[who].seed);
          });
          const shuffled = texts
            .map((text) => ({ text, key: shuffle.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ text }) => text);
          expect(state(shuffled, now + at)).toEqual(state(texts, now + at));
          expect(state(texts, now + at)).toEqual(naiveState(texts, now + at));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** What is kept and what wins, by id. */
function state(texts: readonly string[], at: number) {
  const candidates = texts.map((text) => candidate(text, 'rp.document.1', at));
  const { kept, winners, held, deleted } = mergeDocuments(candidates, gardening);
  const idAt = (position: number) => documentOf(candidates[position] as Candidate).id;
  return {
    kept: kept.map(idAt).sort(),
    held: held?.map(idAt).sort(),
    winners: Object.fromEntries([...winners].map(([path, position]) => [path, idAt(position)])),
    deleted: [...(deleted ?? [])].sort(),
  };
}

function documentOf({ verdict }: Candidate) {
  if (isRejected(verdict)) throw new Error('rejected');
  return verdict.record;
}

/** The same from the sentences of the chapter, each pair of documents compared. */
function naiveState(texts: readonly string[], at: number) {
  const all = new Map<
    string,
    { id: string; path: string; author: string; key?: string; timestamp: number; end: number; size: number }
  >();
  for (const text of texts) {
    const { verdict } = candidate(text, 'rp.document.1', at);
    if (isRejected(verdict)) continue;
    const { header } = JSON.parse(text);
    const end = header.expires ?? Number.POSITIVE_INFINITY;
    all.set(verdict.record.id, { ...header, id: verdict.record.id, end, size: header.contentSize });
  }
  const documents = [...all.values()];
  const bytes = (id: string) => decodeBase32(id, 1, 32);
  type Entry = (typeof documents)[number];
  const isNewer = (a: Entry, b: Entry) =>
    a.timestamp > b.timestamp || (a.timestamp === b.timestamp && compareBytes(bytes(a.id), bytes(b.id)) > 0);
  const share = (a: Entry, b: Entry) => a.path === b.path && a.author === b.author && a.key === b.key;
  const left = documents.filter((a) => !documents.some((b) => share(a, b) && isNewer(b, a) && b.end >= a.end));
  const kept = left.filter(({ key }) => key === undefined);
  const winners = kept.filter((a) => !kept.some((b) => b.path === a.path && isNewer(b, a)));
  return {
    kept: kept.map(({ id }) => id).sort(),
    held: left
      .filter(({ key }) => key !== undefined)
      .map(({ id }) => id)
      .sort(),
    winners: Object.fromEntries(winners.map(({ path, id }) => [path, id])),
    deleted: winners
      .filter(({ size }) => size === 0)
      .map(({ path }) => path)
      .sort(),
  };
}

describe('Which Earthstar documents are kept', () => {
  test('ES-18 keeps one of es.4 and es.5 in one slot', () => {
    const old = candidate(signed(es4Page()), 'es.4');
    const young = candidate(signed(es5Page({ timestamp: written + 1 })), 'es.5');
    expect(mergeDocuments([young, old], share)).toEqual({
      kept: [0],
      winners: new Map([['/wiki/flowers', 0]]),
    });
  });

  test('ES-17 takes the greater signature at equal timestamps', () => {
    const texts = [signed(es5Page({}, 'one')), signed(es5Page({}, 'two'))];
    const [one, two] = texts.map((text) => String(JSON.parse(text).signature)) as [string, string];
    const candidates = texts.map((text) => candidate(text, 'es.5'));
    expect(mergeDocuments(candidates, share).kept).toEqual([one > two ? 0 : 1]);
    expect(mergeDocuments(candidates.toReversed(), share).kept).toEqual([one > two ? 1 : 0]);
  });

  test('ES-16 leaves out other shares', () => {
    expect(mergeDocuments([candidate(signed(es5Page()), 'es.5')], gardening).kept).toEqual([]);
  });
});

describe('Writing', () => {
  const options = { protocol, engine, now, seed: suzy.seed, shareSeed: new Uint8Array(32).fill(5) };

  test.each([
    ['rp.document.1', page()],
    ['es.4', es4Page()],
    ['es.5', es5Page()],
  ])('REC-15 accepts what was signed as %s', (format, unsigned) => {
    const result = sign(unsigned, { ...options, format });
    expect(result.ok && verify(result.text, { protocol, engine, format, now }).ok).toBe(true);
  });

  test('REC-20 refuses the key of somebody else', () => {
    const result = sign(page({ author: fern.id }), { ...options, format: 'rp.document.1' });
    expect(result).toMatchObject({ ok: false, code: 'seed-mismatch' });
  });

  test('REC-21 refuses what a verifier would reject, in the order of phases', () => {
    const format = 'rp.document.1';
    const wrongContent = page({ contentHash: contentHash('other'), contentSize: 22 }, 'Flowers');
    expect(
      sign({ ...wrongContent, header: { ...(wrongContent.header as JsonObject), path: '' } }, { ...options, format }),
    ).toMatchObject({
      code: 'path-form',
    });
    expect(sign(wrongContent, { ...options, format })).toMatchObject({ code: 'content-size' });
    expect(sign(wrongContent, { ...options, format, seed: fern.seed })).toMatchObject({ code: 'seed-mismatch' });
    expect(sign([null], { ...options, format })).toMatchObject({ code: 'record-shape' });
  });

  test('REC-19 signs for another key, which a verifier will hold', () => {
    const result = sign(page({ key: fern.id }), { ...options, format: 'rp.document.1', seed: fern.seed });
    expect(result.ok).toBe(true);
  });
});
