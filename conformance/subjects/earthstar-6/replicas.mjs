/** The operations about replicas over the package `earthstar` 6. */
import { replicaOperations } from '../earthstar-replicas.mjs';
import { FOREIGN, packageQuery, placeOf } from './query.mjs';

/** `earthstar` is the package. */
export const replicas = (earthstar) => {
  const { isErr, ValidatorEs4, WriteResult } = earthstar;
  const outcomeOf = (result) => {
    if (result === WriteResult.Accepted) return { accepted: {} };
    if (result === WriteResult.Ignored) return { ignored: { reason: 'ignored' } };
    if (!isErr(result)) throw new Error(`neither a result nor an error: ${result}`);
    if (result.message === FOREIGN) return { ignored: { reason: result.message } };
    return { rejected: { code: 'package-refused', message: result.message } };
  };
  return replicaOperations(
    {
      isErr,
      open: ({ space }) => new earthstar.StorageMemory([ValidatorEs4], space),
      close: (storage) => storage.close(),
      ingest: (storage, { value }) => outcomeOf(storage.ingestDocument(value, 'judge')),
      all: (storage) => storage.documents({ history: 'all' }),
      query: (storage, query) => storage.documents(packageQuery(query)),
      placeOf,
      hash: (document) => ValidatorEs4.hashDocument(document),
    },
    { lacks: ['order=arrival', 'reverse=true'] },
  );
};
