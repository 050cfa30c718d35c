import type { Engine } from '../signature/engine.ts';
import { runAsync } from '../signature/task.ts';
import type { Outcome } from './outcome.ts';
import type { Judged } from './plan.ts';
import type { GivenRecord, Replica } from './replica.ts';

/** What a host needs. */
export interface HostOptions {
  readonly replica: Replica;
  readonly engine: Engine;
  /** In microseconds since 1970. A clock that goes back stands still for the replica. */
  readonly clock: () => number;
  /** How many records are taken in at once, where so many wait; a longer list of one caller is not cut. */
  readonly maxBatch?: number | undefined;
}

/** Somebody who waits for an answer. */
interface Caller {
  readonly records: readonly GivenRecord[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Callers who are answered together. */
interface Batch {
  readonly callers: readonly Caller[];
  readonly now: number;
  readonly judged: Promise<readonly Judged[]>;
}

/**
 * How many batches are begun besides the one that is to be stored next: an engine with threads of its own has work meanwhile. With
 * one alone they would be done before the batch behind it is begun.
 */
const maxAhead = 2;

/** Enough that what a commit costs by itself is a small part. */
const usualBatch = 1_000;

/**
 * Takes records in for many callers, one batch after another: what comes meanwhile waits, and becomes the next batch. Each
 * caller is answered when hers is stored.
 */
export class ReplicaHost {
  readonly replica: Replica;
  readonly #options: HostOptions;
  readonly #waiting: Caller[] = [];
  readonly #ahead: Batch[] = [];
  readonly #listeners = new Set<() => void>();
  #isBusy = false;
  #now = 0;

  constructor(options: HostOptions) {
    this.replica = options.replica;
    this.#options = options;
  }

  /** The clock of the replica. */
  get now(): number {
    this.#now = Math.max(this.#now, this.#options.clock());
    return this.#now;
  }

  /** Rejects if the store fails in another way than by being full; of what was given, nothing or all is stored then. */
  ingest(records: readonly GivenRecord[]): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      if (this.#isBusy) {
        // Callers who come in one turn make one batch.
        void Promise.resolve().then(() => this.#beginMore());
      } else {
        this.#beginMore();
        void this.#work();
      }
    });
  }

  /** Is called after each batch, when it can be read. Answers how to end that. */
  onStored(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let batch = this.#ahead.shift(); batch !== undefined; batch = this.#ahead.shift()) {
      this.#beginMore();
      await this.#finish(batch);
      this.#beginMore();
    }
    this.#isBusy = false;
  }

  #beginMore(): void {
    while (this.#ahead.length < maxAhead && this.#waiting.length > 0) this.#ahead.push(this.#begin(this.#nextBatch()));
  }

  #nextBatch(): readonly Caller[] {
    const { maxBatch = usualBatch } = this.#options;
    let size = 0;
    let count = 0;
    for (const { records } of this.#waiting) {
      if (count > 0 && size + records.length > maxBatch) break;
      size += records.length;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  #begin(callers: readonly Caller[]): Batch {
    const { now } = this;
    const records = callers.flatMap((caller) => caller.records);
    const judged = runAsync(this.replica.judge(records, now), this.#options.engine);
    // It is waited for later, when the batches before it are done.
    judged.catch(() => undefined);
    return { callers, now, judged };
  }

  async #finish({ callers, now, judged }: Batch): Promise<void> {
    try {
      const outcomes = await runAsync(this.replica.settle(await judged, now), this.#options.engine);
      let at = 0;
      for (const { records, resolve } of callers) {
        resolve(outcomes.slice(at, at + records.length));
        at += records.length;
      }
      for (const listener of this.#listeners) listener();
    } catch (error) {
      for (const { reject } of callers) reject(error);
    }
  }
}
