import type { OperationName, ProfileName, Step } from '@rockpool/schemas';

/** A question of any size: `of(1)` is some 100,000 bytes, `of(2)` twice as much, and `of(4)` the longest [SUB-10]. */
export type Growing = {
  about: string;
  profile: ProfileName;
  operation: OperationName;
  /** Whether there is a signature for some 700 bytes, which can take more time than all else. */
  signed?: boolean;
  of(size: number): Record<string, unknown>;
  /** What is asked before, whatever the size. */
  steps?: readonly Step[];
  /** What is asked behind them, as large as the question: of a replica also what it was given counts. */
  before?(size: number): readonly Step[];
};
