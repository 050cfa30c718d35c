import { describe, expect, test } from 'vitest';
import { brokenReplicas } from '../scripts/mutants/broken-replicas.ts';
import { inProcess } from '../scripts/mutants/in-process.ts';
import { lazyReplicas } from '../scripts/mutants/lazy-replicas.ts';
import { lookup, PINNED_SEED, runSuite, suite } from '../src/index.ts';
import { rulesNamed } from '../src/report/causes.ts';

/** Who reads three sentences has found the broken one. */
const FIRST = 3;

describe('A replica that', () => {
  test.for([...brokenReplicas, ...lazyReplicas])(
    '$title is caught',
    { timeout: 120_000 },
    async ({ breaks, fresh }) => {
      const report = await runSuite({
        launch: inProcess(fresh),
        suite,
        profiles: ['replica'],
        seed: PINNED_SEED,
        runs: 0,
        siblings: 0,
        twice: false,
        growth: breaks.includes('SUB-10'),
      });
      expect(report.verdict).toBe('not-conformant');
      const named = rulesNamed(report.checks, lookup).slice(0, FIRST);
      expect(
        breaks.filter((id) => named.includes(id)),
        named.join(', '),
      ).not.toEqual([]);
    },
  );
});
