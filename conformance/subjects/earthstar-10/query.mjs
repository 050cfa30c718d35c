/** How the packages `earthstar` 9 and 10 are asked a query. */
import { splitQuery } from '../earthstar-queries.mjs';

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
