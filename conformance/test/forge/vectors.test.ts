import type { VectorCase } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { makeIdentifiers } from '../../recipes/encoding/identifiers.ts';
import { makeSpeccheck } from '../../recipes/signatures/speccheck.ts';
import { makeZip215 } from '../../recipes/signatures/zip215.ts';
import { lintCases, lintCoverage } from '../../scripts/vectors/lint.ts';

const accepting = (cases: readonly VectorCase[], library: string): string =>
  cases
    .map(({ expect: answer, wrongIn }) => ('ok' in answer !== (wrongIn ?? []).includes(library) ? 'V' : 'X'))
    .join('');

describe('the classes of libraries', () => {
  test('answer the 12 published cases as they were measured', () => {
    const { cases } = makeSpeccheck();
    const answers = ["A'", 'B', 'C', 'D', 'E', 'F'].map((library) => accepting(cases, library));
    expect(answers).toEqual([
      'XXXVXXXXXXXX',
      'VVVVXXXXXXXV',
      'VVVVXXXXXXXX',
      'VVVVXXVVXXXV',
      'XXVVVVXXXXXX',
      'VVVVVVXXXVVV',
    ]);
  });

  test('accept as many pairs of small order as they were measured', () => {
    const { cases } = makeZip215();
    const counts = ["A'", 'B', 'C', 'D', 'E', 'F'].map(
      (library) => accepting(cases, library).replaceAll('X', '').length,
    );
    expect(counts).toEqual([0, 12, 8, 12, 0, 196]);
  });
});

describe('the lint of vectors', () => {
  const { cases } = makeIdentifiers();
  const requirements = ['ID-1', 'ID-2', 'ID-3', 'ID-4', 'ID-5'].map((id) => ({ id, level: 'MUST', code: 'id-form' }));
  const all = [...requirements, { id: 'ID-6', level: 'MUST' }];
  const spoil = (change: (one: VectorCase) => VectorCase): string[] =>
    lintCases([...cases.slice(0, -1), change(cases.at(-1) as VectorCase)], all);

  test('finds nothing wrong with the identifiers', () => {
    expect(lintCases(cases, all)).toEqual([]);
    expect(lintCoverage(cases, all).filter((problem) => problem.startsWith('ID'))).toEqual([]);
  });

  test('finds an id that was used before, an unknown rule, an unknown code, a missing parent', () => {
    expect(lintCases([...cases, { ...(cases[0] as VectorCase) }], all)).toHaveLength(1);
    expect(spoil((one) => ({ ...one, requirements: ['ID-99'] }))[0]).toContain('no requirement');
    expect(
      spoil((one) => ({ ...one, expect: { reject: { codes: ['nonsense'] } } as VectorCase['expect'] })).join(),
    ).toContain('no rejection code');
    expect(spoil((one) => ({ ...one, parent: 'identifiers/nobody' }))[0]).toContain('does not exist');
    expect(spoil((one) => ({ ...one, parent: 'identifiers/empty' }))[0]).toContain('is refused too');
  });

  test('finds a rule that nothing breaks', () => {
    expect(
      lintCoverage(
        cases.filter(({ requirements: named }) => !named.includes('ID-4')),
        all,
      ).join(),
    ).toContain('ID-4: 0 refusals');
  });
});
