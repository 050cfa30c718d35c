const units = [
  ['day', 86_400_000_000],
  ['hour', 3_600_000_000],
  ['minute', 60_000_000],
  ['second', 1_000_000],
] as const;

/** A time in the largest unit of which it has two, or in seconds. */
export const durationWords = (micros: number): string => {
  const [name, size] =
    units.find(([, each]) => micros >= 2 * each) ?? units.find(([, each]) => micros >= each) ?? units[3];
  const count = Math.round(micros / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
};
