/** Behind the id of the check that it is a sibling of. */
export const SIBLING = '#sibling';

export const isSibling = (id: string): boolean => id.endsWith(SIBLING);

/** The check that a sibling was made of; any other id is its own. */
export const originOf = (id: string): string => (isSibling(id) ? id.slice(0, -SIBLING.length) : id);
