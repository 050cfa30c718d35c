import type { Rule, RuleHead } from '../rule/rule.ts';
import type { AsyncEngine, SyncEngine } from './engine.ts';
import type { SignatureQuestion } from './question.ts';
import { equation, signatureRules } from './rules.ts';

/** What a signature has to satisfy: byte rules, then the equation, unless that is left out. */
export interface SignatureRulebook {
  readonly rules: readonly Rule<SignatureQuestion>[];
  readonly equation: RuleHead | undefined;
}

export const signatureRulebook: SignatureRulebook = { rules: signatureRules, equation };

const timeless = { now: 0 };

/** The first of [SIG-1] to [SIG-6] that a signature breaks. */
function brokenRule(question: SignatureQuestion, { rules }: SignatureRulebook): RuleHead | undefined {
  for (const rule of rules) if (!rule.check(question, timeless)) return rule;
  return undefined;
}

/** The first rule that a signature breaks; undefined if it is valid. */
export function checkSignature(
  question: SignatureQuestion,
  engine: SyncEngine,
  rulebook: SignatureRulebook = signatureRulebook,
): RuleHead | undefined {
  const broken = brokenRule(question, rulebook);
  if (broken !== undefined || rulebook.equation === undefined) return broken;
  return engine.verify(question.key, question.message, question.signature) ? undefined : rulebook.equation;
}

/** The same, with any engine. */
export async function checkSignatureAsync(
  question: SignatureQuestion,
  engine: SyncEngine | AsyncEngine,
  rulebook: SignatureRulebook = signatureRulebook,
): Promise<RuleHead | undefined> {
  const broken = brokenRule(question, rulebook);
  if (broken !== undefined || rulebook.equation === undefined) return broken;
  return (await engine.verify(question.key, question.message, question.signature)) ? undefined : rulebook.equation;
}
