import type { Check } from '../checks/check.ts';
import { expand } from '../checks/expand.ts';
import { answerSchedule, type Planned, stepsWith } from '../forge/replica-schedule.ts';
import { equalJson } from '../verdict/equal.ts';
import type { Means, Params } from './questions.ts';
import { type Given, givenOf, recordWriter, written } from './records.ts';
import { beginRenaming, type Renaming, rename, renameContent } from './renaming.ts';

/** A schedule with its answers, the last step being the question. */
export type Answered = Pick<Check, 'steps' | 'operation' | 'input' | 'expect' | 'cursorFrom'>;

type Expect = Check['expect'];

/** The steps of a schedule, compact strings written out. */
export const plannedOf = ({ steps = [], operation, input, cursorFrom }: Answered): Planned[] => {
  const last = { operation, input, ...(cursorFrom === undefined ? {} : { cursorFrom }) };
  return [...steps, last].map(
    (step): Planned => ('end' in step ? step : { ...step, input: expand(step.input) as Params }),
  );
};

const recordsIn = ({ records = [] }: Params): readonly Params[] => records as readonly Params[];

const givenIn = (record: Params): Given[] => {
  const given = givenOf(record, record.format as Given['format']);
  return given === undefined ? [] : [given];
};

/** A string or a number of a query, a filter or a question, put in its place; what names nothing stays. */
const otherValue = (renaming: Renaming, value: unknown): unknown => {
  if (typeof value === 'string') return rename(renaming, value);
  if (typeof value === 'number') return Number(rename(renaming, String(value)));
  if (Array.isArray(value)) return value.map((each) => otherValue(renaming, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, otherValue(renaming, member)]));
};

/** The same schedule with other keys, times and contents; which records and which replicas belong together stays. */
const otherSchedule = (steps: readonly Planned[], { random, pool, ...options }: Means): Planned[] => {
  const renaming = beginRenaming({}, random, pool, options);
  const records = steps.flatMap((step) => ('end' in step ? [] : recordsIn(step.input)));
  for (const { content } of records) if (typeof content === 'string') renameContent(renaming, content);
  const all = [...new Map(records.flatMap(givenIn).map((each) => [each.text, each])).values()];
  const write = recordWriter(renaming, all, { old: undefined, fresh: undefined });
  for (const each of all) write(each);
  const otherRecord = (record: Params): Params => {
    const [given] = givenIn(record);
    const text = given === undefined ? {} : written(given, write(given));
    const beside = renaming.words.get(`"${record.content}"`)?.slice(1, -1);
    return { ...record, ...text, ...(beside === undefined || record.content === undefined ? {} : { content: beside }) };
  };
  return steps.map((step): Planned => {
    if ('end' in step) return step;
    const { records: given, replica, ...rest } = step.input;
    const input = { replica, ...(otherValue(renaming, rest) as Params) };
    return {
      ...step,
      input: given === undefined ? input : { ...input, records: recordsIn(step.input).map(otherRecord) },
    };
  });
};

/** Identifiers and hashes are longer than any word. */
const LONG = 40;

/** An answer without its identifiers and without the order in which they stand, which they decide. */
const shapeOf = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > LONG ? '#' : value;
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(shapeOf(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
};

/** Whether an answer says the same: of the records that are given the same of each, of others as many of the same kind. */
const says = (expected: Expect, next: Expect): boolean =>
  expected.ok?.outcomes === undefined ? equalJson(shapeOf(expected), shapeOf(next)) : equalJson(expected, next);

/** The model's answers; nothing where a cursor is asked for that there is no more. */
const answersTo = (steps: readonly Planned[]): ReturnType<typeof answerSchedule> | undefined => {
  try {
    return answerSchedule(steps);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** A sibling of a schedule, answered by the model; undefined where some step is answered otherwise, or could be in several ways. */
export const siblingSchedule = (check: Check, means: Means): Answered | undefined => {
  const planned = plannedOf(check);
  const next = otherSchedule(planned, means);
  if (equalJson(next, planned)) return undefined;
  const answers = answersTo(next);
  if (answers === undefined) return undefined;
  const steps = stepsWith(next, answers);
  const alike = [...(check.steps ?? []), check].every((step, at) => {
    const [other, answer] = [steps[at], answers[at]];
    if ('end' in step || other === undefined || 'end' in other || answer === undefined) return true;
    return !answer.isOpen && says(step.expect, other.expect);
  });
  const last = steps.pop();
  if (!alike || last === undefined || 'end' in last) return undefined;
  return { ...last, ...(check.steps === undefined ? {} : { steps }) };
};
