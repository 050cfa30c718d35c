import { beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped, which the last lines of `npm test` repeat. */
    skipped?: string;
  }
}

/** Skips every test of the file that calls it. */
export const skipAll = (reason: string): void => {
  beforeEach(({ skip, task }) => {
    task.meta.skipped = reason;
    skip(reason);
  });
};
