import type { Rule, RuleHead } from '../rule/rule.ts';
import type { SignatureQuestion } from './question.ts';
import { equation, signatureRules } from './rules.ts';
import type { Task } from './task.ts';

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
  { rules, equation }: SignatureRulebook = signatureRulebook,
): Task<RuleHead | undefined> {
  for (const rule of rules) if (!rule.check(question, timeless)) return rule;
  if (equation === undefined) return undefined;
  const { key, message, signature } = question;
  return (yield (engine) => engine.verify(key, message, signature)) ? undefined : equation;
}
