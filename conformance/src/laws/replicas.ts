import fc from 'fast-check';
import { type Asked, answerSchedule, type JsonObject } from '../forge/index.ts';
import { casesOf, type Law } from './law.ts';
import { actions, asking, giving, handfuls, opening, queries, questionOf, stating, stepsOf } from './replica-plans.ts';
import type { Pool } from './replica-pool.ts';

type Tried = Pick<Law, 'title' | 'requirements' | 'cases'>;
const only = (steps: readonly Asked[]) => ({ questions: [questionOf(steps)] });

/** What holds of replicas of both families. */
const KEPT = ['REP-2', 'REP-3', 'REP-4', 'REP-5', 'REP-6', 'REP-7', 'REP-8', 'REP-10', 'REP-12'];
const ASKED = [
  'QRY-2',
  'QRY-4',
  'QRY-5',
  'QRY-6',
  'QRY-7',
  'QRY-8',
  'QRY-9',
  'QRY-12',
  'QRY-14',
  'QRY-15',
  'QRY-16',
  'QRY-17',
  'QRY-18',
  'QRY-19',
];
const NATIVE = ['REP-9', 'NAT-2', 'NAT-3', 'NAT-4', 'NAT-5', 'NAT-6', 'NAT-7', 'NAT-8'];

const kept = ({ family }: Pool): string[] => (family === 'native' ? [...KEPT, ...NATIVE] : KEPT);

const anySchedule = (pool: Pool): Tried => ({
  title: 'a replica holds what the rules say of all that it was given, after every step',
  requirements: [...kept(pool), ...ASKED],
  cases: casesOf(actions(pool, 6), (list, now) =>
    only([opening(pool), ...stepsOf(pool, list, now), stating(now + 1_200_000_000 * 4)]),
  ),
});

const anyOrder = (pool: Pool): Tried => ({
  title: 'any order of arrival, at once or one by one, gives one state',
  requirements: kept(pool),
  cases: casesOf(fc.tuple(handfuls(pool, 5), fc.nat(4), fc.nat(4)), ([all, turn, later], now) => {
    const others = [...all.slice(turn), ...all.slice(0, turn)].reverse();
    return only([
      opening(pool, 'a'),
      opening(pool, 'b'),
      giving(pool, all, now, now, 'a'),
      ...others.map((each) => giving(pool, [each], now, now, 'b')),
      stating(now, 'a'),
      stating(now, 'b'),
      stating(now + later, 'a'),
      stating(now + later, 'b'),
    ]);
  }),
});

const FILTERS = (pool: Pool, now: number): readonly JsonObject[] => [
  { author: pool.authors[0] ?? '' },
  { pathPrefix: '/a' },
  { from: now - 1 },
  { kind: 'document' },
  { kind: 'message' },
  { author: pool.authors[1] ?? '', pathPrefix: '/', from: now - 1 },
];

const anyFilter = (pool: Pool): Tried => ({
  title: 'a filtered replica holds what a whole one holds of the records that pass',
  requirements: ['REP-3', 'REP-13', ...kept(pool)],
  cases: casesOf(fc.tuple(handfuls(pool, 6), fc.nat(5)), ([all, which], now) => {
    const filter = FILTERS(pool, now)[which] ?? {};
    return only([
      opening(pool, 'whole'),
      opening(pool, 'part', { filter }),
      giving(pool, all, now, now, 'whole'),
      giving(pool, all, now, now, 'part'),
      asking({ ...filter, history: 'all', deleted: true, order: 'time' }, now, 'whole'),
      asking({ history: 'all', deleted: true, order: 'time' }, now, 'part'),
      stating(now, 'part'),
    ]);
  }),
});

/** The steps that go through a query from the first page to the last; of a live query, to the first that tells nothing. */
const walked = (begun: readonly Asked[], query: Readonly<Record<string, unknown>>, now: number): Asked[] => {
  const steps = [...begun, asking(query, now)];
  for (;;) {
    const ok = answerSchedule(steps).at(-1)?.expect.ok as { records: string[]; next: boolean };
    if (!ok.next || ok.records.length === 0) return steps;
    steps.push(asking(query, now, 'a', steps.length - 1));
  }
};

const anyPages = (pool: Pool): Tried => ({
  title: 'page after page, a query gives what it gives at once',
  requirements: ['QRY-18', 'QRY-19', 'QRY-20', 'QRY-21', 'QRY-22'],
  cases: casesOf(
    fc.tuple(handfuls(pool, 6), queries(pool), fc.integer({ min: 1, max: 2 })),
    ([all, make, limit], now) => {
      const { limit: _, ...query } = make(now);
      const begun = [opening(pool), giving(pool, all, now, now), asking(query, now)];
      return only(walked(begun, { ...query, limit }, now));
    },
  ),
});

/** The laws about the replicas of a family. */
export const replicaLawsOf = (pool: Pool): Law[] =>
  Object.entries({ schedule: anySchedule, order: anyOrder, filter: anyFilter, pages: anyPages }).map(
    ([name, make]) => ({
      id: `law/${pool.name}-${name}`,
      profile: pool.profile,
      ...(pool.needs.length === 0 ? {} : { needs: pool.needs }),
      operations: ['replica.open', 'replica.ingest', 'replica.state', 'replica.query'],
      ...make(pool),
    }),
  );
