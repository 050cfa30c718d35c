/** The operations about replicas over the package `earthstar` 10. */
import { replicaOperations } from '../earthstar-replicas.mjs';
import { packageQuery, placeOf } from './query.mjs';

/** What became of a document, by the kind of the event that tells it. */
export const OUTCOMES = {
  success: () => ({ accepted: {} }),
  failure: ({ err }) => ({ rejected: { code: 'package-refused', message: err.message } }),
  nothing_happened: ({ reason }) => ({ ignored: { reason } }),
};

/** `earthstar` is the module namespace of the package; `openDriver` takes the params of `replica.open`. */
export const replicas = (earthstar, openDriver, traits) => {
  const formats = { 'es.4': earthstar.FormatEs4, 'es.5': earthstar.FormatEs5 };
  const both = Object.values(formats);
  return replicaOperations(
    {
      isErr: earthstar.isErr,
      open: (params) =>
        new earthstar.MultiformatReplica({ driver: openDriver(params), config: { 'es.4': undefined, 'es.5': {} } }),
      close: (replica) => replica.close(true),
      ingest: async (replica, { format, value }) => {
        const event = await replica.ingest(formats[format], value, 'judge');
        return OUTCOMES[event.kind](event);
      },
      all: (replica) => replica.getAllDocs(both),
      query: (replica, query) => replica.queryDocs(packageQuery(query), both),
      placeOf,
      hash: (document) => {
        const format = formats[document.format];
        return format.hashDocument(format.removeExtraFields(document).doc);
      },
    },
    traits,
  );
};
