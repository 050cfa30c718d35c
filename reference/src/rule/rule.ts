import type { Phase, RejectionCodeName } from '@rockpool/schemas';

/** What stands outside of the checked thing. */
export interface Context {
  /** The receiver's clock, in microseconds since 1970. */
  readonly now: number;
  /** The hmac key that peers have agreed on, 32 bytes; of classic messages alone [SSB-19]. */
  readonly hmac?: Uint8Array | undefined;
}

/** A sentence of the specification that has a rejection code: one requirement is one rule. */
export interface RuleHead {
  /** The id of the requirement, for example `DOC-7`. */
  readonly requirement: string;
  /** What a verifier answers where the rule is broken. */
  readonly code: RejectionCodeName;
  /** What the rule asks for, in a few words. */
  readonly title: string;
}

/** A rule about a subject. `check` is total: it answers for every subject that was read from any JSON value. */
export interface Rule<Subject> extends RuleHead {
  /** The member at fault, as a JSON pointer; the empty one is the whole. */
  readonly path: string;
  /** Whether the subject keeps the rule. */
  check(subject: Subject, context: Context): boolean;
  /** The very member, for rules about more than one: asked where `check` has said no. */
  locate?(subject: Subject): string;
}

/** The member at which a subject breaks a rule. */
export const pathOf = <Subject>(rule: Rule<Subject>, subject: Subject): string => rule.locate?.(subject) ?? rule.path;

/** The phases in which something is judged by itself. */
export type OwnPhase = Exclude<Phase, 'feed' | 'session'>;

/** Those in which it is checked once it has been read from its text. */
export type CheckPhase = Exclude<OwnPhase, 'text' | 'signature'>;

/** The rules of one format, by the phase in which they are checked. */
export type RulesByPhase<Subject> = Readonly<Record<CheckPhase, readonly Rule<Subject>[]>>;

/** [REC-18] The phases in their order; *feed*, which needs other messages, comes after them. */
export const phases: readonly OwnPhase[] = ['text', 'shape', 'form', 'relations', 'time', 'signature', 'content'];

/** Which rules are in force: a rule that does not pass is left out. */
export type InForce = (requirement: string) => boolean;

/** The rules of a list that are in force. */
export const inForce = <R extends RuleHead>(rules: readonly R[], keep: InForce): readonly R[] =>
  rules.filter((rule) => keep(rule.requirement));

/** Rules for each phase. */
export const mapPhases = <Subject>(
  rulesIn: (phase: CheckPhase) => readonly Rule<Subject>[],
): RulesByPhase<Subject> => ({
  shape: rulesIn('shape'),
  form: rulesIn('form'),
  relations: rulesIn('relations'),
  time: rulesIn('time'),
  content: rulesIn('content'),
});

/** The rules of a format that are in force. */
export const phasesInForce = <Subject>(rules: RulesByPhase<Subject>, keep: InForce): RulesByPhase<Subject> =>
  mapPhases((phase) => inForce(rules[phase], keep));
