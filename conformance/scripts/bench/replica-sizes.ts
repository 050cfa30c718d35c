import { type JsonObject, type Replica, run, type SyncEngine } from '@rockpool/reference';
import { BEDS, liveBytes, opened, rareAuthor, trusting, unsignedRecord, usualAuthor } from './replica-records.ts';
import { type Driver, drivers } from './replica-stores.ts';
import { median } from './rounds.ts';
import { NOW, sampleDocuments } from './samples.ts';

/** What a replica of so many records takes to be opened and asked, in milliseconds of CPU time. */
export interface AtSize {
  readonly store: string;
  readonly records: number;
  /** Of the store and the replica, and a first page; absent where a store does not outlive its process. */
  readonly opening?: number;
  readonly pages: Readonly<Record<string, number>>;
  /** Bytes in the store for each byte of a record's text. */
  readonly perLiveByte: number;
  /** Of one more record that is taken in, in microseconds. */
  readonly ingest: number;
}

const BATCH = 1_000;
const PAGE = 100;
const ASKED = 11;

const credulous = { name: 'credulous', verify: () => true } as unknown as SyncEngine;

const cpuMillis = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

/** The queries whose first page is asked for, and the page in the middle of all paths. */
const queries: Readonly<Record<string, JsonObject>> = {
  path: {},
  prefix: { pathPrefix: `/beds/${BEDS >> 1}/` },
  'the newest': { order: 'time', reverse: true },
  'since a time': { order: 'time', from: 1_700_000_000_000_500 },
  arrival: { order: 'arrival' },
  'author, one of 50': { author: usualAuthor, order: 'time' },
  'author, one record in 1,000': { author: rareAuthor, order: 'time' },
};

function page(replica: Replica, query: JsonObject): void {
  const answer = replica.query({ ...query, limit: PAGE }, NOW * 2);
  if (!answer.ok || answer.records.length === 0) throw new Error(`no page of ${JSON.stringify(query)}`);
}

function fill(replica: Replica, records: number, onRecords: (done: number) => void): { live: number; ingest: number } {
  const { signature } = sampleDocuments()[0] as ReturnType<typeof sampleDocuments>[number];
  let live = 0;
  let ingest = 0;
  for (let from = 0; from < records; from += BATCH) {
    const given = Array.from({ length: Math.min(BATCH, records - from) }, (_, at) =>
      unsignedRecord(from + at, signature),
    );
    for (const record of given) live += liveBytes(record);
    ingest = cpuMillis(() => {
      const refused = run(replica.ingest(given, NOW), credulous).find(({ is }) => is !== 'accepted');
      if (refused !== undefined) throw new Error(`a record was refused: ${JSON.stringify(refused)}`);
    });
    onRecords(from + given.length);
  }
  return { live, ingest: (ingest * 1_000) / Math.min(BATCH, records) };
}

const medianOf = (times: number, work: () => void): number =>
  median(Array.from({ length: times }, () => cpuMillis(work)));

function measureSize(driver: Driver, records: number, say: (what: string) => void): AtSize {
  const filled = driver.fresh();
  const { live, ingest } = fill(opened({ store: filled, protocol: trusting }), records, (done) => {
    if (done % 50_000 === 0)
      say(`${driver.name}: ${done.toLocaleString('en')} of ${records.toLocaleString('en')} records`);
  });
  let replica = opened({ store: filled, protocol: trusting });
  const { again } = driver;
  const opening =
    again &&
    medianOf(3, () => {
      replica = opened({ store: again(), protocol: trusting });
      page(replica, {});
    });
  const pages = Object.fromEntries(
    Object.entries(queries).map(([name, query]) => [name, medianOf(ASKED, () => page(replica, query))]),
  );
  const stored = driver.size?.() ?? textBytes(filled);
  driver.end();
  return {
    store: driver.name,
    records,
    ...(opening !== undefined && { opening }),
    pages,
    perLiveByte: stored / live,
    ingest,
  };
}

/** Of a store in memory: the characters of its keys and values. */
function textBytes(store: { scan(range: { from: string; to: string }): Iterable<readonly [string, string]> }): number {
  let bytes = 0;
  for (const [key, value] of store.scan({ from: '\0', to: '\u007f' })) bytes += key.length + value.length;
  return bytes;
}

/** Sizes that a replica in memory of one process has room for. */
const MOST_IN_MEMORY = 100_000;

/** Measures replicas that grow. */
export function measureSizes(sizes: readonly number[], say: (what: string) => void): AtSize[] {
  return [drivers.memory, drivers.normal].flatMap((driver) =>
    sizes
      .filter((records) => driver !== drivers.memory || records <= MOST_IN_MEMORY)
      .map((records) => measureSize(driver, records, say)),
  );
}
