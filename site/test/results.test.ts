import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requirementOf } from '../src/facts/index.ts';
import { casesOf } from '../src/results/cases.ts';
import { type Count, cellText, countSentence } from '../src/results/cell-words.ts';
import { cellOf } from '../src/results/cells.ts';
import { casesIn, differencesOf } from '../src/results/differences.ts';
import { parseFragment, printFragment } from '../src/results/fragment.ts';
import { placeAfter } from '../src/results/grid-keys.ts';
import { matrix, rows } from '../src/results/matrix.ts';
import { subjectNamed, subjects } from '../src/results/subjects.ts';

const ROOT = join(import.meta.dirname, '../..');
const ledger = readFileSync(join(ROOT, 'conformance/LEDGER.md'), 'utf8');

/** The cells of a line of a Markdown table without its links, code and bold. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^\[([^\]]+)\].*$/, '$1'));

/** The rows of the ledger's part about each set of requirements. */
const sections = ledger
  .split(/^## /m)
  .slice(1)
  .filter((part) => /^[A-Z0-9]+-\d/.test(part))
  .map((part) => ({
    requirements: (part.split('\n')[0] ?? '').split(', '),
    rows: part
      .split('\n')
      .filter((line) => line.startsWith('| ['))
      .map(cellsOf),
  }));

describe('The subjects', () => {
  test('are those of the ledger, in its order, with its counts', () => {
    const summary = ledger
      .slice(0, ledger.indexOf('## '))
      .split('\n')
      .filter((line) => line.startsWith('| ['))
      .map(cellsOf);
    expect(
      subjects.map(({ name, program, report: { subject, verdict, totals } }) => [
        name,
        program,
        subject.hello?.implementation.version,
        verdict,
        ...[totals.passed, totals.failed, totals.notApplicable].map(String),
      ]),
    ).toEqual(
      summary.map(([name, program, version, verdict, , passed, failed, _byDesign, notApplicable]) => [
        name,
        program,
        version,
        verdict,
        passed,
        failed,
        notApplicable,
      ]),
    );
  });

  test('name what is below the package apart from its version', () => {
    expect(subjectNamed('ssb-classic-js')).toMatchObject({ version: '1.1.0', engine: 'libsodium-wrappers 0.7.16' });
    expect(subjectNamed('earthstar-6')).not.toHaveProperty('engine');
    expect(() => subjectNamed('fern')).toThrow(RangeError);
  });
});

describe('A cell', () => {
  test('says failed of as many cases as the ledger, for every subject and requirement', () => {
    for (const [column, { name }] of subjects.entries())
      for (const { requirement, cells } of rows) {
        const told = sections
          .filter(({ requirements }) => requirements.includes(requirement.id))
          .flatMap((section) => section.rows.filter(([subject]) => subject === name))
          .reduce((sum, [, , cases]) => sum + Number(cases), 0);
        expect({ name, id: requirement.id, failed: cells[column]?.failed }).toEqual({
          name,
          id: requirement.id,
          failed: told,
        });
      }
  });

  test('counts every check that names the requirement, once', () => {
    for (const subject of subjects)
      for (const { requirement } of rows) {
        const { passed, failed, elsewhere, notApplicable, couldNotRun, checks } = cellOf(subject, requirement);
        expect(passed + failed + elsewhere + notApplicable + couldNotRun).toBe(checks.length);
      }
  });

  test('says that a profile is not claimed where nothing was asked', () => {
    const document = requirementOf('DOC-7');
    if (document === undefined) throw new Error('DOC-7 is gone');
    expect(cellOf(subjectNamed('ssb-keys'), document).state).toBe('not-claimed');
  });

  test('has words for each state', () => {
    const none: Count = { state: 'not-claimed', passed: 0, failed: 0, elsewhere: 0, notApplicable: 0, couldNotRun: 0 };
    const words = (of: Partial<Count>): string => {
      const { seen, heard } = cellText({ ...none, ...of });
      return seen + heard;
    };
    expect(words({ state: 'passed', passed: 7 })).toBe('all 7 passed');
    expect(words({ state: 'failed', passed: 5, failed: 2, elsewhere: 1 })).toBe('2 of 7 failed');
    expect(words({ state: 'undecided', elsewhere: 3 })).toBe('open: 3 failed for another requirement');
    expect(words({ state: 'could-not-run', couldNotRun: 3 })).toBe('3 lost: could not run');
    expect(words({ state: 'not-applicable', notApplicable: 3 })).toBe('n/a: not applicable');
    expect(words({})).toBe('not claimed');
    expect(countSentence(none)).toBe('nothing was asked');
    expect(countSentence({ ...none, failed: 1, notApplicable: 2 })).toBe('1 failed, 2 not applicable');
  });
});

describe('The matrix', () => {
  test('has every requirement once, by its chapter', () => {
    expect(new Set(rows.map(({ requirement }) => requirement.id)).size).toBe(rows.length);
    for (const { chapter, rows: of } of matrix)
      for (const { requirement } of of) expect(requirement.chapter).toBe(chapter.name);
  });
});

describe('The cases of a cell', () => {
  const all = subjects.flatMap((subject) =>
    rows.flatMap(({ requirement, cells }) => {
      const cell = cells[subjects.indexOf(subject)];
      return cell === undefined || cell.checks.length === 0
        ? []
        : [{ cell, cases: casesOf(subject, requirement, cell) }];
    }),
  );

  test('are those that the cell counts', () => {
    for (const { cell, cases } of all) {
      expect([cases.failed.length, cases.elsewhere.length, cases.passed.length]).toEqual([
        cell.failed,
        cell.elsewhere,
        cell.passed,
      ]);
      expect(cases.unasked.flatMap(({ checks }) => checks).length).toBe(cell.notApplicable + cell.couldNotRun);
    }
  });

  test('have the input of the first failed one, and are short enough to be fetched', () => {
    for (const { cases } of all) {
      if (cases.failed[0] !== undefined && !cases.failed[0].id.startsWith('subject/'))
        expect(cases.failed[0].input).toBeTypeOf('string');
      for (const each of cases.failed.slice(1)) expect(each.input).toBeUndefined();
      expect(JSON.stringify(cases).length).toBeLessThan(100_000);
    }
  });
});

describe('The differences of a subject', () => {
  test.each(subjects.map(({ name }) => name))('are all that failed, in the groups of the ledger: %s', (name) => {
    const subject = subjectNamed(name);
    const differences = differencesOf(subject);
    expect(casesIn(differences)).toBe(subject.report.totals.failed);
    const grouped = differences.map(({ requirements, ways }) => [
      requirements.map(({ id }) => id).join(', '),
      ways.length,
    ]);
    const told = sections.flatMap(({ requirements, rows: lines }) => {
      const mine = lines.filter(([subject]) => subject === name).length;
      return mine === 0 ? [] : [[requirements.join(', '), mine]];
    });
    expect(grouped).toEqual(told);
  });
});

describe('The fragment', () => {
  test('brings back the cell that it was made of', () => {
    const selection = { subject: 'ssb-validate', requirement: 'SSB-12' };
    expect(printFragment(selection)).toBe('#subject=ssb-validate&requirement=SSB-12');
    expect(parseFragment(printFragment(selection))).toEqual(selection);
  });

  test.each(['', '#', '#subject=ssb-validate', '#requirements', '#requirement=SSB-12'])('names no cell: %s', (text) => {
    expect(parseFragment(text)).toBeUndefined();
  });
});

describe('The arrow keys', () => {
  const rowsOfCells = ['x.x', '...', 'xx.'];
  const has = (row: number, column: number): boolean => rowsOfCells[row]?.[column] === 'x';
  const size = { rows: 3, columns: 3 };

  test('go to the next cell that has something', () => {
    expect(placeAfter(has, size, [0, 0], { rows: 0, columns: 1 })).toEqual([0, 2]);
    expect(placeAfter(has, size, [0, 0], { rows: 1, columns: 0 })).toEqual([2, 0]);
    expect(placeAfter(has, size, [0, 2], { rows: 1, columns: 0 })).toBeUndefined();
    expect(placeAfter(has, size, [0, 0], { rows: -1, columns: 0 })).toBeUndefined();
  });

  test('go to the farthest one with Home and End', () => {
    expect(placeAfter(has, size, [2, 0], { rows: 0, columns: Infinity })).toEqual([2, 1]);
    expect(placeAfter(has, size, [2, 1], { rows: 0, columns: -Infinity })).toEqual([2, 0]);
  });
});
