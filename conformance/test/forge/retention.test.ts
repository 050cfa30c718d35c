import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retained } from '../../src/forge/replica-documents.ts';
import type { Entry } from '../../src/forge/replica-entry.ts';

const SEED = 20_261_126;

/** A document of one slot, which counts or waits for something that has not arrived. */
type Doc = { id: number; timestamp: number; lifetime: number };
/** What arrives: a document, or a word about which documents count. */
type Event = Doc | { counting: readonly number[] };

const entryOf = ({ id, timestamp, lifetime }: Doc): Entry =>
  ({
    format: 'rp.document.1',
    kind: 'document',
    path: '/!a',
    author: 'suzy',
    timestamp,
    tie: Uint8Array.of(id),
    expires: lifetime,
    id: String(id),
  }) as unknown as Entry;

/** What a replica does when a document is given to it or a word arrives. */
type Keeping = (kept: readonly Entry[], counts: (entry: Entry) => boolean) => readonly Entry[];

/** Drops for good by all documents, whether they count or not [DOC-22]. */
const byAll: Keeping = (kept) => retained(kept);
/** The same by those alone that count now. */
const byCounting: Keeping = (kept, counts) => [...retained(kept.filter(counts)), ...kept.filter((one) => !counts(one))];
/** Drops what does not count now. */
const withoutHeld: Keeping = (kept, counts) => retained(kept.filter(counts));
/** Keeps the newest alone, whatever its life [DOC-19]. */
const newestAlone: Keeping = (kept) =>
  retained(kept.map((one) => ({ ...one, format: 'es.4' as const }))).map(
    ({ id }) => kept.find((one) => one.id === id) as Entry,
  );

const shown = (events: readonly Event[], keep: Keeping): string => {
  let kept: readonly Entry[] = [];
  let counting: readonly number[] | undefined;
  const counts = ({ id }: Entry): boolean => counting === undefined || counting.includes(Number(id));
  for (const event of events) {
    if ('counting' in event) counting = event.counting;
    else kept = [...kept, entryOf(event)];
    kept = keep(kept, counts);
  }
  return kept
    .filter(counts)
    .map(({ id }) => id)
    .sort()
    .join();
};

const docs = fc.uniqueArray(
  fc.record({ id: fc.nat(5), timestamp: fc.nat(2), lifetime: fc.constantFrom(Number.POSITIVE_INFINITY) }),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
);
const sets = fc.tuple(docs, fc.array(fc.nat(5), { maxLength: 3 }), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }));

/** In how many of `runs` sets two orders of arrival end differently. */
const differing = (runs: number, keep: Keeping): number =>
  fc.sample(sets, { seed: SEED, numRuns: runs }).filter(([all, counting, keys]) => {
    const events: Event[] = [...all, { counting }];
    const order = events.map((event, index) => ({ event, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
    return (
      shown(events, keep) !==
      shown(
        order.map(({ event }) => event),
        keep,
      )
    );
  }).length;

/** Documents of one slot with lives of their own, given while time goes by. */
const lives = fc.uniqueArray(
  fc.record({ id: fc.nat(5), timestamp: fc.nat(3), lifetime: fc.integer({ min: 4, max: 8 }) }),
  { minLength: 2, maxLength: 4, selector: ({ id }) => id },
);

const aliveAt = (time: number, given: readonly Doc[], keep: Keeping): string => {
  let kept: readonly Entry[] = [];
  for (const [step, each] of given.entries()) {
    const now = time - given.length + step;
    kept = kept.filter(({ expires }) => expires >= now);
    if (each.lifetime >= now) kept = keep([...kept, entryOf(each)], () => true);
  }
  return kept
    .filter(({ expires }) => expires >= time)
    .map(({ id }) => id)
    .sort()
    .join();
};

const dyingDifferently = (runs: number, keep: Keeping): number =>
  fc
    .sample(fc.tuple(lives, fc.integer({ min: 6, max: 9 })), { seed: SEED, numRuns: runs })
    .filter(([all, time]) => aliveAt(time, all, keep) !== aliveAt(time, [...all].reverse(), keep)).length;

describe('Which documents are kept', () => {
  test('DOC-22 ends in one state in any order', () => {
    expect(differing(2_000, byAll)).toBe(0);
  });

  test('DOC-22 left out, the order of arrival decides in some sets', () => {
    expect(differing(2_000, byCounting)).toBeGreaterThan(20);
    expect(differing(2_000, withoutHeld)).toBeGreaterThan(20);
  });

  test('DOC-19 ends in one state in any order', () => {
    expect(dyingDifferently(2_000, byAll)).toBe(0);
  });

  test('DOC-19 left out, the order of arrival decides in some sets', () => {
    expect(dyingDifferently(2_000, newestAlone)).toBeGreaterThan(20);
  });
});
