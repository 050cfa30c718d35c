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

/** The same of a record whose content was wrong once, whatever comes with it later. */
export function condemning(): (verdict: Verdict<Statement>, text: string | Uint8Array) => Verdict<Statement> {
  const condemned = new Map<string, Verdict<Statement>>();
  return (verdict, text) => {
    const [header = ''] = String(text).split(',"signature"');
    const before = condemned.get(header);
    if (before !== undefined) return before;
    if (isRejected(verdict) && verdict.code.startsWith('content-')) condemned.set(header, verdict);
    return verdict;
  };
}
