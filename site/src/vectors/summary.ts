import type { Judged } from './judge-vector.ts';

export type Verdict = 'passed' | 'failed' | 'not-run';

/** A vector passes where all that is asked about it passes. */
export const verdictOf = (judged: readonly Judged[]): Verdict => {
  if (judged.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return judged.some(({ outcome }) => outcome === 'passed') ? 'passed' : 'not-run';
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-run': 'not run',
};

export type Tally = { done: number; total: number; failed: number };

const many = (count: number): string => count.toLocaleString('en');

/** Where a run of several vectors is, or how it ended, as a sentence. */
export const tallyWords = ({ done, total, failed }: Tally, stopped: boolean): string => {
  const found = failed === 0 ? 'none failed' : `${many(failed)} failed`;
  if (stopped) return `Stopped after ${many(done)} of ${many(total)}: ${found}.`;
  if (done < total) return `${many(done)} of ${many(total)} asked, ${found} so far.`;
  return failed === 0 ? `All ${many(total)} passed.` : `${many(failed)} of ${many(total)} failed.`;
};
