import { describe, expect, test } from 'vitest';
import { requirements } from '../src/facts/index.ts';
import { asked, FEW, gaps, mutants, score, strengths, watched, weakest } from '../src/results/score.ts';
import { grids, partsOf } from '../src/results/score-cells.ts';

describe('The score', () => {
  test('is of the requirements of the register', () => {
    expect(score.requirements.map(({ id }) => id)).toEqual(requirements.map(({ id }) => id));
    expect(asked.length + watched.length).toBe(strengths.length);
  });

  test('adds up', () => {
    expect(mutants.length).toBe(score.totals.mutants);
    expect(score.totals.musts).toBe(requirements.filter(({ level }) => level.startsWith('MUST')).length);
    expect(score.totals.exercised).toBe(
      strengths.filter(({ exercised, requirement }) => exercised && requirement.level.startsWith('MUST')).length,
    );
  });

  test('shows each cell in one square', () => {
    const squares = grids.flatMap(({ rows }) => rows.flatMap((row) => row.squares)).filter((square) => square);
    expect(squares.length).toBe(score.cells.length);
    const { cells, cellsNoticed, cellsExcepted } = score.totals;
    expect(cells + cellsExcepted).toBe(score.cells.length);
    expect(
      squares.filter((square) => square?.cell.exception === undefined && square?.cell.noticedBy === 0).length,
    ).toBeLessThanOrEqual(cells - cellsNoticed);
    for (const square of squares) expect(square?.because !== undefined).toBe(square?.cell.exception !== undefined);
  });

  test('reads a cell in its parts', () => {
    expect(partsOf('SIG-4@es.5/document.merge#shareSignature')).toEqual({
      what: 'SIG-4',
      format: 'es.5',
      place: 'document.merge shareSignature',
    });
    expect(partsOf('ID-1/id.parse')).toEqual({ what: 'ID-1', format: undefined, place: 'id.parse' });
  });

  test('shows the weakest first', () => {
    expect(asked.map(({ noticedBy }) => noticedBy)).toEqual(
      asked.map(({ noticedBy }) => noticedBy).sort((a, b) => a - b),
    );
    for (const { noticedBy } of weakest) expect(noticedBy).toBeLessThan(FEW);
    // A SHOULD that nobody leaves out has no mutant.
    expect(mutants[0]?.noticedBy).toBe(asked.find((each) => each.mutants > 0)?.noticedBy);
    expect(mutants.at(-1)?.requirement).toBe(watched.at(-1)?.requirement.id);
  });

  test('knows a gap by the checks alone', () => {
    for (const { requirement, missing } of gaps) {
      const { coverage } = strengths.find((each) => each.requirement === requirement) ?? {};
      expect(missing.includes('refused') ? coverage?.reject : coverage?.accept).toBe(0);
    }
  });
});
