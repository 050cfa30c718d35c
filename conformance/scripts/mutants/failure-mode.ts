import { brokenReplicas } from './broken-replicas.ts';
import * as session from './broken-sessions.ts';
import { type Changes, reference } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

/** The check that has to find a broken subject: a vector, a law, the schedule of a seed, or a question of three lengths. */
export type Finder =
  | { readonly vector: string }
  | { readonly law: string }
  | { readonly schedule: number }
  | { readonly growth: string };

export interface BrokenSubject {
  /** What it does. */
  readonly how: string;
  /** Starts it in a directory of its own. */
  readonly fresh: () => Starting;
  readonly finder: Finder;
  /** The sentence that has to be blamed first; of a schedule, what kind of fault it has to show. */
  readonly blamed: string;
}

export interface FailureMode {
  readonly number: number;
  readonly words: string;
  readonly shownBy: readonly BrokenSubject[];
  /** The chapter that it belongs to, where that is not written. */
  readonly awaits?: string;
}

type Row = readonly [how: string, fresh: () => Starting, finder: string | Finder, blamed: string];

export const mode = (number: number, words: string, ...rows: readonly Row[]): FailureMode => ({
  number,
  words,
  shownBy: rows.map(([how, fresh, finder, blamed]) => ({
    how,
    fresh,
    finder: typeof finder === 'string' ? { vector: finder } : finder,
    blamed,
  })),
});

/** One of a chapter that is not written. */
export const awaiting = (number: number, words: string, awaits: string): FailureMode => ({
  number,
  words,
  shownBy: [],
  awaits,
});

/** The reference with a change in what it does in sessions. */
export const sync = (change: NonNullable<Changes['sync']>) => (): Starting => reference({ sync: change });
export const lacking = (rule: string) => (): Starting => reference({ without: [rule] });
export const lackingInSecond = (rule: string) => (): Starting => session.inSecondPasses({ without: [rule] });
export const lackingLater = (rule: string) => (): Starting => session.inLaterRounds({ without: [rule] });

/** One of the broken replicas, which a whole suite judges elsewhere. */
export const replicaThat = (title: string): (() => Starting) => {
  const found = brokenReplicas.find((each) => each.title === title);
  if (found === undefined) throw new RangeError(`there is no broken replica that ${title}`);
  return found.fresh;
};

export const MEMBERSHIP = 'the chapter about membership';
