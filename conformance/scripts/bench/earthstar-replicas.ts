import { loadModule } from './earthstar.ts';
import { importFile, inSubjects, type Missing, offered } from './packages.ts';

/** A published replica in memory. */
export interface PublishedReplica {
  readonly name: string;
  readonly format: 'es.4' | 'es.5';
  /** The engine of the reference that is like its own; where it has a slow one, the quickest that needs no add-on. */
  readonly engineName: 'node:crypto' | 'sodium-native';
  /** Opens an empty one, and closes the one before it. Answers how a document is given to it; that rejects if it is refused. */
  open(): Promise<(document: object) => void | Promise<void>>;
}

interface Earthstar10 {
  FormatEs5: object;
  ReplicaDriverMemory: new (share: string) => object;
  MultiformatReplica: new (
    options: object,
  ) => {
    ingest(format: object, document: object, source: string): Promise<{ kind: string }>;
    close(erase: boolean): Promise<unknown>;
  };
  CryptoDriverChloride: object;
  setGlobalCryptoDriver(driver: object): void;
}

interface Earthstar6 {
  ValidatorEs4: object;
  WriteResult: { Accepted: unknown };
  StorageMemory: new (
    validators: readonly object[],
    workspace: string,
  ) => { ingestDocument(document: object, source: string): unknown; close(): void };
}

const refuse = (name: string): never => {
  throw new Error(`${name} refused a valid document`);
};

function ten(name: string, share: string, earthstar: Earthstar10): PublishedReplica['open'] {
  let before: InstanceType<Earthstar10['MultiformatReplica']> | undefined;
  return async () => {
    await before?.close(true);
    const driver = new earthstar.ReplicaDriverMemory(share);
    const replica = new earthstar.MultiformatReplica({ driver, config: { 'es.4': undefined, 'es.5': {} } });
    before = replica;
    return async (document) => {
      const { kind } = await replica.ingest(earthstar.FormatEs5, document, 'bench');
      if (kind !== 'success') refuse(name);
    };
  };
}

function six(name: string, share: string, earthstar: Earthstar6): PublishedReplica['open'] {
  let before: InstanceType<Earthstar6['StorageMemory']> | undefined;
  return async () => {
    before?.close();
    const storage = new earthstar.StorageMemory([earthstar.ValidatorEs4], share);
    before = storage;
    return (document) => {
      if (storage.ingestDocument(document, 'bench') !== earthstar.WriteResult.Accepted) refuse(name);
    };
  };
}

/** The replicas of the published package in two versions, each empty in a share. */
export const loadEarthstarReplicas = async (share: string): Promise<(PublishedReplica | Missing)[]> => [
  await offered('earthstar-10', async () => {
    const name = 'earthstar 10.2.2, default driver, es.5';
    const open = ten(name, share, await loadModule<Earthstar10>('earthstar-10', '.'));
    return { name, format: 'es.5', engineName: 'node:crypto', open };
  }),
  await offered('earthstar-10-chloride', async () => {
    const name = 'earthstar 10.2.2, libsodium driver, es.5';
    const chloride = await loadModule<Earthstar10>('earthstar-10-chloride', '.');
    const { CryptoDriverChloride } = await loadModule<Earthstar10>('earthstar-10-chloride', './node');
    chloride.setGlobalCryptoDriver(CryptoDriverChloride);
    return { name, format: 'es.5', engineName: 'sodium-native', open: ten(name, share, chloride) };
  }),
  await offered('earthstar-6', async () => {
    const name = 'earthstar 6.8.5, es.4';
    const { default: earthstar } = await importFile<{ default: Earthstar6 }>(
      inSubjects('earthstar-6/node_modules/earthstar/build/index.js'),
    );
    return { name, format: 'es.4', engineName: 'sodium-native', open: six(name, share, earthstar) };
  }),
];
