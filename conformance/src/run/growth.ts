import type { HelloResult } from '@rockpool/schemas';
import { requestFor } from '../checks/request.ts';
import type { Clock } from '../protocol/client.ts';
import type { Ledger } from '../protocol/rules.ts';
import type { Asker } from './asker.ts';
import { growingQuestions } from './growing.ts';
import type { Growing } from './growing-question.ts';

/** Twice the input, at most so many times the time. */
const MOST = 3;

/** At two doublings together even more: a square makes it sixteen, and load sometimes makes nine of four. */
const MOST_OF_TWO = 12;

/** Less tells nothing on a busy machine, in milliseconds. */
const TELLING_MILLIS = 500;

/**
 * Signatures take their time, a square of which would come after the end of patience: what takes more for the shortest list
 * of records is not asked for longer ones, in milliseconds.
 */
const LINGERING_MILLIS = 1_000;

const QUICK_ROUNDS = 2;
const CAREFUL_ROUNDS = 4;

type Measuring = { asker: Pick<Asker, 'hello' | 'askOne'>; clock: Pick<Clock, 'now'> };

/** What is asked before a question of that size. */
const stepsOf = ({ steps, before }: Growing, size: number): Pick<Growing, 'steps'> =>
  steps === undefined && before === undefined ? {} : { steps: [...(steps ?? []), ...(before?.(size) ?? [])] };

/** The shortest time for each size, in milliseconds: load makes an answer later and never earlier. */
const shortest = async (
  growing: Growing,
  sizes: readonly number[],
  rounds: number,
  { asker, clock }: Measuring,
): Promise<number[] | undefined> => {
  const times = sizes.map(() => Number.POSITIVE_INFINITY);
  const items = sizes.map((size) => {
    const { operation, profile } = growing;
    const question = {
      operation,
      input: growing.of(size),
      expect: { ok: {} },
      judging: 'answer',
      timeless: true,
      ...stepsOf(growing, size),
    } as const;
    const asked = requestFor(question, { hello: asker.hello, restarts: false });
    return asked.ok ? { ...asked.request, key: `growth of ${profile}` } : undefined;
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, item] of items.entries()) {
      if (!item) return undefined;
      const before = clock.now();
      const answer = await asker.askOne(item);
      if (answer.kind !== 'result' && answer.kind !== 'error') return undefined;
      const time = clock.now() - before;
      if (growing.signed && index === 0 && time > LINGERING_MILLIS) return undefined;
      times[index] = Math.min(times[index] as number, time);
    }
  }
  return times;
};

const growsTooFast = (one: number, four: number): boolean => four > TELLING_MILLIS && four > MOST_OF_TWO * one;

const has = (hello: HelloResult, { profile, operation }: Growing): boolean =>
  hello.profiles.includes(profile) && Object.hasOwn(hello.operations, operation);

/**
 * Measures how the time for an answer grows, at two doublings [SUB-10]. What looks too fast is measured again with care, all
 * sizes in turn, and has to look so at both.
 */
export const measureGrowth = async (
  options: Measuring & { ledger: Pick<Ledger, 'note'> },
  questions: readonly Growing[] = growingQuestions(),
): Promise<void> => {
  for (const growing of questions.filter((each) => has(options.asker.hello, each))) {
    const quick = await shortest(growing, [1, 4], QUICK_ROUNDS, options);
    if (!quick || !growsTooFast(quick[0] as number, quick[1] as number)) continue;
    const careful = await shortest(growing, [1, 2, 4], CAREFUL_ROUNDS, options);
    if (!careful) continue;
    const [one, two, four] = careful as [number, number, number];
    if (!growsTooFast(one, four) || four <= MOST * two) continue;
    const millis = [one, two, four].map((each) => Math.round(each)).join(', ');
    const detail = `${growing.operation} of ${growing.about} took ${millis} milliseconds for some 100,000, 200,000 and 400,000 bytes`;
    options.ledger.note({ rule: 'SUB-10', detail });
  }
};
