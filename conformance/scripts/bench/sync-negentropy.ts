import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, type Missing } from './packages.ts';
import { NOW } from './samples.ts';
import type { Listed } from './sync-sets.ts';

const FOLDER = join(import.meta.dirname, 'negentropy');

interface Storage {
  insert(timestamp: number, id: string): void;
  seal(): void;
}

/** What nostr-tools has and does not name among its entries. */
interface Nip77 {
  readonly NegentropyStorageVector: new () => Storage;
  readonly Negentropy: new (
    storage: Storage,
  ) => {
    initiate(): string;
    reconcile(message: string, onHave?: (id: string) => void, onNeed?: (id: string) => void): string | null;
  };
}

/** Compares two sets of items; answers what it took, or that its result is wrong. */
export type Negentropy = (
  caller: readonly Listed[],
  answerer: readonly Listed[],
  differing: number,
) => { readonly cpu: number; readonly rounds: number; readonly bytes: number };

/** More than any of these sets needs. */
const MOST_TURNS = 100;

/** Milliseconds around a time in the middle of 32 bits, which are all that this package can compare. */
const in32Bits = (timestamp: number): number => Math.floor((timestamp - NOW) / 1_000) + 2 ** 31;

const sealed = ({ NegentropyStorageVector }: Nip77, items: readonly Listed[]): Storage => {
  const storage = new NegentropyStorageVector();
  for (const { timestamp, hex } of items) storage.insert(in32Bits(timestamp), hex);
  storage.seal();
  return storage;
};

const compare =
  (nip77: Nip77): Negentropy =>
  (callerItems, answererItems, differing) => {
    const caller = new nip77.Negentropy(sealed(nip77, callerItems));
    const answerer = new nip77.Negentropy(sealed(nip77, answererItems));
    let bytes = 0;
    let rounds = 0;
    let found = 0;
    const find = (): void => {
      found++;
    };
    const start = process.cpuUsage();
    let message: string | null = caller.initiate();
    // This package lets whoever gets a list find the differences in it, and sends none back.
    for (let turns = 1; message !== null && turns <= MOST_TURNS; turns++) {
      bytes += message.length / 2;
      rounds = Math.ceil(turns / 2);
      message = (turns % 2 === 1 ? answerer : caller).reconcile(message, find, find);
    }
    const { user, system } = process.cpuUsage(start);
    if (found !== differing) throw new Error(`negentropy found ${found} differences of ${differing}`);
    return { cpu: (user + system) / 1_000, rounds, bytes };
  };

/** The negentropy of nostr-tools 2.25.2, which is installed if it is not there. */
export async function loadNegentropy(): Promise<Negentropy | Missing> {
  try {
    if (!existsSync(join(FOLDER, 'node_modules'))) {
      const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error'], {
        cwd: FOLDER,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`npm ci ended with ${status}`);
    }
    return compare(await importFile<Nip77>(join(FOLDER, 'node_modules/nostr-tools/lib/esm/nip77.js')));
  } catch (error) {
    return { name: 'negentropy of nostr-tools 2.25.2', reason: (error as Error).message.split('\n', 1)[0] ?? '' };
  }
}
