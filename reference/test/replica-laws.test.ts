import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase32 } from '../src/bytes/base32.ts';
import { compareBytes } from '../src/bytes/compare.ts';
import type { JsonObject, JsonValue } from '../src/index.ts';
import { MemoryStore } from '../src/replica/memory-store.ts';
import { fern, kitchen, now, quinn, suzy, written } from './cast.ts';
import { asked, document, give, type Made, message, opened, wish } from './replica-cast.ts';
import { modelState } from './replica-model.ts';

const people = [suzy, fern, quinn];

/** A document at one of few paths, at one of few times, so that most meet others in their slots. */
const documents = fc
  .record({
    who: fc.nat(2),
    path: fc.constantFrom('/a', '/a/b', '/B', '/c!', '/d!'),
    later: fc.nat(4),
    lives: fc.nat(5),
    content: fc.constantFrom('', 'x', 'y'),
    isHeld: fc.nat(5).map((one) => one === 0),
    space: fc.nat(15).map((one) => (one === 0 ? { space: kitchen } : {})),
    stands: fc.constantFrom('within', 'beside', 'absent'),
  })
  .map(({ who, path, later, lives, content, isHeld, space, stands }) =>
    document(
      {
        author: people[who]?.id as string,
        path,
        timestamp: written + later,
        ...(path.includes('!') && { expires: now + 1 + lives * 10 }),
        ...(isHeld && { key: people[(who + 1) % 3]?.id as string }),
        ...space,
      },
      { content, stands },
    ),
  );

const messages = fc
  .record({ who: fc.nat(2), log: fc.nat(3), later: fc.nat(3), stands: fc.constantFrom('within', 'beside', 'absent') })
  .map(({ who, log, later, stands }) =>
    message(
      { author: people[who]?.id as string, timestamp: written + later, ...(log > 0 && { log }) },
      { content: 'x', stands },
    ),
  );

const records: fc.Arbitrary<readonly Made[]> = fc.array(fc.oneof(documents, documents, messages), { maxLength: 24 });

const times = [now, now + 5, now + 15, now + 35, now + 61];

describe('Laws of replicas', () => {
  test('REP-8 keeps after every step what the model keeps of all that was given', () => {
    fc.assert(
      fc.property(records, (list) => {
        const replica = opened();
        const given: { record: Made; now: number }[] = [];
        for (const [index, record] of list.entries()) {
          const at = times[Math.floor((index * 3) / list.length)] as number;
          give(replica, [record], at);
          given.push({ record, now: at });
          const state = replica.state(at);
          const model = modelState(given, at);
          expect(state.records).toEqual(model.records);
          expect(state.native?.held.map(({ id }) => id)).toEqual(model.held);
        }
        for (const at of times.slice(2)) expect(replica.state(at).records).toEqual(modelState(given, at).records);
      }),
      { numRuns: 60 },
    );
  });

  test('REP-8 is the same whatever the order', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, stream) => {
        const shuffled = list
          .map((record) => ({ record, place: stream.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ record }) => record);
        const [one, other] = [opened(), opened()];
        give(one, list);
        give(other, shuffled);
        for (const at of times) {
          expect(other.state(at).records).toEqual(one.state(at).records);
          expect(other.state(at).native?.held).toEqual(one.state(at).native?.held);
          expect(other.state(at).native?.feeds).toEqual(one.state(at).native?.feeds);
          expect(asked(other, {}, at)).toEqual(asked(one, {}, at));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('REP-2 to REP-6 answer a list as they answer its records one by one, and leave the same behind', () => {
    const wishes = fc
      .array(
        records.map((list) => list[0]?.id),
        { minLength: 1, maxLength: 3 },
      )
      .map((ids) => ids.filter((id): id is string => id !== undefined))
      .filter((ids) => ids.length > 0)
      .map((ids) => wish(ids));
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            records,
            wishes.map((one) => [one]),
          ),
        ),
        (lists) => {
          const all = lists.flat();
          const [whole, single] = [new MemoryStore(), new MemoryStore()];
          const quota = { perKey: 2, total: 3 };
          const outcomes = give(opened({ store: whole, quota }), all);
          const replica = opened({ store: single, quota });
          expect(all.flatMap((record) => give(replica, [record]))).toEqual(outcomes);
          const everything = { from: '', to: '\u007f' };
          expect([...single.scan(everything)]).toEqual([...whole.scan(everything)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('REP-10 leaves nothing behind of what has expired', () => {
    const store = new MemoryStore();
    const replica = opened({ store });
    const ends = Array.from({ length: 20 }, (_, index) =>
      document({ path: `/p${index % 4}!`, timestamp: written + index, expires: now + 100 - index }),
    );
    give(replica, ends);
    give(replica, [document({ path: '/stays' })], now + 101);
    const keys = [...store.scan({ from: '', to: '\u007f' })].map(([key]) => key.charAt(0)).sort();
    expect(keys).toEqual(['a', 'c', 'm', 'm', 'p', 'r', 's', 't', 'u']);
  });
});

/** What the model looks at. */
interface Header {
  readonly id: string;
  readonly author: string;
  readonly path?: string;
  readonly timestamp: number;
  readonly contentSize: number;
}

/** What meets a query, by the chapter and all records at once. */
function modelAnswer(given: readonly Made[], query: JsonObject, at: number): string[] {
  const state = modelState(
    given.map((record) => ({ record, now: at })),
    at,
  );
  const headerOf = (id: string) => {
    const made = given.find((record) => record.id === id) as Made;
    return { ...JSON.parse(made.text as string).header, id } as Header;
  };
  const arrivals = new Map(given.map(({ id }, index) => [id, index] as const).toReversed());
  const isDocument = ({ path }: Header) => path !== undefined;
  const { history = 'latest', deleted = false, order = 'path', reverse = false } = query;
  const found = state.records
    .filter((id) => history === 'all' || !isDocument(headerOf(id)) || state.winners.includes(id))
    .map(headerOf)
    .filter((header) => !('path' in query) || header.path === query.path)
    .filter((header) => !('pathPrefix' in query) || header.path?.startsWith(query.pathPrefix as string))
    .filter((header) => !('pathSuffix' in query) || header.path?.endsWith(query.pathSuffix as string))
    .filter((header) => !('author' in query) || header.author === query.author)
    .filter((header) => !('from' in query) || header.timestamp >= (query.from as number))
    .filter((header) => !('before' in query) || header.timestamp < (query.before as number))
    .filter((header) => !('kind' in query) || isDocument(header) === (query.kind === 'document'))
    .filter((header) => deleted || !isDocument(header) || header.contentSize > 0);
  const bytes = (id: string) => decodeBase32(id, 1, 32);
  const byTime = (a: Header, b: Header) => a.timestamp - b.timestamp || compareBytes(bytes(a.id), bytes(b.id));
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const compare = {
    time: byTime,
    arrival: (a: Header, b: Header) => (arrivals.get(a.id) as number) - (arrivals.get(b.id) as number),
    path: (a: Header, b: Header) =>
      !isDocument(a) && !isDocument(b) ? byTime(a, b) : text(a.path ?? '', b.path ?? '') || byTime(b, a),
  }[order as 'path'];
  const ordered = found.sort(compare).map(({ id }) => id);
  return reverse ? ordered.reverse() : ordered;
}

const queries: fc.Arbitrary<JsonObject> = fc.record(
  {
    path: fc.constantFrom('/a', '/c!'),
    pathPrefix: fc.constantFrom('', '/', '/a', '/c'),
    pathSuffix: fc.constantFrom('!', 'b'),
    author: fc.constantFrom(...people.map(({ id }) => id)),
    from: fc.nat(5).map((later) => written + later),
    before: fc.nat(5).map((later) => written + later),
    kind: fc.constantFrom('document', 'message'),
    history: fc.constantFrom('latest', 'all'),
    deleted: fc.boolean(),
    order: fc.constantFrom('path', 'time', 'arrival'),
    reverse: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

describe('Laws of queries', () => {
  test('QRY-2 to QRY-17 answer what the model answers', () => {
    fc.assert(
      fc.property(records, queries, fc.constantFrom(now, now + 15), (list, query, at) => {
        const replica = opened();
        const outcomes = give(replica, list, now);
        // The model knows no arrivals but the first: what was dropped comes back in no native replica.
        const taken = list.filter((_, index) => outcomes[index] !== 'ignored foreign');
        expect(asked(replica, query, at)).toEqual(modelAnswer(taken, query, at));
      }),
      { numRuns: 300 },
    );
  });

  test('QRY-20 gives page by page what it gives at once', () => {
    fc.assert(
      fc.property(records, queries, fc.integer({ min: 1, max: 5 }), (list, query, limit) => {
        const replica = opened();
        give(replica, list);
        const found: JsonValue[] = [];
        for (let cursor: string | undefined, page = 0; page < 40; page++) {
          const answer = replica.query({ ...query, limit, ...(cursor !== undefined && { cursor }) }, now);
          if (!answer.ok) throw new Error(answer.code);
          const ids = answer.records.map(({ record }) => record.id);
          found.push(...ids);
          cursor = answer.next;
          if (cursor === undefined || ids.length === 0) break;
        }
        expect(found).toEqual(asked(replica, query));
      }),
      { numRuns: 200 },
    );
  });

  test('QRY-21 gives each record once that meets a query all the while, and none twice, while others arrive', () => {
    fc.assert(
      fc.property(records, records, queries, fc.integer({ min: 1, max: 4 }), (list, more, query, limit) => {
        const replica = opened();
        give(replica, list);
        const allTheWhile = [asked(replica, query)];
        const found: string[] = [];
        const arriving = [...more];
        for (let cursor: string | undefined, page = 0; page < 80; page++) {
          const answer = replica.query({ ...query, limit, ...(cursor !== undefined && { cursor }) }, now);
          if (!answer.ok) throw new Error(answer.code);
          found.push(...answer.records.map(({ record }) => record.id));
          cursor = answer.next;
          if (cursor === undefined || (answer.records.length === 0 && arriving.length === 0)) break;
          give(replica, arriving.splice(0, 3));
          allTheWhile.push(asked(replica, query));
        }
        expect(new Set(found).size).toBe(found.length);
        for (const id of allTheWhile[0] ?? []) {
          if (allTheWhile.every((ids) => ids.includes(id))) expect(found).toContain(id);
        }
      }),
      { numRuns: 200 },
    );
  });
});
