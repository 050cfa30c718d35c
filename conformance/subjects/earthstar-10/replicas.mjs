/** The operations about replicas over the package `earthstar` 10. */
import { replicaOperations, splitQuery } from '../earthstar-replicas.mjs';

/** What became of a document, by the kind of the event that tells it. */
export const OUTCOMES = {
  success: () => ({ accepted: {} }),
  failure: ({ err }) => ({ rejected: { code: 'package-refused', message: err.message } }),
  nothing_happened: ({ reason }) => ({ ignored: { reason } }),
};

/** Both orders of the package are called by a direction, the second one by another name. */
const orderOf = ({ order = 'path', reverse = false }) =>
  `${order === 'arrival' ? 'localIndex' : order} ${reverse ? 'DESC' : 'ASC'}`;

/** A query in the words of the packages 9 and 10. */
export const packageQuery = (query) => {
  const { filter, limit, rest } = splitQuery(query);
  const { history, order, reverse, ...unknown } = rest;
  return {
    ...unknown,
    ...(history === undefined ? {} : { historyMode: history }),
    ...(filter === undefined ? {} : { filter }),
    orderBy: orderOf({ order, reverse }),
    limit,
  };
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
      hash: (document) => {
        const format = formats[document.format];
        return format.hashDocument(format.removeExtraFields(document).doc);
      },
    },
    traits,
  );
};
