import { findDifferences } from '../../../conformance/scripts/subjects/differences.ts';
import { type Requirement, requirementOf, requirements } from '../facts/index.ts';
import { type Failed, failedCases } from './cases.ts';
import { vectorCases } from './cells.ts';
import { reportsByName, type Subject } from './subjects.ts';

/** What a subject gets wrong about one set of requirements. */
export type Difference = {
  readonly requirements: readonly Requirement[];
  /** In one operation and one way each, as in the ledger; the smallest case first. */
  readonly ways: readonly { readonly operation: string; readonly kind: string; readonly cases: readonly Failed[] }[];
};

/** Of all subjects at once, so that they come in the order of the ledger. */
const sections = Map.groupBy(
  findDifferences(
    reportsByName,
    vectorCases,
    requirements.map(({ id }) => id),
  ),
  (each) => each.requirements.join(' '),
);

/** All differences of a subject, in the order and the groups of the ledger. */
export const differencesOf = ({ name }: Subject): Difference[] =>
  [...sections].flatMap(([ids, of]) => {
    const ways = of
      .filter(({ subject }) => subject === name)
      .map(({ operation, checks }) => {
        const cases = failedCases(checks);
        return { operation, kind: cases[0]?.kind ?? '', cases };
      });
    return ways.length === 0 ? [] : [{ requirements: ids.split(' ').flatMap((id) => requirementOf(id) ?? []), ways }];
  });

/** How many failed checks are behind the differences. */
export const casesIn = (differences: readonly Difference[]): number =>
  differences.reduce((sum, { ways }) => sum + ways.reduce((part, { cases }) => part + cases.length, 0), 0);
