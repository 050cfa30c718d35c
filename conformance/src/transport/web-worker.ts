import type { Launch } from './port.ts';

/** The part of a browser's `Worker` that is needed here. */
export type WorkerLike = {
  postMessage(message: string): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error', listener: (event: { data?: unknown; message?: string }) => void): void;
};

/** A subject in a browser worker; `create` makes a fresh one. An uncaught error in it counts as a crash. */
export const webWorkerSubject =
  (create: () => WorkerLike): Launch =>
  (listener) => {
    const worker = create();
    let over = false;
    let errors = '';
    worker.addEventListener('message', ({ data }) => {
      if (over) return;
      if (typeof data === 'string') listener.message(data);
      else listener.garbage('a posted value that is not a string');
    });
    worker.addEventListener('error', ({ message }) => {
      if (over) return;
      over = true;
      errors = message ?? 'an uncaught error';
      worker.terminate();
      listener.end({ how: 'exit', code: 1 });
    });
    const kill = (): Promise<void> => {
      over = true;
      worker.terminate();
      return Promise.resolve();
    };
    return { send: (message) => worker.postMessage(message), close: kill, kill, stderr: () => errors };
  };
