import type { CheckResult, Report, VectorCase } from '@rockpool/schemas';

/** What one subject gets wrong, in one way, about one set of requirements. */
export type Difference = {
  subject: string;
  requirements: string[];
  operation: string;
  /** The failed checks, the one with the smallest input first. */
  checks: CheckResult[];
};

const inputLength = (check: CheckResult, vectors: ReadonlyMap<string, VectorCase>): number =>
  JSON.stringify(vectors.get(check.id)?.input ?? check.input ?? '').length;

/** Accepting too much and refusing too much are two differences, and so are a verifier and a signer. */
const kindOf = ({ requirements, operation, failure }: CheckResult): string =>
  [requirements.join(', '), operation, failure].join(' ');

/** Failed checks by the requirements that they name, in the order of the first of these in `order`. */
export const findDifferences = (
  reports: ReadonlyMap<string, Report>,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): Difference[] => {
  const found = [...reports].flatMap(([subject, { checks }]) => {
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    return Object.values(Object.groupBy(failed, kindOf)).flatMap((group = []): Difference[] => {
      const checks = group.toSorted((a, b) => inputLength(a, vectors) - inputLength(b, vectors));
      const [smallest] = checks;
      if (!smallest) return [];
      return [{ subject, requirements: smallest.requirements, operation: smallest.operation, checks }];
    });
  });
  const rank = ({ requirements: [first = ''] }: Difference): number => order.indexOf(first);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.requirements.length - b.requirements.length);
};
