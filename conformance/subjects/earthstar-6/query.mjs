/** How the package `earthstar` 6 is asked a query, and how it says that a document is of another share. */
import { splitQuery } from '../earthstar-queries.mjs';

/** How a storage says that a document is of another share; its other errors are about the document itself. */
export const FOREIGN = "ingestDocument: can't ingest doc from different workspace";

/** A query in the words of the package, where a cursor is a path and an author. */
export const packageQuery = (query) => {
  const { filter, limit, rest } = splitQuery(query);
  const { cursor, ...others } = rest;
  const [path, author = ''] = cursor?.split(' ') ?? [];
  return { ...others, ...filter, limit, ...(cursor === undefined ? {} : { continueAfter: { path, author } }) };
};

/** The text of the place behind a document. */
export const placeOf = (_, last) => last && `${last.path} ${last.author}`;
