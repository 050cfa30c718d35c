import type { Report } from '@rockpool/schemas';
import { faultReport } from './report/build.ts';
import { judgeSubject } from './run/judge-subject.ts';
import { freshSeed, type RunOptions } from './run/options.ts';

/**
 * Judges one subject and always gives a report: a fault of the judge itself becomes the verdict `judge-fault`. Options
 * that make no sense throw, a filter that is no expression a `SyntaxError`.
 */
export const runSuite = async (options: RunOptions): Promise<Report> => {
  const seeded = { ...options, seed: options.seed ?? freshSeed() };
  try {
    return await judgeSubject(seeded);
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    return faultReport(seeded, error);
  }
};
