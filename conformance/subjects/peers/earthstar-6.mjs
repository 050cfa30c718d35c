/** Two storages in memory of earthstar 6, synced as its documentation says. */
import { createRequire } from 'node:module';
import { installedVersion } from '../installed.mjs';

const HOME = new URL('../earthstar-6/', import.meta.url);

export const version = () => `earthstar ${installedVersion('earthstar', HOME)}`;
export const formats = ['es.4'];
export const calls =
  'storage.ingestDocument(document, "somebody") of each; syncLocal(storage, other); documents({ history: "all" }), documents({ history: "latest" })';

export const open = ({ space }) => {
  const E = createRequire(HOME)('earthstar');
  let sent = 0;
  const storages = [0, 1].map(() => new E.StorageMemory([E.ValidatorEs4], space));
  return {
    give: (at, document) => storages[at].ingestDocument(document, 'somebody') === E.WriteResult.Accepted,
    plant: (at, document) => storages[at]._upsertDocument(document),
    /** From here on, whatever a storage is given has been sent. */
    count: () => {
      for (const storage of storages) {
        const { ingestDocument } = storage;
        storage.ingestDocument = (...args) => {
          sent += 1;
          return ingestDocument.apply(storage, args);
        };
      }
    },
    sent: () => sent,
    sync: (from) => E.syncLocal(storages[from], storages[1 - from]),
    kept: (at) => storages[at].documents({ history: 'all' }),
    shown: (at) => storages[at].documents({ history: 'latest' }),
    close: () => {
      for (const storage of storages) storage.close();
    },
  };
};
