import { type GivenRecord, MemoryStore, type Replica, run, type SyncEngine } from '@rockpool/reference';
import { createNodeEngine, createSodiumEngine } from '@rockpool/reference/node';
import { cast } from '../../src/forge/index.ts';
import { loadEarthstarReplicas } from './earthstar-replicas.ts';
import { isMissing, type Missing } from './packages.ts';
import { opened, signedRecords } from './replica-records.ts';
import { drivers } from './replica-stores.ts';
import { type Contender, measure } from './rounds.ts';
import { NOW, sampleDocuments, sampleEs4, sampleEs5 } from './samples.ts';
import { insist, questionsOf, rawContenders } from './verify.ts';

/** How many records a CPU second a replica takes in. */
export interface IngestRate {
  readonly name: string;
  /** How many at once. */
  readonly batch: number;
  readonly perCpuSecond: number;
  /** The rate of the engine beneath, where each record has one signature. */
  readonly raw?: number;
  /** The rate of the package that is given the same documents. */
  readonly beside?: number;
}

const BATCHES = [1, 100, 1_000];
/** Waiting for the disk takes so long that there are fewer of them. */
const RECORDS_ONE_BY_ONE = 200;

const giveAll = (replica: Replica, records: readonly GivenRecord[], batch: number, engine: SyncEngine): number => {
  for (let at = 0; at < records.length; at += batch) {
    const outcomes = run(replica.ingest(records.slice(at, at + batch), NOW), engine);
    insist(
      outcomes.every(({ is }) => is === 'accepted'),
      'a replica',
    );
  }
  return records.length;
};

/** Each turn fills a replica that is empty. */
const filling = (name: string, open: () => Replica, give: (replica: Replica) => number): Contender => {
  let replica: Replica | undefined;
  return {
    name,
    prepare: () => {
      replica = open();
    },
    work: () => give(replica as Replica),
  };
};

export const engines = (): [name: string, engine: SyncEngine][] => {
  const sodium = createSodiumEngine();
  return [['node:crypto', createNodeEngine()], ...(sodium ? [['sodium-native', sodium] as [string, SyncEngine]] : [])];
};

interface Row {
  readonly contender: Contender;
  readonly batch: number;
  /** The name of the contender that it is set in relation to. */
  readonly raw?: string;
  readonly beside?: string;
}

function nativeRows(): Row[] {
  const records = signedRecords(Math.max(...BATCHES));
  const rows: Row[] = [];
  for (const [engineName, engine] of engines()) {
    for (const driver of Object.values(drivers)) {
      for (const batch of BATCHES) {
        const given = batch === 1 ? records.slice(0, RECORDS_ONE_BY_ONE) : records;
        const contender = filling(
          `${driver.name}, ${engineName}`,
          () => opened({ store: driver.fresh() }),
          (replica) => giveAll(replica, given, batch, engine),
        );
        rows.push({ contender, batch, raw: `raw ${engineName}` });
      }
    }
  }
  return rows;
}

/** The packages, and the reference on the same documents beside them. */
async function earthstarRows(): Promise<{ rows: Row[]; missing: Missing[] }> {
  const documents = { 'es.4': sampleEs4(), 'es.5': sampleEs5() };
  const share = cast.gardening.earthstarAddress;
  const offers = await loadEarthstarReplicas(share);
  const rows: Row[] = [];
  for (const offer of offers) {
    if (isMissing(offer)) continue;
    const { name, format, engineName } = offer;
    let ingest: ((document: object) => Promise<void> | void) | undefined;
    const theirs: Contender = {
      name: `${name}, memory`,
      prepare: async () => {
        ingest = await offer.open();
      },
      work: async () => {
        for (const document of documents[format]) await ingest?.(document);
        return documents[format].length;
      },
    };
    rows.push({ contender: theirs, batch: 1 });
    const engine = engines().find(([each]) => each === engineName)?.[1];
    if (engine === undefined) continue;
    const texts = documents[format].map((document) => ({ format, text: JSON.stringify(document) }));
    for (const batch of [1, 100]) {
      const ours = filling(
        `reference, ${format}, memory, ${engineName}, beside ${name}`,
        () => opened({ store: new MemoryStore(), family: 'earthstar', space: share }),
        (replica) => giveAll(replica, texts, batch, engine),
      );
      rows.push({ contender: ours, batch, beside: theirs.name });
    }
  }
  return { rows, missing: offers.filter(isMissing) };
}

/** Measures what replicas take in, beside the engines that they stand on and the published replicas. */
export async function measureIngest(
  rounds: number,
  millis: number,
  say: (what: string) => void,
): Promise<{ ingest: IngestRate[]; missing: Missing[] }> {
  const questions = questionsOf(sampleDocuments());
  const raws = (await rawContenders(questions)).filter(({ name }) => /node:crypto|sodium/.test(name));
  const { rows: published, missing } = await earthstarRows();
  const rows = [...nativeRows(), ...published];
  const measured = await measure([...raws, ...rows.map(({ contender }) => contender)], {
    rounds,
    millis,
    onRound: (round) => say(`replicas, round ${round} of ${rounds}`),
  });
  for (const driver of Object.values(drivers)) driver.end();
  const rateOf = (name: string | undefined): number | undefined =>
    measured.find((each) => each.name === name)?.perCpuSecond;
  const ingest = rows.map(({ contender: { name }, batch, raw, beside }, index): IngestRate => {
    const perCpuSecond = measured[raws.length + index]?.perCpuSecond ?? Number.NaN;
    const [rawRate, besideRate] = [rateOf(raw), rateOf(beside)];
    return {
      name,
      batch,
      perCpuSecond,
      ...(rawRate !== undefined && { raw: rawRate }),
      ...(besideRate !== undefined && { beside: besideRate }),
    };
  });
  return { ingest, missing };
}
