import type { CheckResult } from '@rockpool/schemas';
import { abbreviate } from './abbreviate.ts';
import { briefRecords } from './records.ts';

type Step = NonNullable<CheckResult['steps']>[number];

/** So many steps before the one that decides are shown. */
const SHOWN = 8;

/** What is done in a step. */
export const stepWords = (step: Step): string =>
  'end' in step
    ? 'the process is ended by force and started again'
    : `${step.operation} ${abbreviate(briefRecords(step.input))}`;

/** What was asked before, one step a line, with its number. */
export const stepLines = (steps: readonly Step[]): string[] => {
  const first = Math.max(0, steps.length - SHOWN);
  const shown = steps.slice(first).map((step, at) => `${first + at + 1}. ${stepWords(step)}`);
  return first === 0 ? shown : [`… ${first} more, then`, ...shown];
};
