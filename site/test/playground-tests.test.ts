import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openModelHost } from '../../conformance/src/simulate/model.ts';
import { planOf } from '../../conformance/src/simulate/plan.ts';
import { simulationRepro } from '../../conformance/src/simulate/repro.ts';
import { runPlan } from '../../conformance/src/simulate/run.ts';
import { copyAsSchedule } from '../src/playground/engine/copy-as-schedule.ts';
import { copyAsTest } from '../src/playground/engine/copy-as-test.ts';
import { Play } from '../src/playground/engine/play.ts';
import { openSchedule } from '../src/playground/engine/schedule.ts';
import { scenarioNamed } from '../src/playground/scenarios/index.ts';
import { type Scenario, timelineOf } from '../src/playground/scenarios/scenario.ts';

const judge = join(import.meta.dirname, '../../conformance/bin/rockpool-conformance.mjs');

const played = (name: string): Play => {
  const timeline = timelineOf(scenarioNamed(name) as Scenario);
  return new Play(timeline).go(timeline.events.length);
};

/** The exit code of `rockpool-conformance replay`, for one peer of each of some time lines, in one file: the judge takes long to start. */
const replayed = (parts: readonly (readonly [name: string, at: number])[], command: readonly string[] = []): number => {
  const files = parts.map(([name, at]) => copyAsTest(played(name), at));
  const [copied] = files;
  if (copied === undefined || 'fault' in copied) throw new Error(copied?.fault);
  const questions = files.flatMap((file) => ('fault' in file ? [] : file.repro.questions));
  expect(questions.length).toBe(parts.length);
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-playground-'));
  try {
    const file = join(folder, copied.name);
    writeFileSync(file, JSON.stringify({ ...copied.repro, questions }));
    execFileSync(process.execPath, [judge, 'replay', file, ...command], { stdio: 'pipe' });
    return 0;
  } catch (error) {
    return (error as { status: number }).status;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('Copy as a test', () => {
  test('REP-12 the reference sends and keeps in a peer’s place what the judge’s model does', () => {
    const parts = [
      ['two-write', 1],
      ['delete-edit', 0],
      ['wrong-clock', 0],
      ['forger', 1],
      ['fork', 2],
      ['own-page', 1],
      ['expires', 2],
      ['half', 2],
      ['forgotten', 0],
    ] as const;
    expect(replayed(parts)).toBe(0);
  });

  test('RNG-14 notices a program that does not do the same', () => {
    const reference = join(import.meta.dirname, '../../reference/subject');
    expect(replayed([['two-write', 1]], ['--', reference, '--without', 'RNG-14'])).toBe(1);
  });

  test('says why there is none for a peer that began with a full disk', () => {
    const play = new Play({ ...played('two-write').timeline, events: [{ do: 'full', peer: 0, full: true }] }).go(1);
    expect(copyAsTest(play, 0)).toEqual({ fault: expect.stringContaining('its disk was full') });
  });
});

describe('A schedule of the suite', () => {
  test('is played to the same end as by the judge', async () => {
    for (const seed of [3, 11, 27, 40]) {
      const plan = planOf(seed, { hosts: 1, restarts: false });
      if (plan.steps.some((step) => step.do === 'connect' && step.lie !== undefined)) continue;
      const opened = openSchedule(JSON.stringify(simulationRepro(plan, { ok: false, kind: 'lost', words: 'a try' })));
      if ('fault' in opened) throw new Error(opened.fault);
      const { world } = new Play(opened.timeline).go(opened.timeline.events.length);
      expect(await runPlan(plan, { shared: [openModelHost()] }, 'x')).toMatchObject({ ok: true });
      const whole = world.peers.filter(({ filter }) => filter === undefined).map(({ summary }) => summary);
      expect(new Set(whole.map(({ fingerprint }) => fingerprint)).size).toBeLessThanOrEqual(1);
      expect(world.messages.length).toBeGreaterThan(0);
    }
  });

  test('is told in words if it is none', () => {
    expect(openSchedule('{"simulation":2}')).toEqual({ fault: expect.stringContaining('no schedule') });
    expect(openSchedule('[')).toEqual({ fault: expect.stringContaining('no JSON') });
  });
});

describe('Copy as a schedule', () => {
  test.for(['two-write', 'delete-edit', 'own-page', 'expires', 'half', 'forgotten'])(
    '%s is run by the judge on peers of its own model, and played here to the same end',
    async (name) => {
      const play = played(name);
      // What a forger does is in no schedule: without it the same goes on.
      const honest = new Play({
        ...play.timeline,
        events: play.timeline.events.filter((event) => event.do !== 'forge'),
      });
      const copied = copyAsSchedule(honest.go(honest.timeline.events.length));
      if ('fault' in copied) throw new Error(copied.fault);
      const { plan } = copied.repro;
      expect(plan.steps.some((step) => step.do === 'deliver')).toBe(true);
      expect(await runPlan(plan, { shared: [openModelHost()] }, 'x')).toMatchObject({ ok: true });
      const opened = openSchedule(JSON.stringify(copied.repro));
      if ('fault' in opened) throw new Error(opened.fault);
      const again = new Play(opened.timeline).go(opened.timeline.events.length);
      // What expires has gone in the end of a schedule, which is later.
      if (name !== 'expires')
        expect(again.world.peers.map(({ summary }) => summary)).toEqual(
          honest.world.peers.map(({ summary }) => summary),
        );
    },
  );

  test('says what no schedule has', () => {
    expect(copyAsSchedule(played('forger'))).toEqual({ fault: expect.stringContaining('a forger') });
    expect(copyAsSchedule(played('wrong-clock'))).toEqual({ fault: expect.stringContaining('a clock that is set') });
  });
});
