import type { HelloResult } from '@rockpool/schemas';
import type { Check, Question } from '../checks/check.ts';
import { answerTo } from '../forge/answer.ts';
import { equalJson } from '../verdict/equal.ts';

/** How far the clock of a subject that reads it by itself may be from the judge's, in microseconds: 5 minutes. */
const MARGIN = 300_000_000;

type Input = Readonly<Record<string, unknown>>;

const sameAnswer = ({ operation, expect }: Question, input: Input): boolean =>
  equalJson(answerTo(operation, input).expect, expect);

/** A verifier looks at the clock where a signer of the compatibility formats is left free. */
const verifiesAt = ({ expect, input }: Question, now: number): boolean => {
  const record = expect.ok?.record;
  if (record === undefined) return true;
  const verified = answerTo('record.verify', { ...input, text: JSON.stringify(record), now });
  return verified.expect.reject === undefined;
};

const LISTS = ['records', 'messages', 'before'];

/** What is left of a text when somebody else has parsed it. */
const parsedAgain = (input: Input): Input => {
  const again = (params: Input): Input =>
    typeof params.text === 'string' ? { ...params, text: JSON.stringify(JSON.parse(params.text)) } : params;
  const lists = LISTS.filter((name) => Array.isArray(input[name]));
  return { ...again(input), ...Object.fromEntries(lists.map((name) => [name, (input[name] as Input[]).map(again)])) };
};

const survivesParsing = (question: Question): boolean => {
  try {
    return sameAnswer(question, parsedAgain(question.input));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** Whether each record of a list is the same to a verifier after somebody else has parsed it. */
const recordsSurvive = ({ records = [], now }: Input): boolean =>
  (records as readonly Input[]).every((record) => {
    const input = { ...record, now };
    return survivesParsing({
      operation: 'record.verify',
      input,
      expect: answerTo('record.verify', input).expect,
      judging: 'answer',
    });
  });

/**
 * What may be done to a question of a law without changing its answer: asked a little earlier or later, and of somebody who
 * gets the value in place of the text. Looked at only where the subject needs it.
 */
export const libertiesOf = (
  question: Question,
  hello: Pick<HelloResult, 'operations'>,
): Pick<Check, 'timeless' | 'textOnly'> => {
  const { clock, input } = hello.operations[question.operation] ?? {};
  // No answer about a replica is known without its history: it is asked at its own times, and with records that parsing leaves alone.
  if (question.operation.startsWith('session.')) return { timeless: false, textOnly: true };
  if (question.operation.startsWith('replica.'))
    return { timeless: false, textOnly: input === 'value' && !recordsSurvive(question.input) };
  const now = Number(question.input.now);
  const steady = (): boolean =>
    [now - MARGIN, now + MARGIN].every(
      (time) => sameAnswer(question, { ...question.input, now: time }) && verifiesAt(question, time),
    );
  return {
    timeless: clock === 'wall' && 'now' in question.input && steady(),
    textOnly: input === 'value' && !survivesParsing(question),
  };
};
