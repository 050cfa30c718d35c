import type { CheckResult } from '@rockpool/schemas';
import { isCovered } from '../siblings/covered.ts';
import { isSibling } from '../siblings/ids.ts';
import type { KnownFailure } from '../verdict/known.ts';
import { readJson, statOf } from './files.ts';
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

/** The list in one file or, where that is not there yet, an empty one. */
export const knownFailuresIfAny = (path: string): KnownFailure[] =>
  statOf(path)?.isFile() ? readKnownFailures(path) : [];

const ASKED: readonly CheckResult['outcome'][] = ['passed', 'failed', 'known-failure', 'unexpected-pass'];

/**
 * The list that makes this run pass, one entry a line: entries of before that failed again or were not asked stay, with
 * their reasons; what failed besides follows, and its reasons are to be filled in.
 */
export const knownFailuresText = (results: readonly CheckResult[], before: readonly KnownFailure[]): string => {
  const asked = new Set(results.filter(({ outcome }) => ASKED.includes(outcome)).map(({ id }) => id));
  const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'known-failure');
  // The siblings are others in the next run: what is the same in each stands for them.
  const fails = new Set(failed.filter((each) => !isSibling(each.id) || !isCovered(each, failed)).map(({ id }) => id));
  const reasons = new Map<string, string>();
  for (const { check, reason } of before)
    if (!reasons.get(check)?.trim() && (fails.has(check) || !asked.has(check))) reasons.set(check, reason);
  for (const id of fails) if (!reasons.has(id)) reasons.set(id, '');
  const entries = [...reasons].map(([check, reason]) => `  ${JSON.stringify({ check, reason })}`);
  return entries.length === 0 ? '[]\n' : `[\n${entries.join(',\n')}\n]\n`;
};
