import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Host } from '../src/simulate/host.ts';
import { openModelHost } from '../src/simulate/model.ts';
import { type Plan, planOf } from '../src/simulate/plan.ts';
import { stepWords } from '../src/simulate/plan-words.ts';
import { parseSimulationRepro } from '../src/simulate/repro.ts';
import { runPlan } from '../src/simulate/run.ts';
import { runSeries } from '../src/simulate/series.ts';
import { shrinkPlan } from '../src/simulate/shrink.ts';
import { bundled } from './fixtures/bundled.ts';
import { askJudge } from './fixtures/run-judge.ts';

const without = (rule: string): Host => openModelHost((requirement, found) => (requirement === rule ? false : found));

/** Durable peers live by themselves: their host can be ended. */
const series = (broken: () => Host, count = 60, seed = 1) =>
  runSeries({ hosts: { shared: [openModelHost(), broken()], durable: broken() }, seed, count });

type Spoil = (operation: string, ok: Record<string, unknown>) => Record<string, unknown>;

/** The model, with what `spoil` makes of its answers. */
const spoilt = (spoil: Spoil): Host => {
  const right = openModelHost();
  return { ...right, ask: async (operation, input) => spoil(operation, await right.ask(operation, input)) };
};

type Texts = readonly string[];
const sending =
  (change: (send: Texts) => Texts): Spoil =>
  (_, ok) =>
    ok.send === undefined ? ok : { ...ok, send: change(ok.send as Texts) };
const parsed = (text: string): Record<string, unknown> => JSON.parse(text);

describe('A simulated net', () => {
  test('ends as it has to with peers that are right', { timeout: 60_000 }, async () => {
    const found = await series(openModelHost, 40);
    expect(found.failed).toBeUndefined();
    expect(found.carried).toBeGreaterThan(2_000);
  });

  test('is the same for the same seed', () => {
    const options = { hosts: 2, restarts: true };
    expect(planOf(7, options)).toEqual(planOf(7, options));
    expect(planOf(7, options)).not.toEqual(planOf(8, options));
  });

  test.for([
    ['RNG-21', 'error'],
    ['SYN-15', 'twice'],
    ['SYN-16', 'twice'],
    ['SYN-22', 'false-done'],
    ['REP-11', 'lost'],
  ] as const)(
    'finds peers that leave out %s, and makes the schedule short',
    { timeout: 60_000 },
    async ([rule, kind]) => {
      const { failed } = await series(() => without(rule));
      expect(failed?.failure).toBe(kind);
      expect(failed?.plan.steps.length).toBeLessThanOrEqual(12);
      const again = parseSimulationRepro(JSON.parse(JSON.stringify(failed)));
      const ran = await runPlan(
        again.plan,
        { shared: [openModelHost(), without(rule)], durable: without(rule) },
        'again-',
      );
      expect(ran).toMatchObject({ ok: false, kind });
    },
  );

  test.for<[string, Spoil, string]>([
    ['sends no records', sending((send) => send.filter((text) => parsed(text).type !== 'records')), 'lost'],
    ['says something else', sending((send) => send.map((text) => text.replace('"count"', '"counts"'))), 'message'],
    [
      'sends each record twice',
      sending((send) => send.flatMap((text) => (parsed(text).type === 'records' ? [text, text] : [text]))),
      'twice',
    ],
    ['never ends', sending((send) => send.filter((text) => parsed(text).type !== 'end')), 'unfinished'],
    [
      'calls itself equal always',
      (_, ok) => (ok.done === undefined ? ok : { ...ok, done: { ...(ok.done as object), equal: true } }),
      'false-done',
    ],
    [
      'does not tell what it holds',
      (operation, ok) => (operation === 'replica.state' ? { ...ok, records: [] } : ok),
      'message',
    ],
    ['gives no list', (operation, ok) => (operation === 'session.receive' ? {} : ok), 'host'],
  ])('finds a peer that %s', { timeout: 60_000 }, async ([, spoil, kind]) => {
    const { failed } = await series(() => spoilt(spoil));
    expect(failed?.failure).toBe(kind);
  });

  test('is shrunk to the steps without which it does not fail', async () => {
    const plan = planOf(3, { hosts: 1, restarts: false });
    const [one, other] = [plan.steps[2], plan.steps.at(-1)];
    const smallest = await shrinkPlan(plan, async ({ steps }: Plan) =>
      [one, other].every((step) => step !== undefined && steps.includes(step)),
    );
    expect(smallest.steps).toEqual([one, other]);
  });

  test('is told in words', () => {
    const all = Array.from({ length: 40 }, (_, seed) => planOf(seed, { hosts: 2, restarts: true }).steps).flat();
    const words = new Map(all.map((step) => [step.do, stepWords(step)]));
    expect([...words.keys()].sort()).toEqual([
      'connect',
      'deliver',
      'drop',
      'heal',
      'part',
      'restart',
      'wait',
      'write',
    ]);
    expect(words.get('write')).toMatch(/^peer \d is given ⟨/);
  });
});

const PEER = [process.execPath, bundled('model-peer.mjs')];
const folder = mkdtempSync(join(tmpdir(), 'rockpool-matrix-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('rockpool-conformance matrix', { timeout: 60_000 }, () => {
  const matrix = (...words: string[]) =>
    askJudge(['matrix', '--seed', '1', '--count', '8', ...words], [], { cwd: folder, env: process.env });

  test('0: two programs sync in both roles', async () => {
    const { status, stdout } = await matrix('--', ...PEER, '--', ...PEER);
    expect(stdout).toContain('8 schedules from seed 1 ended as they have to');
    expect(status).toBe(0);
  });

  test('1: a schedule fails, is written, and fails again', async () => {
    const broken = ['--', ...PEER, '--', ...PEER, '--without', 'SYN-15'];
    const { status, stdout } = await matrix('--repro-dir', folder, ...broken);
    expect(stdout).toContain('[SYN-15]');
    expect(status).toBe(1);
    const [file = ''] = readdirSync(folder);
    const again = await matrix('--replay', join(folder, file), '--json', ...broken);
    expect(again.status).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ failed: { failure: 'twice' } });
  });

  test('2: it takes two commands', async () => {
    const { status, stderr } = await matrix('--', ...PEER);
    expect(stderr).toContain('matrix takes 2 commands, each behind a --, not 1');
    expect(status).toBe(2);
  });

  test('4: a program has no sessions', async () => {
    const other = [process.execPath, new URL('./fixtures/hostile.mjs', import.meta.url).pathname];
    const { status, stderr } = await matrix('--', ...PEER, '--', ...other);
    expect(stderr).toContain('b does not have replica.open');
    expect(status).toBe(4);
  });
});
