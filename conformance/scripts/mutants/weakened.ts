import type { CheckResult } from '@rockpool/schemas';
import { weakened as all } from '../../../reference/src/subject/weakened/index.ts';
import type { Weakened } from '../../../reference/src/subject/weakened/weakened.ts';
import { rulesNamed } from '../../src/report/causes.ts';
import { resultOf } from '../../src/report/results.ts';
import { lookup, suite } from '../../src/suite.ts';
import { ask, touched } from './weakened-checks.ts';
import { weakenedSubject } from './weakened-subject.ts';
import { inWorkers } from './workers.ts';

/** What the judge said of one weakened subject. */
export interface WeakenedOutcome {
  readonly id: string;
  readonly requirement: string;
  readonly format?: string | undefined;
  readonly title: string;
  /** The first checks that it failed, in the order of the suite. */
  readonly failed: readonly string[];
  /** Which of the requirements that the report names is the guilty one, from 1 on; 0 if it does not name it. */
  readonly place: number;
}

/** The weakened protocol of that id. */
export const weakenedBy = (id: string): Weakened => {
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`nothing is weakened under the id ${id}`);
  return found;
};

const EXAMPLES = 3;

/** What the judge says of whoever answers all rightly. */
const passed: readonly CheckResult[] = suite.checks.map((check) => resultOf(check, { outcome: 'passed' }));

/** Asks a weakened subject what it can answer wrongly; all else it answers as the reference does. */
export const judgeWeakened = (weakened: Weakened): WeakenedOutcome => {
  const made = weakenedSubject(weakened);
  const failures = touched(weakened, made)
    .map((check) => ask(check, made.subject))
    .filter(({ outcome }) => outcome === 'failed');
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  const { id, requirement, also = [], format, title } = weakened;
  const named = rulesNamed(
    passed.map((result) => byId.get(result.id) ?? result),
    lookup,
  );
  return {
    id,
    requirement,
    format,
    title,
    failed: failures.slice(0, EXAMPLES).map((failure) => failure.id),
    place: named.findIndex((each) => each === requirement || also.includes(each)) + 1,
  };
};

/** Tasks are small enough for both workers to end at the same time. */
const PER_TASK = 24;

/** A weakened subject that loops is one that the judge ends. */
const LIMIT_MILLIS = 600_000;

/** Those of one format together, so that a worker knows its checks already. */
const tasksOf = (weakened: readonly Weakened[]): string[][] => {
  const tasks: string[][] = [];
  for (const group of Map.groupBy(weakened, ({ format }) => format).values()) {
    for (let at = 0; at < group.length; at += PER_TASK) tasks.push(group.slice(at, at + PER_TASK).map(({ id }) => id));
  }
  return tasks;
};

/** Every `step`th of them, beginning with one that the seed says. */
export const sampleOf = (weakened: readonly Weakened[], step: number, seed: number): readonly Weakened[] =>
  weakened.filter((_, i) => i % step === seed % step);

/** Judges weakened subjects, in the order of the list. */
export const judgeAllWeakened = async (
  weakened: readonly Weakened[] = all,
  onDone: (done: number, outcomes: readonly WeakenedOutcome[]) => void = () => {},
): Promise<WeakenedOutcome[]> => {
  const lost = (ids: readonly string[]): WeakenedOutcome[] => {
    throw new Error(`${ids[0]} and those after it were not judged within ${LIMIT_MILLIS / 1_000} seconds`);
  };
  let done = 0;
  const found = await inWorkers<string[], WeakenedOutcome[]>(
    new URL('./weakened-worker.ts', import.meta.url),
    tasksOf(weakened),
    lost,
    (outcomes) => {
      done += outcomes.length;
      onDone(done, outcomes);
    },
    LIMIT_MILLIS,
  );
  const byId = new Map(found.flat().map((outcome) => [outcome.id, outcome]));
  return weakened.flatMap(({ id }) => byId.get(id) ?? []);
};
