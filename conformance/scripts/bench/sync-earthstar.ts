import { loadModule } from './earthstar.ts';
import { importFile, inSubjects, type Missing, offered } from './packages.ts';

/** Two peers of a published package in one process. */
export interface PublishedPeers {
  readonly name: string;
  readonly format: 'es.4' | 'es.5';
  readonly engineName: 'node:crypto' | 'sodium-native';
  /** Fills one of two peers. Answers how both are synced, and how many documents the other one has then. */
  fill(documents: readonly object[]): Promise<() => Promise<number>>;
}

interface Replica10 {
  ingest(format: object, document: object, source: string): Promise<{ kind: string }>;
  getAllDocs(): Promise<unknown[]>;
}

interface Earthstar10 {
  FormatEs5: object;
  ReplicaDriverMemory: new (share: string) => object;
  Replica: new (options: { driver: object }) => Replica10;
  Peer: new () => {
    addReplica(replica: Replica10): Promise<void>;
    sync(other: object): { isDone(): Promise<unknown> };
  };
  CryptoDriverChloride: object;
  setGlobalCryptoDriver(driver: object): void;
}

interface Storage6 {
  ingestDocument(document: object, source: string): unknown;
  documents(query: { history: 'all' }): unknown[];
}

interface Earthstar6 {
  ValidatorEs4: object;
  StorageMemory: new (validators: readonly object[], workspace: string) => Storage6;
  syncLocal(one: Storage6, other: Storage6): unknown;
}

/** A package that does not come to an end is given up, in milliseconds. */
const PATIENCE = 300_000;

async function withPatience(work: Promise<unknown>): Promise<void> {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the sync did not end')), PATIENCE);
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

const ten =
  (share: string, { FormatEs5, Peer, Replica, ReplicaDriverMemory }: Earthstar10): PublishedPeers['fill'] =>
  async (documents) => {
    const replicas = [0, 1].map(() => new Replica({ driver: new ReplicaDriverMemory(share) }));
    const [full, empty] = replicas as [Replica10, Replica10];
    for (const document of documents) await full.ingest(FormatEs5, document, 'bench');
    const [one, other] = [new Peer(), new Peer()];
    await one.addReplica(full);
    await other.addReplica(empty);
    return async () => {
      await withPatience(one.sync(other).isDone());
      return (await empty.getAllDocs()).length;
    };
  };

const six =
  (share: string, { StorageMemory, ValidatorEs4, syncLocal }: Earthstar6): PublishedPeers['fill'] =>
  async (documents) => {
    const [full, empty] = [0, 1].map(() => new StorageMemory([ValidatorEs4], share)) as [Storage6, Storage6];
    for (const document of documents) full.ingestDocument(document, 'bench');
    return async () => {
      syncLocal(full, empty);
      return empty.documents({ history: 'all' }).length;
    };
  };

/** The peers of the published package in two versions. */
export const loadEarthstarPeers = async (share: string): Promise<(PublishedPeers | Missing)[]> => [
  await offered('earthstar-10', async () => ({
    name: 'earthstar 10.2.2, default driver',
    format: 'es.5',
    engineName: 'node:crypto',
    fill: ten(share, await loadModule<Earthstar10>('earthstar-10', '.')),
  })),
  await offered('earthstar-10-chloride', async () => {
    const chloride = await loadModule<Earthstar10>('earthstar-10-chloride', '.');
    const { CryptoDriverChloride } = await loadModule<Earthstar10>('earthstar-10-chloride', './node');
    chloride.setGlobalCryptoDriver(CryptoDriverChloride);
    return {
      name: 'earthstar 10.2.2, libsodium driver',
      format: 'es.5',
      engineName: 'sodium-native',
      fill: ten(share, chloride),
    };
  }),
  await offered('earthstar-6', async () => {
    const { default: earthstar } = await importFile<{ default: Earthstar6 }>(
      inSubjects('earthstar-6/node_modules/earthstar/build/index.js'),
    );
    return { name: 'earthstar 6.8.5', format: 'es.4', engineName: 'sodium-native', fill: six(share, earthstar) };
  }),
];
