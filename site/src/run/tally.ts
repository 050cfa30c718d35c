import type { CheckResult } from '@rockpool/schemas';

export type Counts = { passed: number; failed: number; notApplicable: number; couldNotRun: number };

/** What a run says of one requirement. A check that tests several counts for each. */
export type RequirementTally = Counts & { id: string; checks: readonly CheckResult[] };

/** In the browser no failure is known beforehand; a report that comes from elsewhere may have some. */
const FIELD = {
  passed: 'passed',
  failed: 'failed',
  'unexpected-pass': 'failed',
  'known-failure': 'failed',
  'not-applicable': 'notApplicable',
  'could-not-run': 'couldNotRun',
} as const satisfies Record<CheckResult['outcome'], keyof Counts>;

/** By letters, then by number. */
const order = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true });

/** Each requirement that a check of the report tests, those with failures first. */
export const tallyByRequirement = (checks: readonly CheckResult[]): RequirementTally[] => {
  const tallies = new Map<string, Counts & { id: string; checks: CheckResult[] }>();
  for (const check of checks)
    for (const id of new Set(check.requirements)) {
      const tally = tallies.get(id) ?? { id, passed: 0, failed: 0, notApplicable: 0, couldNotRun: 0, checks: [] };
      tally[FIELD[check.outcome]] += 1;
      tally.checks.push(check);
      tallies.set(id, tally);
    }
  return [...tallies.values()].sort(
    (left, right) => Number(right.failed > 0) - Number(left.failed > 0) || order(left.id, right.id),
  );
};

export type State = 'failed' | 'passed' | 'could-not-run' | 'not-applicable';

/** One word for a requirement: what is worst about it. */
export const stateOf = ({ failed, passed, couldNotRun }: Counts): State => {
  if (failed > 0) return 'failed';
  if (couldNotRun > 0) return 'could-not-run';
  return passed > 0 ? 'passed' : 'not-applicable';
};

/** Failures of one requirement, the smallest question first. */
export type Cause = { requirement: string; failures: readonly CheckResult[] };

const size = ({ input }: CheckResult): number => JSON.stringify(input ?? '').length;

/** Of failures without a question, the one that says most comes first. */
const bySize = (left: CheckResult, right: CheckResult): number =>
  size(left) - size(right) ||
  (left.input === undefined ? (right.detail?.length ?? 0) - (left.detail?.length ?? 0) : 0) ||
  order(left.id, right.id);

/**
 * Failures by the first requirement that each names: the requirement with most failures first, but what a subject does
 * wrong in the conversation comes last where something else failed, because it often only repeats that.
 */
export const causesOf = (checks: readonly CheckResult[]): Cause[] => {
  const groups = Object.groupBy(
    checks.filter(({ outcome }) => FIELD[outcome] === 'failed'),
    ({ requirements }) => requirements[0] ?? '',
  );
  const ofConversation = ({ requirement }: Cause): number => Number(requirement.startsWith('SUB-'));
  return Object.entries(groups)
    .map(([requirement, failures = []]) => ({ requirement, failures: failures.toSorted(bySize) }))
    .sort(
      (left, right) =>
        ofConversation(left) - ofConversation(right) ||
        right.failures.length - left.failures.length ||
        order(left.requirement, right.requirement),
    );
};

/** Why checks were not put to the subject, and how many for each reason. */
export const reasonsOf = (checks: readonly CheckResult[], outcome: CheckResult['outcome']): [string, number][] => {
  const groups = Object.groupBy(
    checks.filter((check) => check.outcome === outcome),
    ({ reason }) => reason ?? 'no reason is given',
  );
  return Object.entries(groups).map(([reason, group = []]) => [reason, group.length]);
};
