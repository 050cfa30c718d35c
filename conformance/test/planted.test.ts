import { describe, expect, test } from 'vitest';
import { ADVERSARY_ONLY } from '../scripts/simulate/adversary-only.ts';
import { isCaughtBy, plant, sessionRules } from '../scripts/simulate/planted.ts';
import { MOST_STEPS } from '../scripts/simulate/planted-command.ts';

describe('A rule of a session that a peer leaves out', () => {
  test.for([
    ['RNG-14', 'lost'],
    ['SYN-15', 'twice'],
    ['SYN-13', 'error'],
    ['SYN-1', 'error'],
    ['SYN-6', 'message'],
    ['SYN-9', 'message'],
    ['SYN-14', 'message'],
    ['SYN-27', 'error'],
    ['RNG-1', 'error'],
    ['RNG-10', 'message'],
    ['RNG-11', 'error'],
    ['RNG-12', 'message'],
    ['RNG-13', 'message'],
    ['RNG-16', 'message'],
    ['RNG-20', 'message'],
    ['SYN-24', 'message'],
    ['SYN-25', 'message'],
    ['SYN-26', 'message'],
    ['SYN-35', 'error'],
  ] as const)('%s is found by a schedule that is made short', { timeout: 60_000 }, async ([rule, failure]) => {
    const { found } = await plant(rule, { seed: 1, count: 200 });
    expect(found).toMatchObject({ failure, replays: true });
    expect(found?.steps).toBeLessThanOrEqual(MOST_STEPS);
  });

  test('that no two peers show is one that a vector shows', { timeout: 60_000 }, async () => {
    const rules = sessionRules().map(({ requirement }) => requirement);
    expect(rules).toEqual(expect.arrayContaining([...ADVERSARY_ONLY.keys()]));
    const missed: string[] = [];
    for (const [rule, vector] of ADVERSARY_ONLY) if (!(await isCaughtBy(rule, vector))) missed.push(rule);
    expect(missed).toEqual([]);
  });
});
