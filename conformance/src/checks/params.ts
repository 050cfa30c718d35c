import type { HelloResult } from '@rockpool/schemas';
import { encodeRequest } from '../protocol/message.ts';
import type { Check, Question } from './check.ts';
import { expand } from './expand.ts';
import { lackIn } from './lacks.ts';

/** The longest line that a subject reads where it does not say, in bytes. */
export const DEFAULT_LINE_BYTES = 16_777_216;

/** How deep a line of either side is nested at most. */
const MAX_LINE_DEPTH = 128;

export type Applicable = { ok: true; params: string } | { ok: false; reason: string };

type Texts = Record<string, unknown>;

const no = (reason: string): Applicable => ({ ok: false, reason });

/** Replaces `text` by the value that it says; throws a `SyntaxError` where it says none. */
const asValue = ({ text, ...rest }: Texts): Texts =>
  text === undefined ? rest : { ...rest, value: JSON.parse(text as string) };

/** The members of params that are lists of objects with a text each. */
const LISTS = ['records', 'messages', 'before'];

const listsOf = (input: Texts): [string, Texts[]][] =>
  LISTS.filter((name) => Array.isArray(input[name])).map((name) => [name, input[name] as Texts[]]);

const hasBytes = (input: Texts): boolean =>
  [input, ...listsOf(input).flatMap(([, texts]) => texts)].some((each) => 'bytes' in each);

const withValues = (input: Texts): Texts => ({
  ...asValue(input),
  ...Object.fromEntries(listsOf(input).map(([name, texts]) => [name, texts.map(asValue)])),
});

/** Stands for an infinite number until the params are a text: no string of the suite has it. */
const INFINITE = '\ue000infinite';

/** JSON in which infinite numbers, which a draft can have, are spelled as numbers that no float can hold. */
const spell = (input: Texts): string => {
  if (!('draft' in input)) return JSON.stringify(input);
  const text = JSON.stringify(input, (_, value) =>
    typeof value === 'number' && Math.abs(value) === Number.POSITIVE_INFINITY
      ? `${Math.sign(value)}${INFINITE}`
      : value,
  );
  return text.replaceAll(`"1${INFINITE}"`, '1e999').replaceAll(`"-1${INFINITE}"`, '-1e999');
};

/** Operations that read texts; only these are asked otherwise of a subject that takes parsed JSON. */
const READS_TEXT = new Set([
  'canonical.encode',
  'record.verify',
  'record.id',
  'document.merge',
  'feed.verify',
  'feed.append',
  'feed.state',
  'replica.ingest',
  'session.receive',
]);

/**
 * The input of a question as a subject of these traits is sent it: with values in place of texts where it takes values.
 * Where a text says no value, it stays; such a question is not put to it.
 */
export const inputFor = (
  operation: string,
  input: Readonly<Record<string, unknown>>,
  { operations }: Pick<HelloResult, 'operations'>,
): Readonly<Record<string, unknown>> => {
  if (operations[operation]?.input !== 'value' || !READS_TEXT.has(operation)) return input;
  const whole = expand(input) as Texts;
  try {
    return hasBytes(whole) ? input : withValues(whole);
  } catch (error) {
    if (error instanceof SyntaxError) return input;
    throw error;
  }
};

/** Whether objects and arrays are nested deeper than that, in a text that is JSON. */
const isDeeper = (json: string, limit: number): boolean => {
  let open = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open -= 1;
    if (open > limit) return true;
  }
  return false;
};

/** Half of a surrogate pair, or a number that no double is near. */
const isIJson = (json: string): boolean => {
  let is = true;
  JSON.parse(json, (name, value) => {
    is &&= name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed());
    is &&= typeof value !== 'number' || Number.isFinite(value);
    return value;
  });
  return is;
};

/** The params as JSON text, in the way that this subject asked for, or why the question cannot be put to it so. */
export const paramsFor = (
  question: Question & Partial<Pick<Check, 'textOnly' | 'timeless'>>,
  hello: Pick<HelloResult, 'operations' | 'limits'>,
): Applicable => {
  const traits = hello.operations[question.operation] ?? {};
  if (traits.clock === 'wall' && 'now' in question.input && !question.timeless)
    return no('the subject reads the clock by itself, and the answer depends on now');
  const lack = lackIn(question, traits.lacks ?? []);
  if (lack !== undefined) return no(`the subject lacks ${lack}, which the question needs`);
  let input = expand(question.input) as Texts;
  if (traits.input === 'value' && READS_TEXT.has(question.operation)) {
    if (question.textOnly || hasBytes(input))
      return no('the subject takes parsed values, and the point lies in the text');
    try {
      input = withValues(input);
    } catch (error) {
      // A text that is no JSON is refused before the subject's part begins.
      if (error instanceof SyntaxError) return no('the subject takes parsed values, and the text is not JSON');
      throw error;
    }
  }
  const params = spell(input);
  if (traits.input === 'value' && isDeeper(params, MAX_LINE_DEPTH - 1))
    return no(`the line would be nested deeper than ${MAX_LINE_DEPTH}`);
  if (hello.limits?.iJson === true && !isIJson(params))
    return no('the subject reads I-JSON alone, and the question cannot be put in it');
  const limit = hello.limits?.lineBytes ?? DEFAULT_LINE_BYTES;
  // A cheap bound first: three bytes a UTF-16 code unit at most.
  const line = encodeRequest('x'.repeat(12), question.operation, params);
  if (line.length * 3 > limit && new TextEncoder().encode(line).length > limit)
    return no(`the line would be longer than ${limit} bytes`);
  return { ok: true, params };
};
