import type { Rule, RuleHead } from '../rule/rule.ts';
import type { SignatureQuestion } from './question.ts';
import { equation, signatureRules } from './rules.ts';
import type { EngineCall, Task } from './task.ts';

/** What a signature has to satisfy: rules about its bytes, then the equation, unless that is left out. */
export interface SignatureRulebook {
  readonly rules: readonly Rule<SignatureQuestion>[];
  readonly equation: RuleHead | undefined;
}

export const signatureRulebook: SignatureRulebook = { rules: signatureRules, equation };

const timeless = { now: 0 };

/** The first of [SIG-1] to [SIG-7] that a signature breaks; undefined if it is valid. */
export function* checkSignature(
  question: SignatureQuestion,
  rulebook: SignatureRulebook = signatureRulebook,
): Task<RuleHead | undefined> {
  const broken = brokenByBytes(question, rulebook);
  if (broken !== undefined || rulebook.equation === undefined) return broken;
  return (yield equationOf(question)) ? undefined : rulebook.equation;
}

/** The first rule that needs no engine and is broken. */
export const brokenByBytes = (question: SignatureQuestion, { rules }: SignatureRulebook): RuleHead | undefined =>
  rules.find((rule) => !rule.check(question, timeless));

/** Asks an engine for the rest. */
export const equationOf =
  ({ key, message, signature }: SignatureQuestion): EngineCall =>
  (engine) =>
    engine.verify(key, message, signature);
