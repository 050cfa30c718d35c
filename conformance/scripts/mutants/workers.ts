import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

/** The other half, for the file of the worker: answers each task that comes. */
export const serveTasks = <Task, Result>(work: (task: Task) => Result | Promise<Result>): void => {
  parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await work(task)));
};

/**
 * Does tasks in worker threads, one for each core; results in the order of the tasks. A worker that takes longer than
 * `limitMillis` for one, or dies, is ended, and the answer is what `onLost` makes of it.
 * @param file calls `serveTasks`.
 */
export const inWorkers = async <Task, Result>(
  file: URL,
  tasks: readonly Task[],
  onLost: (task: Task, reason: string) => Result,
  onResult: (result: Result, done: number) => void = () => {},
  limitMillis = 60_000,
): Promise<Result[]> => {
  const results: Result[] = new Array(tasks.length);
  let next = 0;
  let done = 0;
  const serve = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < tasks.length) {
      const index = next++;
      const task = tasks[index] as Task;
      worker ??= new Worker(file);
      const answer = await ask<Task, Result>(worker, task, limitMillis);
      if ('lost' in answer) {
        await worker.terminate();
        worker = undefined;
      }
      const result = 'lost' in answer ? onLost(task, answer.lost) : answer.result;
      results[index] = result;
      onResult(result, ++done);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, serve));
  return results;
};

const ask = <Task, Result>(
  worker: Worker,
  task: Task,
  limitMillis: number,
): Promise<{ result: Result } | { lost: string }> =>
  new Promise((settle) => {
    const finish = (answer: { result: Result } | { lost: string }): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      settle(answer);
    };
    const timer = setTimeout(() => finish({ lost: `no answer within ${limitMillis} ms` }), limitMillis);
    worker.on('message', (result: Result) => finish({ result }));
    worker.on('error', (error) => finish({ lost: String(error) }));
    worker.on('exit', (code) => finish({ lost: `the worker ended with ${code}` }));
    worker.postMessage(task);
  });
