import { expand, lookup } from '@rockpool/conformance';
import type { CheckResult, Harm } from '@rockpool/schemas';
import published from '@rockpool/vectors/v1/keys.json' with { type: 'json' };
import { findDifferences } from '../../../conformance/scripts/subjects/differences.ts';
import { HARMS } from '../../../conformance/src/report/harm.ts';
import { type Requirement, requirementOf, requirements, vectorOf } from '../facts/index.ts';
import type { NamedKey } from '../inspector/found/who.ts';
import { isExample } from '../live/example.ts';
import { judgeRecord } from '../live/judge-record.ts';
import { type Failed, failedCases, inputOf } from './cases.ts';
import { vectorCases } from './cells.ts';
import { leftOutByDesign } from './harms.ts';
import { issueText } from './issue.ts';
import { sayFinding } from './say-finding.ts';
import { reportsByName, type Subject } from './subjects.ts';

/** What a subject gets wrong in one way about one set of requirements. */
export type Finding = {
  readonly requirements: readonly Requirement[];
  readonly operation: string;
  /** What it does to people, in a sentence without its full stop. */
  readonly sentence: string;
  /** Where a record is judged that must be refused: what is wrong with it, in a sentence for people. */
  readonly why: string | undefined;
  /** What is special about the smallest case. */
  readonly what: string;
  /** The smallest case first. */
  readonly cases: readonly Failed[];
  /** A report for the tracker of the package, as Markdown; its first line is the title. */
  readonly issue: string;
};

export type HarmPart = { readonly harm: Harm | 'by-design'; readonly findings: readonly Finding[] };

/** Of one harm: first what is verified, and last what is only named. */
const OPERATIONS = ['record.verify', 'feed.verify', 'signature.verify', 'document.merge', 'feed.state', 'feed.append'];

/** A forged signature comes before all else that an operation lets pass. */
const rank = ({ operation, cases: [smallest] }: Finding): number => {
  const at = OPERATIONS.indexOf(operation);
  const isForged = vectorOf(vectorIn(smallest?.id ?? ''))?.expect.reject?.codes.includes('signature-invalid');
  return (at < 0 ? OPERATIONS.length : at) + (isForged ? 0 : 0.5);
};

/** The vector that a check is, or that it is derived from. */
const vectorIn = (check: string): string => check.replace(/#.*$/, '');

/** What is special about a question. */
const whatOf = ({ id, title }: CheckResult): string => {
  if (id.startsWith('law/')) return `an example of the law “${title}”`;
  const vector = vectorOf(vectorIn(id));
  // A title begins with what its file is about.
  return vector?.defect ?? (vector?.title ?? title ?? id).replace(/^[^:]{1,40}: /, '');
};

const keys: readonly NamedKey[] = published.keys;

/** Of a vector that is one text to be refused: what is wrong with it, as the reference tells people. */
const whyOf = ({ id }: CheckResult): string | undefined => {
  const vector = vectorOf(vectorIn(id));
  if (vector === undefined || !isExample(vector) || vector.expect.reject === undefined) return undefined;
  const { text, format, now } = expand(vector.input) as { text: string; format: string; now: number };
  const { outcome, sentence } = judgeRecord(text, { format, now, keys });
  return outcome === 'rejected' ? sentence : undefined;
};

const findingOf = (subject: Subject, ids: readonly string[], checks: readonly CheckResult[]): Finding[] => {
  const [smallest] = checks;
  if (smallest === undefined) return [];
  const sentence = sayFinding(smallest, inputOf(smallest));
  const [why, what] = [whyOf(smallest), whatOf(smallest)];
  const of = ids.flatMap((id) => requirementOf(id) ?? []);
  return [
    {
      requirements: of,
      operation: smallest.operation,
      sentence,
      why,
      what,
      cases: failedCases(checks),
      issue: issueText(subject, { sentence, why, what, requirements: of, checks, check: lookup.check(smallest.id) }),
    },
  ];
};

/** Of all subjects at once, so that they come in the order of the ledger. */
const differences = Map.groupBy(
  findDifferences(
    reportsByName,
    vectorCases,
    requirements.map(({ id }) => id),
  ),
  ({ subject }) => subject,
);

/** All that a subject gets wrong, the worst first; what its entry point leaves out on purpose comes last. */
export const findingsOf = (subject: Subject): HarmPart[] => {
  const found = (differences.get(subject.name) ?? []).flatMap(({ requirements: ids, checks }) => {
    const meant = checks.every((check) => leftOutByDesign(subject, check));
    const harm: HarmPart['harm'] | undefined = meant ? 'by-design' : checks[0]?.harm;
    return harm === undefined ? [] : findingOf(subject, ids, checks).map((finding) => ({ harm, finding }));
  });
  const parts = Map.groupBy(found, ({ harm }) => harm);
  return [...HARMS, 'by-design' as const].flatMap((harm) => {
    const findings = (parts.get(harm) ?? []).map(({ finding }) => finding);
    return findings.length === 0 ? [] : [{ harm, findings: findings.toSorted((a, b) => rank(a) - rank(b)) }];
  });
};

/** How many failed checks are behind the findings. */
export const casesIn = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { cases }) => sum + cases.length, 0);
