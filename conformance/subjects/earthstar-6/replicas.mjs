/** The operations about replicas over the package `earthstar` 6. */
import { replicaOperations } from '../earthstar-replicas.mjs';
import { FOREIGN, packageQuery, placeOf } from './query.mjs';

/** `earthstar` is the package; `openStorage` takes the params of `replica.open`. */
export const replicas = (earthstar, openStorage, traits) => {
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
      open: openStorage,
      close: (storage) => storage.close(),
      ingest: (storage, { value }) => outcomeOf(storage.ingestDocument(value, 'judge')),
      all: (storage) => storage.documents({ history: 'all' }),
      query: (storage, query) => storage.documents(packageQuery(query)),
      placeOf,
      hash: (document) => ValidatorEs4.hashDocument(document),
    },
    { ...traits, lacks: ['order=arrival', 'reverse=true'] },
  );
};
