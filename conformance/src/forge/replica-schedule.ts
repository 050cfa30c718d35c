import type { OperationName, Step } from '@rockpool/schemas';
import type { JsonObject } from './native.ts';
import type { Decide } from './replica-model.ts';
import { answerInWorld, endWorld, openWorld, type ReplicaAnswer, type ReplicaInput } from './replica-world.ts';

/** A step of a schedule before anybody has answered it. */
export type Asked = { operation: OperationName; input: ReplicaInput; cursorFrom?: number };
export type Planned = Asked | { end: true };

/** The input of a step, with the cursor that an earlier answer gave. */
const withCursor = ({ input, cursorFrom }: Asked, answers: readonly (ReplicaAnswer | undefined)[]): ReplicaInput => {
  if (cursorFrom === undefined) return input;
  const cursor = answers[cursorFrom]?.next;
  if (cursor === undefined) throw new RangeError(`the answer to step ${cursorFrom} has no next`);
  return { ...input, query: { ...(input.query as JsonObject), cursor } };
};

/** The answers to all steps, none where the process ends. */
export const answerSchedule = (steps: readonly Planned[], decide?: Decide): (ReplicaAnswer | undefined)[] => {
  const world = openWorld(decide);
  const answers: (ReplicaAnswer | undefined)[] = [];
  for (const step of steps) {
    if ('end' in step) {
      endWorld(world);
      answers.push(undefined);
    } else {
      answers.push(answerInWorld(world, step.operation, withCursor(step, answers)));
    }
  }
  return answers;
};

/** The steps with their answers, as a vector has them. */
export const stepsWith = (steps: readonly Planned[], answers: readonly (ReplicaAnswer | undefined)[]): Step[] =>
  steps.map((step, index): Step => {
    const answer = answers[index];
    if ('end' in step || answer === undefined) return { end: true };
    const { operation, input, cursorFrom } = step;
    return { operation, input, ...(cursorFrom === undefined ? {} : { cursorFrom }), expect: answer.expect };
  });
