import { type ProfileName, validateOperationResult } from '@rockpool/schemas';
import { type Question, questionAt } from '../checks/check.ts';
import { METHOD_NOT_FOUND, type Reply } from '../protocol/message.ts';
import { isCompatibility } from '../protocol/operations.ts';
import type { Ledger } from '../protocol/rules.ts';
import type { Settled } from '../run/asker.ts';
import type { CodeMap } from './code-map.ts';
import { compare, type Outcome } from './compare.ts';
import { replicaFormFault } from './replica.ts';
import { isAboutSession, sessionFormFault } from './session.ts';
import type { FailureKind, Terms } from './terms.ts';

/** What the judge concludes from one settled question. */
export type Conclusion =
  | { outcome: 'passed' }
  /** `step` is that of a schedule which decides, from 0. */
  | { outcome: 'failed'; failure: FailureKind; got?: unknown; detail?: string; step?: number }
  | { outcome: 'could-not-run'; reason: string };

export type JudgeOptions = { verdictOnly: boolean; codeMap?: CodeMap | undefined; deterministic: boolean };

/** Compatibility profiles are judged by accepting and refusing, unless their codes can be translated. */
export const comparesCodes = (profile: string, options: { verdictOnly: boolean; codeMap?: unknown }): boolean =>
  !options.verdictOnly && (!isCompatibility(profile) || options.codeMap !== undefined);

export const termsOf = (profile: ProfileName, { verdictOnly, codeMap, deterministic }: JudgeOptions): Terms => ({
  codes: comparesCodes(profile, { verdictOnly, codeMap }),
  // Libraries have words of their own, and no map for them.
  reasons: comparesCodes(profile, { verdictOnly }),
  codeMap,
  deterministic,
});

const BREAKS = { crash: 'crash', hang: 'hang', garbage: 'protocol-violation' } as const;

/** What some languages end a line at, and JSON leaves as it is inside a string. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/;

/** Of a question that holds such a character: that the subject may have read half of its line. */
const cutLine = ({ input }: Question): string =>
  OTHER_LINE_ENDS.test(JSON.stringify(input))
    ? '\nthe question holds U+0085, U+2028 or U+2029, which end no line: read lines up to the line feed alone (not with readline of Node or splitlines of Python)'
    : '';

const detailed = (detail: string | undefined): { detail?: string } => (detail === undefined ? {} : { detail });

const OUTCOMES = ['ok', 'reject', 'held'];

/** What is wrong with the form of a result that was just refused for it. */
const formFault = (got: Readonly<Record<string, unknown>>): string => {
  const named = OUTCOMES.filter((name) => name in got);
  if (named.length !== 1)
    return `exactly one of ok, reject and held belongs there, and it has ${named.join(' and ') || 'none of them'}`;
  const violation = validateOperationResult.errors?.[0];
  return `${violation?.instancePath || 'it'} ${violation?.message ?? ''}`;
};

type Got = Readonly<Record<string, unknown>>;

const wrongForm = (question: Question, got: Got, fault: string, ledger: Ledger): Conclusion => {
  const detail = `the result of ${question.operation} has a wrong form: ${fault}`;
  ledger.note({ rule: 'SUB-8', detail, input: question.input, got });
  return { outcome: 'failed', failure: 'protocol-violation', got, detail };
};

const okFormFault = (question: Question, ok: Got): string | undefined =>
  isAboutSession(question.operation) ? sessionFormFault(ok) : replicaFormFault(question, ok);

/** A session has words of its own for a refusal, so that its adapter's error is easily taken for them. */
const adapterError = ({ operation }: Question): string | undefined =>
  isAboutSession(operation) ? 'its adapter answers with an error, so nobody knows what the session sends' : undefined;

/** Judges the answer to one question; what breaks a rule of the subject protocol is noted as well. */
const judgeOne = (question: Question, settled: Settled, terms: Terms, ledger: Ledger): Conclusion => {
  switch (settled.kind) {
    case 'not-asked':
      return { outcome: 'could-not-run', reason: settled.reason };
    case 'crash':
    case 'hang':
    case 'garbage':
      return { outcome: 'failed', failure: BREAKS[settled.kind], detail: settled.detail + cutLine(question) };
    case 'error': {
      const got = { error: { code: settled.code, message: settled.message } };
      if (settled.code !== METHOD_NOT_FOUND)
        return { outcome: 'failed', failure: 'adapter-error', got, ...detailed(adapterError(question)) };
      const detail = `${question.operation} is claimed, and the subject says that it does not have it`;
      ledger.note({ rule: 'SUB-7', detail, got });
      return { outcome: 'failed', failure: 'claim-broken', got, detail };
    }
    case 'result': {
      const got = settled.result;
      if (!validateOperationResult(got)) {
        return wrongForm(question, got, formFault(got), ledger);
      }
      const outcome = got as Outcome;
      const inside = outcome.ok && okFormFault(question, outcome.ok);
      if (inside !== undefined) return wrongForm(question, got, inside, ledger);
      const fault = compare(question, outcome, terms);
      return fault
        ? { outcome: 'failed', failure: fault.failure, got, ...detailed(fault.detail) }
        : { outcome: 'passed' };
    }
  }
};

const gotOf = (reply: Reply): unknown => (reply.kind === 'result' ? reply.result : { error: reply.code });

const NO_CURSOR = 'there is no next, from which a later query has its cursor';

/** Says which step decides, in front of what else is known. */
const atStep = (question: Question, step: number, concluded: Conclusion): Conclusion => {
  if (concluded.outcome !== 'failed') return concluded;
  const { steps = [] } = question;
  const where = `step ${step + 1} of ${steps.length + 1}, ${questionAt(question, step)?.operation ?? 'end'}`;
  return {
    ...concluded,
    step,
    detail: concluded.detail === undefined ? where : `${where}: ${concluded.detail}`,
  };
};

/** Judges the answer to a question, of a schedule step by step: the first that deviates decides. */
export const judgeSettled = (question: Question, settled: Settled, terms: Terms, ledger: Ledger): Conclusion => {
  const { steps } = question;
  if (steps === undefined || settled.kind === 'not-asked') return judgeOne(question, settled, terms, ledger);
  if (settled.kind !== 'result' && settled.kind !== 'error') {
    const step = settled.step ?? 0;
    return atStep(question, step, judgeOne(questionAt(question, step) ?? question, settled, terms, ledger));
  }
  const replies = [...(settled.before ?? []), settled];
  for (const [step, reply] of replies.entries()) {
    const asked = questionAt(question, step);
    if (asked === undefined || reply === undefined) continue;
    const concluded = judgeOne(asked, reply, terms, ledger);
    if (concluded.outcome !== 'passed') return atStep(question, step, concluded);
  }
  const last = replies.length - 1;
  if (last === steps.length) return { outcome: 'passed' };
  return atStep(question, last, { outcome: 'failed', failure: 'wrong-value', got: gotOf(settled), detail: NO_CURSOR });
};
