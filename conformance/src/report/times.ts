/** A number of checks; laws are counted among them, as in the table and in what list prints. */
export const checksAndLaws = (all: number, laws: number): string =>
  laws === 0
    ? times(all, 'check')
    : `${times(all, 'check')}, of which ${laws === 1 ? '1 is a law' : `${laws} are laws`}`;

/** A number of things, in the plural unless it is one. */
export const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
