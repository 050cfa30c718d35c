import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, casesOf, type Law } from '../src/laws/law.ts';
import { terminalReport } from '../src/report/terminal.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { runSuite } from '../src/run-suite.ts';
import { lookup } from '../src/suite.ts';
import { inProcess } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const lawOf = (cases: Law['cases']): Law => ({
  id: 'law/broken',
  title: 'nobody can try this',
  profile: 'core',
  requirements: ['ID-6'],
  operations: ['id.sort'],
  cases,
});

const boom = (): never => {
  throw new RangeError('no such key');
};
const fine = ask('id.sort', { ids: [] }, { ok: { ids: [] } });

describe('A law that could not be tried', () => {
  test.for([
    ['its example cannot be made', casesOf(fc.nat(), boom)],
    ['its examples cannot be drawn', casesOf(fc.nat().map(boom), () => ({ questions: [fine] }))],
    ['what follows its answer cannot be made', casesOf(fc.nat(), () => ({ questions: [fine], follow: boom }))],
  ])('says why: %s', async ([, cases]) => {
    const suite = { ...fixtureSuite, checks: [], laws: [lawOf(cases as Law['cases'])] };
    const report = await runSuite({ seed: PINNED_SEED, launch: inProcess(), suite, runs: 3 });
    expect(report).toMatchObject({ verdict: 'judge-fault', exitCode: 5 });
    const text = terminalReport(report, { lookup });
    expect(text).toContain('law/broken could not be tried');
    expect(text).toContain('caused by: RangeError: no such key');
  });
});
