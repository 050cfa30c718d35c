/** Queries as the packages of Earthstar take them. */

/** The members of an object that are not undefined, or nothing where there is none. */
const present = (members) => {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

/**
 * The members of a query that packages call otherwise. Theirs has no first time but one that comes before all that is wanted, and
 * no limit where none is given. What the protocol does not name is passed on as it is.
 */
export const splitQuery = ({ path, pathPrefix, pathSuffix, author, from, before, limit = 100, ...rest }) => ({
  filter: present({
    path,
    pathStartsWith: pathPrefix,
    pathEndsWith: pathSuffix,
    author,
    timestampGt: from === undefined ? undefined : from - 1,
    timestampLt: before,
  }),
  limit,
  rest,
});
