import type { CheckResult, Harm } from '@rockpool/schemas';
import { isByDesign } from '../../../conformance/scripts/subjects/by-design.ts';
import { countHarms, HARM_WORDS, HARMS } from '../../../conformance/src/report/harm.ts';
import { type Subject, subjects } from './subjects.ts';

export { HARM_WORDS };

/** What a subject does to people, apart from what its entry point leaves out on purpose. */
export type HarmCount = { readonly harms: ReadonlyMap<Harm, number>; readonly byDesign: number };

export const leftOutByDesign = ({ byDesign }: Subject, check: CheckResult): boolean =>
  byDesign !== undefined && isByDesign(check, byDesign);

export const harmCount = (subject: Subject): HarmCount => {
  const { checks } = subject.report;
  const meant = checks.filter((check) => leftOutByDesign(subject, check));
  const others = checks.filter((check) => !leftOutByDesign(subject, check));
  return { harms: new Map(countHarms(others)), byDesign: meant.length };
};

const counts = new Map(subjects.map((subject) => [subject, harmCount(subject)]));

/** The harms that any package does, the worst first. */
export const harmsDone: readonly Harm[] = HARMS.filter((harm) =>
  [...counts.values()].some(({ harms }) => harms.has(harm)),
);

/** The packages, the worst first: by how often each does the worst harm, then the next. */
export const byHarm: readonly Subject[] = subjects.toSorted((a, b) => {
  const of = (subject: Subject, harm: Harm): number => counts.get(subject)?.harms.get(harm) ?? 0;
  const harm = harmsDone.find((each) => of(a, each) !== of(b, each));
  return harm === undefined ? 0 : of(b, harm) - of(a, harm);
});

/** The id of the part of a subject's page about a harm. */
export const harmAnchor = (harm: Harm | 'by-design'): string => `harm-${harm}`;
