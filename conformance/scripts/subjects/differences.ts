import type { CheckResult, Report, VectorCase } from '@rockpool/schemas';

/** What one subject gets wrong about one set of requirements. */
export type Difference = {
  subject: string;
  requirements: string[];
  /** The failed checks, the one with the smallest input first. */
  checks: CheckResult[];
};

const inputLength = (check: CheckResult, vectors: ReadonlyMap<string, VectorCase>): number =>
  JSON.stringify(vectors.get(check.id)?.input ?? check.input ?? '').length;

/** Failed checks by the requirements that they name, in the order of the first of these in `order`. */
export const findDifferences = (
  reports: ReadonlyMap<string, Report>,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): Difference[] => {
  const found = [...reports].flatMap(([subject, { checks }]) => {
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    const groups = Object.groupBy(failed, ({ requirements }) => requirements.join(', '));
    return Object.values(groups).map((group = []): Difference => {
      const bySize = group.toSorted((a, b) => inputLength(a, vectors) - inputLength(b, vectors));
      return { subject, requirements: bySize[0]?.requirements ?? [], checks: bySize };
    });
  });
  const rank = ({ requirements: [first = ''] }: Difference): number => order.indexOf(first);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.requirements.length - b.requirements.length);
};
