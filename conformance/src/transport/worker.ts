import { Worker } from 'node:worker_threads';
import { CLOSE_MILLIS, type Launch } from './port.ts';
import { keepTail } from './ring.ts';

/**
 * A subject as a worker thread, so that even an endless loop can be ended. It reads strings from `parentPort` and posts
 * strings to it. Its `process.stdout` is no message and is kept with its standard error.
 */
export const workerSubject =
  (file: string | URL, workerData?: unknown): Launch =>
  (listener) => {
    const worker = new Worker(file, { workerData, stdout: true, stderr: true, env: {} });
    const errors = keepTail();
    let over = false;
    let failure: string | undefined;
    worker.stdout.on('data', (chunk: Buffer) => errors.push(chunk));
    worker.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    worker.on('message', (message: unknown) => {
      if (typeof message === 'string') listener.message(message);
      else listener.garbage('a posted value that is not a string');
    });
    worker.on('error', (error) => {
      failure = String(error);
      errors.push(new TextEncoder().encode(`${failure}\n`));
    });
    worker.on('exit', (code) => {
      if (over) return;
      over = true;
      listener.end({ how: 'exit', code });
    });
    const kill = async (): Promise<void> => {
      over = true;
      await worker.terminate();
    };
    return {
      send: (message) => worker.postMessage(message),
      // A worker has no input that could be closed; late messages get the same time to arrive.
      close: async () => {
        over = true;
        await new Promise((done) => setTimeout(done, CLOSE_MILLIS / 20));
        await kill();
      },
      kill,
      stderr: () => errors.text(),
    };
  };
