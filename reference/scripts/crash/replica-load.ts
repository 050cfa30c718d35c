import {
  blobId,
  createProtocol,
  encodeBase32,
  type GivenRecord,
  openReplica,
  type Replica,
  run,
  type Store,
  sign,
} from '../../src/index.ts';
import { createNodeEngine, nodeSha256, openSqliteStore } from '../../src/node/index.ts';
import { Random } from '../fuzz/random.ts';
import { damages } from './damages.ts';
import type { Found, Load } from './load.ts';

/** A batch overwrites the documents of the one so many before it: a replica stays small however long a run is. */
const PLACES = 40;
const MAX_DOCUMENTS = 8;
const MAX_CONTENT = 1_000;
/** In microseconds since 1970. */
const BEGIN = 1_700_000_000_000_000;
const NOW = BEGIN + 1_000_000_000;
/** Each batch writes this document anew, and says there which it is. */
const LAST = '/last';

const engine = createNodeEngine();
const protocol = createProtocol(nodeSha256);
const seedOfAuthor = new Uint8Array(32).fill(1);
const author = `@${encodeBase32(engine.publicKey(seedOfAuthor))}`;
const space = `+crash.x${encodeBase32(new Uint8Array(32).fill(4)).slice(1)}`;
const format = 'rp.document.1';

function document(path: string, batch: number, content: string): GivenRecord {
  const contentHash = blobId(content, nodeSha256);
  const header = { format, space, author, path, timestamp: BEGIN + batch, contentHash, contentSize: content.length };
  const signed = sign({ header, content }, { protocol, engine, format, now: NOW, seed: seedOfAuthor });
  if (!signed.ok) throw new Error(`the document at ${path} is ${signed.code}`);
  return { format, text: signed.text };
}

/** The documents of a batch, always the same; at one place there are as many each time, so that all are overwritten. */
export function documentsOf(seed: number, batch: number): readonly GivenRecord[] {
  const place = batch % PLACES;
  const count = 1 + new Random(seed, place).below(MAX_DOCUMENTS);
  const random = new Random(seed, batch + PLACES);
  const documents = Array.from({ length: count }, (_, index) =>
    document(`/places/${place}/${index}`, batch, `${batch} ${'.'.repeat(random.below(MAX_CONTENT))}`),
  );
  return [...documents, document(LAST, batch, `${batch}`)];
}

export function replicaOver(store: Store): Replica {
  const opened = openReplica({ protocol, store, family: 'native', space });
  if (!opened.ok) throw new Error(`the replica does not open: ${opened.code}`);
  return opened.replica;
}

/** @throws Error unless all are accepted. */
export function ingest(replica: Replica, records: readonly GivenRecord[]): void {
  const outcomes = run(replica.ingest(records, NOW), engine);
  const other = outcomes.find(({ is }) => is !== 'accepted');
  if (other !== undefined) throw new Error(`a record that is right was answered ${JSON.stringify(other)}`);
}

const lastOf = (replica: Replica): number => Number(replica.winnerAt(LAST, NOW)?.content ?? 0);

/** A record and its content, of what is given and of what is found. */
function contentsByText(records: readonly GivenRecord[]): Map<string, string> {
  return new Map(
    records.map(({ text }) => {
      const { content, ...kept } = JSON.parse(String(text)) as { content: string };
      return [JSON.stringify(kept), content];
    }),
  );
}

/** Every way of asking for all gives the same records. */
function countsByOrder(replica: Replica): Record<string, number> {
  const count = (order: string) => {
    const answer = replica.query({ order, limit: 1_000 }, NOW);
    return answer.ok ? answer.records.length : -1;
  };
  return {
    path: count('path'),
    time: count('time'),
    arrival: count('arrival'),
    state: replica.state(NOW).records.length,
  };
}

/** What a replica lacks or has too much of. */
export function checkReplica(replica: Replica, seed: number, acknowledged: number): Found {
  const last = lastOf(replica);
  const faults: string[] = [];
  if (last < acknowledged)
    faults.push(`lost: batch ${acknowledged} was acknowledged, and the last one there is ${last}`);
  if (last > acknowledged + 1) faults.push(`never written: batch ${last}, when ${acknowledged} was acknowledged last`);
  const found = new Map([...replica.all(NOW)].map(({ text, content }) => [text, content]));
  const count = found.size;
  for (let batch = Math.max(1, last - PLACES + 1); batch <= last; batch++) {
    // The document that all batches write is the last one's.
    const written = contentsByText(batch === last ? documentsOf(seed, batch) : documentsOf(seed, batch).slice(0, -1));
    const whole = [...written].filter(([text, content]) => found.get(text) === content).length;
    if (whole < written.size) faults.push(`half: of batch ${batch}, ${whole} of ${written.size} documents are there`);
    for (const text of written.keys()) found.delete(text);
  }
  for (const text of found.keys()) faults.push(`half: a document is there that was overwritten: ${text.slice(0, 200)}`);
  for (const [order, other] of Object.entries(countsByOrder(replica))) {
    if (other !== count) faults.push(`half: of ${count} documents, ${other} are there by ${order}`);
  }
  return { last, faults };
}

/** All records of a batch are given at once. */
export const replicaLoad: Load = {
  write(file, { seed, synchronous }, acknowledge) {
    const replica = replicaOver(openSqliteStore(file, { synchronous }));
    for (let batch = lastOf(replica) + 1; ; batch++) {
      ingest(replica, documentsOf(seed, batch));
      acknowledge(batch);
    }
  },
  check(file, seed, acknowledged) {
    const store = openSqliteStore(file);
    const found = checkReplica(replicaOver(store), seed, acknowledged);
    store.close();
    return { ...found, faults: [...found.faults, ...damages(file)] };
  },
};
