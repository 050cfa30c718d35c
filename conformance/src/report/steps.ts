import type { CheckResult } from '@rockpool/schemas';
import { abbreviate } from './abbreviate.ts';
import { briefRecords } from './records.ts';

type Step = NonNullable<CheckResult['steps']>[number];

/** So many steps before the one that decides are shown. */
const SHOWN = 8;

/** Where a query has its cursor from: it is no part of its input, because each program makes cursors of its own. */
export const cursorWords = ({ cursorFrom }: { cursorFrom?: unknown }): string =>
  typeof cursorFrom === 'number' ? `, with next of step ${cursorFrom + 1} as its cursor` : '';

/** What is done in a step. */
export const stepWords = (step: Step): string =>
  'end' in step
    ? 'the process is ended by force and started again'
    : `${step.operation} ${abbreviate(briefRecords(step.input))}${cursorWords(step)}`;

/** What was asked before, one step a line, with its number. */
export const stepLines = (steps: readonly Step[]): string[] => {
  const first = Math.max(0, steps.length - SHOWN);
  const shown = steps.slice(first).map((step, at) => `${first + at + 1}. ${stepWords(step)}`);
  return first === 0 ? shown : [`… ${first} more, then`, ...shown];
};
