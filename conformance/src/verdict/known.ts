import type { CheckResult } from '@rockpool/schemas';
import { isCovered } from '../siblings/covered.ts';
import { isSibling } from '../siblings/ids.ts';

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
    } else if (result.outcome === 'passed' && !isSibling(check)) {
      result.outcome = 'unexpected-pass';
      result.reason = `listed as a known failure: ${reason}`;
    } else if (result.outcome === 'failed') {
      result.outcome = 'known-failure';
      result.reason = reason;
    }
  }
  // A fault that is known shows in siblings as well, and not in the same ones each time.
  const listed = results.filter(({ outcome }) => outcome === 'known-failure');
  for (const result of results) {
    if (!isSibling(result.id) || result.outcome !== 'failed' || !isCovered(result, listed)) continue;
    result.outcome = 'known-failure';
    result.reason = 'siblings that test the same as a known failure';
  }
  return complaints;
};
