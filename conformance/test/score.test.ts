import type { Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../scripts/mutants/outcome.ts';
import { scoreOf, scoreText } from '../scripts/score/score.ts';

const counts = { passed: 2, failed: 0, notApplicable: 0, couldNotRun: 0, known: 0 };

const reference: Report = {
  report: 1,
  suite: { version: '0.1.0', manifestSha256: 'ab' },
  judge: { name: 'rockpool-conformance', version: '0.1.0' },
  subject: { command: ['/somewhere/reference'] },
  options: { seed: 1, verdictOnly: false },
  verdict: 'conformant',
  exitCode: 0,
  totals: counts,
  profiles: [],
  requirements: [],
  checks: ['documents/page', 'documents/wiki#id'].map((id) => ({
    id,
    profile: 'documents',
    requirements: ['DOC-7'],
    operation: 'record.verify',
    outcome: 'passed',
  })),
};

const requirements = [
  { id: 'DOC-7', level: 'MUST', chapter: '05-documents' },
  { id: 'DOC-8', level: 'MUST NOT', chapter: '05-documents' },
  { id: 'DOC-9', level: 'MAY', chapter: '05-documents' },
];

const outcomes: Outcome[] = [
  { requirement: 'DOC-7', title: 'skips', verdict: 'not-conformant', noticedBy: ['documents/wiki', 'documents/page'] },
  { requirement: 'DOC-8', title: 'skips too', verdict: 'conformant', noticedBy: [] },
];

describe('The score', () => {
  const score = scoreOf(requirements, reference, outcomes);

  test('counts what was noticed and which MUSTs are exercised', () => {
    expect(score.totals).toEqual({ mutants: 2, noticed: 1, musts: 2, exercised: 1 });
    expect(score.requirements[0]).toEqual({
      id: 'DOC-7',
      level: 'MUST',
      passed: 2,
      mutants: 1,
      noticedBy: 2,
      exercised: true,
    });
    expect(score.requirements[1]?.exercised).toBe(false);
  });

  test('names examples in one order, whichever answered first', () => {
    expect(score.mutants[0]?.examples).toEqual(['documents/page', 'documents/wiki']);
  });

  test('is JSON with a mutant a line and nothing of one machine', () => {
    const text = scoreText(score);
    expect(JSON.parse(text)).toEqual(score);
    expect(text.split('\n').filter((line) => line.includes('"title"')).length).toBe(2);
    expect(text).not.toContain('/somewhere');
  });
});
