import { MemoryStore, run, type SyncEngine, SyncReplica } from '@rockpool/reference';
import { nodeSha256 } from '@rockpool/reference/node';
import { cast } from '../../src/forge/index.ts';
import { isMissing, type Missing } from './packages.ts';
import { engines } from './replica-ingest.ts';
import { opened, protocol, signedRecords } from './replica-records.ts';
import { median } from './rounds.ts';
import { NOW, sampleEs4, sampleEs5 } from './samples.ts';
import { loadEarthstarPeers } from './sync-earthstar.ts';
import { hold } from './sync-ranges.ts';

/** What it took to bring documents into an empty peer. */
export interface Carried {
  readonly name: string;
  readonly documents: number;
  /** Of both peers, in milliseconds of CPU time. */
  readonly cpu: number;
  /** The package on the same documents. */
  readonly beside?: string;
}

interface Text {
  readonly format: string;
  readonly text: string;
}

/** Two replicas of the reference, of which one has it all; answers how they are synced. */
function filled(texts: readonly Text[], engine: SyncEngine, family: 'native' | 'earthstar'): () => number {
  const space = family === 'native' ? cast.spaces.gardening : cast.gardening.earthstarAddress;
  const [full, empty] = [0, 1].map(() => opened({ store: new MemoryStore(), family, space, protocol })) as [
    ReturnType<typeof opened>,
    ReturnType<typeof opened>,
  ];
  run(full.ingest(texts, NOW), engine);
  const [one, other] = [new SyncReplica(full, nodeSha256), new SyncReplica(empty, nodeSha256)];
  return () => {
    hold(one, other, { protocol, engine });
    return [...empty.all(NOW)].length;
  };
}

interface Row {
  readonly name: string;
  readonly beside?: string;
  fill(): (() => number | Promise<number>) | Promise<() => Promise<number>>;
}

async function cpuOf(row: Row, documents: number): Promise<number> {
  const sync = await row.fill();
  const start = process.cpuUsage();
  const brought = await sync();
  const { user, system } = process.cpuUsage(start);
  if (brought !== documents) throw new Error(`${row.name} brought ${brought} documents of ${documents}`);
  return (user + system) / 1_000;
}

/** Syncs of so many documents into an empty peer, beside the published packages on the same documents. */
export async function measureCarried(
  sizes: readonly number[],
  rounds: number,
  say: (what: string) => void,
): Promise<{ readonly carried: readonly Carried[]; readonly missing: readonly Missing[] }> {
  const offers = await loadEarthstarPeers(cast.gardening.earthstarAddress);
  const carried: Carried[] = [];
  for (const documents of sizes) {
    const made = { 'es.4': sampleEs4(documents), 'es.5': sampleEs5(documents) };
    const rows: Row[] = [];
    for (const offer of offers) {
      if (isMissing(offer)) continue;
      const { name, format, engineName } = offer;
      rows.push({ name: `${name}, ${format}`, fill: () => offer.fill(made[format]) });
      const engine = engines().find(([each]) => each === engineName)?.[1];
      if (engine === undefined) continue;
      const texts = made[format].map((document) => ({ format, text: JSON.stringify(document) }));
      rows.push({
        name: `reference, ${format}, ${engineName}`,
        beside: `${name}, ${format}`,
        fill: () => filled(texts, engine, 'earthstar'),
      });
    }
    const native = signedRecords(documents) as Text[];
    for (const [engineName, engine] of engines()) {
      rows.push({ name: `reference, native documents, ${engineName}`, fill: () => filled(native, engine, 'native') });
    }
    const taken = rows.map((): number[] => []);
    for (let round = 1; round <= rounds; round++) {
      say(`sync of ${documents.toLocaleString('en')} documents, round ${round} of ${rounds}`);
      for (const [index, row] of rows.entries()) taken[index]?.push(await cpuOf(row, documents));
    }
    for (const [index, { name, beside }] of rows.entries()) {
      carried.push({ name, documents, cpu: median(taken[index] ?? []), ...(beside !== undefined && { beside }) });
    }
  }
  return { carried, missing: offers.filter(isMissing) };
}
