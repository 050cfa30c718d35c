import type { KnownFailure } from '../verdict/known.ts';
import { readJson } from './files.ts';
import { UsageError } from './usage-error.ts';

const isEntry = (value: unknown): value is KnownFailure =>
  typeof value === 'object' &&
  value !== null &&
  'check' in value &&
  typeof value.check === 'string' &&
  'reason' in value &&
  typeof value.reason === 'string';

/** Reads a list of `{ "check": …, "reason": … }`. Whether it is true is for the run to say. */
export const readKnownFailures = (path: string): KnownFailure[] => {
  const value = readJson(path);
  if (!Array.isArray(value) || !value.every(isEntry)) {
    throw new UsageError(`${path} must be a list of objects with check and reason, both strings`);
  }
  return value;
};

/** The list that makes this run pass, one entry a line; reasons that were given stay, the others are to be filled in. */
export const knownFailuresText = (failed: readonly string[], before: readonly KnownFailure[]): string => {
  const reasons = new Map(before.map(({ check, reason }) => [check, reason]));
  const entries = failed.map((check) => `  ${JSON.stringify({ check, reason: reasons.get(check) ?? '' })}`);
  return entries.length === 0 ? '[]\n' : `[\n${entries.join(',\n')}\n]\n`;
};
