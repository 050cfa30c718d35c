import { availableParallelism, loadavg } from 'node:os';
import { type Engine, MemoryStore, ReplicaHost } from '@rockpool/reference';
import { createNodeEngine, createPoolEngine, createSodiumEngine, createThreadsEngine } from '@rockpool/reference/node';
import { opened, signedRecords } from './replica-records.ts';
import { median } from './rounds.ts';
import { NOW, sampleDocuments } from './samples.ts';
import { insist, type Question, questionsOf } from './verify.ts';

/** What several processors bring, in records a second of wall time. */
export interface Cores {
  readonly processors: number;
  /** Processes that want to run, of which each takes from what there is. */
  readonly load: number;
  readonly ingest: { readonly one: number; readonly all: number };
  /** The bare engine, in one thread and in all: what this machine gives at the moment. */
  readonly raw: { readonly one: number; readonly all: number };
  /**
   * How many times as fast all processors would be if nothing else ran, by the CPU time of each: the thread that takes in cannot
   * be quicker than its own share, nor all threads than the whole divided by the processors.
   */
  readonly undisturbed: number;
}

const BATCH = 500;
const RECORDS = 6_000;
const MILLIS = 1_000;

/** CPU time of a work, in microseconds: of all threads, and of the one that takes in. */
const cpuOf = async (work: () => Promise<void>): Promise<{ all: number; own: number }> => {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  await work();
  const [allUsed, ownUsed] = [process.cpuUsage(all), process.threadCpuUsage(own)];
  return { all: allUsed.user + allUsed.system, own: ownUsed.user + ownUsed.system };
};

const timed = async (count: number, work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (count * MILLIS) / (performance.now() - start);
};

/** Measures by turns, with nothing in between. */
export async function measureCores(rounds: number, say: (what: string) => void): Promise<Cores> {
  const records = signedRecords(RECORDS);
  const lists = Array.from({ length: RECORDS / BATCH }, (_, at) => records.slice(at * BATCH, (at + 1) * BATCH));
  const samples = questionsOf(sampleDocuments());
  // As many as there are records: of a few, a thread is done before the next one has begun.
  const questions = Array.from({ length: RECORDS }, (_, at) => samples[at % samples.length] as Question);
  const sodium = createSodiumEngine();
  const one = sodium ?? createNodeEngine();
  const all = sodium ? createPoolEngine(sodium) : createThreadsEngine();
  const processors = availableParallelism();

  const ingest = async (engine: Engine): Promise<void> => {
    const host = new ReplicaHost({
      replica: opened({ store: new MemoryStore() }),
      engine,
      clock: () => NOW,
      maxBatch: BATCH,
    });
    const outcomes = await Promise.all(lists.map((list) => host.ingest(list)));
    insist(
      outcomes.flat().every(({ is }) => is === 'accepted'),
      'a host',
    );
  };
  const ask = async (engine: Engine): Promise<void> => {
    const answers = questions.map(({ key, message, signature }) => engine.verify(key, message, signature));
    insist(
      (await Promise.all(answers)).every((right) => right),
      engine.name,
    );
  };

  const rates = {
    one: [] as number[],
    all: [] as number[],
    rawOne: [] as number[],
    rawAll: [] as number[],
    cpu: [] as number[],
  };
  for (let round = 0; round <= rounds; round++) {
    say(`processors, round ${round} of ${rounds}`);
    const alone = await cpuOf(() => ingest(one));
    const shared = await cpuOf(() => ingest(all));
    const measured = {
      cpu: alone.all / Math.max(shared.own, shared.all / processors),
      rawOne: await timed(questions.length, () => ask(one)),
      rawAll: await timed(questions.length, () => ask(all)),
      one: await timed(RECORDS, () => ingest(one)),
      all: await timed(RECORDS, () => ingest(all)),
    };
    // The first round lets the code be compiled.
    if (round > 0) for (const name of Object.keys(rates) as (keyof typeof rates)[]) rates[name].push(measured[name]);
  }
  return {
    processors,
    load: loadavg()[0] ?? 0,
    ingest: { one: median(rates.one), all: median(rates.all) },
    raw: { one: median(rates.rawOne), all: median(rates.rawAll) },
    undisturbed: median(rates.cpu),
  };
}
