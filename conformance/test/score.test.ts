import type { Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { isHole, type JudgedCell, staleExceptions } from '../scripts/mutants/cells.ts';
import { exceptionOf } from '../scripts/mutants/exceptions.ts';
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

const cell = (spelling: string, noticedBy: readonly string[], exception?: string): JudgedCell => ({
  cell: spelling,
  what: 'DOC-7',
  kind: 'rule',
  title: 'skips here',
  profile: 'documents',
  operation: 'record.verify',
  requirements: ['DOC-7'],
  noticedBy,
  ...(exception !== undefined && { exception }),
});

const cells = [
  cell('DOC-7@rp.document.1/record.verify', ['documents/wiki', 'documents/page']),
  cell('DOC-7@rp.document.1/record.sign', ['documents/wiki']),
  cell('TXT-1@rp.document.1/record.sign', [], 'value-has-no-text'),
];

describe('The cells', () => {
  test('need two cases that notice them, or an exception', () => {
    expect(cells.filter(isHole).map((each) => each.cell)).toEqual(['DOC-7@rp.document.1/record.sign']);
  });

  test('make an exception stale when one is noticed, or when there is none', () => {
    const stale = staleExceptions([cell('TXT-1@rp.document.1/record.sign', ['documents/page'], 'value-has-no-text')]);
    expect(stale).toContain(
      'the exception value-has-no-text matches TXT-1@rp.document.1/record.sign, which documents/page notices',
    );
    expect(stale).toContain('the exception signer-is-free matches no cell');
  });

  test('have the exception that their spelling matches', () => {
    expect(exceptionOf('ES-2@es.4/record.sign')?.id).toBe('signer-is-free');
    expect(exceptionOf('ES4-5@es.4/record.sign')).toBeUndefined();
    expect(exceptionOf('ES-2@es.4/document.merge')).toBeUndefined();
  });
});

describe('The score', () => {
  const score = scoreOf(requirements, reference, outcomes, cells);

  test('counts what was noticed and which MUSTs are exercised', () => {
    expect(score.totals).toEqual({
      cells: 2,
      cellsNoticed: 1,
      cellsExcepted: 1,
      mutants: 2,
      noticed: 1,
      musts: 2,
      exercised: 1,
    });
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
    expect(text.split('\n').filter((line) => line.includes('"cell"')).length).toBe(3);
    expect(text).not.toContain('/somewhere');
  });
});
