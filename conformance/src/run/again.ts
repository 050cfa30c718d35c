import type { HelloResult } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { paramsFor } from '../checks/params.ts';
import type { Reply } from '../protocol/message.ts';
import type { Ledger } from '../protocol/rules.ts';
import { sameAnswer } from '../verdict/same.ts';
import { storedReply } from '../verdict/stored.ts';
import type { Asker } from './asker.ts';
import type { Random } from './random.ts';
import type { Item } from './replay.ts';
import { variantsOf } from './variants.ts';

export type Answered = Item & { check: Check; reply: Reply };

/** One in fifty, at least 20 and at most 200, where there are so many. */
const sampleSize = (count: number): number => Math.min(count, Math.max(20, Math.min(200, Math.ceil(count / 50))));

/** Of each kind of question so many are asked again with their likes. */
const OF_A_KIND = 2;

const keep = ({ check }: { check: Check }, reply: Reply): Reply => storedReply(check.operation, reply);

const isAnswer = (answer: { kind: string } | undefined): answer is Reply =>
  answer?.kind === 'result' || answer?.kind === 'error';

const shown = (reply: Reply): unknown => (reply.kind === 'result' ? reply.result : { error: reply.code });

const note = (ledger: Ledger, { input }: Check, detail: string, [first, second]: readonly [Reply, Reply]): void =>
  ledger.note({ rule: 'SUB-9', detail, input, expected: shown(first), got: shown(second) });

/** Asks some questions again, of a fresh process and in another order [SUB-9]. */
export const askAgain = async (
  asker: Asker,
  answered: readonly Answered[],
  random: Random,
  ledger: Ledger,
): Promise<void> => {
  const sample = random.shuffle(answered).slice(0, sampleSize(answered.length));
  const again = await asker.askFresh(sample, keep);
  for (const [index, { check, reply }] of sample.entries()) {
    const second = again?.answers[index];
    if (!isAnswer(second)) continue;
    if (sameAnswer(check.operation, reply, second, asker.hello.deterministic === true)) continue;
    note(ledger, check, `${check.id}, asked again in a fresh process, was answered otherwise`, [reply, second]);
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

const withLikes = (one: Answered, hello: HelloResult, random: Random): Asked[] => [
  { ...one, about: one.check.id, first: one.reply },
  ...variantsOf(one.check, random).flatMap(({ check, about }): Asked[] => {
    const params = paramsFor(check, hello);
    return params.ok ? [{ key: check.id, method: check.operation, params: params.params, check, about }] : [];
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
  const questions = someOfEach(answered, random).flatMap((one) => withLikes(one, asker.hello, random));
  const forwards = await asker.askFresh(questions, keep);
  const backwards = await asker.askFresh(questions.toReversed(), keep);
  for (const [index, { check, about, first }] of questions.entries()) {
    const replies = [first, forwards?.answers[index], backwards?.answers[questions.length - 1 - index]].filter(
      isAnswer,
    );
    const [one, ...others] = replies;
    const other = one && others.find((each) => !sameAnswer(check.operation, one, each, deterministic));
    if (one && other)
      note(ledger, check, `${about}, asked after other questions, was answered otherwise`, [one, other]);
  }
};
