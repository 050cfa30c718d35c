import type { Format, Witness } from './format/format.ts';
import type { Statement } from './format/statement.ts';
import { formatOf, type Protocol } from './protocol/protocol.ts';
import { type Context, pathOf, type Rule, type RuleHead } from './rule/rule.ts';
import type { Accepted, Rejected, Verdict } from './rule/verdict.ts';
import { brokenByBytes, equationOf } from './signature/check.ts';
import type { Engine, SyncEngine } from './signature/engine.ts';
import { answered, run, runAsync, sideBySide, type Task } from './signature/task.ts';
import type { TextFacts } from './text/facts.ts';
import { readText } from './text/read.ts';
import type { JsonValue } from './value/json.ts';

/** What a verifier has to know besides the text. */
export interface VerifyOptions<E extends Engine> {
  readonly protocol: Protocol;
  readonly engine: E;
  /** The name of the format that is expected. */
  readonly format: string;
  /** The receiver's clock, in microseconds since 1970. */
  readonly now: number;
  /** The hmac key that the authors of classic messages sign with, 32 bytes [SSB-19]. */
  readonly hmac?: Uint8Array | undefined;
}

/**
 * Whether a text is a valid document or message of a format, at a time; if not, the first rule that it breaks. A message is
 * judged by itself.
 * @param text bytes as they travelled, or a string that was decoded already.
 * @throws RangeError if the protocol has no such format.
 */
export function verify(text: string | Uint8Array, options: VerifyOptions<SyncEngine>): Verdict<Statement> {
  return run(verification(text, formatOf(options.protocol, options.format), options), options.engine);
}

/** The same for many texts at once, which takes less time for each. Some dozens are enough. */
export function verifyAll(
  texts: readonly (string | Uint8Array)[],
  options: VerifyOptions<SyncEngine>,
): Verdict<Statement>[] {
  const format = formatOf(options.protocol, options.format);
  return run(
    sideBySide(texts, (text) => verification(text, format, options)),
    options.engine,
  );
}

/** The same, with an engine that may answer later. */
export function verifyAsync(text: string | Uint8Array, options: VerifyOptions<Engine>): Promise<Verdict<Statement>> {
  return runAsync(verification(text, formatOf(options.protocol, options.format), options), options.engine);
}

/** What verifying depends on, besides the engine. */
export interface Circumstances extends Context {
  readonly protocol: Protocol;
}

/** Asks about one signature of a statement. */
export type CheckWitness<S> = (
  witness: Witness<S>,
  statement: S,
  circumstances: Circumstances,
) => Task<Rejected | undefined>;

/** Verifies a text, phase by phase [REC-18]. `checkWitness` decides about signatures when their phase has come. */
export function verification<S extends Statement>(
  text: string | Uint8Array,
  format: Format<S>,
  circumstances: Circumstances,
  checkWitness: CheckWitness<S> = checkByEngine,
): Task<Verdict<S>> {
  const read = readValue(text, format.textRules, format.readText);
  return read.ok
    ? judgement(format.read(read.value, read.encoding), format, circumstances, checkWitness)
    : answered(read);
}

/** The phases behind *text*. */
export function* judgement<S extends Statement>(
  record: S,
  format: Format<S>,
  circumstances: Circumstances,
  checkWitness: CheckWitness<S> = checkByEngine,
): Task<Verdict<S>> {
  for (const phase of circumstances.protocol.steps.phases) {
    if (phase === 'text') continue;
    if (phase === 'signature') {
      for (const witness of format.asked) {
        const rejected = yield* checkWitness(witness, record, circumstances);
        if (rejected !== undefined) return rejected;
      }
    } else {
      const rejected = firstBroken(format.rules[phase], record, circumstances);
      if (rejected !== undefined) return rejected;
    }
  }
  const reason = format.hold(record);
  return reason === undefined ? { ok: true, record } : { ok: false, held: reason, record };
}

/** A signature is judged by its own rules, and by an engine. */
function* checkByEngine<S>(
  witness: Witness<S>,
  statement: S,
  circumstances: Circumstances,
): Task<Rejected | undefined> {
  const question = witness.question(statement, circumstances);
  const { equation } = witness.signatures;
  let broken = brokenByBytes(question, witness.signatures);
  // Not by way of `checkSignature`: one generator around another costs as much as half of the rules.
  if (broken === undefined && equation !== undefined && !(yield equationOf(question))) broken = equation;
  return broken && { ...rejection(witness, witness.path), because: broken.requirement };
}

/** The value of a text, or the first rule for texts that it breaks. */
export function readValue(
  text: string | Uint8Array,
  rules: readonly Rule<TextFacts>[],
  read: (text: string | Uint8Array) => TextFacts = readText,
): ({ readonly ok: true } & Pick<TextFacts, 'value' | 'encoding'>) | Rejected {
  const facts = read(text);
  return firstBroken(rules, facts, { now: 0 }) ?? { ok: true, value: facts.value, encoding: facts.encoding };
}

/** A document or message read from a text by the rules for its text and shape alone, as far as its id is concerned. */
export function identify(
  text: string | Uint8Array,
  { protocol, format: name }: { readonly protocol: Protocol; readonly format: string },
): Accepted<Statement> | Rejected {
  const format = formatOf(protocol, name);
  const read = readValue(text, format.textRules, format.readText);
  if (!read.ok) return read;
  const record = format.read(read.value, read.encoding);
  return firstBroken(format.rules.shape, record, { now: 0 }) ?? { ok: true, record };
}

/** The format that a value claims to be of. */
export function recogniseFormat(protocol: Protocol, value: JsonValue): Format | undefined {
  return [...protocol.formats.values()].find((format) => format.recognises(value));
}

/** The answer where a subject breaks one of some rules: to the first of them. */
export function firstBroken<S>(rules: readonly Rule<S>[], subject: S, context: Context): Rejected | undefined {
  for (const rule of rules) if (!rule.check(subject, context)) return rejection(rule, pathOf(rule, subject));
  return undefined;
}

/** What to answer where a rule is broken. */
export const rejection = ({ code, requirement }: RuleHead, path: string): Rejected => ({
  ok: false,
  code,
  requirement,
  path,
});
