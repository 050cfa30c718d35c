import type { CheckResult, VectorCase } from '@rockpool/schemas';
import { toldBy } from '../../../conformance/scripts/subjects/differences.ts';
import { type Requirement, vectors } from '../facts/index.ts';
import type { Count, State } from './cell-words.ts';
import type { Subject } from './subjects.ts';

/** The vectors in the form in which the ledger's own functions take them. */
export const vectorCases = new Map(vectors.map((each) => [each.id, each])) as unknown as ReadonlyMap<
  string,
  VectorCase
>;

/** What one subject answered to the checks that name one requirement. */
export type Cell = Count & { readonly checks: readonly CheckResult[] };

/** How a check counts for a requirement that it names. A failed one can tell about others alone. */
const fieldOf = (check: CheckResult, requirement: string): keyof Omit<Count, 'state'> => {
  switch (check.outcome) {
    case 'passed':
    case 'unexpected-pass':
      return 'passed';
    case 'failed':
    case 'known-failure':
      return toldBy(check, vectorCases).includes(requirement) ? 'failed' : 'elsewhere';
    case 'not-applicable':
      return 'notApplicable';
    case 'could-not-run':
      return 'couldNotRun';
  }
};

const stateOf = (count: Omit<Count, 'state'>, asked: boolean, claimed: boolean): State => {
  if (!asked) return claimed ? 'not-asked' : 'not-claimed';
  if (count.failed > 0) return 'failed';
  if (count.couldNotRun > 0) return 'could-not-run';
  if (count.passed > 0) return 'passed';
  return count.elsewhere > 0 ? 'undecided' : 'not-applicable';
};

const byRequirement = new WeakMap<Subject, ReadonlyMap<string, readonly CheckResult[]>>();

const checksOf = (subject: Subject): ReadonlyMap<string, readonly CheckResult[]> => {
  const before = byRequirement.get(subject);
  if (before !== undefined) return before;
  const found = new Map<string, CheckResult[]>();
  for (const check of subject.report.checks)
    for (const id of check.requirements) found.set(id, [...(found.get(id) ?? []), check]);
  byRequirement.set(subject, found);
  return found;
};

export const cellOf = (subject: Subject, { id, profile }: Pick<Requirement, 'id' | 'profile'>): Cell => {
  const checks = checksOf(subject).get(id) ?? [];
  const count = { passed: 0, failed: 0, elsewhere: 0, notApplicable: 0, couldNotRun: 0 };
  for (const check of checks) count[fieldOf(check, id)] += 1;
  const claimed = profile.some((each) => each === 'subject' || subject.claimed.includes(each));
  return { ...count, state: stateOf(count, checks.length > 0, claimed), checks };
};

/** The checks of a cell that count in one way. */
export const checksIn = (cell: Cell, requirement: string, field: keyof Omit<Count, 'state'>): readonly CheckResult[] =>
  cell.checks.filter((check) => fieldOf(check, requirement) === field);
