import type { Engine, SyncEngine } from './engine.ts';

/** One question to an engine, or several at once. */
export type EngineCall = (engine: Engine) => EngineAnswer | Promise<EngineAnswer>;

export type EngineAnswer = boolean | Uint8Array | readonly EngineAnswer[];

/**
 * A computation that asks an engine now and then, and does not care whether the answer comes at once or later. So there is
 * one verifier for engines of both kinds.
 */
export type Task<Result> = Generator<EngineCall, Result, EngineAnswer>;

/** A task that is done without a question. */
// biome-ignore lint/correctness/useYield: it has nothing to ask.
export function* answered<Result>(result: Result): Task<Result> {
  return result;
}

/** Runs a task to its end with an engine that answers at once. */
export function run<Result>(task: Task<Result>, engine: SyncEngine): Result {
  let step = task.next();
  while (!step.done) step = task.next(step.value(engine) as EngineAnswer);
  return step.value;
}

/** Runs a task to its end with any engine. */
export async function runAsync<Result>(task: Task<Result>, engine: Engine): Promise<Result> {
  let step = task.next();
  while (!step.done) step = task.next(await step.value(engine));
  return step.value;
}

/**
 * A task for each item, side by side: each up to its next question, then the engine on all that were asked. Tasks and engine stay
 * out of each other's way in the processor's caches, which makes all but the engine about twice as fast.
 */
export function* sideBySide<Item, Result>(
  items: readonly Item[],
  taskOf: (item: Item) => Task<Result>,
): Task<Result[]> {
  const tasks: Task<Result>[] = [];
  // Each is begun when it is made: what it has read is in the caches still.
  let steps = items.map((item) => {
    const task = taskOf(item);
    tasks.push(task);
    return task.next();
  });
  while (steps.some(({ done }) => !done)) {
    const calls = steps.map((step) => (step.done ? nothing : step.value));
    const answers = (yield (engine) => askAll(calls, engine)) as readonly EngineAnswer[];
    steps = steps.map((step, index) =>
      step.done ? step : (tasks[index] as Task<Result>).next(answers[index] as EngineAnswer),
    );
  }
  return steps.map(({ value }) => value as Result);
}

const nothing: EngineCall = () => false;

/** An engine that answers later works on all questions at the same time. */
function askAll(calls: readonly EngineCall[], engine: Engine): EngineAnswer | Promise<EngineAnswer> {
  const answers = calls.map((call) => call(engine));
  return answers.some((answer) => answer instanceof Promise)
    ? Promise.all(answers)
    : (answers as readonly EngineAnswer[]);
}
