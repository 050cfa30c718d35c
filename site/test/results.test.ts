import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requirementOf } from '../src/facts/index.ts';
import { casesOf } from '../src/results/cases.ts';
import { type Count, cellText, countSentence } from '../src/results/cell-words.ts';
import { cellOf } from '../src/results/cells.ts';
import { casesIn, findingsOf } from '../src/results/findings.ts';
import { parseFragment, printFragment } from '../src/results/fragment.ts';
import { placeAfter } from '../src/results/grid-keys.ts';
import { byHarm, harmCount, harmsDone } from '../src/results/harms.ts';
import { matrix, rows } from '../src/results/matrix.ts';
import { comparisons, families } from '../src/results/side-by-side.ts';
import { linkOf, reference, subjectNamed, subjects } from '../src/results/subjects.ts';

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
  test('are those of the ledger, in its order, with its counts, and the reference for scale', () => {
    const [head = [], , ...lines] = ledger
      .slice(0, ledger.indexOf('## '))
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map(cellsOf);
    const told = lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));
    const shown = [...subjects, ...(reference === undefined ? [] : [reference])].map((each) => {
      const { name, program, report } = each;
      const { harms, byDesign } = harmCount(each);
      const { judged, subject, verdict, totals } = report;
      const failed = [...harms.values()].reduce((sum, count) => sum + count, byDesign);
      expect(failed).toBe(totals.failed);
      return {
        Subject: name,
        Program: program,
        Version: subject.hello?.implementation.version,
        Judged: judged,
        Verdict: verdict,
        Passed: String(totals.passed),
        Failed: String(totals.failed),
        'Of these by design': String(byDesign),
        'Not applicable': String(totals.notApplicable),
      };
    });
    expect(shown).toHaveLength(told.length);
    for (const [at, { Subject }] of told.entries())
      expect(shown.find((each) => each.Subject === Subject)).toMatchObject(
        Object.fromEntries(Object.keys(shown[0] ?? {}).map((name) => [name, told[at]?.[name]])),
      );
    const order = told.map(({ Subject }) => Subject).filter((name) => name !== reference?.name);
    expect(subjects.map(({ name }) => name)).toEqual(order);
  });

  test('come by their harm, the worst first', () => {
    const worst = byHarm.map((each) => harmsDone.map((harm) => harmCount(each).harms.get(harm) ?? 0));
    const sorted = worst.toSorted((a, b) => {
      const at = a.findIndex((count, column) => count !== b[column]);
      return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
    });
    expect(worst).toEqual(sorted);
    expect(byHarm.at(-1)?.report.totals.failed).toBe(0);
  });

  test('link to their home where it can be opened safely, and nowhere else', () => {
    const from = (homepage: string) => linkOf({ ...subjectNamed('ssb-keys'), homepage });
    expect(from('https://github.com/ssbc/ssb-keys')).toBe('https://github.com/ssbc/ssb-keys');
    for (const unsafe of ['http://x.example', 'javascript:alert(1)', 'https://', 'git@x:y'])
      expect(from(unsafe)).toBe(undefined);
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

describe('The findings about a subject', () => {
  test.each(subjects.map(({ name }) => name))('are all that failed, in the rows of the ledger: %s', (name) => {
    const subject = subjectNamed(name);
    const found = findingsOf(subject).flatMap(({ findings }) => findings);
    expect(casesIn(found)).toBe(subject.report.totals.failed);
    const rowsOf = (ids: readonly string[]): Record<string, number> =>
      Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, of]) => [id, of.length]));
    const told = sections.flatMap(({ requirements, rows: lines }) =>
      lines.filter(([subject]) => subject === name).map(() => requirements.join(', ')),
    );
    expect(rowsOf(found.map(({ requirements }) => requirements.map(({ id }) => id).join(', ')))).toEqual(rowsOf(told));
  });

  test('begin with the worst harm, and end with what is left out on purpose', () => {
    expect(findingsOf(subjectNamed('earthstar-10')).map(({ harm }) => harm)).toEqual([
      'accepts-invalid',
      'diverges',
      'crashes',
      'refuses-valid',
      'by-design',
    ]);
    expect(findingsOf(subjectNamed('ssb-validate')).at(-1)?.harm).toBe('by-design');
  });

  const sentences = subjects.flatMap((subject) =>
    findingsOf(subject).flatMap(({ harm, findings }) => findings.map((finding) => ({ subject, harm, ...finding }))),
  );

  test.each([
    ['earthstar-9', 'Its replica keeps an es.4 document that must be left out. Suzy did not sign this'],
    ['earthstar-9', 'It accepts an es.4 document that must be refused. The signature is one that anybody can make.'],
    ['earthstar-10', 'Its replica keeps an es.4 document that must be left out. '],
    ['earthstar-10', 'Given the same documents, its replica ends up with others than its peers. one timestamp'],
    [
      'earthstar-10',
      'It throws “TypeError: Cannot convert object to primitive value” in place of refusing an es.4 document. ',
    ],
    ['earthstar-10', 'It refuses an es.4 document that is valid, saying “pubkey must be'],
    ['ssb-validate2', 'It loses a valid message of a batch. '],
    ['ssb-validate2', 'By chance it accepts a classic message that must be refused. '],
    ['ssb-classic', 'It writes a message that others must refuse. '],
  ])('are said in words: %s, %s', (name, beginning) => {
    const said = sentences.filter(({ subject }) => subject.name === name);
    expect(said.map(({ sentence, why, what }) => `${sentence}. ${why ?? what}`)).toContainEqual(
      expect.stringContaining(beginning),
    );
  });

  test('have an issue to copy, with the rule, the input, both answers and a command', () => {
    for (const { subject, harm, sentence, what, requirements, cases, issue } of sentences) {
      expect(issue.split('\n')[0]).toContain(`${subject.program} ${subject.version}`);
      for (const part of [
        `${sentence}: ${what}.`,
        'Expected: ',
        'Got: ',
        subject.report.judged,
        `reproduce.mjs ${subject.name} ${cases[0]?.id}'`,
      ])
        expect(issue).toContain(part);
      for (const { id, text } of requirements) expect(issue).toContain(`> **${id}** ${text}`);
      if (!cases[0]?.id.startsWith('subject/')) expect(issue).toContain('\nInput');
      expect(issue.includes('This may be by design')).toBe(harm === 'by-design');
      expect(issue).not.toMatch(/https?:/);
      expect(issue.length).toBeLessThan(9_000);
    }
  });

  test('begin with forged signatures', () => {
    const [first] = findingsOf(subjectNamed('earthstar-10'))[0]?.findings ?? [];
    expect(first?.cases[0]?.expected).toEqual({ words: 'refuses (signature-invalid)' });
  });

  test('name the function of the package', () => {
    const issue = sentences.find(
      ({ subject, operation }) => subject.name === 'earthstar-8' && operation === 'record.verify',
    )?.issue;
    expect(issue).toContain('Called: `FormatValidatorEs4.checkDocumentIsValid(');
    const batch = sentences.find(
      ({ subject, cases }) => subject.name === 'ssb-validate2' && cases[0]?.id.endsWith('#batch'),
    )?.issue;
    expect(batch).toContain('Called: `validateBatch(');
  });
});

describe('The tables side by side', () => {
  test('show all rows of the ledger', () => {
    const told = ledger
      .split(/^## /m)
      .filter((part) => part.startsWith('Side by side: '))
      .map((part) => [part.split('\n')[0]?.replace('Side by side: ', ''), part.match(/^\| (?!Rule|---)/gm)?.length]);
    expect(comparisons.map(({ profile, rows: of }) => [profile, of.length])).toEqual(told);
  });

  test('show of one package installed otherwise where it differs from itself', () => {
    expect(families.map(({ program }) => program)).toEqual(['earthstar', 'ssb-classic', 'ssb-keys', 'ssb-validate']);
    for (const { tables } of families)
      for (const { rows: of } of tables)
        for (const { answers } of of) expect(new Set(answers.map(({ words }) => words)).size).toBeGreaterThan(1);
    expect(families.find(({ program }) => program === 'ssb-keys')?.tables).toEqual([]);
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
