import type { Expectation, OperationName } from '@rockpool/schemas';
import type { Question } from '../checks/check.ts';
import type { JsonObject } from '../forge/index.ts';
import { SIGNED_MEMBER } from '../protocol/operations.ts';
import { mapCode } from './code-map.ts';
import { equalJson, equalSets } from './equal.ts';
import { namedIn } from './named.ts';
import { type Became, isThere, outcomesFault } from './replica.ts';
import { isAboutSession, sessionFault } from './session.ts';
import { signedFault } from './signed.ts';
import type { FailureKind, Fault, Terms } from './terms.ts';

/** The result of an operation, after its form was checked [SUB-8]. */
export type Outcome = {
  ok?: Readonly<Record<string, unknown>>;
  reject?: { code: string };
  held?: { reason: string };
};

const outcomeOf = (answer: Outcome | Expectation): 'ok' | 'reject' | 'held' =>
  answer.ok !== undefined ? 'ok' : answer.reject !== undefined ? 'reject' : 'held';

const wrongOutcome = (expected: string, got: string): FailureKind => {
  if (expected === 'reject' && got === 'ok') return 'accepted-invalid';
  if (expected === 'ok' && got === 'reject') return 'rejected-valid';
  return 'wrong-outcome';
};

/** How a member of `ok` is compared. */
const isEqual = (operation: OperationName, name: string): typeof equalJson => {
  if (operation === 'document.merge' && name === 'deleted') return equalSets;
  return operation === 'replica.query' && name === 'next' ? isThere : equalJson;
};

/** Any cursor will do, so one is never another one. */
const tellOther = (operation: OperationName, name: string, isGiven: boolean): string => {
  if (!isGiven) return `${name} is missing`;
  return operation === 'replica.query' && name === 'next'
    ? 'there is a next, and no record is left over'
    : `${name} is another one`;
};

const compareOk = (question: Question, got: Readonly<Record<string, unknown>>, terms: Terms): Fault | undefined => {
  if (isAboutSession(question.operation)) {
    const found = sessionFault(question.expect.ok ?? {}, got, terms);
    return found && { failure: found.failure, detail: found.detail };
  }
  for (const [name, value] of Object.entries(question.expect.ok ?? {})) {
    if (question.judging === 'signed' && name === SIGNED_MEMBER[question.operation]) {
      const detail = signedFault(got[name], value as JsonObject, question.input, terms.deterministic);
      if (detail !== undefined) return { failure: 'wrong-value', detail };
      continue;
    }
    const came = namedIn(question.operation, name, got[name]);
    if (question.operation === 'replica.ingest' && name === 'outcomes') {
      const fault = outcomesFault(value as readonly Became[], came as readonly Became[], terms);
      if (fault !== undefined) return fault;
      continue;
    }
    if (!isEqual(question.operation, name)(came, value)) {
      return { failure: 'wrong-value', detail: tellOther(question.operation, name, name in got) };
    }
  }
  return undefined;
};

/** What is wrong with an answer, or nothing. */
export const compare = (question: Question, got: Outcome, terms: Terms): Fault | undefined => {
  const { expect } = question;
  const [wanted, came] = [outcomeOf(expect), outcomeOf(got)];
  if (wanted !== came) return { failure: wrongOutcome(wanted, came) };
  if (got.ok !== undefined) return compareOk(question, got.ok, terms);
  if (!terms.codes) return undefined;
  if (got.reject !== undefined) {
    const codes: readonly string[] = expect.reject?.codes ?? [];
    const right = mapCode(terms.codeMap, got.reject.code).some((code) => codes.includes(code));
    return right ? undefined : { failure: 'wrong-code' };
  }
  return got.held?.reason === expect.held?.reason ? undefined : { failure: 'wrong-code', detail: 'another reason' };
};
