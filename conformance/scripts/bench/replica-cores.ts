import { availableParallelism, loadavg } from 'node:os';
import { type Engine, MemoryStore, ReplicaHost } from '@rockpool/reference';
import { createNodeEngine, createThreadsEngine } from '@rockpool/reference/node';
import { opened, signedRecords } from './replica-records.ts';
import { median } from './rounds.ts';
import { NOW, sampleDocuments } from './samples.ts';
import { insist, questionsOf } from './verify.ts';

/** What several processors bring, in records a second of wall time. */
export interface Cores {
  readonly processors: number;
  /** Processes that want to run, of which each takes from what there is. */
  readonly load: number;
  readonly ingest: { readonly one: number; readonly all: number };
  /** The bare engine, called at once and with a callback: what this machine gives at the moment. */
  readonly raw: { readonly one: number; readonly all: number };
}

const BATCH = 500;
const RECORDS = 3_000;
const MILLIS = 1_000;

const timed = async (count: number, work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (count * MILLIS) / (performance.now() - start);
};

/** Measures by turns, with nothing in between. */
export async function measureCores(rounds: number, say: (what: string) => void): Promise<Cores> {
  const records = signedRecords(RECORDS);
  const lists = Array.from({ length: RECORDS / BATCH }, (_, at) => records.slice(at * BATCH, (at + 1) * BATCH));
  const questions = questionsOf(sampleDocuments());
  const node = createNodeEngine();
  const threads = createThreadsEngine();

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

  const rates = { one: [] as number[], all: [] as number[], rawOne: [] as number[], rawAll: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    say(`processors, round ${round} of ${rounds}`);
    const measured = {
      rawOne: await timed(questions.length, () => ask(node)),
      rawAll: await timed(questions.length, () => ask(threads)),
      one: await timed(RECORDS, () => ingest(node)),
      all: await timed(RECORDS, () => ingest(threads)),
    };
    // The first round lets the code be compiled.
    if (round > 0) for (const name of Object.keys(rates) as (keyof typeof rates)[]) rates[name].push(measured[name]);
  }
  return {
    processors: availableParallelism(),
    load: loadavg()[0] ?? 0,
    ingest: { one: median(rates.one), all: median(rates.all) },
    raw: { one: median(rates.rawOne), all: median(rates.rawAll) },
  };
}
