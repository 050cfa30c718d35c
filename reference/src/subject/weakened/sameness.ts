/** Wrong ways to compare two texts that should be the same. */
export const samenesses: readonly {
  readonly name: string;
  readonly title: string;
  same(a: string, b: string): boolean;
}[] = [
  { name: 'first-8', title: 'compares the first 8 characters', same: (a, b) => a.slice(0, 8) === b.slice(0, 8) },
  {
    name: 'all-but-last',
    title: 'does not compare the last character',
    same: (a, b) => a.slice(0, -1) === b.slice(0, -1),
  },
  { name: 'last-8', title: 'compares the last 8 characters', same: (a, b) => a.slice(-8) === b.slice(-8) },
  { name: 'without-case', title: 'compares without case', same: (a, b) => a.toLowerCase() === b.toLowerCase() },
  { name: 'length', title: 'compares lengths', same: (a, b) => a.length === b.length },
];
