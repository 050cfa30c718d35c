import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPass, fingerprintOf, type Item, inOrder, type PassOptions } from '../examples/reconciler.ts';

const transcript = Buffer.alloc(32);
const options: PassOptions = { transcript, lift: 0, isSecond: false, got: () => false };
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const items = (...from: readonly (readonly [number, string | Buffer])[]): Item[] =>
  from
    .map(([timestamp, bytes]) => ({ timestamp, bytes: typeof bytes === 'string' ? sha256(bytes) : bytes }))
    .sort(inOrder);

/** What both have in the end, and how many items and turns it took. */
const meet = (mine: readonly Item[], theirs: readonly Item[], more: Partial<PassOptions> = {}) => {
  const sets = [new Map<string, Item>(), new Map<string, Item>()] as const;
  [mine, theirs].forEach((set, peer) => {
    for (const item of set) sets[peer]?.set(item.bytes.toString('hex'), item);
  });
  const passes = [mine, theirs].map((set) => createPass(set, { ...options, ...more }));
  let [sent, turns, peer] = [0, 0, 0];
  let said = passes[0]?.begin();
  for (;;) {
    turns += 1;
    for (const item of said?.send ?? []) {
      sent += 1;
      sets[1 - peer]?.set(item.bytes.toString('hex'), item);
    }
    if (said?.ranges === undefined && turns > 1) break;
    peer = 1 - peer;
    said = passes[peer]?.hear(said?.ranges);
  }
  return { sets: sets.map((set) => [...set.keys()].sort()), sent, turns };
};

const [a, b, c] = [
  { timestamp: 1_700_000_000_000_000, bytes: Buffer.alloc(32, 0x11) },
  { timestamp: 1_700_000_000_000_000, bytes: Buffer.concat([Buffer.alloc(31, 0x11), Buffer.of(0x12)]) },
  { timestamp: 1_700_000_000_000_005, bytes: Buffer.alloc(32, 0x22) },
];

describe('The smallest reconciler', () => {
  test('RNG-11 says what the example of the chapter says', () => {
    const answerer = createPass([a, b, c], options);
    const caller = createPass([a, c], options);
    expect(answerer.begin()).toEqual({ send: [], ranges: 'AAFI4ASVKTwp1PQUQaNkNjyXAw' });
    expect(caller.hear('AAFI4ASVKTwp1PQUQaNkNjyXAw')).toEqual({ send: [], ranges: 'AAICiHixWu5LDpM' });
    expect(answerer.hear('AAICiHixWu5LDpM')).toEqual({ send: [b], ranges: undefined });
    expect(createPass([], options).begin().ranges).toBe('AAEsNM4d8juDjFq_Kn9kN8yjAA');
    expect(fingerprintOf([a, b, c], transcript, 1).toString('hex')).toBe('0435ef5f0d1a6bee73d970916661d85a');
  });

  test('RNG-14 gives both what either has, and nothing twice', () => {
    const set = fc.uniqueArray(fc.nat(900), { maxLength: 600, size: 'max' });
    fc.assert(
      fc.property(
        set,
        set,
        fc.constantFrom(0 as const, 1 as const),
        fc.boolean(),
        fc.nat(3),
        (one, two, lift, isSecond, ties) => {
          const make = (set: readonly number[]) =>
            items(...set.map((at) => [10 ** 13 + (at >> ties), `${at}`] as const));
          const [mine, theirs] = [make(one), make(two)];
          const { sets, sent, turns } = meet(mine, theirs, { lift, isSecond });
          expect(sets[0]).toEqual(sets[1]);
          expect(sent).toBe(new Set([...one, ...two]).size * 2 - one.length - two.length);
          expect(turns).toBeLessThanOrEqual(2 * (Math.ceil(Math.log(600) / Math.log(8)) + 4));
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['range-form', 'AA'],
    ['range-form', 'AAIA='],
    ['range-order', 'AAIAAAIA'],
    ['range-answer', 'AAMCAg'],
    ['range-count', 'AAIh'],
  ])('RNG-1 refuses with %s what answers nothing: %s', (code, ranges) => {
    const pass = createPass([a, b, c], options);
    pass.begin();
    expect(() => pass.hear(ranges)).toThrow(code);
  });

  test('RNG-8 refuses numbers that do not add up', () => {
    const many = items(...Array.from({ length: 40 }, (_, at) => [10 ** 13 + at, `${at}`] as const));
    const honest = createPass(many, options);
    const liar = createPass(many.slice(1), options).begin().ranges as string;
    const lie = Buffer.from(liar, 'base64url');
    lie[lie.length - 1] = 41;
    honest.hear(lie.toString('base64url'));
    expect(() => honest.hear(undefined)).toThrow('range-count');
  });
});
