import type { OnProgress } from './engine/progress.ts';
import type { Answered, AnswerTo, Asked, Question } from './worker-messages.ts';

const start = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

declare global {
  /** The worker that the page started before it was awake (`early-worker.ts`), until somebody plays with it. */
  var earlyWorker: Worker | undefined;
}

/** Somebody did not want to wait any longer. */
export class Stopped extends Error {}

/** A player in a worker, which is started when it is first asked. */
export class RemotePlayer {
  readonly #waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (error: Error) => void; onProgress: OnProgress | undefined }
  >();
  #worker: Worker | undefined;
  #asked = 0;

  ask<Ask extends Question['ask']>(
    question: Extract<Question, { ask: Ask }>,
    onProgress?: OnProgress,
  ): Promise<AnswerTo[Ask]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#running.postMessage({ id, question } satisfies Asked);
    });
  }

  /** Whoever waits for an answer gets none. Everything that was opened is forgotten; another worker begins anew. */
  stop(): void {
    this.close();
    for (const { reject } of this.#waiting.values()) reject(new Stopped());
    this.#waiting.clear();
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  get #running(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = globalThis.earlyWorker ?? start();
    globalThis.earlyWorker = undefined;
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id);
      if ('progress' in data) {
        waiting?.onProgress?.(data.progress);
        return;
      }
      this.#waiting.delete(data.id);
      if ('fault' in data) waiting?.reject(new Error(data.fault));
      else waiting?.resolve(data.answer as never);
    });
    worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the player has stopped: ${message}`));
      this.#waiting.clear();
    });
    return worker;
  }
}
