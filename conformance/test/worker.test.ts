import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { type WorkerLike, webWorkerSubject } from '../src/transport/web-worker.ts';
import { workerSubject } from '../src/transport/worker.ts';
import { bundled } from './fixtures/bundled.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const WORKER = pathToFileURL(bundled('worker.mjs'));

describe('A subject in a worker', () => {
  test('SUB-1 an honest one passes', async () => {
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: workerSubject(WORKER),
      suite: fixtureSuite,
      runs: 2,
    });
    expect(report.checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'not-applicable')).toEqual([]);
    expect(report.exitCode).toBe(0);
  });

  test('SUB-5 an endless loop is ended and blamed on its question', async () => {
    const beat = new Int32Array(new SharedArrayBuffer(4));
    const launch = workerSubject(WORKER, { beat });
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch,
      suite: fixtureSuite,
      runs: 0,
      timeoutMillis: 1_000,
    });
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    expect(failed).toEqual(['identifiers/upper-case', 'subject/answers-in-time']);
    const before = Atomics.load(beat, 0);
    expect(before).not.toBe(0);
    await new Promise((done) => setTimeout(done, 100));
    expect(Atomics.load(beat, 0)).toBe(before);
  });

  test('SUB-4 an uncaught error is a crash', async () => {
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: workerSubject(WORKER, 'throws'),
      suite: fixtureSuite,
      runs: 0,
    });
    expect(report.checks.find(({ id }) => id === 'identifiers/upper-case')).toMatchObject({ failure: 'crash' });
  });
});

describe('A subject in a browser worker', () => {
  test('SUB-4 an error event is a crash', async () => {
    const create = (): WorkerLike => ({
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: (type, listener) => {
        if (type === 'error') setImmediate(() => listener({ message: 'out of ink' }));
      },
    });
    const report = await judgeSubject({ seed: PINNED_SEED, launch: webWorkerSubject(create), suite: fixtureSuite });
    expect(report).toMatchObject({ verdict: 'no-subject', exitCode: 4 });
    expect(report.message).toContain('out of ink');
  });
});
