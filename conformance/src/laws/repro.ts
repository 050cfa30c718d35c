import { sha256 } from '@noble/hashes/sha2.js';
import type { CheckResult } from '@rockpool/schemas';
import type { Check, Question } from '../checks/check.ts';
import { canonical, hex, type Json, utf8 } from '../forge/index.ts';
import type { Law } from './law.ts';
import type { Counterexample } from './try-law.ts';

/** A counterexample that needs no generator any more; the form of `repro/<hash>.json`. */
export type Repro = {
  repro: 1;
  /** The law, or the check that was made at run time. */
  law: string;
  title: string;
  profile: Law['profile'];
  requirements: readonly string[];
  /** Of the run that found it. */
  seed: number;
  suite: string;
  questions: readonly Question[];
  failure: string;
  got?: unknown;
};

export const reproOf = (law: Law, { questions, failed }: Counterexample, seed: number, suite: string): Repro => ({
  repro: 1,
  law: law.id,
  title: law.title,
  profile: law.profile,
  requirements: law.requirements,
  seed,
  suite,
  questions,
  failure: failed.failure,
  ...(failed.got === undefined ? {} : { got: failed.got }),
});

/** The same for one question that was made at run time. */
export const reproOfCheck = (
  { id, title, profile, requirements, operation, input, expect, judging, steps, cursorFrom }: Check,
  { failure, got }: Pick<CheckResult, 'failure' | 'got'>,
  seed: number,
  suite: string,
): Repro => ({
  repro: 1,
  law: id,
  title,
  profile,
  requirements,
  seed,
  suite,
  questions: [
    {
      operation,
      input,
      expect,
      judging,
      ...(steps === undefined ? {} : { steps }),
      ...(cursorFrom === undefined ? {} : { cursorFrom }),
    },
  ],
  failure: failure ?? 'wrong-value',
  ...(got === undefined ? {} : { got }),
});

/** Twelve hexadecimal digits that only the questions decide, so that one fault found twice is one file. */
export const reproName = ({ questions }: Repro): string => {
  const plain = JSON.parse(JSON.stringify(questions)) as Json;
  return hex(sha256(utf8(canonical(plain)))).slice(0, 12);
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isAsked = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && typeof value.operation === 'string' && isObject(value.input) && isObject(value.expect);

/** Reads such a file; throws `RangeError` where it is none. */
export const parseRepro = (value: unknown): Repro => {
  const good =
    isObject(value) &&
    value.repro === 1 &&
    typeof value.law === 'string' &&
    typeof value.profile === 'string' &&
    Array.isArray(value.requirements) &&
    Array.isArray(value.questions) &&
    value.questions.length > 0 &&
    value.questions.every(
      (each) =>
        isAsked(each) &&
        (each.steps === undefined ||
          (Array.isArray(each.steps) &&
            each.steps.every((step) => isAsked(step) || (isObject(step) && 'end' in step)))),
    );
  if (!good) throw new RangeError('this is no file that the judge wrote for a broken law');
  return value as unknown as Repro;
};
