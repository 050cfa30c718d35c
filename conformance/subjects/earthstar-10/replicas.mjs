/** The operations about replicas over the package `earthstar` 10. */
import { replicaOperations, splitQuery } from '../earthstar-replicas.mjs';

/** What became of a document, by the kind of the event that tells it. */
export const OUTCOMES = {
  success: () => ({ accepted: {} }),
  failure: ({ err }) => ({ rejected: { code: 'package-refused', message: err.message } }),
  nothing_happened: ({ reason }) => ({ ignored: { reason } }),
};

const isByArrival = ({ order }) => order === 'arrival';

/** A query in the words of the packages 9 and 10, where a cursor is the path or the index behind which to go on. */
export const packageQuery = (query) => {
  const { filter, limit, rest } = splitQuery(query);
  const { history, order = 'path', reverse, cursor, ...unknown } = rest;
  const startAfter = isByArrival(query) ? { localIndex: Number(cursor) } : { path: cursor };
  return {
    ...unknown,
    ...(history === undefined ? {} : { historyMode: history }),
    ...(filter === undefined ? {} : { filter }),
    ...(cursor === undefined ? {} : { startAfter }),
    orderBy: `${isByArrival(query) ? 'localIndex' : order} ${reverse === true ? 'DESC' : 'ASC'}`,
    limit,
  };
};

/** Of an answer without documents in the order of arrival, the place is where it began; the first index is 0. */
export const placeOf = (query, last) => {
  if (last === undefined) return isByArrival(query) ? (query.cursor ?? '-1') : undefined;
  return isByArrival(query) ? String(last._localIndex) : last.path;
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
