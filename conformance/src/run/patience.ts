import type { Clock } from '../protocol/client.ts';

/** How long a run may spend on starting a subject again and finding out why it broke, in milliseconds. */
export const PATIENCE_MILLIS = 120_000;

/** After so many breaks of one signature, the next is believed without asking once more. */
const BELIEVED_AFTER = 5;

/** After so many breaks, questions are put one at a time, so that the guilty one is known at once. */
const CAREFUL_AFTER = 3;

/** Bounds the time that a crash loop can take: 400 crashing checks have to end in minutes. */
export type Patience = {
  /** Runs `work`, whose time counts. */
  spend<T>(work: () => Promise<T>): Promise<T>;
  note(signature: string): void;
  breaks(): number;
  believes(signature: string): boolean;
  careful(): boolean;
  /** Why nothing more is asked, once that is so. */
  exhausted(): string | undefined;
};

export const withPatience = (clock: Clock, millis: number = PATIENCE_MILLIS): Patience => {
  const confirmed = new Map<string, number>();
  let breaks = 0;
  let spent = 0;
  return {
    spend: async (work) => {
      const start = clock.now();
      try {
        return await work();
      } finally {
        spent += clock.now() - start;
      }
    },
    note: (signature) => {
      breaks += 1;
      confirmed.set(signature, (confirmed.get(signature) ?? 0) + 1);
    },
    breaks: () => breaks,
    believes: (signature) => (confirmed.get(signature) ?? 0) >= BELIEVED_AFTER,
    careful: () => breaks >= CAREFUL_AFTER,
    exhausted: () =>
      spent < millis
        ? undefined
        : `the subject broke ${breaks} times, and the ${Math.round(millis / 1000)} seconds for starting it again are used up`,
  };
};
