import type { CheckResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { causesOf, rulesNamed } from '../src/report/causes.ts';
import { explainCause } from '../src/report/explain.ts';

import { NO_PAINT } from '../src/report/paint.ts';
import { lookup } from '../src/suite.ts';

/** A check of the suite that was answered with `got`. */
const failed = (id: string, failure: NonNullable<CheckResult['failure']>, got: unknown): CheckResult => {
  const check = lookup.check(id);
  if (check === undefined) throw new RangeError(`there is no check ${id}`);
  const { title, profile, requirements, operation, input, expect: expected } = check;
  return {
    id,
    title,
    profile,
    requirements: [...requirements],
    operation,
    outcome: 'failed',
    failure,
    input,
    expected,
    got,
  } as unknown as CheckResult;
};

/** The identifiers of requirements in the order in which a report has them. */
const printed = (failures: readonly CheckResult[]): string[] => [
  ...new Set(
    causesOf(failures, lookup)
      .flatMap((cause) => explainCause(cause, lookup, NO_PAINT))
      .flatMap(
        (line) =>
          /^ {4}(?:tested +|also +)?([A-Z0-9]+-\d+(?:, [A-Z0-9]+-\d+)*)(?: |$)/.exec(line)?.[1]?.split(', ') ?? [],
      ),
  ),
];

describe('the rules that a report names', () => {
  const accepted = failed('identifiers/key-capitals', 'accepted-invalid', { ok: {} });
  const refused = failed('documents/wiki-page', 'rejected-valid', { reject: { code: 'path-form' } });

  test('what was accepted falsely is told by the rules that its check names', () => {
    expect(rulesNamed([accepted], lookup)).toEqual(accepted.requirements);
  });

  test('what was refused falsely is told by the rules of its code first', () => {
    expect(rulesNamed([refused], lookup).slice(0, 3)).toEqual(['DOC-2', 'DOC-3', 'DOC-4']);
  });

  test('they come in the order in which they are printed', () => {
    for (const failures of [
      [accepted, refused],
      [refused, accepted],
    ])
      expect(rulesNamed(failures, lookup)).toEqual(printed(failures));
  });
});
