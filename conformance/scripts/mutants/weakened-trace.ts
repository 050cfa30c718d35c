import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import {
  type Format,
  isMessageFormat,
  type MessageFormat,
  type Witness,
} from '../../../reference/src/format/format.ts';
import type { Protocol } from '../../../reference/src/protocol/protocol.ts';
import { type Steps, steps } from '../../../reference/src/protocol/steps.ts';
import { type CheckPhase, type Context, mapPhases, type Rule } from '../../../reference/src/rule/rule.ts';
import type { SignatureQuestion } from '../../../reference/src/signature/question.ts';
import { type Call, stepsDiffer, tracingSteps } from './step-trace.ts';

/** One judgement of one rule: what it was asked, and what it said. */
interface Judgement {
  readonly subject: unknown;
  readonly context: Context;
  readonly said: boolean | SignatureQuestion;
}

/** What the rules of a protocol, each told by its place, said in one answer. */
export interface Trace {
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly calls: ReadonlyMap<string, readonly Call[]>;
}

type AnyRule = Rule<never>;
const PHASES: readonly CheckPhase[] = ['shape', 'form', 'relations', 'time', 'content'];

/** The lists of rules of a format by their places. */
const listsOf = (format: Format): readonly (readonly [place: string, rules: readonly AnyRule[]])[] => [
  ...PHASES.map((phase) => [`${format.name} ${phase}`, format.rules[phase] as readonly AnyRule[]] as const),
  [`${format.name} text`, format.textRules as readonly AnyRule[]],
  ...(isMessageFormat(format)
    ? [
        [`${format.name} feed`, format.feed.rules as readonly AnyRule[]] as const,
        [`${format.name} proof`, (format.feed.proofRules ?? []) as readonly AnyRule[]] as const,
        [`${format.name} writer`, format.feed.writerTimeRules as readonly AnyRule[]] as const,
      ]
    : []),
];

const ownLists = (protocol: Protocol): readonly (readonly [string, readonly AnyRule[]])[] => [
  ['text', protocol.textRules as readonly AnyRule[]],
  ['id', protocol.idRules as readonly AnyRule[]],
  ['signature', protocol.signatures.rules as readonly AnyRule[]],
];

const samePlaces = new Set(['rules', 'asked', 'textRules', 'feed']);
const sameInFeed = new Set(['rules', 'proofRules', 'writerTimeRules']);
const sameApart = (a: object, b: object, apart: ReadonlySet<string>): boolean =>
  Object.entries(a).every(([name, value]) => apart.has(name) || value === (b as Record<string, unknown>)[name]);

/** The judgement of an equal text or statement that was made before, so that each is compared once for each mutant. */
const knownAs = (place: string, judgement: Judgement, known: Map<string, Judgement>): Judgement => {
  if (!/^(?:rp|es)\./.test(place)) return judgement;
  const digest = digestOf(judgement.subject);
  if (digest === undefined) return judgement;
  const { now, hmac } = judgement.context;
  const key = `${place} ${now} ${hmac} ${digest}`;
  const before = known.get(key);
  if (before === undefined) known.set(key, judgement);
  return before ?? judgement;
};

/**
 * What tells a text or a statement from others: a text by its source, since texts that are none of JSON say the same as others do;
 * a statement by its value. Undefined for what is neither, and for what is nested too deep.
 */
const digestOf = (subject: unknown): string | undefined => {
  const { source, value } = subject as { source?: unknown; value?: unknown };
  if (source === undefined && value === undefined) return undefined;
  try {
    return createHash('sha256')
      .update(serialize(source ?? value))
      .digest('base64');
  } catch {
    return undefined;
  }
};

/** A protocol that notes what its rules say and its steps give. */
export const tracing = (create: (steps: Steps) => Protocol): { protocol: Protocol; take(): Trace } => {
  let notes = new Map<string, Judgement[]>();
  let calls = new Map<string, Call[]>();
  const protocol = create(
    tracingSteps(steps, (name, call) => {
      const before = calls.get(name);
      if (before === undefined) calls.set(name, [call]);
      else before.push(call);
    }),
  );
  const known = new Map<string, Judgement>();
  const note = (place: string, judgement: Judgement): void => {
    const once = knownAs(place, judgement, known);
    const before = notes.get(place);
    if (before === undefined) notes.set(place, [once]);
    else before.push(once);
  };
  const noted = <R extends Rule<never>>(place: string, rules: readonly R[]): readonly R[] =>
    rules.map((rule, i) => ({
      ...rule,
      check(subject: never, context: Context) {
        const said = rule.check(subject, context);
        note(`${place} ${i}`, { subject, context, said });
        return said;
      },
    }));
  const notedFormat = (format: Format): Format => ({
    ...format,
    textRules: noted(`${format.name} text`, format.textRules as never),
    rules: mapPhases((phase) => noted(`${format.name} ${phase}`, format.rules[phase] as never)),
    asked: format.asked.map((witness, i) => ({
      ...witness,
      question(statement, context) {
        const said = witness.question(statement, context);
        note(`${format.name} asked ${i}`, { subject: statement, context, said });
        return said;
      },
    })),
    ...(isMessageFormat(format) && {
      feed: {
        ...format.feed,
        rules: noted(`${format.name} feed`, format.feed.rules as never),
        proofRules: format.feed.proofRules && noted(`${format.name} proof`, format.feed.proofRules as never),
        writerTimeRules: noted(`${format.name} writer`, format.feed.writerTimeRules as never),
      } as MessageFormat['feed'],
    }),
  });
  return {
    protocol: {
      ...protocol,
      textRules: noted('text', protocol.textRules as never),
      idRules: noted('id', protocol.idRules as never),
      signatures: { ...protocol.signatures, rules: noted('signature', protocol.signatures.rules as never) },
      formats: new Map([...protocol.formats].map(([name, format]) => [name, notedFormat(format)])),
    },
    take() {
      const taken = { judgements: notes, calls };
      notes = new Map();
      calls = new Map();
      return taken;
    },
  };
};

/** Whether another protocol could answer otherwise where the sound one left this trace. */
export type Touches = (trace: Trace) => boolean;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether the rules for a signature say the same of it. */
const sameBook = (a: Witness<never>, b: Witness<never>, question: SignatureQuestion): boolean =>
  a.signatures === b.signatures ||
  a.signatures.rules.every((rule, i) => {
    const before = b.signatures.rules[i];
    return rule === before || rule.check(question, { now: 0 }) === before?.check(question, { now: 0 });
  });

const sameSaid = (a: Judgement['said'], b: Judgement['said']): boolean =>
  typeof a === 'boolean' || typeof b === 'boolean'
    ? a === b
    : sameBytes(a.key, b.key) && sameBytes(a.signature, b.signature) && sameBytes(a.message, b.message);

/**
 * Compares a protocol with the sound one. Where they differ in rules alone, an answer can only be another one if some rule
 * says something else of what the sound one was asked; where they differ in what is computed, every answer can.
 */
export const touches = (other: Protocol, sound: Protocol, change: Partial<Steps> | undefined): Touches => {
  if (change !== undefined) {
    const differ = stepsDiffer(change, steps);
    return ({ calls }) => differ((name) => calls.get(name) ?? []);
  }
  if (!sameApart(other, sound, new Set(['textRules', 'idRules', 'signatures', 'formats']))) return () => true;
  const differing: [place: string, says: (judgement: Judgement) => Judgement['said']][] = [];
  let broken: string | undefined;
  const compare = (
    lists: readonly (readonly [string, readonly AnyRule[]])[],
    before: readonly (readonly [string, readonly AnyRule[]])[],
  ): boolean =>
    lists.every(([place, rules], at) => {
      const old = before[at]?.[1] ?? [];
      for (const [i, rule] of rules.entries()) {
        if (rule !== old[i])
          differing.push([`${place} ${i}`, ({ subject, context }) => rule.check(subject as never, context)]);
      }
      return rules.length === old.length;
    });
  if (!compare(ownLists(other), ownLists(sound))) return () => true;
  for (const [name, format] of other.formats) {
    const old = sound.formats.get(name) as Format;
    if (format === old) continue;
    const apart = new Set([...samePlaces, 'readText']);
    if (!sameApart(format, old, apart) || !compare(listsOf(format), listsOf(old))) return () => true;
    if (isMessageFormat(format) && !sameApart(format.feed, (old as MessageFormat).feed, sameInFeed)) return () => true;
    if (format.readText !== old.readText) broken = `${name} text `;
    for (const [i, witness] of format.asked.entries()) {
      const before = old.asked[i];
      if (witness === before) continue;
      if (before === undefined) return () => true;
      differing.push([
        `${name} asked ${i}`,
        ({ subject, context, said }) => {
          const question = witness.question(subject as never, context);
          // What the bytes of a signature are asked is a part of the answer.
          return sameBook(witness, before, said as SignatureQuestion) ? question : false;
        },
      ]);
    }
  }
  // Another reader of texts reads otherwise where a rule about texts is broken, and nowhere else.
  const readsOtherwise = (trace: Trace): boolean =>
    broken !== undefined &&
    [...trace.judgements].some(
      ([place, said]) => place.startsWith(broken as string) && said.some((each) => each.said === false),
    );
  const compared = new Map<Judgement, boolean>();
  const isOther = (judgement: Judgement, says: (judgement: Judgement) => Judgement['said']): boolean => {
    const known = compared.get(judgement);
    if (known !== undefined) return known;
    const other = !sameSaid(says(judgement), judgement.said);
    compared.set(judgement, other);
    return other;
  };
  return (trace) =>
    readsOtherwise(trace) ||
    differing.some(([place, says]) =>
      (trace.judgements.get(place) ?? []).some((judgement) => isOther(judgement, says)),
    );
};
