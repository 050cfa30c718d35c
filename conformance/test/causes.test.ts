import type { CheckResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { causesOf, rulesNamed } from '../src/report/causes.ts';
import { explainCause } from '../src/report/explain.ts';
import { lookupIn, type Requirement } from '../src/report/facts.ts';
import { NO_PAINT } from '../src/report/paint.ts';
import { lookup } from '../src/suite.ts';

const sentence = (id: string, code?: string): Requirement => ({
  id,
  level: 'MUST',
  chapter: '05-documents',
  text: id,
  profile: ['documents'],
  ...(code === undefined ? {} : { code }),
});

/** Sentences without codes, two with one code, and two with codes of their own. */
const few = lookupIn(
  [
    ...['CAN-1', 'DOC-16', 'DOC-17', 'DOC-19', 'DOC-20', 'REC-14', 'REC-18'].map((id) => sentence(id)),
    sentence('DOC-2', 'path-form'),
    sentence('DOC-7', 'path-form'),
    sentence('REC-12', 'key-redundant'),
    sentence('REC-15', 'signature-invalid'),
  ],
  [],
);

let count = 0;

const result = (requirements: string[], more: Partial<CheckResult> = {}): CheckResult => {
  count += 1;
  const about = { id: `documents/case-${count}`, title: '', profile: 'documents', operation: 'record.verify' };
  return { ...about, requirements, outcome: 'passed', input: { format: 'rp.document.1' }, ...more } as CheckResult;
};

const passed = (times: number, ...requirements: string[]): CheckResult[] =>
  Array.from({ length: times }, () => result(requirements));

const wrong = (requirements: string[], more: Partial<CheckResult> = {}): CheckResult =>
  result(requirements, { outcome: 'failed', failure: 'wrong-value', ...more });

const refused = (requirements: string[], code: string, more: Partial<CheckResult> = {}): CheckResult =>
  wrong(requirements, { failure: 'rejected-valid', got: { reject: { code } }, ...more });

const taken = (requirements: string[], code: string, more: Partial<CheckResult> = {}): CheckResult =>
  wrong(requirements, { failure: 'accepted-invalid', expected: { reject: { codes: [code] } }, ...more });

const named = (...results: CheckResult[]): readonly string[] => rulesNamed(results, few);

describe('The likeliest cause', () => {
  test('is the sentence of whose checks most fail, where two explain the same failures', () => {
    const both = ['DOC-16', 'DOC-19'];
    expect(named(wrong(both), wrong(both), ...passed(9, 'DOC-16'))[0]).toBe('DOC-19');
    expect(named(wrong(both), wrong(both), ...passed(9, 'DOC-19'))[0]).toBe('DOC-16');
  });

  test('is the sentence that explains most failures, where the checks of both fail alike', () => {
    expect(named(wrong(['DOC-20']), wrong(['DOC-19']), wrong(['DOC-19']))).toEqual(['DOC-19', 'DOC-20']);
  });

  test('is shown more surely by a check that names it alone', () => {
    const among = ['DOC-16', 'DOC-17', 'DOC-19', 'DOC-20'];
    const gardens = [wrong(among), wrong(among), ...passed(4, ...among)];
    expect(named(...gardens, wrong(['DOC-20']), ...passed(3, 'DOC-16'))[0]).toBe('DOC-20');
  });

  test('takes with it what it may explain as well', () => {
    const failures = [wrong(['DOC-19']), wrong(['DOC-19']), wrong(['DOC-19', 'DOC-20']), ...passed(5, 'DOC-20')];
    expect(causesOf(failures, few).map(({ others }) => others.length)).toEqual([2]);
  });

  test('of a false refusal is the rule of its code that the check names', () => {
    expect(named(refused(['DOC-7', 'DOC-19'], 'path-form'))).toEqual(['DOC-7', 'DOC-19']);
  });

  test('of a false refusal is no rule less for all that it refuses rightly', () => {
    const right = Array.from({ length: 20 }, () => taken(['DOC-7'], 'path-form'));
    const checks = right.map(({ id }) => ({ id, expect: { reject: { codes: ['path-form'] } } }));
    const knows = { ...few, check: lookupIn([], checks as never).check };
    const results = [
      ...right.map((each): CheckResult => ({ ...each, outcome: 'passed' })),
      refused(['DOC-7'], 'path-form'),
      refused(['DOC-2'], 'path-form'),
      ...passed(3, 'DOC-2'),
    ];
    expect(rulesNamed(results, knows)[0]).toBe('DOC-7');
  });

  test('of another code than the right one is the rule that spoke, and the one that did not', () => {
    const failure = taken(['REC-15'], 'signature-invalid', {
      failure: 'wrong-code',
      got: { reject: { code: 'key-redundant' } },
    });
    expect(named(failure)).toEqual(['REC-12', 'REC-15']);
  });

  test('is told with the order of the phases, where all was refused for a later reason alone', () => {
    const late: Partial<CheckResult> = { failure: 'wrong-code', got: { reject: { code: 'signature-invalid' } } };
    const [one, other] = [taken(['DOC-7'], 'path-form', late), taken(['DOC-7'], 'path-form')];
    expect(named(one)).toEqual(['DOC-7', 'REC-18']);
    expect(named(one, other)).toEqual(['DOC-7']);
  });
});

describe('What follows from another failure', () => {
  test('is no cause of its own where the id of the record is wrong', () => {
    const id = wrong(['REC-14', 'CAN-1'], { id: 'documents/page#id', operation: 'record.id' });
    const results = [
      refused(['REC-15'], 'signature-invalid', { id: 'documents/page' }),
      id,
      wrong(['DOC-20'], { id: 'documents/page#merge', operation: 'document.merge' }),
    ];
    expect(causesOf(results, few)).toMatchObject([{ suspects: ['REC-14', 'CAN-1'], others: [{}, {}] }]);
  });

  test('is no cause of its own where a replica keeps what a verifier lets pass', () => {
    const kept = wrong(['DOC-17', 'DOC-19'], { operation: 'document.merge' });
    const results = [taken(['DOC-7'], 'path-form'), taken(['DOC-7'], 'path-form'), kept];
    expect(causesOf(results, few)).toMatchObject([{ suspects: ['DOC-7'], others: [{}, {}] }]);
    expect(causesOf([kept, ...passed(1, 'DOC-19')], few)).toMatchObject([{ suspects: ['DOC-17', 'DOC-19'] }]);
  });

  test('is told after a crash that is most of what failed', () => {
    const crash = wrong(['DOC-7'], { failure: 'crash' });
    expect(causesOf([wrong(['DOC-19']), crash, crash], few).map(({ smallest }) => smallest.failure)).toEqual([
      'crash',
      'wrong-value',
    ]);
  });
});

describe('The sentences that a report names', () => {
  const checkOf = (id: string): Check => {
    const check = lookup.check(id);
    if (check === undefined) throw new RangeError(`there is no check ${id}`);
    return check;
  };
  const failed = (id: string, failure: NonNullable<CheckResult['failure']>, got: unknown): CheckResult => {
    const { title, profile, requirements, operation, input, expect: expected } = checkOf(id);
    const about = { id, title, profile, requirements: [...requirements], operation, outcome: 'failed' };
    return { ...about, failure, input, expected, got } as CheckResult;
  };
  const accepted = failed('identifiers/key-capitals', 'accepted-invalid', { ok: {} });
  const alarm = failed('documents/wiki-page', 'rejected-valid', { reject: { code: 'path-form' } });

  /** The identifiers in front of sentences, in the order in which a report has them. */
  const printed = (failures: readonly CheckResult[]): string[] => [
    ...new Set(
      causesOf(failures, lookup)
        .flatMap((cause) => explainCause(cause, lookup, NO_PAINT))
        .flatMap((line) => /^ {4}([A-Z0-9]+-\d+) /.exec(line)?.[1] ?? []),
    ),
  ];

  test('come in the order in which they are printed', () => {
    for (const failures of [
      [accepted, alarm],
      [alarm, alarm, accepted],
    ])
      expect(rulesNamed(failures, lookup)).toEqual(printed(failures));
  });
});
