/** Finds the documents that a replica gives back in the list that it was given. */
import { isDeepStrictEqual } from 'node:util';

/** Replicas strip members that begin with `_` when they take a document, and add their own when they give it back. */
const withoutLocalMembers = (document) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('_')));

/**
 * The result of `document.merge`. `accepted` are the positions that the replica said it took; `kept` all documents that it
 * has, `latest` the one that it shows at each path.
 */
export const mergeResult = (records, accepted, kept, latest) => {
  const taken = accepted.map((position) => [position, withoutLocalMembers(records[position].value)]);
  const positionOf = (document) => {
    const found = taken.find(([, given]) => isDeepStrictEqual(given, withoutLocalMembers(document)));
    if (!found) throw new Error(`the replica has a document that it was not given: ${JSON.stringify(document)}`);
    return found[0];
  };
  return {
    ok: {
      kept: kept.map(positionOf).sort((a, b) => a - b),
      winners: Object.fromEntries(latest.map((document) => [document.path, positionOf(document)])),
    },
  };
};
