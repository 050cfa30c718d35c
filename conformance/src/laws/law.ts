import type { Expectation, OperationName, ProfileName } from '@rockpool/schemas';
import type fc from 'fast-check';
import type { Question } from '../checks/check.ts';

/** One generated example: concrete questions, asked in order. */
export type LawCase = {
  questions: readonly Question[];
  /** Further questions, made of the `ok` of the last one. */
  follow?: (ok: Readonly<Record<string, unknown>>) => readonly Question[];
};

/** A sentence that holds for every input; one check of the report. */
export type Law = {
  /** `law/…` */
  id: string;
  title: string;
  profile: ProfileName;
  /** Further profiles that have to be claimed. */
  needs?: readonly ProfileName[];
  requirements: readonly string[];
  operations: readonly OperationName[];
  /** Examples at some time, in microseconds, small ones first; expectations come from the forge. See `casesOf`. */
  cases: fc.Arbitrary<(now: number) => LawCase>;
  /** No more examples than this are tried, where each is large. */
  most?: number;
};

/**
 * Examples that are made only when they are asked: the search for the smallest one draws far more than it tries, and
 * signing takes longer than all else.
 */
export const casesOf = <T>(drawn: fc.Arbitrary<T>, make: (drawn: T, now: number) => LawCase): Law['cases'] =>
  drawn.map((each) => (now) => make(each, now));

export const ask = (
  operation: OperationName,
  input: Record<string, unknown>,
  expect: Expectation,
  judging: Question['judging'] = 'answer',
): Question => ({ operation, input, expect, judging });

/** The clock of subjects that are told the time: 2023-11-14T22:13:20Z, in microseconds. */
export const NOW = 1_700_000_000_000_000;

/** A refusal with one of these codes, or the answer `ok` where there are none. */
export const verdictOf = (broken: readonly { code: string }[], ok: Record<string, unknown> = {}): Expectation => {
  const codes = [...new Set(broken.map(({ code }) => code))];
  const [first, ...others] = codes;
  return first === undefined ? { ok } : { reject: { codes: [first, ...others] } };
};
