import type { CheckResult } from '@rockpool/schemas';
import type { Reply } from '../protocol/message.ts';
import { type Ledger, openLedger } from '../protocol/rules.ts';
import { alikeAmong } from '../report/alike.ts';
import { judgeSettled } from '../verdict/judge.ts';
import { storedAnswer } from '../verdict/stored.ts';
import type { Terms } from '../verdict/terms.ts';
import type { Answered } from './again.ts';
import type { Asker } from './asker.ts';

/** So many failed questions are asked again one after the other; alone in processes of their own until so many fail again. */
const MOST_IN_A_ROW = 400;
const MOST_ALONE = 6;

export type Suspect = Answered & { result: CheckResult; at: number };

export type SecondLook = {
  asker: Asker;
  ledger: Ledger;
  termsOf(suspect: Suspect): Terms;
  /** How many requests were under way at a time. */
  window: number;
  /** Replaces what was said of a check. */
  onBlamed(result: CheckResult): void;
};

/** Failures that a single answer shows; for a crash, a hang and garbage the guilty question was looked for already. */
const BY_ANSWER: readonly CheckResult['failure'][] = [
  'wrong-value',
  'accepted-invalid',
  'rejected-valid',
  'wrong-code',
  'wrong-outcome',
  'adapter-error',
];

export const isSuspect = ({ outcome, failure }: CheckResult): boolean =>
  outcome === 'failed' && BY_ANSWER.includes(failure);

/** Those that are answered rightly when they are asked again. */
const unsteadyOf = async (suspects: readonly Suspect[], look: SecondLook): Promise<Set<Suspect>> => {
  const passes = (suspect: Suspect, answer: Reply): boolean =>
    judgeSettled(suspect.check, answer, look.termsOf(suspect), openLedger()).outcome === 'passed';
  const askedAgain = async (some: readonly Suspect[]): Promise<Suspect[]> => {
    const passed = new Set<Suspect>();
    await look.asker.askFresh(some, (suspect, answer) => {
      if (passes(suspect, answer)) passed.add(suspect);
      return storedAnswer(suspect.check, answer);
    });
    return [...passed];
  };
  const unsteady = new Set(await askedAgain(suspects.slice(0, MOST_IN_A_ROW)));
  const byId = new Map(suspects.map((suspect) => [suspect.check.id, suspect]));
  const steady = suspects.filter((suspect) => !unsteady.has(suspect));
  // Of each cause the smallest alone, and as long as that is answered rightly the others too.
  let left = MOST_ALONE;
  for (const { smallest, others } of alikeAmong(steady.map(({ result }) => result))) {
    for (const { id } of [smallest, ...others]) {
      const alone = byId.get(id);
      if (!alone || left === 0 || unsteady.size > MOST_IN_A_ROW) break;
      if ((await askedAgain([alone])).length === 0) {
        left -= 1;
        break;
      }
      unsteady.add(alone);
    }
  }
  return unsteady;
};

/** Another question that was under way at the same time, whose answer is the right one here, as this one's is there. */
const partnerOf = (one: Suspect, all: readonly Suspect[], look: SecondLook): Suspect | undefined => {
  const fits = (suspect: Suspect, { reply }: Suspect): boolean =>
    judgeSettled(suspect.check, reply, look.termsOf(suspect), openLedger()).outcome === 'passed';
  return all.find(
    (other) => other !== one && Math.abs(other.at - one.at) < look.window && fits(one, other) && fits(other, one),
  );
};

const blamed = (rule: 'SUB-2' | 'SUB-9', { result }: Suspect, detail: string): CheckResult => ({
  ...result,
  requirements: [rule],
  failure: 'nondeterministic',
  detail: `${detail}; the check is about ${result.requirements.join(', ')}`,
});

/**
 * Asks failed questions again, in fresh processes. What is answered rightly then breaks no rule of the check: the subject has a
 * memory, a race or a whim [SUB-9], or answers that were under way together changed places [SUB-2].
 */
export const lookAgain = async (suspects: readonly Suspect[], look: SecondLook): Promise<void> => {
  if (suspects.length === 0) return;
  const unsteady = [...(await unsteadyOf(suspects, look))];
  const partners = new Map(unsteady.map((suspect) => [suspect, partnerOf(suspect, unsteady, look)]));
  // Answers that are wrong for another reason fit each other now and then.
  const swapped = [...partners.values()].filter((partner) => partner !== undefined).length * 2 > unsteady.length;
  for (const suspect of unsteady) {
    const { check, result } = suspect;
    const partner = swapped ? partners.get(suspect) : undefined;
    const rule = partner ? 'SUB-2' : 'SUB-9';
    const detail = partner
      ? `its answer changed places with that of ${partner.check.id}, which was asked at the same time`
      : 'asked again in a fresh process, it was answered rightly';
    const { input, expected, got } = result;
    look.ledger.note({ rule, detail: `${check.id}: ${detail}`, input, expected, got });
    look.onBlamed(blamed(rule, suspect, detail));
  }
};
