import { type Check, questionAt } from '../checks/check.ts';
import { requestFor } from '../checks/request.ts';
import type { Reply } from '../protocol/message.ts';
import { endsProcess } from '../protocol/request.ts';
import type { Ledger } from '../protocol/rules.ts';
import { otherAt } from '../verdict/same.ts';
import { storedAnswer } from '../verdict/stored.ts';
import type { Asker } from './asker.ts';
import type { Item } from './item.ts';
import type { Random } from './random.ts';
import { variantsOf } from './variants.ts';

export type Answered = Item & { check: Check; reply: Reply };

/** One in fifty, at least 20 and at most 200, where there are so many. */
const sampleSize = (count: number): number => Math.min(count, Math.max(20, Math.min(200, Math.ceil(count / 50))));

/** Of each kind of question so many are asked again with their likes. */
const OF_A_KIND = 2;

const keep = ({ check }: { check: Check }, reply: Reply): Reply => storedAnswer(check, reply);

const isAnswer = (answer: { kind: string } | undefined): answer is Reply =>
  answer?.kind === 'result' || answer?.kind === 'error';

const shown = (reply: Reply): unknown => (reply.kind === 'result' ? reply.result : { error: reply.code });

const note = (ledger: Ledger, check: Check, detail: string, other: NonNullable<ReturnType<typeof otherAt>>): void => {
  const { step, replies } = other;
  const where = check.steps === undefined ? '' : `, in step ${step + 1} of ${check.steps.length + 1}`;
  const [expected, got] = replies.map(shown);
  ledger.note({ rule: 'SUB-9', detail: detail + where, input: questionAt(check, step)?.input, expected, got });
};

/** What ends its process costs two starts each time. */
const MOST_ENDING = 2;

const fewEnding = (answered: readonly Answered[]): Answered[] => {
  const ending = answered.filter(endsProcess).slice(0, MOST_ENDING);
  return answered.filter((each) => !endsProcess(each) || ending.includes(each));
};

/** Asks some questions again, of a fresh process and in another order [SUB-9]. */
export const askAgain = async (
  asker: Asker,
  answered: readonly Answered[],
  random: Random,
  ledger: Ledger,
): Promise<void> => {
  const few = fewEnding(random.shuffle(answered));
  const sample = few.slice(0, sampleSize(few.length));
  const again = await asker.askFresh(sample, keep);
  for (const [index, { check, reply }] of sample.entries()) {
    const second = again?.answers[index];
    if (!isAnswer(second)) continue;
    const other = otherAt(check, reply, second, asker.hello.deterministic === true);
    if (other) note(ledger, check, `${check.id}, asked again in a fresh process, was answered otherwise`, other);
  }
};

/** Some of each kind: of each operation, format and outcome. */
const someOfEach = (answered: readonly Answered[], random: Random): Answered[] => {
  const taken = new Map<string, number>();
  return random.shuffle(answered).filter(({ check: { operation, input, expect } }) => {
    const kind = `${operation} ${input.format} ${input.mode} ${Object.keys(expect)[0]}`;
    const count = taken.get(kind) ?? 0;
    taken.set(kind, count + 1);
    return count < OF_A_KIND;
  });
};

type Asked = Item & { check: Check; about: string; first?: Reply };

const withLikes = (one: Answered, asker: Asker, random: Random): Asked[] => [
  { ...one, about: one.check.id, first: one.reply },
  ...variantsOf(one.check, random).flatMap(({ check, about }): Asked[] => {
    const asked = requestFor(check, asker);
    return asked.ok ? [{ ...asked.request, key: check.id, check, about }] : [];
  }),
];

/**
 * Asks some questions beside others that are almost the same, and the same at other times, of two fresh processes: of the
 * second in the opposite order. What a subject remembers of one question must not answer another [SUB-9].
 */
export const askAmongLikes = async (
  asker: Asker,
  answered: readonly Answered[],
  random: Random,
  ledger: Ledger,
): Promise<void> => {
  const deterministic = asker.hello.deterministic === true;
  const together = answered.filter((each) => !endsProcess(each));
  const questions = someOfEach(together, random).flatMap((one) => withLikes(one, asker, random));
  const forwards = await asker.askFresh(questions, keep);
  const backwards = await asker.askFresh(questions.toReversed(), keep);
  for (const [index, { check, about, first }] of questions.entries()) {
    const replies = [first, forwards?.answers[index], backwards?.answers[questions.length - 1 - index]].filter(
      isAnswer,
    );
    const [one, ...others] = replies;
    const other = one && others.map((each) => otherAt(check, one, each, deterministic)).find((each) => each);
    if (other) note(ledger, check, `${about}, asked after other questions, was answered otherwise`, other);
  }
};
