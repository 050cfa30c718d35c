import type { CheckResult, ProfileName } from '@rockpool/schemas';
import { type Check, type Question, questionAt } from '../checks/check.ts';
import type { Law } from '../laws/law.ts';
import type { LawOutcome } from '../laws/try-law.ts';
import { type Ledger, SUBJECT_RULES, type SubjectRule } from '../protocol/rules.ts';
import type { Claims } from '../run/probes.ts';
import type { Conclusion } from '../verdict/judge.ts';
import { type Nonces, nonceCheck, SIGNING_PROFILES } from '../verdict/nonces.ts';
import { told } from '../verdict/stored.ts';
import type { FailureKind } from '../verdict/terms.ts';

type Loose = { [name: string]: unknown };

const about = ({ id, title, profile, requirements, operation }: Check) => ({
  id,
  title,
  profile,
  requirements: [...requirements],
  operation,
});

export const notApplicable = (check: Check, reason: string): CheckResult => ({
  ...about(check),
  outcome: 'not-applicable',
  reason,
});

const maybe = <K extends string, V>(name: K, value: V | undefined): { [name in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [name in K]: V });

/** What was asked and expected in the step that decides, and what was asked before it. */
const askedAt = (
  question: Question,
  step: number | undefined,
): Pick<CheckResult, 'operation' | 'input' | 'expected' | 'step' | 'steps' | 'cursorFrom'> => {
  const { operation, input, expect, cursorFrom } =
    (step === undefined ? undefined : questionAt(question, step)) ?? question;
  const number = step === undefined ? undefined : step + 1;
  const steps = question.steps?.slice(0, step) as CheckResult['steps'];
  return {
    operation,
    input: input as Loose,
    expected: expect as Loose,
    ...maybe('cursorFrom', cursorFrom),
    ...maybe('step', number),
    ...maybe('steps', steps),
  };
};

export const resultOf = (check: Check, concluded: Conclusion): CheckResult => {
  if (concluded.outcome === 'passed') return { ...about(check), outcome: 'passed' };
  if (concluded.outcome === 'could-not-run')
    return { ...about(check), outcome: 'could-not-run', reason: concluded.reason };
  return {
    ...about(check),
    outcome: 'failed',
    failure: concluded.failure,
    ...askedAt(check, concluded.step),
    ...maybe('got', told(concluded.got) as Loose | undefined),
    ...maybe('detail', concluded.detail),
  };
};

export const lawResult = (law: Law, outcome: LawOutcome): CheckResult => {
  const { id, title, profile, requirements, operations } = law;
  const base = { id, title, profile, requirements: [...requirements], operation: operations.join(', ') };
  if (outcome.outcome === 'passed') return { ...base, outcome: 'passed' };
  if (outcome.outcome !== 'failed') return { ...base, outcome: outcome.outcome, reason: outcome.reason };
  const { questions, failed } = outcome;
  const last = questions.at(-1);
  return {
    ...base,
    outcome: 'failed',
    failure: failed.failure,
    ...(last && askedAt(last, failed.step)),
    ...maybe('got', told(failed.got) as Loose | undefined),
    ...maybe('detail', failed.detail),
  };
};

const KINDS: Readonly<Record<SubjectRule, FailureKind>> = {
  'SUB-1': 'protocol-violation',
  'SUB-2': 'protocol-violation',
  'SUB-3': 'claim-broken',
  'SUB-4': 'crash',
  'SUB-5': 'hang',
  'SUB-6': 'protocol-violation',
  'SUB-7': 'claim-broken',
  'SUB-8': 'protocol-violation',
  'SUB-9': 'nondeterministic',
  'SUB-10': 'slow',
};

type Told = { unheard?: string; measured?: boolean };

const RULES = Object.keys(SUBJECT_RULES) as SubjectRule[];

const subjectCheck = (id: string, title: string) => ({ id, title, profile: 'subject', operation: 'hello' });

/**
 * One check for each rule of the subject protocol, from what the whole run saw; `unheard` where nothing was asked. How time
 * grows is told only where it was measured.
 */
export const subjectResults = (ledger: Ledger, { unheard, measured = false }: Told = {}): CheckResult[] =>
  RULES.filter((rule) => rule !== 'SUB-10' || measured).map((rule) => {
    const { check, title } = SUBJECT_RULES[rule];
    const base = { ...subjectCheck(check, title), requirements: [rule] };
    const breach = ledger.first(rule);
    if (breach === undefined)
      return unheard === undefined
        ? { ...base, outcome: 'passed' }
        : { ...base, outcome: 'could-not-run', reason: unheard };
    const times = breach.times > 1 ? ` (${breach.times} times in this run)` : '';
    return {
      ...base,
      outcome: 'failed',
      failure: KINDS[rule],
      ...maybe('input', breach.input as Loose | undefined),
      ...maybe('expected', breach.expected as Loose | undefined),
      ...maybe('got', told(breach.got) as Loose | undefined),
      detail: breach.detail + times,
    };
  });

/** The check that stands for the claim to a profile. */
export const claimId = (profile: string): string => `subject/claims-${profile}`;

const claimCheck = (profile: string) => ({
  ...subjectCheck(claimId(profile), `has all operations of ${profile}`),
  requirements: ['SUB-7'],
});

/** One check for each claimed profile: a broken claim fails the profile itself, though it is not counted there [SUB-7]. */
export const claimResults = (claims: Claims): CheckResult[] =>
  [...claims].map(([profile, broken]) => {
    const base = claimCheck(profile);
    if (broken.length === 0) return { ...base, outcome: 'passed' };
    return { ...base, outcome: 'failed', failure: 'claim-broken', detail: broken.join('; ') };
  });

const noncesOf = (profile: ProfileName) => ({
  ...nonceCheck(profile),
  title: 'uses a nonce for one message alone',
  operation: 'record.sign',
});

/**
 * One check for each profile in which some key signed two messages: one nonce for both gives the secret key away [SIG-8].
 * `ended` says why a run ended before its time: then two messages might have come.
 */
export const nonceResults = (
  profiles: readonly ProfileName[],
  nonces: Nonces,
  ended: string | undefined,
): CheckResult[] =>
  profiles.flatMap((profile): CheckResult[] => {
    const base = noncesOf(profile);
    const { comparable, repeated } = nonces.finding(profile);
    if (repeated === undefined && comparable) return [{ ...base, outcome: 'passed' }];
    if (repeated === undefined)
      return ended === undefined ? [] : [{ ...base, outcome: 'could-not-run', reason: ended }];
    const { operation, questions, r } = repeated;
    const detail = `two signatures by one key over different messages have the R ${r}: whoever sees both can compute the secret key`;
    return [{ ...base, operation, outcome: 'failed', failure: 'wrong-value', input: { questions } as Loose, detail }];
  });

/** Every check that a run can make besides vectors and laws: of the conversation as a whole, whatever is selected. */
export const conversationChecks = (profiles: readonly string[]) => [
  ...RULES.map((rule) => ({
    ...subjectCheck(SUBJECT_RULES[rule].check, SUBJECT_RULES[rule].title),
    requirements: [rule],
  })),
  ...profiles.map((profile) => claimCheck(profile)),
  ...SIGNING_PROFILES.map(noncesOf),
];

export const subjectCheckIds = (profiles: readonly string[]): string[] =>
  conversationChecks(profiles).map(({ id }) => id);
