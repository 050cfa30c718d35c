import type { Report } from '@rockpool/schemas';
import { noticed, type Outcome } from '../mutants/outcome.ts';

/** An entry of `spec/requirements.json`. */
export interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly chapter: string;
}

/** What two runs, of the reference and of the mutants, say of one requirement. */
export interface Traced {
  readonly requirement: Requirement;
  /** Checks that the reference passed. */
  readonly passed: readonly string[];
  /** How many mutants break it and were noticed. */
  readonly mutants: number;
  /** Cases that failed a mutant. */
  readonly noticedBy: readonly string[];
  readonly exercised: boolean;
}

/** Joins the ids that the runs emitted with the register; `unknown` are ids that are not in it. */
export const traceAll = (
  requirements: readonly Requirement[],
  report: Report,
  outcomes: readonly Outcome[],
): { traced: Traced[]; unknown: string[] } => {
  const known = new Set(requirements.map(({ id }) => id));
  const named = [
    ...report.checks.flatMap((check) => check.requirements),
    ...outcomes.map(({ requirement }) => requirement),
  ];
  const passedBy = new Map<string, string[]>(requirements.map(({ id }) => [id, []]));
  for (const check of report.checks)
    if (check.outcome === 'passed') for (const id of check.requirements) passedBy.get(id)?.push(check.id);
  const traced = requirements.map((requirement): Traced => {
    const passed = passedBy.get(requirement.id) ?? [];
    const mine = outcomes.filter((outcome) => outcome.requirement === requirement.id && noticed(outcome));
    const noticedBy = [...new Set(mine.flatMap((outcome) => outcome.noticedBy))];
    // The cases that fail the mutants are cases that the reference passes: otherwise they would prove nothing.
    const proven = noticedBy.some((id) => passed.some((check) => check === id || check.startsWith(`${id}#`)));
    return { requirement, passed, mutants: mine.length, noticedBy, exercised: passed.length > 0 && proven };
  });
  return { traced, unknown: [...new Set(named.filter((id) => !known.has(id)))] };
};
