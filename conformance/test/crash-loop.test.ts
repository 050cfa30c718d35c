import { describe, expect, test } from 'vitest';
import { blamed, judgeHostile } from './fixtures/hostile.ts';
import { fixtureSuite } from './fixtures/suite.ts';

describe.concurrent('A crash loop', () => {
  const many = {
    ...fixtureSuite,
    checks: Array.from({ length: 120 }, (_, index) => ({
      ...(fixtureSuite.checks.find(({ id }) => id === 'identifiers/upper-case') as (typeof fixtureSuite.checks)[0]),
      id: `identifiers/copy-${index}`,
    })),
  };

  test('SUB-4 every question of it is blamed while there is time', async () => {
    const report = await judgeHostile('dies', { suite: { ...many, checks: many.checks.slice(0, 12) } });
    expect(blamed(report)).toHaveLength(12);
    expect(blamed(report).every(({ failure }) => failure === 'crash')).toBe(true);
  });

  test('SUB-4 it ends in bounded time, and what was not asked says why', async () => {
    const report = await judgeHostile('dies', { suite: many, patienceMillis: 2_500 });
    const left = report.checks.filter(({ outcome }) => outcome === 'could-not-run');
    expect(left.length).toBeGreaterThan(20);
    expect(left[0]?.reason).toMatch(/broke \d+ times/);
    expect(report).toMatchObject({ verdict: 'not-conformant', exitCode: 1 });
  });
});
