import type { CheckResult, VectorCase } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { ledgerText } from '../../scripts/subjects/ledger.ts';
import { dated, lastingReport, type Result, resultText } from '../../scripts/subjects/result.ts';
import { compareSubjects, differ } from '../../scripts/subjects/side-by-side.ts';

const check = (id: string, requirements: string[], more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  profile: 'earthstar-es4',
  requirements,
  operation: 'record.verify',
  outcome: 'failed',
  failure: 'accepted-invalid',
  harm: 'accepts-invalid',
  expected: { reject: { codes: ['address-form'] } },
  got: { ok: {} },
  ...more,
});

const counts = { passed: 1, failed: 2, notApplicable: 0, couldNotRun: 0, known: 0 };

const report = (checks: CheckResult[]): Result => ({
  judged: '2026-02-03',
  report: 1,
  suite: { version: '0.1.0', manifestSha256: 'ab' },
  judge: { name: 'rockpool-conformance', version: '0.1.0' },
  subject: { command: ['/somewhere/adapter.mjs'] },
  options: { seed: 1, verdictOnly: false },
  verdict: 'not-conformant',
  exitCode: 1,
  totals: counts,
  profiles: [{ profile: 'earthstar-es4', claimed: true, verdict: 'failed', counts }],
  requirements: [],
  checks,
});

const vector = (id: string, defect: string, text: string): [string, VectorCase] => [
  id,
  {
    id,
    title: 'A share with a key',
    profile: 'earthstar-es4',
    requirements: ['ES4-2'],
    operation: 'record.verify',
    input: { text },
    expect: { reject: { codes: ['address-form'] } },
    defect,
  },
];

const vectors = new Map([
  vector('earthstar-es4/long', 'another defect', 'a long text'),
  vector('earthstar-es4/short', 'the suffix ends with z', 'a text'),
]);
const sentences = new Map([
  ['ES-1', 'First.'],
  ['ES4-2', 'Second.'],
]);
const twoOfOne = report([check('earthstar-es4/long', ['ES4-2']), check('earthstar-es4/short', ['ES4-2'])]);

describe('The ledger', () => {
  test('gives one row to the failures of one requirement, with the smallest case', () => {
    const rows = ledgerText(new Map([['fern', twoOfOne]]), vectors, sentences)
      .split('\n')
      .filter((line) => line.includes('earthstar-es4/'));
    expect(rows).toEqual([
      '| [fern](results/fern.json) | record.verify | 2 | `earthstar-es4/short` | the suffix ends with z | refuses (address-form) | accepts |',
    ]);
  });

  test('takes what a subject calls itself and says as plain text', () => {
    const hello = {
      protocol: 1 as const,
      implementation: { name: '[fern](javascript:x) <b> **1** |', version: '`\u202e_1_' },
      profiles: [],
      operations: {},
    };
    const threw = check('a/threw', ['ES-1'], {
      failure: 'adapter-error',
      got: { error: { message: '<img> `x`\n# y' } },
    });
    const odd = check('a/odd', ['ES4-2'], { failure: 'wrong-value', got: { ok: { id: 'a``b`|' } } });
    const hostile = { ...report([threw, odd]), subject: { command: [], hello } };
    const text = ledgerText(new Map([['fern', hostile]]), vectors, sentences);
    expect(text).toContain('| \\[fern\\](javascript:x) \\<b\\> \\*\\*1\\*\\* \\| | \\`\\\\u202e\\_1\\_ |');
    expect(text).toContain('fails: “\\<img\\> \\`x\\` \\# y”');
    expect(text).toContain('| ``` {"id":"a``b`\\|"} ``` |');
  });

  test('follows the order of the requirements and quotes their sentences', () => {
    const other = report([check('earthstar-es4/other', ['ES-1'])]);
    const text = ledgerText(
      new Map([
        ['fern', twoOfOne],
        ['quinn', other],
      ]),
      vectors,
      sentences,
    );
    expect(text.match(/^(##|>) .*/gm)).toEqual([
      '## Side by side: earthstar-es4',
      '## ES-1',
      '> **ES-1** First.',
      '## ES4-2',
      '> **ES4-2** Second.',
      '## How to reproduce a row',
    ]);
  });

  test('shows what two packages with one profile answer to the same case', () => {
    const passed = check('earthstar-es4/short', ['ES4-2'], { outcome: 'passed' });
    const threw = check('earthstar-es4/long', ['ES4-2'], { failure: 'adapter-error', got: { error: {} } });
    const text = ledgerText(
      new Map([
        ['fern', twoOfOne],
        ['quinn', report([passed, threw])],
      ]),
      vectors,
      sentences,
    );
    expect(text).toContain(
      [
        '| Rule | The smallest case | Cases | fern | quinn |',
        '| --- | --- | --- | --- | --- |',
        '| ES4-2 | `earthstar-es4/long` | 1 | **accepts** | **fails** |',
        '| ES4-2 | `earthstar-es4/short` | 1 | **accepts** | refuses |',
      ].join('\n'),
    );
  });

  test('counts what each subject does to people, the worst first, apart from what it leaves out by design', () => {
    const checks = [
      check('a/silent', ['ES-1'], { failure: 'hang', harm: 'crashes' }),
      check('a/other', ['ES-1']),
      check('a/designed', ['ES4-2']),
    ];
    const design = { operation: 'record.verify', requirements: ['ES4-2'], why: 'it takes any order' };
    const text = ledgerText(new Map([['fern', report(checks)]]), vectors, sentences, new Map([['fern', design]]));
    expect(text).toContain(
      [
        '| Subject | Program | Version | Judged | Verdict | Profiles | Passed | Failed | accepts what must be refused | dies, hangs or gives no proper answer | Of these by design | Not applicable |',
        `|${' --- |'.repeat(12)}`,
        '| [fern](subjects/fern) | – | – | 2026-02-03 | not-conformant | earthstar-es4 failed | 1 | 2 | 2 | 1 | 1 | 0 |',
      ].join('\n'),
    );
  });

  test('gives two rows to failures of one requirement that do two harms', () => {
    const wrong = { operation: 'document.merge', failure: 'wrong-value' } as const;
    const checks = [
      check('a/kept', ['ES-1'], { ...wrong, harm: 'accepts-invalid' }),
      check('a/older', ['ES-1'], { ...wrong, harm: 'diverges' }),
    ];
    const text = ledgerText(new Map([['fern', report(checks)]]), vectors, sentences);
    expect(text.match(/^\| \[fern\]\(results.*$/gm)).toHaveLength(2);
  });

  test('says that a subject threw, died or was silent, which is no refusal', () => {
    const failures = [
      check('a/threw', ['ES-1'], {
        failure: 'adapter-error',
        got: { error: { code: -32000, message: 'TypeError: x' } },
      }),
      check('a/died', ['ES-1', 'ES4-2'], { failure: 'crash' }),
      check('a/silent', ['ES4-2'], { failure: 'hang' }),
    ];
    const text = ledgerText(new Map([['fern', report(failures)]]), vectors, sentences);
    for (const words of ['fails: “TypeError: x” |', 'dies |', 'never answers |']) expect(text).toContain(words);
  });
});

describe('A comparison', () => {
  const alike = report([check('earthstar-es4/short', ['ES4-2']), check('earthstar-es4/long', ['ES4-2'])]);
  const { failure: _, harm: __, ...asked } = check('earthstar-es4/short', ['ES4-2']);
  const right = report([{ ...asked, outcome: 'passed' }]);
  const compare = (subjects: Record<string, Result>) =>
    compareSubjects(new Map(Object.entries(subjects)), vectors, [...sentences.keys()]);

  test('tells where subjects differ, and the worst that one of them does', () => {
    const [first] = compare({ fern: alike, quinn: right });
    expect(first?.rows.map(({ cases, harm, answers }) => [cases, harm, answers.map(({ words }) => words)])).toEqual([
      [['earthstar-es4/short'], 'accepts-invalid', ['accepts', 'refuses']],
      [['earthstar-es4/long'], 'accepts-invalid', ['accepts', 'not asked']],
    ]);
    expect(first?.rows.map(differ)).toEqual([true, false]);
  });

  test('puts cases that all answer alike into one row, the smallest first', () => {
    expect(compare({ fern: alike, quinn: alike })[0]?.rows.map(({ cases }) => cases)).toEqual([
      ['earthstar-es4/short', 'earthstar-es4/long'],
    ]);
  });

  test('leaves out the reference, and a profile that one subject alone claims', () => {
    expect(compare({ fern: alike, reference: right })).toEqual([]);
  });
});

describe('A result on file', () => {
  const lasting = lastingReport(
    report([
      check('law/b', ['ES-1'], { input: { text: 'kept' }, detail: 'of one machine' }),
      check('earthstar-es4/long', ['ES4-2'], { input: { text: 'in the vectors' } }),
    ]),
    { name: 'fern', command: ['./adapter.mjs'], directory: '/somewhere' },
    (id) => vectors.has(id),
  );

  test('has nothing of this machine, and no input that the vectors have', () => {
    expect(lasting.subject.command).toEqual(['./adapter.mjs']);
    expect(lasting.checks.map(({ id, input, detail }) => [id, input, detail])).toEqual([
      ['earthstar-es4/long', undefined, undefined],
      ['law/b', { text: 'kept' }, undefined],
    ]);
  });

  test('has of the reference what it does not pass, and the counts', () => {
    const { failure: _, harm: __, ...passed } = check('a/passed', ['ES-1'], { outcome: 'passed' });
    const reference = { name: 'reference', command: [], directory: '/somewhere' };
    const { checks, totals } = lastingReport(report([passed, check('a/failed', ['ES-1'])]), reference, () => false);
    expect([checks.map(({ id }) => id), totals.passed]).toEqual([['a/failed'], 1]);
  });

  test('keeps its day until it says something else', () => {
    const { judged: _, ...now } = report([check('law/b', ['ES-1'])]);
    const first = dated(now, undefined, '2026-02-03');
    expect(first.judged).toBe('2026-02-03');
    const read = JSON.parse(resultText(first)) as Result;
    expect(dated(now, read, '2026-02-04').judged).toBe('2026-02-03');
    expect(dated({ ...now, suite: { ...now.suite, manifestSha256: 'cd' } }, read, '2026-02-04').judged).toBe(
      '2026-02-04',
    );
    expect(dated({ ...now, checks: [] }, read, '2026-02-04').judged).toBe('2026-02-04');
  });

  test.each([
    ['wall', '2026-02-03'],
    ['given', '2026-02-04'],
  ] as const)('of another example of a law, where the clock is %s, keeps the one of %s', (clock, day) => {
    const { judged: _, ...plain } = report([check('law/b', ['ES-1'], { input: { now: 1 } })]);
    const hello = {
      protocol: 1,
      implementation: { name: 'fern', version: '1' },
      profiles: [],
      operations: { 'record.verify': { clock } },
    } as const;
    const now = { ...plain, subject: { ...plain.subject, hello: { ...hello, profiles: [] } } };
    const read = JSON.parse(resultText(dated(now, undefined, '2026-02-03'))) as Result;
    const next = { ...now, checks: [check('law/b', ['ES-1'], { input: { now: 2 } })] };
    expect(dated(next, read, '2026-02-04').judged).toBe(day);
    const fails = { ...next, checks: [{ ...(next.checks[0] as CheckResult), failure: 'crash' as const }] };
    expect(dated(fails, read, '2026-02-04').judged).toBe('2026-02-04');
  });

  test('is the same report again when it is read', () => {
    expect(JSON.parse(resultText(lasting))).toEqual(JSON.parse(JSON.stringify(lasting)));
    expect(
      resultText(lasting)
        .split('\n')
        .filter((line) => line.startsWith('    {"id":')),
    ).toHaveLength(2);
  });
});
