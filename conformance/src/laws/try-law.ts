import type { HelloResult } from '@rockpool/schemas';
import fc from 'fast-check';
import type { Question } from '../checks/check.ts';
import { type Reach, requestFor } from '../checks/request.ts';
import type { Clock } from '../protocol/client.ts';
import type { Request } from '../protocol/request.ts';
import type { Ledger } from '../protocol/rules.ts';
import { needsUnclaimed } from '../report/asked.ts';
import type { Settled } from '../run/asker.ts';
import { type Conclusion, judgeSettled } from '../verdict/judge.ts';
import type { Terms } from '../verdict/terms.ts';
import { type Law, type LawCase, NOW } from './law.ts';
import { libertiesOf } from './liberties.ts';

export type Failed = Conclusion & { outcome: 'failed' };

/** Questions that were asked, the last of which was answered wrongly; replayed without the generator. */
export type Counterexample = { questions: readonly Question[]; failed: Failed };

export type LawOutcome =
  | { outcome: 'passed'; cases: number }
  | { outcome: 'not-applicable' | 'could-not-run'; reason: string }
  | ({ outcome: 'failed' } & Counterexample);

export type LawOptions = {
  reach: Reach & { hello: HelloResult };
  terms: Terms;
  ledger: Ledger;
  clock: Clock;
  seed: number;
  /** Examples tried. */
  runs: number;
  ask(request: Request): Promise<Settled>;
  /** Every answer, right or wrong. */
  heard?(question: Question, settled: Settled): void;
  /** What the clock of this machine shows, in microseconds since 1970. */
  wallMicros(): number;
};

/** Shrinking ends after so many milliseconds or examples; what was found until then is reported. */
const SHRINK_MILLIS = 20_000;
const SHRINK_TRIES = 1_000;

/** The law has to stop here: the subject is not there any more. */
class Unasked extends Error {}

const answerOf = async (
  question: Question,
  options: LawOptions,
): Promise<{ settled: Settled; concluded: Conclusion } | { skipped: string }> => {
  const { reach } = options;
  const asked = requestFor(question, reach, (step) => libertiesOf(step, reach.hello));
  if (!asked.ok) return { skipped: asked.reason };
  const settled = await options.ask(asked.request);
  options.heard?.(question, settled);
  const concluded = judgeSettled(question, settled, options.terms, options.ledger);
  if (concluded.outcome === 'could-not-run') throw new Unasked(concluded.reason);
  return { settled, concluded };
};

/** Asks what can be asked of one example; what is wrong with it, or nothing. */
const tryCase = async (example: LawCase, options: LawOptions, tally: Tally): Promise<Counterexample | undefined> => {
  const questions: Question[] = [];
  let whole = true;
  let ok: Record<string, unknown> = {};
  const ask = async (question: Question): Promise<Failed | undefined> => {
    questions.push(question);
    const answer = await answerOf(question, options);
    if ('skipped' in answer) {
      tally.skipped = answer.skipped;
      whole = false;
      return undefined;
    }
    tally.asked += 1;
    const { settled, concluded } = answer;
    if (settled.kind === 'result') ok = (settled.result.ok ?? {}) as Record<string, unknown>;
    return concluded.outcome === 'failed' ? concluded : undefined;
  };
  for (const question of example.questions) {
    const failed = await ask(question);
    // Only what was made of an answer leans on the questions before it.
    if (failed) return { questions: [question], failed };
  }
  // What was not asked has no answer to make something of.
  for (const question of whole ? (example.follow?.(ok) ?? []) : []) {
    const failed = await ask(question);
    if (failed) return { questions, failed };
  }
  return undefined;
};

/** How many questions were asked, and why some were not. */
type Tally = { asked: number; skipped?: string };

/** Shrinking must not slip from one fault to another: this has to stay the same. */
const verdictClass = ({ questions, failed }: Counterexample): string => {
  const got = failed.got as { reject?: { code?: string } } | undefined;
  return `${questions.at(-1)?.operation} ${failed.failure} ${got?.reject?.code ?? ''}`;
};

/** Looks for an example that breaks the law, and for the smallest one that breaks it in the same way. */
export const tryLaw = async (law: Law, options: LawOptions): Promise<LawOutcome> => {
  const unclaimed = law.needs?.find((profile) => !options.reach.hello.profiles.includes(profile));
  if (unclaimed !== undefined) return { outcome: 'not-applicable', reason: needsUnclaimed(unclaimed) };
  const missing = law.operations.find((operation) => !Object.hasOwn(options.reach.hello.operations, operation));
  if (missing !== undefined) return { outcome: 'could-not-run', reason: `the subject does not have ${missing}` };
  let smallest: Counterexample | undefined;
  let unasked: Unasked | undefined;
  let tries = 0;
  let deadline = 0;
  const tally: Tally = { asked: 0 };
  const onWall = law.operations.some((name) => options.reach.hello.operations[name]?.clock === 'wall');
  const now = (): number => (onWall ? options.wallMicros() : NOW);
  const holds = async (example: (now: number) => LawCase): Promise<boolean> => {
    if (unasked) return true;
    if (smallest) {
      tries += 1;
      if (tries > SHRINK_TRIES || options.clock.now() > deadline) return true;
    }
    try {
      const found = await tryCase(example(now()), options, tally);
      if (!found || (smallest && verdictClass(found) !== verdictClass(smallest))) return true;
      if (!smallest) deadline = options.clock.now() + SHRINK_MILLIS;
      smallest = found;
      return false;
    } catch (error) {
      if (!(error instanceof Unasked)) throw error;
      unasked = error;
      return true;
    }
  };
  const details = await fc.check(fc.asyncProperty(law.cases, holds), {
    seed: options.seed,
    numRuns: Math.min(options.runs, law.most ?? options.runs),
    verbose: 0,
  });
  if (smallest) return { outcome: 'failed', ...smallest };
  if (unasked) return { outcome: 'could-not-run', reason: unasked.message };
  if (tally.asked === 0 && tally.skipped !== undefined) return { outcome: 'not-applicable', reason: tally.skipped };
  // A property that threw did not fail by an answer: the fault is the judge's.
  if (details.failed) throw new Error(`${law.id} could not be tried`, { cause: details.errorInstance });
  return { outcome: 'passed', cases: details.numRuns };
};
