import type { VectorCase } from '@rockpool/schemas';
import type { Judged } from './judge-vector.ts';
import type { JudgeRequest, JudgeResponse } from './judge-worker.ts';

type Waiting = { done(judged: Judged[][]): void; fail(error: Error): void };

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;

const failAll = (reason: string): void => {
  for (const { fail } of waiting.values()) fail(new Error(reason));
  waiting.clear();
  worker?.terminate();
  worker = undefined;
};

const start = (): Worker => {
  const started = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<JudgeResponse>) => {
    const one = waiting.get(data.number);
    waiting.delete(data.number);
    if ('judged' in data) one?.done(data.judged);
    else one?.fail(new Error(data.error));
  });
  started.addEventListener('error', ({ message }) => failAll(message || 'The judge could not be loaded.'));
  return started;
};

/** Judges vectors in a worker, which starts at the first question and stays. */
export const judgeVectors = (vectors: readonly VectorCase[], without?: string): Promise<Judged[][]> =>
  new Promise((done, fail) => {
    worker ??= start();
    asked += 1;
    const request: JudgeRequest = { number: asked, vectors, without };
    waiting.set(asked, { done, fail });
    worker.postMessage(request);
  });
