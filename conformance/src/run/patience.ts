import type { Clock } from '../protocol/client.ts';

/** How long a run may spend on starting a subject again and finding out why it broke, in milliseconds. */
export const PATIENCE_MILLIS = 120_000;

/** After so many breaks of one signature, the next is believed without asking once more. */
const BELIEVED_AFTER = 5;

/** After so many breaks, questions are put one at a time, so that the guilty one is known at once. */
const CAREFUL_AFTER = 3;

/** After so many breaks of one signature without an answer between them, the subject answers nothing and is given up. */
const HOPELESS_AFTER = 10;

/** Bounds the time that a crash loop can take: 400 crashing checks have to end in minutes. */
export type Patience = {
  /** Runs `work`, whose time counts. */
  spend<T>(work: () => Promise<T>): Promise<T>;
  /** Time that was lost otherwise, in milliseconds: waiting for an answer that never came. */
  charge(millis: number): void;
  note(signature: string): void;
  /** Something was answered: the breaks before it are no row any more. */
  answered(): void;
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
  let row = { signature: '', length: 0 };
  let since: number | undefined;
  const used = (): number => spent + (since === undefined ? 0 : clock.now() - since);
  return {
    spend: async (work) => {
      since = clock.now();
      try {
        return await work();
      } finally {
        spent = used();
        since = undefined;
      }
    },
    charge: (more) => {
      spent += more;
    },
    note: (signature) => {
      breaks += 1;
      row = { signature, length: row.signature === signature ? row.length + 1 : 1 };
      confirmed.set(signature, (confirmed.get(signature) ?? 0) + 1);
    },
    answered: () => {
      row = { signature: '', length: 0 };
    },
    breaks: () => breaks,
    believes: (signature) => (confirmed.get(signature) ?? 0) >= BELIEVED_AFTER,
    careful: () => breaks >= CAREFUL_AFTER,
    exhausted: () => {
      if (row.length >= HOPELESS_AFTER && row.signature.startsWith('garbage'))
        return `the subject wrote something else in place of an answer ${HOPELESS_AFTER} times in a row; is it logging to standard output? Its log belongs on standard error`;
      return used() < millis
        ? undefined
        : `the subject broke ${breaks} times, and the ${Math.round(millis / 1000)} seconds for starting it again are used up`;
    },
  };
};
