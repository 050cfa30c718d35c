import type { Outcome } from './campaign.ts';
import { stages } from './examine.ts';
import type { Measured } from './memory.ts';
import type { Tally } from './worker.ts';

/** By how much memory may have grown at the end of a run, in bytes: 1,000,000 texts that leave 12 bytes each are too many. */
export const MAX_GROWTH = 8 * 2 ** 20;

/** Of the texts of a format, this share at least has to get to the phase *form*: what dies before it shakes little. */
export const MIN_DEEP = 0.3;

/** Below so many texts of a format, its share is chance. */
const TELLING_TEXTS = 200;

const deepStages = stages.slice(stages.indexOf('form'));

const sum = (counts: Readonly<Record<string, number>>, names: readonly string[]): number =>
  names.reduce((total, name) => total + (counts[name] ?? 0), 0);

/** How many texts were counted. */
export const allOf = (counts: Readonly<Record<string, number>>): number => sum(counts, Object.keys(counts));

/** Which share of the texts got to the phase *form*, or beyond. */
export const deepShare = (counts: Readonly<Record<string, number>>): number => sum(counts, deepStages) / allOf(counts);

/** The formats of which too few texts got to the phase *form*. */
export const shallowFormats = (byFormat: Tally): string[] =>
  Object.entries(byFormat).flatMap(([format, counts]) =>
    allOf(counts) >= TELLING_TEXTS && deepShare(counts) < MIN_DEEP ? [format] : [],
  );

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const inUse = ({ heap, external }: Measured): number => heap + external;

/**
 * By how many bytes the memory in use grew in the thread that lived longest: from the second quarter of the measurements,
 * when caches are full and code is compiled, to the last quarter. Undefined where there are too few.
 */
export function growthIn(memory: Outcome['memory']): number | undefined {
  const measured = memory.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
  const quarter = Math.floor(measured.length / 4);
  if (quarter === 0) return undefined;
  const early = measured.slice(quarter, 2 * quarter);
  const late = measured.slice(-quarter);
  return median(late.map(inUse)) - median(early.map(inUse));
}

/** The exit code of a run of many texts. */
export function exitCodeOf({ findings, memory, byFormat }: Outcome): 0 | 1 | 3 {
  if (findings.length > 0 || (growthIn(memory) ?? 0) > MAX_GROWTH) return 1;
  return shallowFormats(byFormat).length > 0 ? 3 : 0;
}
