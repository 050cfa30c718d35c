/** A number of checks; laws are counted among them, as in the table and in what list prints. */
export const checksAndLaws = (all: number, laws: number): string => {
  const counted = times(all, 'check');
  if (laws === 0) return counted;
  if (laws === all) return `${counted}, ${laws === 1 ? 'a law' : 'all of them laws'}`;
  return `${counted}, of which ${laws === 1 ? '1 is a law' : `${laws} are laws`}`;
};

/** A number of things, in the plural unless it is one. */
export const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
