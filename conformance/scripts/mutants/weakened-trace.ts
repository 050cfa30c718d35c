import { type Format, isMessageFormat, type MessageFormat, type Witness } from '../../../reference/src/format/format.ts';
import type { Protocol } from '../../../reference/src/protocol/protocol.ts';
import { type CheckPhase, type Context, mapPhases, type Rule } from '../../../reference/src/rule/rule.ts';
import type { SignatureQuestion } from '../../../reference/src/signature/question.ts';

/** One judgement of one rule: what it was asked, and what it said. */
interface Judgement {
  readonly subject: unknown;
  readonly context: Context;
  readonly said: boolean | SignatureQuestion;
}

/** What the rules of a protocol, each told by its place, said in one answer. */
export type Trace = ReadonlyMap<string, readonly Judgement[]>;

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

/** A protocol that notes what its rules say. */
export const tracing = (protocol: Protocol): { protocol: Protocol; take(): Trace } => {
  let notes = new Map<string, Judgement[]>();
  const note = (place: string, judgement: Judgement): void => {
    const before = notes.get(place);
    if (before === undefined) notes.set(place, [judgement]);
    else before.push(judgement);
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
      const taken = notes;
      notes = new Map();
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
export const touches = (other: Protocol, sound: Protocol): Touches => {
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
    [...trace].some(([place, said]) => place.startsWith(broken as string) && said.some((each) => each.said === false));
  return (trace) =>
    readsOtherwise(trace) ||
    differing.some(([place, says]) =>
      (trace.get(place) ?? []).some((judgement) => !sameSaid(says(judgement), judgement.said)),
    );
};
