import fc from 'fast-check';
import type { Question } from '../checks/check.ts';
import { type Asked, answerSchedule, type JsonObject, type Planned, stepsWith } from '../forge/index.ts';
import type { Pool } from './replica-pool.ts';

/** One of a pool; `bare` leaves its content out, `beside` puts it beside the record. */
type Item = { at: number; place: 'in' | 'bare' | 'beside' };
type Query = Readonly<Record<string, unknown>>;
/** What happens to a replica: records are given, time goes by, or a query is asked. */
export type Action = { give: readonly Item[] } | { wait: number } | { ask: (now: number) => Query };

const items = ({ size, family }: Pool): fc.Arbitrary<Item> =>
  fc.record({
    at: fc.nat(size - 1),
    place: family === 'earthstar' ? fc.constant('in' as const) : fc.constantFrom('in', 'in', 'bare', 'beside'),
  });

export const handfuls = (pool: Pool, maxLength: number): fc.Arbitrary<readonly Item[]> =>
  fc.array(items(pool), { minLength: 1, maxLength });

/** Queries with any of their members, times and links such that they leave in some of the pool and some out. */
export const queries = (pool: Pool): fc.Arbitrary<(now: number) => Query> => {
  const time = fc.integer({ min: -3, max: 3 });
  const links = pool.links.length === 0 ? {} : { linksTo: fc.constantFrom(...pool.links) };
  return fc
    .record(
      {
        path: fc.constantFrom('/a', '/!a', '/A'),
        pathPrefix: fc.constantFrom('', '/', '/a', '/A', '%'),
        pathSuffix: fc.constantFrom('', 'a', 'b', '_'),
        author: fc.constantFrom(...pool.authors),
        from: time,
        before: time,
        kind: fc.constantFrom('document', 'message'),
        history: fc.constantFrom('latest', 'all'),
        deleted: fc.boolean(),
        order: fc.constantFrom('path', 'time', 'arrival'),
        reverse: fc.boolean(),
        limit: fc.integer({ min: 1, max: 5 }),
        ...links,
      },
      { requiredKeys: [] },
    )
    .map(({ from, before, ...rest }) => (now) => ({
      ...rest,
      ...(from === undefined ? {} : { from: now + from }),
      ...(before === undefined ? {} : { before: now + before }),
    }));
};

export const actions = (pool: Pool, maxLength: number): fc.Arbitrary<readonly Action[]> =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: handfuls(pool, 4).map((give) => ({ give })) },
      { weight: 1, arbitrary: fc.constantFrom(1, 2, 600_000_000).map((wait) => ({ wait })) },
      { weight: 2, arbitrary: queries(pool).map((ask) => ({ ask })) },
    ),
    { minLength: 1, maxLength },
  );

export const opening = ({ family, space }: Pool, replica = 'a', more: JsonObject = {}): Asked => ({
  operation: 'replica.open',
  input: { replica, family, space, ...more },
});

export const giving = (pool: Pool, given: readonly Item[], time: number, now: number, replica = 'a'): Asked => ({
  operation: 'replica.ingest',
  input: {
    replica,
    now,
    records: given.map(({ at, place }) => {
      const record = pool.record(at, time);
      const { content, ...bare } = record;
      return {
        format: pool.format(record),
        text: JSON.stringify(place === 'in' ? record : bare),
        ...(place === 'beside' ? { content } : {}),
      };
    }),
  },
});

export const stating = (now: number, replica = 'a'): Asked => ({ operation: 'replica.state', input: { replica, now } });
export const asking = (query: Query, now: number, replica = 'a', cursorFrom?: number): Asked => ({
  operation: 'replica.query',
  input: { replica, now, query },
  ...(cursorFrom === undefined ? {} : { cursorFrom }),
});

/** The steps that come of some actions, the state asked for after each. */
export const stepsOf = (pool: Pool, list: readonly Action[], time: number): Asked[] => {
  let now = time;
  return list.flatMap((action): Asked[] => {
    if ('wait' in action) now += action.wait;
    if ('give' in action) return [giving(pool, action.give, time, now), stating(now)];
    return 'ask' in action ? [asking(action.ask(time), now)] : [stating(now)];
  });
};

/** A schedule as one question: the last step, those before it, and the answers of the model. */
export const questionOf = (steps: readonly Planned[]): Question => {
  const answers = answerSchedule(steps);
  const [last, answer] = [steps.at(-1), answers.at(-1)];
  if (last === undefined || answer === undefined || 'end' in last) throw new RangeError('nothing is asked at the end');
  return {
    ...last,
    expect: answer.expect,
    judging: 'answer',
    ...(steps.length === 1 ? {} : { steps: stepsWith(steps.slice(0, -1), answers) }),
  };
};
