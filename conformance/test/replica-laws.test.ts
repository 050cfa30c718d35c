import type { VectorCase } from '@rockpool/schemas';
import earthstarReplica from '@rockpool/vectors/v1/earthstar-replica.json' with { type: 'json' };
import replica from '@rockpool/vectors/v1/replica.json' with { type: 'json' };
import replicaDurable from '@rockpool/vectors/v1/replica-durable.json' with { type: 'json' };
import replicaQuery from '@rockpool/vectors/v1/replica-query.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../src/checks/from-vectors.ts';
import { answerSchedule } from '../src/forge/index.ts';
import { laws } from '../src/laws/index.ts';
import { NOW } from '../src/laws/law.ts';
import { giving, handfuls, opening, stating } from '../src/laws/replica-plans.ts';
import { NATIVE_POOL } from '../src/laws/replica-pool.ts';
import { PROFILES } from '../src/protocol/operations.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED, platformClock, type Suite } from '../src/run/options.ts';
import type { VectorFile } from '../src/suite-of.ts';
import type { Launch } from '../src/transport/port.ts';
import { HELLO, inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const ALL = { ...HELLO, profiles: PROFILES, operations: { ...HELLO.operations, 'replica.open': { durable: true } } };
const files: readonly VectorFile[] = [replica, replicaQuery, replicaDurable, earthstarReplica];
const vectors = files.flatMap(({ cases }) => cases as readonly VectorCase[]);

/** What is durable outlives this subject: the model of the fixtures is one for all. */
const lasting = (spoil: Spoil): Launch => {
  const launch: Launch = inProcess(spoil, ALL);
  launch.keep = () => ({ launch, remove: () => undefined });
  return launch;
};

const judge = (spoil: Spoil, suite: Partial<Suite>) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: lasting(spoil),
    suite: { ...fixtureSuite, checks: [], laws: [], ...suite },
    runs: 25,
    // Where the smallest example does not matter: the search for it ends after a second.
    clock: { ...platformClock, now: () => performance.now() * 20 },
  });

type Ok = { outcomes?: { accepted?: object }[]; records?: string[]; next?: string; feeds?: unknown[] };

/** Changes what is answered with `ok`. */
const changing =
  (change: (ok: Ok, params: Record<string, unknown>) => Ok): Spoil =>
  ({ method, params }, right) =>
    method.startsWith('replica.') && 'result' in right && 'ok' in right.result
      ? { result: { ok: change(right.result.ok as Ok, params) } }
      : right;

const SPOILT: readonly [law: string, mistake: string, spoil: Spoil][] = [
  [
    'schedule',
    'takes what it ignores for accepted',
    changing(({ outcomes, ...ok }) => (outcomes ? { outcomes: outcomes.map(() => ({ accepted: {} })) } : ok)),
  ],
  [
    'order',
    'forgets the last of three records',
    changing((ok) => (ok.records && !ok.next ? { ...ok, records: ok.records.slice(0, 2) } : ok)),
  ],
  [
    'filter',
    'looks at no filter',
    ({ method }, right) =>
      method === 'replica.ingest' && 'result' in right
        ? {
            result: JSON.parse(
              JSON.stringify(right.result).replaceAll('{"ignored":{"reason":"foreign"}}', '{"accepted":{}}'),
            ),
          }
        : right,
  ],
  ['pages', 'ends after the first page', changing(({ next: _, ...ok }) => ok)],
];

describe('Laws about replicas', () => {
  test.for(
    SPOILT.flatMap(([law, mistake, spoil]) =>
      ['replica', 'es4-replica', 'es5-replica'].map((family) => [`law/${family}-${law}`, mistake, spoil] as const),
    ),
  )('%s notices a replica that %s', { timeout: 30_000 }, async ([id, , spoil]) => {
    const law = laws.filter((each) => each.id === id);
    expect(law).toHaveLength(1);
    const report = await judge(spoil, { laws: law });
    expect(report.checks[0]).toMatchObject({ id, outcome: 'failed', failure: 'wrong-value' });
  });

  test('REP-12 any order of arrival ends with the same records, held ones and feeds', () => {
    const wrong = fc.sample(handfuls(NATIVE_POOL, 6), { seed: PINNED_SEED, numRuns: 300 }).filter((all) => {
      const [one, other] = [all, [...all].reverse()].map((order) => {
        const steps = [opening(NATIVE_POOL), giving(NATIVE_POOL, order, NOW, NOW), stating(NOW)];
        const { wanted: _, ...state } = answerSchedule(steps).at(-1)?.expect.ok ?? {};
        return JSON.stringify(state);
      });
      return one !== other;
    });
    expect(wrong).toEqual([]);
  });
});

describe('Vectors about replicas', () => {
  test('are answered rightly by the plain replica, through the judge', { timeout: 120_000 }, async () => {
    const report = await judge((_, right) => right, { checks: checksOf(vectors) });
    expect(report.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.checks.filter(({ id }) => /replica/.test(id)).length).toBeGreaterThanOrEqual(vectors.length);
  });
});
