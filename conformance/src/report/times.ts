/** A number of things, in the plural unless it is one. */
export const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
