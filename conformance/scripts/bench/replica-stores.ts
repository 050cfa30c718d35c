import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStore, type Store } from '@rockpool/reference';
import { openSqliteStore } from '@rockpool/reference/node';

/** Where a replica can be kept. */
export interface Driver {
  readonly name: string;
  /** An empty store; the one before it is gone then. */
  fresh(): Store;
  /** Closes the store and opens it again, if it outlives that. */
  again?(): Store;
  /** How many bytes it takes on the disk. */
  size?(): number;
  end(): void;
}

const memory: Driver = { name: 'memory', fresh: () => new MemoryStore(), end: () => undefined };

const FILE = 'replica.db';

function sqlite(synchronous: 'normal' | 'full'): Driver {
  let folder: string | undefined;
  let store: ReturnType<typeof openSqliteStore> | undefined;
  const end = (): void => {
    store?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
    store = undefined;
  };
  const open = (): Store => {
    store = openSqliteStore(join(folder as string, FILE), { synchronous });
    return store;
  };
  return {
    name: `SQLite ${synchronous.toUpperCase()}`,
    fresh() {
      end();
      folder = mkdtempSync(join(tmpdir(), 'rockpool-bench-'));
      return open();
    },
    again() {
      store?.close();
      return open();
    },
    size: () => statSync(join(folder as string, FILE)).size,
    end,
  };
}

export const drivers = { memory, normal: sqlite('normal'), full: sqlite('full') } as const;
