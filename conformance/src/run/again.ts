import type { Check } from '../checks/check.ts';
import type { Reply } from '../protocol/message.ts';
import type { Ledger } from '../protocol/rules.ts';
import { sameAnswer } from '../verdict/same.ts';
import type { Asker } from './asker.ts';
import type { Random } from './random.ts';
import type { Item } from './replay.ts';

export type Answered = Item & { check: Check; reply: Reply };

/** One in fifty, at least 20 and at most 200, where there are so many. */
const sampleSize = (count: number): number => Math.min(count, Math.max(20, Math.min(200, Math.ceil(count / 50))));

/** Asks some questions again, of a fresh process and in another order [SUB-9]. */
export const askAgain = async (
  asker: Asker,
  answered: readonly Answered[],
  random: Random,
  ledger: Ledger,
): Promise<void> => {
  const sample = random.shuffle(answered).slice(0, sampleSize(answered.length));
  const again = await asker.askFresh(sample);
  for (const [index, { check, reply }] of sample.entries()) {
    const second = again?.answers[index];
    if (second === undefined || (second.kind !== 'result' && second.kind !== 'error')) continue;
    if (sameAnswer(check.operation, reply, second, asker.hello.deterministic === true)) continue;
    const shown = (each: Reply): unknown => (each.kind === 'result' ? each.result : { error: each.code });
    ledger.note({
      rule: 'SUB-9',
      detail: `${check.id}, asked again in a fresh process, was answered otherwise`,
      input: check.input,
      expected: shown(reply),
      got: shown(second),
    });
  }
};
