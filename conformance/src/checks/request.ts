import type { EndStep, HelloResult } from '@rockpool/schemas';
import type { Call, End, Names, Request } from '../protocol/request.ts';
import type { Check, Question } from './check.ts';
import { paramsFor } from './params.ts';

/** What a question is asked of: what it says of itself, and whether it can be started again where it was. */
export type Reach = { hello: Pick<HelloResult, 'operations' | 'limits'>; restarts: boolean };

export type Askable = { ok: true; request: Request } | { ok: false; reason: string };

/** What may be done to a question without changing its answer. */
export type Liberties = Partial<Pick<Check, 'textOnly' | 'timeless'>>;

/** A question of a schedule by itself. */
type Alone = Omit<Question, 'steps'>;

const NOT_DURABLE = 'a replica has to outlive the process, and the subject does not say durable at replica.open';
const NO_RESTART = 'the question ends the process, which cannot be started again in its directory over this transport';

/** The members of an input that name what lives as long as a process. */
const NAMED: readonly string[] = ['session', 'replica'];

const isAsked = <Asked>(step: Asked | EndStep): step is Asked =>
  !(typeof step === 'object' && step !== null && 'end' in step);

/** The names in an input, which a schedule gives and the judge replaces, and what is left of it. */
const namesIn = (input: Question['input']): { names: Names; input: Question['input'] } => {
  const isName = ([member, value]: [string, unknown]): boolean => NAMED.includes(member) && typeof value === 'string';
  const [named, others] = [Object.entries(input).filter(isName), Object.entries(input).filter((each) => !isName(each))];
  return { names: Object.fromEntries(named) as Names, input: Object.fromEntries(others) };
};

const callOf = (
  question: Alone,
  { hello }: Reach,
  liberties: Liberties,
): { ok: true; call: Call } | { ok: false; reason: string } => {
  const { operation, cursorFrom } = question;
  const { names, input } = namesIn(question.input);
  const { textOnly = false, timeless = false } = liberties;
  const asked = paramsFor({ ...question, input, textOnly, timeless }, hello);
  if (!asked.ok) return asked;
  return {
    ok: true,
    call: { method: operation, params: asked.params, names, ...(cursorFrom === undefined ? {} : { cursorFrom }) },
  };
};

/**
 * A question as this subject is asked it, with all that is asked before it, or why it cannot be put to it so: a schedule cannot if
 * one of its steps cannot. Where `libertiesOf` is absent, each step has the liberties of the whole.
 */
export const requestFor = (
  question: Question & Liberties,
  reach: Reach,
  libertiesOf: (step: Alone) => Liberties = () => question,
): Askable => {
  const { operation, input, expect, judging, cursorFrom, steps } = question;
  const whole = [...(steps ?? []), question];
  const outlives = whole.some((step) => !isAsked(step) || step.input.durable === true);
  if (outlives && reach.hello.operations['replica.open']?.durable !== true) return { ok: false, reason: NOT_DURABLE };
  if (!whole.every(isAsked) && !reach.restarts) return { ok: false, reason: NO_RESTART };
  const last: Alone = { operation, input, expect, judging, ...(cursorFrom === undefined ? {} : { cursorFrom }) };
  const calls: (Call | End)[] = [];
  for (const step of [...(steps ?? []), last]) {
    if (!isAsked(step)) {
      calls.push(step);
      continue;
    }
    const alone: Alone = { ...step, judging };
    const asked = callOf(alone, reach, libertiesOf(alone));
    if (!asked.ok) return asked;
    calls.push(asked.call);
  }
  const call = calls.pop() as Call;
  return { ok: true, request: steps === undefined ? call : { ...call, before: calls } };
};
