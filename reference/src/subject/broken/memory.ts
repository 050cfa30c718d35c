import type { Statement } from '../../format/statement.ts';
import { isRejected, type Verdict } from '../../rule/verdict.ts';

/** A verifier's answer that is given for ever once it was a refusal. */
export function remembering(): (verdict: Verdict<Statement>, text: string | Uint8Array) => Verdict<Statement> {
  const refused = new Map<string, Verdict<Statement>>();
  return (verdict, text) => {
    const name = typeof text === 'string' ? text : text.join();
    const before = refused.get(name);
    if (before !== undefined) return before;
    if (isRejected(verdict)) refused.set(name, verdict);
    return verdict;
  };
}
