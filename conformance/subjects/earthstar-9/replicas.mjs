/** The operations about replicas over the package `earthstar` 9. */
import { packageQuery, placeOf } from '../earthstar-10/query.mjs';
import { OUTCOMES } from '../earthstar-10/replicas.mjs';
import { replicaOperations } from '../earthstar-replicas.mjs';

/** `earthstar` is the module namespace of the package; `openDriver` takes the params of `replica.open`. Queries and events are those of version 10. */
export const replicas = (earthstar, openDriver, traits) => {
  const validator = earthstar.FormatValidatorEs4;
  return replicaOperations(
    {
      isErr: earthstar.isErr,
      open: (params) => new earthstar.Replica(params.space, validator, openDriver(params)),
      close: (replica) => replica.close(true),
      ingest: async (replica, { value }) => {
        const event = await replica.ingest(value);
        return OUTCOMES[event.kind](event);
      },
      all: (replica) => replica.getAllDocs(),
      query: (replica, query) => replica.queryDocs(packageQuery(query)),
      placeOf,
      hash: (document) => validator.hashDocument(validator.removeExtraFields(document).doc),
    },
    traits,
  );
};
