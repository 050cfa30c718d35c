import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type AsyncEngine, keyByteLength, type SyncEngine, signatureByteLength } from '../signature/engine.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import { packQuestions } from './packed-questions.ts';

/** With fewer questions in one turn the messages to the threads cost more than they bring. */
const leastForThreads = 64;
/** So many go to a thread in one message, so that none of them is done long before the others. */
const mostAtOnce = 64;

export interface PoolOptions {
  /** How many threads; as many as there are processors where absent. */
  readonly threads?: number;
  /** What each of them runs. */
  readonly file?: string;
}

/** A question whose answer is waited for. */
interface Waiting extends SignatureQuestion {
  readonly resolve: (right: boolean) => void;
}

/**
 * Ed25519 of sodium-native on all processors: many signatures that are asked about in one turn go to threads, which begin with the
 * first of them and keep no program from ending. A few are answered where they are asked.
 *
 * @param engine that of sodium-native. It answers for a thread that fails, too.
 */
export function createPoolEngine(engine: SyncEngine, options: PoolOptions = {}): AsyncEngine {
  const { threads = availableParallelism(), file = workerFile() } = options;
  const answer = ({ key, message, signature, resolve }: Waiting) => resolve(engine.verify(key, message, signature));
  const pool = Array.from({ length: threads }, () => new PoolThread(file, answer));
  let asked: Waiting[] = [];

  const flush = (): void => {
    const list = asked;
    asked = [];
    if (list.length < leastForThreads) return list.forEach(answer);
    const size = Math.min(mostAtOnce, Math.ceil(list.length / threads));
    for (let at = 0; at < list.length; at += size) {
      const idlest = pool.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
      idlest.ask(list.slice(at, at + size));
    }
  };

  return {
    name: 'pool',
    verify: (key, message, signature) =>
      new Promise((resolve) => {
        // Nothing else is valid, and a message to a thread has room for nothing else.
        if (key.length !== keyByteLength || signature.length !== signatureByteLength) return resolve(false);
        if (asked.length === 0) queueMicrotask(flush);
        asked.push({ key, message, signature, resolve });
      }),
    sign: async (seed, message) => engine.sign(seed, message),
    publicKey: async (seed) => engine.publicKey(seed),
  };
}

/** By the name of the package: what is bundled does not lie where its source does. */
const workerFile = (): string => createRequire(import.meta.url).resolve('@rockpool/reference/pool-worker');

/** A thread, which begins with its first questions. */
class PoolThread {
  /** Of how many questions the answers are waited for. */
  waiting = 0;
  readonly #file: string;
  readonly #answer: (question: Waiting) => void;
  #worker: Worker | undefined;
  /** In the order in which they were asked, and will be answered. */
  readonly #lists: (readonly Waiting[])[] = [];

  constructor(file: string, answer: (question: Waiting) => void) {
    this.#file = file;
    this.#answer = answer;
  }

  ask(list: readonly Waiting[]): void {
    this.#worker ??= this.#begin();
    // It keeps the program from ending while somebody waits, and no longer.
    this.#worker.ref();
    this.waiting += list.length;
    this.#lists.push(list);
    const packed = packQuestions(list);
    this.#worker.postMessage(packed, [packed.buffer]);
  }

  #begin(): Worker {
    const worker = new Worker(this.#file);
    worker.on('message', (answers: Uint8Array) => {
      for (const [index, { resolve }] of this.#take().entries()) resolve(answers[index] === 1);
    });
    const end = () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      while (this.#lists.length > 0) this.#take().forEach(this.#answer);
    };
    worker.on('error', end);
    worker.on('exit', end);
    return worker;
  }

  #take(): readonly Waiting[] {
    const list = this.#lists.shift() ?? [];
    this.waiting -= list.length;
    if (this.#lists.length === 0) this.#worker?.unref();
    return list;
  }
}
