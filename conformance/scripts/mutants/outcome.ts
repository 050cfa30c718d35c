import type { Report } from '@rockpool/schemas';

/** What the judge said of a mutant. */
export interface Outcome {
  readonly requirement: string;
  readonly title: string;
  readonly verdict: Report['verdict'];
  /** The failed cases that name the requirement, each once however many checks were derived from it. */
  readonly noticedBy: readonly string[];
}

/** The checks `x`, `x#id` and `x#sign` come from one case: they are one witness, not three. */
export const caseOf = (check: string): string => check.replace(/#.*$/, '');

export const outcomeOf = ({ requirement, title }: Pick<Outcome, 'requirement' | 'title'>, report: Report): Outcome => {
  const naming = report.checks.filter(
    (check) => check.outcome === 'failed' && check.requirements.includes(requirement),
  );
  return { requirement, title, verdict: report.verdict, noticedBy: [...new Set(naming.map(({ id }) => caseOf(id)))] };
};

/** How many independent cases have to notice a mutant. The rules of the conversation have one check each. */
export const enough = ({ requirement, noticedBy }: Outcome): boolean =>
  noticedBy.length >= (requirement.startsWith('SUB-') ? 1 : 2);

/** Noticed: the judge did not let it pass, and named the requirement. */
export const noticed = (outcome: Outcome): boolean =>
  (outcome.verdict === 'not-conformant' || outcome.verdict === 'no-subject') && outcome.noticedBy.length > 0;
