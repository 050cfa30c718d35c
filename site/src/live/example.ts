import { expand } from '@rockpool/conformance';
import { createProtocol, formatOf, type RuleHead } from '@rockpool/reference';
import published from '@rockpool/vectors/v1/keys.json' with { type: 'json' };
import { addressOf, type Check, requirementOf } from '../facts/index.ts';
import type { NamedKey } from '../inspector/found/who.ts';
import { judgeRecord, type Live } from './judge-record.ts';

/** A requirement as far as a verdict tells of it. */
export type Told = { readonly text: string; readonly href: string };

/** One change that breaks an example. */
export type Break = { readonly label: string; readonly from: string; readonly to: string };

/** A vector that can be edited in a page. */
export type Example = {
  readonly id: string;
  readonly title: string;
  readonly format: string;
  readonly now: number;
  /** Whom the example can name. */
  readonly keys: readonly NamedKey[];
  readonly text: string;
  readonly verdict: Live;
  /** By id: every requirement that a verdict on a text of this format can name. */
  readonly told: Readonly<Record<string, Told>>;
  readonly breaks: readonly Break[];
};

const protocol = createProtocol();

const keys: readonly NamedKey[] = published.keys.map(({ name, keyHex }) => ({ name, keyHex }));

const namedBy = (name: string): string[] => {
  const format = formatOf(protocol, name);
  const { signatures } = protocol;
  const rules: RuleHead[] = Object.values(format.rules).flat();
  const heads: RuleHead[] = [...format.textRules, ...rules, ...format.asked, ...signatures.rules];
  if (signatures.equation !== undefined) heads.push(signatures.equation);
  return [...new Set(heads.map(({ requirement }) => requirement))];
};

/** Whether a vector is a question about one text. */
export const isExample = ({ operation, input }: Check): boolean =>
  operation === 'record.verify' && input.text !== undefined && input.hmac === undefined;

/**
 * An accepted vector to be edited, one member a line. `base` stands before every address. Throws `RangeError` where the
 * reference does not accept it, or accepts it after one of `breaks`.
 */
export const exampleOf = (vector: Check, base: string, breaks: readonly Break[] = []): Example => {
  const { text, format, now } = expand(vector.input) as { text: string; format: string; now: number };
  const spread = JSON.stringify(JSON.parse(text), null, 2);
  const verdict = judgeRecord(spread, { format, now });
  if (verdict.outcome !== 'accepted') throw new RangeError(`${vector.id} is not accepted`);
  for (const { label, from, to } of breaks)
    if (judgeRecord(spread.replace(from, to), { format, now }).outcome !== 'rejected')
      throw new RangeError(`"${label}" does not break ${vector.id}`);
  const told = namedBy(format).map((id) => [id, { text: requirementOf(id)?.text ?? '', href: base + addressOf(id) }]);
  return {
    id: vector.id,
    title: vector.title,
    format,
    now,
    keys,
    text: spread,
    verdict,
    told: Object.fromEntries(told),
    breaks,
  };
};
