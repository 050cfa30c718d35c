import type { Format, Witness } from '../../format/format.ts';
import type { Statement } from '../../format/statement.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { mapPhases, type Rule } from '../../rule/rule.ts';
import type { JsonValue } from '../../value/json.ts';

/** A statement that was read from a JSON value; all formats keep it. */
export type Valued = Statement & { readonly value: JsonValue };

/** The value that is looked at in the place of another; undefined where the other will do. */
export type Change = (value: JsonValue, statement: Valued) => JsonValue | undefined;

/** How a rule goes by the changed value: besides the real one, in its place, or only together with it. */
export type Mode = 'or' | 'instead' | 'and';

/** Which rules go by it: these, or all. */
export type Which = readonly string[] | 'all';

/** The protocol with another form of one of its formats. */
export function withFormat(protocol: Protocol, name: string, change: (format: Format) => Format): Protocol {
  const formats = [...protocol.formats].map(([at, format]) => [at, at === name ? change(format) : format] as const);
  return { ...protocol, formats: new Map(formats) };
}

/** Rules of a format go by a changed value, and so do its signatures for their keys; what was signed stays. */
export const lens =
  (formatName: string, which: Which, change: Change, mode: Mode = 'or') =>
  (protocol: Protocol): Protocol =>
    withFormat(protocol, formatName, (format) => {
      const changed = (statement: Statement): Statement | undefined => {
        const value = change((statement as Valued).value, statement as Valued);
        return value === undefined ? undefined : format.read(value);
      };
      const isMeant = ({ requirement }: { readonly requirement: string }) =>
        which === 'all' || which.includes(requirement);
      return {
        ...format,
        rules: mapPhases((phase) =>
          format.rules[phase].map((rule) => (isMeant(rule) ? weakRule(rule, changed, mode) : rule)),
        ),
        asked: format.asked.map((witness) => weakWitness(witness, changed)),
      };
    });

/** A rule that goes by a changed subject too. */
export const weakRule = <Subject>(
  rule: Rule<Subject>,
  changed: (subject: Subject) => Subject | undefined,
  mode: Mode,
): Rule<Subject> => ({
  ...rule,
  check(subject, context) {
    if (mode !== 'instead') {
      const first = rule.check(subject, context);
      if (first === (mode === 'or')) return first;
    }
    return rule.check(changed(subject) ?? subject, context);
  },
});

/** A signature whose key and bytes are read from the changed statement. */
const weakWitness = (
  witness: Witness<Statement>,
  changed: (statement: Statement) => Statement | undefined,
): Witness<Statement> => ({
  ...witness,
  question(statement, context) {
    const question = witness.question(statement, context);
    const other = changed(statement);
    if (other === undefined) return question;
    const { key, signature } = witness.question(other, context);
    return { ...question, key, signature };
  },
});
