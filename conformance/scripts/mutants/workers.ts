import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

/** The other half, for the file of the worker: answers each task that comes. */
export const serveTasks = <Task, Result>(work: (task: Task) => Result | Promise<Result>): void => {
  parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await work(task)));
};

type Answer<Result> = { readonly result: Result } | { readonly late: true };

/** A worker that does one task at a time. What it throws, asking throws. */
const startWorker = <Task, Result>(file: URL, limitMillis: number) => {
  const worker = new Worker(file);
  let settle: (answer: Answer<Result>) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  worker.on('message', (result: Result) => settle({ result }));
  worker.on('error', (error) => fail(error));
  const ask = (task: Task): Promise<Answer<Result>> => {
    const answer = new Promise<Answer<Result>>((done, failed) => {
      [settle, fail] = [done, failed];
    });
    const timer = setTimeout(() => settle({ late: true }), limitMillis);
    worker.postMessage(task);
    return answer.finally(() => clearTimeout(timer));
  };
  return { ask, end: () => worker.terminate() };
};

/**
 * Does tasks in worker threads, one for each core; results in the order of the tasks. A worker that takes longer than
 * `limitMillis` for one is ended, and the result is what `onLate` makes of it. What a worker throws is thrown.
 * @param file calls `serveTasks`.
 */
export const inWorkers = async <Task, Result>(
  file: URL,
  tasks: readonly Task[],
  onLate: (task: Task) => Result,
  onResult: (result: Result, done: number) => void = () => {},
  limitMillis = 60_000,
): Promise<Result[]> => {
  const results: Result[] = new Array(tasks.length);
  const queue = tasks.entries();
  let done = 0;
  const serve = async (): Promise<void> => {
    let worker: ReturnType<typeof startWorker<Task, Result>> | undefined;
    for (const [index, task] of queue) {
      worker ??= startWorker<Task, Result>(file, limitMillis);
      const answer = await worker.ask(task);
      if ('late' in answer) {
        await worker.end();
        worker = undefined;
      }
      const result = 'late' in answer ? onLate(task) : answer.result;
      results[index] = result;
      onResult(result, ++done);
    }
    await worker?.end();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, serve));
  return results;
};
