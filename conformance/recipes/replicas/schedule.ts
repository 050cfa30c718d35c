import type { ProfileName, Step, VectorCase } from '@rockpool/schemas';
import { compactText, expandText, utf8 } from '../../src/forge/bytes.ts';
import { answerSchedule, type Planned, stepsWith } from '../../src/forge/replica-schedule.ts';
import type { ReplicaAnswer, ReplicaInput } from '../../src/forge/replica-world.ts';
import { type Expectation, reparsed, toCase } from '../cases/file.ts';
import type { Move } from './moves.ts';

/** A schedule, whose last question is the case. */
export type Schedule = {
  id: string;
  title: string;
  profile?: ProfileName;
  needs?: readonly ProfileName[];
  requirements: readonly string[];
  moves: readonly Move[];
  /** The accepted case from which a refused one differs. */
  parent?: string;
};

const FAR = 9_007_199_254_740_991;

const expected = (answers: readonly (ReplicaAnswer | undefined)[]): string =>
  JSON.stringify(answers.map((answer) => answer?.expect));

const changed = (steps: readonly Planned[], change: (input: ReplicaInput) => ReplicaInput): Planned[] =>
  steps.map((step) => ('end' in step ? step : { ...step, input: change(step.input) }));

/** The same schedule with a clock that always shows the latest time. */
const late = (steps: readonly Planned[]): Planned[] =>
  changed(steps, (input) => ('now' in input ? { ...input, now: FAR } : input));

/** The same schedule with every text parsed and written again; one that is no JSON becomes an empty object. */
const parsedAgain = (steps: readonly Planned[]): Planned[] => {
  const written = ({ text, ...rest }: ReplicaInput): ReplicaInput => {
    const again = reparsed(utf8(expandText(text as string)));
    return { ...rest, text: again === undefined ? '{}' : new TextDecoder().decode(again) };
  };
  return changed(steps, ({ bytes, ...input }) => ({
    ...(bytes === undefined ? {} : { text: '{}' }),
    ...(input.text === undefined ? input : written(input)),
    ...(input.records === undefined ? {} : { records: (input.records as ReplicaInput[]).map(written) }),
  }));
};

type Sent = { records?: readonly { format: string; text: string }[]; contents?: readonly string[] };

/** A message that is sent, with its long texts written as those of the input are. */
const compactly = ({ records, contents, ...message }: Sent): Record<string, unknown> => ({
  ...message,
  ...(records === undefined
    ? {}
    : { records: records.map(({ format, text }) => ({ format, text: compactText(text) })) }),
  ...(contents === undefined ? {} : { contents: contents.map((content) => compactText(content)) }),
});

/** An answer; only one about a session sends messages. */
const written = (expect: Expectation): Expectation =>
  'ok' in expect && Array.isArray(expect.ok.send)
    ? { ok: { ...expect.ok, send: (expect.ok.send as Sent[]).map(compactly) } }
    : expect;

const answered = (step: Step): Step =>
  'end' in step ? step : ({ ...step, expect: written(step.expect as Expectation) } as Step);

const check = (id: string, moves: readonly Move[], answers: readonly (ReplicaAnswer | undefined)[]): void => {
  for (const [index, { meant }] of moves.entries()) {
    const answer = answers[index];
    if (answer === undefined) continue;
    const wrong = meant(answer);
    if (wrong !== undefined) throw new Error(`${id}, step ${index}: ${wrong}`);
    if (answer.isOpen) throw new Error(`${id}, step ${index}: the chapter leaves the answer open`);
  }
};

/** A schedule and its answers, of which the model gives each; fails where something else was meant. */
export const scheduleCase = ({ id, title, profile, needs, requirements, moves, parent }: Schedule): VectorCase => {
  const steps = moves.map(({ planned }) => planned);
  const answers = answerSchedule(steps);
  check(id, moves, answers);
  const [last, answer] = [steps.at(-1), answers.at(-1)];
  if (last === undefined || answer === undefined || 'end' in last)
    throw new Error(`${id}: nothing is asked at the end`);
  const { operation, input, cursorFrom } = last;
  const same = (other: readonly Planned[]): boolean => {
    try {
      return expected(answerSchedule(other)) === expected(answers);
    } catch (error) {
      // A page that is there no more has no cursor.
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
  const made = toCase({
    id,
    title,
    profile: profile ?? 'replica',
    requirements: [...answer.broken, ...requirements],
    operation,
    input,
    expect: written(answer.expect as Expectation),
    ...(parent === undefined ? {} : { parent, defect: title }),
    textOnly: !same(parsedAgain(steps)),
    timeless: same(late(steps)),
  });
  return {
    ...made,
    ...(needs === undefined ? {} : { needs: [...needs] as [ProfileName] }),
    ...(steps.length < 2 ? {} : { steps: stepsWith(steps.slice(0, -1), answers).map(answered) as VectorCase['steps'] }),
    ...(cursorFrom === undefined ? {} : { cursorFrom }),
  } as VectorCase;
};

/** Schedules of one file. */
export const scheduling =
  (area: string, common: Partial<Schedule> = {}) =>
  (
    slug: string,
    title: string,
    requirements: readonly string[],
    moves: readonly Move[],
    options: Partial<Schedule> = {},
  ): VectorCase =>
    scheduleCase({ ...common, id: `${area}/${slug}`, title, requirements, moves, ...options });
