import type { CheckResult } from '@rockpool/schemas';
import { isSibling } from './ids.ts';

/**
 * Whether the failure of a sibling says nothing that other failures do not say, too: all that it tests is failed by checks of
 * its profile that are the same in every run.
 */
export const isCovered = (sibling: CheckResult, failures: readonly CheckResult[]): boolean =>
  sibling.requirements.every((id) =>
    failures.some((each) => !isSibling(each.id) && each.profile === sibling.profile && each.requirements.includes(id)),
  );
