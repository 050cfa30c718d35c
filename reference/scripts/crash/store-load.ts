import { openSqliteStore } from '../../src/node/index.ts';
import { changesOf, checkStore, lastOf } from './batches.ts';
import { damages } from './damages.ts';
import type { Load } from './load.ts';

/** All rows of a batch are one commit. */
export const storeLoad: Load = {
  write(file, { seed, synchronous }, acknowledge) {
    const store = openSqliteStore(file, { synchronous });
    for (let batch = lastOf(store) + 1; ; batch++) {
      store.commit(changesOf(seed, batch));
      acknowledge(batch);
    }
  },
  check(file, seed, acknowledged) {
    const store = openSqliteStore(file);
    const found = checkStore(store, seed, acknowledged);
    store.close();
    return { ...found, faults: [...found.faults, ...damages(file)] };
  },
};
