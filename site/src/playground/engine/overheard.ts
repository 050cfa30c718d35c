import type { Format, Protocol, RuleHead } from '@rockpool/reference';
import type { Rule } from '../../../../reference/src/rule/rule.ts';
import { mapPhases } from '../../../../reference/src/rule/rule.ts';
import type { SignatureRulebook } from '../../../../reference/src/signature/check.ts';

/** Who is told of each rule that is asked about something, and whether it was kept; of a signature that is known later. */
export type Note = (rule: RuleHead, isKept: boolean | undefined) => void;

const noted =
  (note: Note) =>
  <Subject>(rule: Rule<Subject>): Rule<Subject> => ({
    ...rule,
    check: (subject, context) => {
      const isKept = rule.check(subject, context);
      note(rule, isKept);
      return isKept;
    },
  });

const rulebookOf = (book: SignatureRulebook, note: Note): SignatureRulebook => ({
  ...book,
  rules: book.rules.map(noted(note)),
});

const formatOf = (format: Format, note: Note): Format => ({
  ...format,
  textRules: format.textRules.map(noted(note)),
  rules: mapPhases((phase) => format.rules[phase].map(noted(note))),
  asked: format.asked.map((witness) => ({
    ...witness,
    signatures: rulebookOf(witness.signatures, note),
    question: (statement, context) => {
      note(witness, undefined);
      return witness.question(statement, context);
    },
  })),
});

/** The same protocol. Whatever rule it asks about messages and records, somebody hears of it. */
export const overheard = (protocol: Protocol, note: Note): Protocol => {
  const { text, shape, turn, hello, auth, open, ranges } = protocol.syncRules;
  const heard = noted(note);
  return {
    ...protocol,
    syncRules: {
      text: text.map(heard),
      shape: shape.map(heard),
      turn: turn.map(heard),
      hello: hello.map(heard),
      auth,
      open: open.map(heard),
      ranges: ranges.map(heard),
    },
    formats: new Map([...protocol.formats].map(([name, format]) => [name, formatOf(format, note)])),
  };
};
