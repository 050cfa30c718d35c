import type { CheckResult } from '@rockpool/schemas';
import { isSibling, originOf } from '../siblings/ids.ts';

/** A failure that is expected, and why. */
export type KnownFailure = { check: string; reason: string };

/**
 * Marks what was expected to fail. The list is strict: an entry without a reason, one that no check has, and one whose
 * check passes each fail the run. Returns the complaints; the results are changed in place.
 */
export const applyKnownFailures = (
  known: readonly KnownFailure[],
  results: readonly CheckResult[],
  exists: (id: string) => boolean,
): string[] => {
  const complaints: string[] = [];
  const seen = new Set<string>();
  for (const { check, reason } of known) {
    if (seen.has(check)) complaints.push(`${check} is listed twice`);
    seen.add(check);
    if (reason.trim() === '') complaints.push(`${check} has no reason`);
    const result = results.find(({ id }) => id === check);
    if (result === undefined) {
      if (!exists(check)) complaints.push(`${check} does not exist`);
    } else if (result.outcome === 'passed') {
      result.outcome = 'unexpected-pass';
      result.reason = `listed as a known failure: ${reason}`;
    } else if (result.outcome === 'failed') {
      result.outcome = 'known-failure';
      result.reason = reason;
    }
  }
  // What is wrong with a check is wrong with its siblings, if not with each of them.
  const reasons = new Map(known.map(({ check, reason }) => [check, reason]));
  for (const result of results) {
    const reason = isSibling(result.id) ? reasons.get(originOf(result.id)) : undefined;
    if (reason === undefined || result.outcome !== 'failed') continue;
    result.outcome = 'known-failure';
    result.reason = reason;
  }
  return complaints;
};
