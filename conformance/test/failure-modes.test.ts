import { describe, expect, test } from 'vitest';
import { reference } from '../scripts/mutants/broken-subject.ts';
import type { Finder } from '../scripts/mutants/failure-mode.ts';
import { failureModes } from '../scripts/mutants/failure-modes.ts';
import { inProcess } from '../scripts/mutants/in-process.ts';
import { askInThread, type Starting } from '../scripts/mutants/in-thread.ts';
import { lookup, PINNED_SEED, suite } from '../src/index.ts';
import { rulesNamed } from '../src/report/causes.ts';
import { growingQuestions } from '../src/run/growing.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { platformClock } from '../src/run/options.ts';
import { planOf } from '../src/simulate/plan.ts';
import { runPlan } from '../src/simulate/run.ts';
import { openHosts } from '../src/simulate/subject-host.ts';
import { growthInThread } from './fixtures/growth-in-thread.ts';

/** The sentence that is blamed first; nothing where nothing is wrong. */
type Blame = string | undefined;

const named = <T>(name: string, found: T | undefined): T => {
  if (found === undefined) throw new RangeError(`there is no ${name}`);
  return found;
};

const byVector = (vector: string, start: Starting): Blame =>
  rulesNamed([askInThread(named(vector, lookup.check(vector)), start)], lookup)[0];

const byLaw = async (id: string, start: Starting): Promise<Blame> => {
  const law = named(
    id,
    suite.laws.find((each) => each.id === id),
  );
  const { checks } = await judgeSubject({
    launch: inProcess(() => start),
    suite: { ...suite, checks: [], laws: [law] },
    seed: PINNED_SEED,
    runs: 3,
    twice: false,
    // The smallest example does not matter: the search for it ends after a second.
    clock: { ...platformClock, now: () => performance.now() * 20 },
  });
  const found = checks.filter((each) => each.id === id);
  if (found.length === 0) throw new Error(`${id} was not tried`);
  return rulesNamed(found, lookup)[0];
};

const bySchedule = async (seed: number, start: Starting): Promise<Blame> => {
  const { hosts, close } = await openHosts([{ name: 'a', launch: inProcess(() => start) }]);
  const ran = await runPlan(planOf(seed, { hosts: 1, restarts: false }), hosts, 'r');
  await close();
  return ran.ok ? undefined : ran.kind;
};

const blamed = (finder: Finder, start: Starting): Blame | Promise<Blame> => {
  if ('vector' in finder) return byVector(finder.vector, start);
  if ('law' in finder) return byLaw(finder.law, start);
  if ('schedule' in finder) return bySchedule(finder.schedule, start);
  const question = growingQuestions().find(({ about }) => about === finder.growth);
  return growthInThread(named(finder.growth, question), start);
};

const shown = failureModes.flatMap(({ number, words, shownBy }) => shownBy.map((each) => ({ number, words, ...each })));

describe('Of the ways in which replicas and sessions fail', () => {
  test('each has its broken subject, but for those of a chapter that is not written', () => {
    expect(failureModes.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    const unshown = failureModes.filter(({ shownBy }) => shownBy.length === 0);
    expect(unshown.map(({ number, awaits }) => [number, awaits])).toEqual(
      [6, 22, 23].map((number) => [number, 'the chapter about membership']),
    );
  });

  test.for(shown)('$number, $words: one that $how is caught by its sentence', { timeout: 60_000 }, async (each) => {
    expect(await blamed(each.finder, each.fresh())).toBe(each.blamed);
  });

  const finders = new Map(shown.map(({ finder }) => [Object.values(finder).join(), finder]));
  test.for([...finders.keys()])('%s finds nothing wrong with the reference', { timeout: 60_000 }, async (name) => {
    expect(await blamed(finders.get(name) as Finder, reference())).toBeUndefined();
  });
});
