import type { Answered, AnswerTo, Asked, Question } from './worker-messages.ts';

/** A player in a worker, which is started when it is first asked. */
export class RemotePlayer {
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  #worker: Worker | undefined;
  #asked = 0;

  ask<Ask extends Question['ask']>(question: Extract<Question, { ask: Ask }>): Promise<AnswerTo[Ask]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running.postMessage({ id, question } satisfies Asked);
    });
  }

  /** Loads the worker before anything is asked of it. */
  wake(): void {
    void this.#running;
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
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.id);
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
