import type { SubsetProof, Successor } from '../../feed/feed-format.ts';
import { isMessageFormat } from '../../format/format.ts';
import type { Message } from '../../format/message.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import { type Context, mapPhases, type Rule } from '../../rule/rule.ts';
import { type Mode, withFormat } from './lens.ts';

/** What a rule about some subject says instead, or besides. */
export type Says<Subject> = (subject: Subject, context: Context) => boolean;

/** A rule with another judgement besides its own, or in its place. */
export const judgedBy = <Subject>(rule: Rule<Subject>, says: Says<Subject>, mode: Mode): Rule<Subject> => ({
  ...rule,
  check: (subject, context) =>
    mode === 'instead'
      ? says(subject, context)
      : mode === 'or'
        ? rule.check(subject, context) || says(subject, context)
        : rule.check(subject, context) && says(subject, context),
});

const among = <Subject>(
  rules: readonly Rule<Subject>[],
  requirement: string,
  change: (rule: Rule<Subject>) => Rule<Subject>,
) => rules.map((rule) => (rule.requirement === requirement ? change(rule) : rule));

/** Another judgement of one rule of a format, about what it sees of a statement. */
export const rule =
  <Seen>(format: string, requirement: string, says: Says<Seen>, mode: Mode = 'or') =>
  (protocol: Protocol): Protocol =>
    withFormat(protocol, format, (found) => ({
      ...found,
      rules: mapPhases((phase) =>
        among(found.rules[phase], requirement, (each) => judgedBy(each, says as unknown as Says<unknown>, mode)),
      ),
    }));

/** Another judgement of one rule of the phase *feed*, about a message and those before it. */
export const feedRule =
  (format: string, requirement: string, says: Says<Successor<Message>>, mode: Mode = 'or') =>
  (protocol: Protocol): Protocol =>
    withFormat(protocol, format, (found) =>
      isMessageFormat(found)
        ? ({
            ...found,
            feed: { ...found.feed, rules: among(found.feed.rules, requirement, (each) => judgedBy(each, says, mode)) },
          } as typeof found)
        : found,
    );

/** Another judgement of one rule about subset proofs. */
export const proofRule =
  (format: string, requirement: string, says: Says<SubsetProof<Message>>, mode: Mode = 'or') =>
  (protocol: Protocol): Protocol =>
    withFormat(protocol, format, (found) =>
      isMessageFormat(found) && found.feed.proofRules !== undefined
        ? ({
            ...found,
            feed: {
              ...found.feed,
              proofRules: among(found.feed.proofRules, requirement, (each) => judgedBy(each, says, mode)),
            },
          } as typeof found)
        : found,
    );
