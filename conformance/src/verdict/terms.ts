import type { CheckResult } from '@rockpool/schemas';
import type { CodeMap } from './code-map.ts';

export type FailureKind = NonNullable<CheckResult['failure']>;

export type Fault = { failure: FailureKind; detail?: string };

export type Terms = {
  /** Rejections are compared by their codes; otherwise any rejection will do. */
  codes: boolean;
  /** What a replica gives as the reason to ignore or to hold a record is compared. */
  reasons: boolean;
  codeMap?: CodeMap | undefined;
  /** The subject says that it signs deterministically. */
  deterministic: boolean;
};
