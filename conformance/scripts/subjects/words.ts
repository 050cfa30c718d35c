/** An expectation or an answer as it is told to people. */
import type { CheckResult } from '@rockpool/schemas';

/** A few words, or, where the value itself is the answer, its JSON. */
export type Told = { words: string } | { json: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const json = (value: unknown): Told => ({ json: JSON.stringify(value) });

export const toldAnswer = (answer: unknown, operation: string): Told => {
  if (answer === undefined) return { words: '–' };
  if (!isObject(answer)) return json(answer);
  // A long answer is on file by its beginning.
  if (typeof answer.beginning === 'string') return { json: answer.beginning };
  if ('ok' in answer) {
    if (operation === 'record.sign') return { words: 'signs' };
    return isObject(answer.ok) && Object.keys(answer.ok).length > 0 ? json(answer.ok) : { words: 'accepts' };
  }
  if (isObject(answer.reject)) {
    const { code: name, codes, message } = answer.reject;
    if (typeof message === 'string') return { words: `refuses: “${message}”` };
    return { words: `refuses (${[codes ?? name].flat().join(' or ')})` };
  }
  if (isObject(answer.error)) return { words: `fails: “${answer.error.message}”` };
  return json(answer);
};

/** What came where a check failed. */
export const toldGot = ({ failure, got, operation }: CheckResult): Told => {
  if (failure === 'crash') return { words: 'dies' };
  if (failure === 'hang') return { words: 'never answers' };
  if (failure === 'nondeterministic') return { words: 'now this, now that, by chance' };
  return toldAnswer(got, operation);
};
