import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeBase64Url } from '../src/bytes/base64url.ts';
import { encodeHex } from '../src/bytes/hex.ts';
import { decodeHex } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { answerTo, sumOfAll } from '../src/sync/answering.ts';
import { AnswerReader } from '../src/sync/answers.ts';
import { CountedTree } from '../src/sync/counted-tree.ts';
import type { Entry } from '../src/sync/entry.ts';
import { salted, summarise } from '../src/sync/fingerprint.ts';
import { type Bound, beginning, boundBetween, end, type Item } from '../src/sync/item.ts';
import { rowForm } from '../src/sync/item-row.ts';
import { reconciles } from '../src/sync/packing.ts';
import { readRanges, writeEntry } from '../src/sync/ranges.ts';
import { syncRules } from '../src/sync/rules.ts';
import { syncSteps } from '../src/sync/steps.ts';

const chapter = readFileSync(new URL('../../spec/12-sync.md', import.meta.url), 'utf8');

const written = 1_700_000_000_000_000;
const transcript = '00'.repeat(32);

const itemOf = (timestamp: number, hex: string): Item => ({ timestamp, hex, lifted: hex, digest: hex });
const a = itemOf(written, '11'.repeat(32));
const b = itemOf(written, `${'11'.repeat(31)}12`);
const c = itemOf(written + 5, '22'.repeat(32));

const bytesOf = (entry: Entry, before = beginning) => {
  const bytes: number[] = [];
  writeEntry(entry, before, bytes);
  return encodeHex(Uint8Array.from(bytes));
};
const sent = (entry: Entry) => [...reconciles([{ entry }], 10_000)][0]?.ranges;

const contextOf = (items: readonly Item[], pass: 1 | 2 = 1) => ({
  tree: CountedTree.of(items),
  steps: syncSteps,
  sha256: nodeSha256,
  transcript,
  pass,
  wasGot: () => false,
});

describe('An example', () => {
  test('RNG-3 begins with the bytes of the chapter', () => {
    const sum = sumOfAll(CountedTree.of([a, b, c]), nodeSha256);
    expect(bytesOf(sum)).toBe('000148e00495293c29d4f41441a364363c9703');
    expect(sent(sum)).toBe('AAFI4ASVKTwp1PQUQaNkNjyXAw');
    expect(chapter).toContain('`00 01 48e00495293c29d4f41441a364363c97 03`, in base64url `AAFI4ASVKTwp1PQUQaNkNjyXAw`');
  });

  test('RNG-11 answers with the list of the chapter, RNG-14 sends b to it', () => {
    const sum = sumOfAll(CountedTree.of([a, b, c]), nodeSha256);
    const answer = answerTo([{ entry: sum, asked: undefined }], contextOf([a, c]));
    const list = answer.said[0]?.entry as Entry;
    expect(sent(list)).toBe('AAICiHixWu5LDpM');
    expect(chapter).toContain('`AAICiHixWu5LDpM`');
    const back = answerTo([{ entry: list, asked: sum }], contextOf([a, b, c]));
    expect(back.said).toEqual([]);
    expect(back.items.flatMap((items) => [...items])).toEqual([b]);
  });

  test('RNG-15 writes a wish for the second item of that list as the chapter does', () => {
    const wish: Entry = { kind: 'wish', lower: beginning, upper: end, wished: [false, true] };
    expect(bytesOf(wish)).toBe('00030202');
  });

  test('RNG-20 has the other bytes of the chapter', () => {
    const none = sumOfAll(new CountedTree(), nodeSha256);
    expect(bytesOf(none)).toBe('00012c34ce1df23b838c5abf2a7f6437cca300');
    const lifted = [a, b, c].map((item) => ({ ...item, lifted: salted(transcript, item.hex, nodeSha256) }));
    expect(summarise(CountedTree.of(lifted, rowForm({ lifted: true })), nodeSha256).fingerprint).toBe(
      '0435ef5f0d1a6bee73d970916661d85a',
    );
    expect([a, b, c].map(({ hex }) => syncSteps.shortId(transcript, hex, nodeSha256))).toEqual([
      '8878b15a',
      '6cf1db4e',
      'ee4b0e93',
    ]);
  });

  test('RNG-13 writes the bounds of the chapter', () => {
    const silentUpTo = (upper: Bound, before: Bound) =>
      bytesOf({ kind: 'silent', lower: before, upper }, before).slice(0, -2);
    const [ab, bc] = [boundBetween(a, b), boundBetween(b, c)];
    expect(silentUpTo(ab, beginning)).toBe(`8180f9c0c1c4820320${'11'.repeat(31)}12`);
    expect(silentUpTo(bc, beginning)).toBe('8680f9c0c1c4820300');
    expect(silentUpTo(bc, ab)).toBe('0600');
  });
});

describe('Ranges', () => {
  const entries: Entry[] = [
    { kind: 'sum', lower: beginning, upper: { timestamp: 5, hex: 'ab' }, fingerprint: '0f'.repeat(16), count: 300 },
    { kind: 'list', lower: { timestamp: 5, hex: 'ab' }, upper: { timestamp: 5, hex: 'ab01' }, ids: ['010203ff'] },
    {
      kind: 'wish',
      lower: { timestamp: 900, hex: '' },
      upper: { timestamp: written, hex: '01' },
      wished: [true, false],
    },
    { kind: 'long-list', lower: { timestamp: written + 9, hex: '' }, upper: end, ids: ['ab'.repeat(32)] },
  ];

  test('RNG-1 are read as they were written, in one message or in many', () => {
    for (const maxBytes of [10_000, 150, 120]) {
      const messages = [
        ...reconciles(
          entries.map((entry) => ({ entry })),
          maxBytes,
        ),
      ];
      let before = beginning;
      const read = messages.flatMap(({ ranges }) => {
        const one = readRanges(String(ranges), before);
        expect([one.isMalformed, one.isDisordered]).toEqual([false, false]);
        before = one.entries.at(-1)?.upper as Bound;
        return one.entries;
      });
      expect(read.filter(({ kind }) => kind !== 'silent')).toEqual(entries);
      expect(messages.slice(0, -1).every(({ more }) => more === true)).toBe(true);
    }
  });

  test('RNG-4 keep eight sums together, however little fits into a message', () => {
    const items = Array.from({ length: 40 }, (_, i) => itemOf(written + i, 'ab'.repeat(32)));
    const lower = { timestamp: 5, hex: '' };
    const sum = { ...sumOfAll(CountedTree.of(items), nodeSha256), lower, fingerprint: '00'.repeat(16) };
    const { said } = answerTo([{ entry: sum, asked: undefined }], contextOf(items));
    const list: Entry = { kind: 'list', lower: beginning, upper: lower, ids: [] };
    const messages = [...reconciles([{ entry: list }, ...said], 100)];
    expect(messages.map(({ ranges, more }) => [readRanges(String(ranges)).entries.length, more])).toEqual([
      [1, true],
      [8, undefined],
    ]);
  });

  const malformed = [
    ['', 'is empty'],
    ['0000', 'ends silent'],
    ['0005', 'has an unknown mark'],
    ['000148e00495293c29d4f41441a364363c97', 'ends early'],
    ['000148e00495293c29d4f41441a364363c978300', 'has a number that is not as short as it can be'],
    ['000148e00495293c29d4f41441a364363c97ffffffffffffff1f', 'has a number above 2^53 − 1'],
    ['0500000600000002 00', 'has two silent entries'],
    ['050100000200', 'has a bound with a zero at its end'],
    ['0521', 'has a bound that is too long'],
    ['00030208', 'has a bit in a wish that stands for nothing'],
    ['ffffffffffffff0f0000ffffffffffffff0f00000200', 'has a bound beyond all timestamps'],
  ];
  test.each(malformed)('RNG-1 are refused: %s %s', (hex) => {
    const ranges = encodeBase64Url(decodeHex(hex.replaceAll(' ', '')));
    expect(readRanges(ranges).isMalformed).toBe(true);
  });

  test.each(['AAFI4ASVKTwp1PQUQaNkNjyXA', 'AAFI4ASVKTwp1PQUQaNkNjyXAw==', 'AAICiHixWu5LDpM+', 'AAIB'])(
    'RNG-1 are refused where %s is no base64url of entries',
    (ranges) => expect(readRanges(ranges).isMalformed).toBe(true),
  );

  test.each(['05000001000200', '0000000000', '01000002'])('RNG-2 are refused out of order: %s', (hex) => {
    expect(readRanges(encodeBase64Url(decodeHex(hex))).isDisordered).toBe(true);
  });
});

describe('Answers', () => {
  const items = Array.from({ length: 40 }, (_, i) => itemOf(written + i, nodeSha256(`${i}`)));
  const whole = sumOfAll(CountedTree.of(items.slice(0, 37)), nodeSha256);
  const divided = answerTo([{ entry: whole, asked: undefined }], contextOf(items)).said;
  const parts = divided.map(({ entry }) => entry as Extract<Entry, { kind: 'sum' }>);

  /** The first rule that an answer breaks. */
  const broken = (asked: Entry | typeof divided, answer: readonly Entry[], pass: 1 | 2 = 1) => {
    const expected = Array.isArray(asked) ? asked : [{ entry: asked as Entry }];
    const facts = new AnswerReader({ begins: false, asked: expected, pass }).read(
      { entries: answer, isMalformed: false, isDisordered: false },
      true,
    );
    return syncRules.ranges.find((rule) => !rule.check(facts, { now: 0 }))?.requirement;
  };
  const list = (ids: readonly string[], of: Entry): Entry => ({ kind: 'list', lower: of.lower, upper: of.upper, ids });

  test('RNG-12 are eight sums of parts that differ by at most one', () => {
    expect(parts.map(({ count }) => count)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
    expect(broken(whole, parts)).toBe(undefined);
  });

  test('RNG-4 are refused where nobody asked', () => {
    expect(broken(whole, parts.slice(0, 7))).toBe('RNG-4');
    expect(broken(whole, [...parts.slice(1)])).toBe('RNG-4');
    expect(broken(divided, [list([], whole)])).toBe('RNG-4');
    expect(broken(list(['aabbccdd'], whole), [list([], whole)])).toBe('RNG-4');
    expect(broken(list(['aabbccdd'], whole), [{ ...list([], whole), kind: 'wish', wished: [true, true] }])).toBe(
      'RNG-4',
    );
  });

  test('RNG-5 are refused in the other form of list', () => {
    expect(broken(whole, [list([], whole)], 2)).toBe('RNG-5');
    expect(broken(whole, [{ ...list([], whole), kind: 'long-list', ids: [] }])).toBe('RNG-5');
  });

  test('RNG-6 are refused with more than 32 items', () => {
    expect(broken(whole, [list(Array(33).fill('aabbccdd'), whole)])).toBe('RNG-6');
  });

  test('RNG-7 are refused with uneven parts, or few items', () => {
    expect(
      broken(
        whole,
        parts.map((part, i) => ({ ...part, count: i === 3 ? 7 : part.count })),
      ),
    ).toBe('RNG-7');
    expect(
      broken(
        whole,
        parts.map((part) => ({ ...part, count: 1 })),
      ),
    ).toBe('RNG-7');
  });

  test('RNG-8 are refused where numbers do not add up', () => {
    // The partner said 37, and the parts have 40.
    expect(broken(divided, [])).toBe('RNG-8');
    const first = parts[1] as Entry;
    expect(broken(divided, [list(['aabbccdd', 'bbccddee'], first)])).toBe(undefined);
    expect(broken(divided, [list(['aabbccdd'], first)])).toBe('RNG-8');
  });
});
