/** Asks about one text after the other, in a thread of its own, so that a text on which it hangs can be told. */
import { parentPort, workerData } from 'node:worker_threads';
import { examine, type Fault, type Reached } from './examine.ts';
import { type Measured, memoryMeter } from './memory.ts';
import type { Target } from './target.ts';
import { type Kind, Texts } from './texts.ts';

export interface Assignment {
  /** A module that exports `target`. */
  readonly target: string;
  readonly seed: number;
  readonly formats: readonly string[];
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** Memory is measured after so many texts. */
  readonly measureEvery: number;
  /** The index of the text at hand is kept in its one place; −1 before the first. */
  readonly heartbeat: Int32Array;
}

/** How many texts of a kind got how far. */
export type Tally = Record<string, Record<string, number>>;

export type News =
  | { about: 'progress'; texts: number; formats: Tally; kinds: Tally }
  | { about: 'memory'; measured: Measured }
  | { about: 'end' }
  | { about: 'text'; index: number; verdict: string | undefined; faults: readonly Fault[] };

/** Progress is told after so many texts. */
const TOLD_EVERY = 500;

const count = (tally: Tally, name: string, reached: Reached | 'nowhere'): void => {
  tally[name] ??= {};
  const counts = tally[name];
  counts[reached] = (counts[reached] ?? 0) + 1;
};

const tell = (news: News): void => parentPort?.postMessage(news);

async function work({ seed, formats, from, to, measureEvery, heartbeat, ...data }: Assignment): Promise<void> {
  const { target } = (await import(data.target)) as { target: Target };
  const measure = memoryMeter();
  const texts = new Texts(seed, formats);
  let tallies: { formats: Tally; kinds: Tally } = { formats: {}, kinds: {} };
  let untold = 0;
  const tellProgress = (): void => {
    tell({ about: 'progress', texts: untold, ...tallies });
    untold = 0;
    tallies = { formats: {}, kinds: {} };
  };
  for (let index = from; index < to; index++) {
    Atomics.store(heartbeat, 0, index);
    const made = texts.make(index);
    const { faults, verdict, reached = 'nowhere' } = examine(made, target);
    count(tallies.formats, made.format, reached);
    count(tallies.kinds, made.kind satisfies Kind, reached);
    if (faults.length > 0 || to === from + 1) tell({ about: 'text', index, verdict, faults });
    if (++untold === TOLD_EVERY) tellProgress();
    if ((index + 1) % measureEvery === 0) tell({ about: 'memory', measured: measure(index + 1) });
  }
  tellProgress();
  tell({ about: 'end' });
}

await work(workerData as Assignment);
