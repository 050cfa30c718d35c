import type { Phase } from '@rockpool/schemas';
import { formatOf } from './protocol/protocol.ts';
import { type Context, pathOf, type Rule, type RuleHead } from './rule/rule.ts';
import type { HoldReason } from './rule/verdict.ts';
import type { SignatureRulebook } from './signature/check.ts';
import type { Engine, SyncEngine } from './signature/engine.ts';
import type { SignatureQuestion } from './signature/question.ts';
import { run, runAsync, type Task } from './signature/task.ts';
import { readText } from './text/read.ts';
import { endsSearch } from './text/rules.ts';
import type { VerifyOptions } from './verify.ts';

/** What one rule says of a text. */
export interface Explained extends Pick<RuleHead, 'requirement' | 'code' | 'title'> {
  readonly phase: Phase;
  /** A rule of a phase behind the first that failed is not reached. */
  readonly outcome: 'passed' | 'failed' | 'not-reached';
  /** The member at fault, of a rule that failed. */
  readonly path?: string;
  /** For a clause about signatures: the requirement whose signature it is about. */
  readonly of?: string;
}

/** Everything that the rules say of a text. */
export interface Explanation {
  readonly outcome: 'accepted' | 'held' | 'rejected';
  readonly held?: HoldReason;
  readonly rules: readonly Explained[];
}

/**
 * What each rule says of a text: like `verify`, except that the rules of a phase do not hide each other.
 * @throws RangeError if the protocol has no such format.
 */
export function explain(text: string | Uint8Array, options: VerifyOptions<SyncEngine>): Explanation {
  return run(explanation(text, options), options.engine);
}

/** The same, with an engine that may answer later. */
export function explainAsync(text: string | Uint8Array, options: VerifyOptions<Engine>): Promise<Explanation> {
  return runAsync(explanation(text, options), options.engine);
}

function* explanation(text: string | Uint8Array, options: VerifyOptions<Engine>): Task<Explanation> {
  const { protocol } = options;
  const format = formatOf(protocol, options.format);
  const ledger = new Ledger();
  const facts = readText(text);
  for (const rule of format.textRules) {
    ledger.add('text', rule, facts, options);
    if (endsSearch(rule.requirement) && ledger.failed) ledger.close();
  }
  const record = format.read(facts.value);
  for (const phase of protocol.steps.phases) {
    if (ledger.failed) ledger.close();
    if (phase === 'text') continue;
    if (phase === 'signature') {
      for (const witness of format.asked) {
        const question = witness.question(record, options);
        const valid = ledger.isOpen ? yield* judge(question, witness.signatures) : undefined;
        ledger.note(phase, witness, valid?.every(Boolean), witness.path);
        for (const [index, clause] of clausesOf(witness.signatures).entries()) {
          ledger.note(phase, clause, valid?.[index], witness.path, witness.requirement);
        }
      }
    } else {
      for (const rule of format.rules[phase]) ledger.add(phase, rule, record, options);
    }
  }
  const { rules, failed } = ledger;
  if (failed) return { outcome: 'rejected', rules };
  const held = format.hold(record);
  return held === undefined ? { outcome: 'accepted', rules } : { outcome: 'held', held, rules };
}

const clausesOf = ({ rules, equation }: SignatureRulebook): readonly RuleHead[] =>
  equation === undefined ? rules : [...rules, equation];

/** What each clause says of a signature. The engine is not asked about one that its bytes give away. */
function* judge(question: SignatureQuestion, { rules, equation }: SignatureRulebook): Task<(boolean | undefined)[]> {
  const valid: (boolean | undefined)[] = rules.map((rule) => rule.check(question, { now: 0 }));
  if (equation === undefined) return valid;
  const { key, message, signature } = question;
  if (valid.every(Boolean)) valid.push((yield (engine) => engine.verify(key, message, signature)) as boolean);
  else valid.push(undefined);
  return valid;
}

/** The outcomes so far. Once it is closed, what comes is not reached. */
class Ledger {
  readonly rules: Explained[] = [];
  failed = false;
  isOpen = true;

  close(): void {
    this.isOpen = false;
  }

  add<Subject>(phase: Phase, rule: Rule<Subject>, subject: Subject, context: Context): void {
    if (this.isOpen) this.note(phase, rule, rule.check(subject, context), pathOf(rule, subject));
    else this.note(phase, rule, undefined, '');
  }

  note(phase: Phase, head: RuleHead, passed: boolean | undefined, path: string, of?: string): void {
    const { requirement, code, title } = head;
    if (passed === false) this.failed = true;
    this.rules.push({
      requirement,
      code,
      title,
      phase,
      outcome: passed === undefined ? 'not-reached' : passed ? 'passed' : 'failed',
      ...(passed === false && { path }),
      ...(of !== undefined && { of }),
    });
  }
}
