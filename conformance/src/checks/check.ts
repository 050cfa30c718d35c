import type { Expectation, OperationName, ProfileName, Step } from '@rockpool/schemas';

/**
 * How an answer is compared. `answer`: with the expectation, member by member. `signed`: the record in it has to be the
 * expected one except for the bytes of its signatures, which have to be valid.
 */
export type Judging = 'answer' | 'signed';

/** One judged question: a vector, something derived from a vector, or a question that a law made. */
export type Question = {
  operation: OperationName;
  /** The params of the operation; long strings may be compact. */
  input: Readonly<Record<string, unknown>>;
  expect: Expectation;
  judging: Judging;
  /** Of a schedule: what is asked before, one after another, and judged like the question itself. */
  steps?: readonly Step[];
  /** The query's cursor is `next` of the answer to the step at this position, from 0. */
  cursorFrom?: number;
};

/** The question at a position of a schedule, from 0, by itself; nothing where the process is ended there. */
export const questionAt = ({ steps = [], ...last }: Question, position: number): Question | undefined => {
  const step = position < steps.length ? steps[position] : last;
  if (step === undefined || 'end' in step) return undefined;
  return { ...step, judging: last.judging };
};

/** A question of the suite, with what it is about. */
export type Check = Question & {
  /** `documents/wiki-page`, or a vector's id with `#` and a suffix behind it. Never reused. */
  id: string;
  title: string;
  profile: ProfileName;
  /** Further profiles that have to be claimed. */
  needs: readonly ProfileName[];
  requirements: readonly string[];
  /** Of a chain that is not accepted as a whole: how many of its messages are, before the first that is not. */
  kept?: number;
  /** The valid check from which this one differs, and the one difference in words. */
  parent?: string;
  defect?: string;
  /** The point is lost when the text is parsed. */
  textOnly: boolean;
  /** The answer is the same at every later time. */
  timeless: boolean;
};
