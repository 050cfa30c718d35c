import type { Report } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import type { Repro } from '../laws/repro.ts';
import { judgeSubject } from './judge-subject.ts';
import type { RunOptions } from './options.ts';

/** A suite of the questions of one counterexample and of nothing else. */
export const replayRepro = (repro: Repro, options: Omit<RunOptions, 'suite'>): Promise<Report> => {
  const { law, title, profile, requirements, questions, seed } = repro;
  const checks = questions.map((question, index): Check => {
    const id = questions.length > 1 ? `${law}#${index + 1}` : law;
    return { ...question, id, title, profile, needs: [], requirements, textOnly: false, timeless: false };
  });
  return judgeSubject({
    ...options,
    seed,
    suite: { version: repro.suite, manifestSha256: '', checks, laws: [] },
    runs: 0,
  });
};
