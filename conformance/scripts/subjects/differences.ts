import type { CheckResult, Report, VectorCase } from '@rockpool/schemas';
import { lookup } from '../../src/suite.ts';

/** What one subject gets wrong, in one way, about one set of requirements. */
export type Difference = {
  subject: string;
  requirements: string[];
  operation: string;
  /** The failed checks, the one with the smallest input first. */
  checks: CheckResult[];
};

type Vectors = ReadonlyMap<string, VectorCase>;

const inputOf = (check: CheckResult, vectors: Vectors): unknown =>
  vectors.get(check.id)?.input ?? check.input ?? lookup.check(check.id)?.input ?? '';

/** How many messages a batch keeps, or not a number where this is no answer to one. */
const keptOf = (answer: unknown): number => {
  const kept = (answer as { ok?: { kept?: unknown } } | undefined)?.ok?.kept;
  return typeof kept === 'number' ? kept : Number.NaN;
};

/**
 * The requirements that a failed check tells about. A batch names the fault in it too; one that keeps too few has found a fault, and
 * lost what was before it.
 */
export const toldBy = (check: CheckResult, vectors: Vectors): string[] => {
  const { messages } = inputOf(check, vectors) as { messages?: unknown[] };
  const expected = keptOf(check.expected);
  const tooFew = keptOf(check.got) < expected && expected < (messages?.length ?? 0);
  return tooFew ? check.requirements.filter((id) => id === 'FEED-7') : check.requirements;
};

const inputLength = (check: CheckResult, vectors: Vectors): number => JSON.stringify(inputOf(check, vectors)).length;

/** Accepting too much and refusing too much are two differences, and so are a verifier and a signer, and two harms. */
const kindOf = (check: CheckResult, vectors: Vectors): string =>
  [toldBy(check, vectors).join(', '), check.operation, check.failure, check.harm].join(' ');

/** Failed checks by the requirements that they name, in the order of the first of these in `order`. */
export const findDifferences = (
  reports: ReadonlyMap<string, Report>,
  vectors: Vectors,
  order: readonly string[],
): Difference[] => {
  const found = [...reports].flatMap(([subject, { checks }]) => {
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    return Object.values(Object.groupBy(failed, (check) => kindOf(check, vectors))).flatMap(
      (group = []): Difference[] => {
        const checks = group.toSorted((a, b) => inputLength(a, vectors) - inputLength(b, vectors));
        const [smallest] = checks;
        if (!smallest) return [];
        return [{ subject, requirements: toldBy(smallest, vectors), operation: smallest.operation, checks }];
      },
    );
  });
  const rank = ({ requirements: [first = ''] }: Difference): number => order.indexOf(first);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.requirements.length - b.requirements.length);
};
