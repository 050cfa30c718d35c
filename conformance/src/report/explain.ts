import type { CheckResult } from '@rockpool/schemas';
import { abbreviate } from './abbreviate.ts';
import { type Cause, codeOf, formatOf, isForeign } from './causes.ts';
import { firstDifference } from './difference.ts';
import type { Lookup, Requirement } from './facts.ts';
import { rulesByCode } from './named-rules.ts';
import type { Paint } from './paint.ts';
import { briefRecords } from './records.ts';

type Kind = NonNullable<CheckResult['failure']>;

const KIND: Readonly<Record<Kind, string>> = {
  'wrong-value': 'the value is wrong',
  'accepted-invalid': 'accepted what must be refused',
  'rejected-valid': 'refused what must be accepted',
  'wrong-code': 'refused for another reason than the right one',
  'wrong-outcome': 'another kind of answer than the right one',
  'adapter-error': 'answered with an error of its own',
  crash: 'died',
  hang: 'did not answer',
  'protocol-violation': 'broke the subject protocol',
  'claim-broken': 'claims what it does not have',
  nondeterministic: 'answered the same question differently',
};

/** What went wrong, in a few words. */
export const failureWords = (kind: CheckResult['failure']): string => (kind ? KIND[kind] : 'failed');

/** So many sentences are quoted; the others are named. */
const MAX_SENTENCES = 4;
const MAX_NAMED = 5;
const WIDTH = 12;

export type Line = readonly [name: string, text: string];

/** A name and what it stands for, in two columns. */
export const fieldLine = ([name, text]: Line, paint: Paint): string =>
  `    ${paint.dim(name.padEnd(WIDTH))}${text.replaceAll('\n', `\n${' '.repeat(WIDTH + 4)}`)}`;

const sentence = ({ id, text, chapter }: Requirement): Line => [id, `${text} (${chapter}.md)`];

const quoted = (ids: readonly string[], lookup: Lookup): Line[] => {
  const found = ids.flatMap((id) => lookup.requirement(id) ?? []);
  const rest = found.slice(MAX_SENTENCES);
  return [
    ...found.slice(0, MAX_SENTENCES).map(sentence),
    ...(rest.length === 0 ? [] : [['also', rest.map(({ id }) => id).join(', ')] as const]),
  ];
};

/** What a false refusal says by its code: the rules that it names, and whether it is ever right there. */
const aboutCode = (result: CheckResult, lookup: Lookup): Line[] => {
  const { operation, input, got, failure } = result;
  const code = codeOf(got);
  if (code === undefined) return [];
  if (isForeign(got))
    return [['code', `${code} is no code of the specification; for a library that has its own there is --code-map`]];
  const found = failure === 'rejected-valid' ? lookup.code(code) : undefined;
  if (!found) return [];
  const { meaning, phase, checks } = found;
  const format = formatOf(input);
  const expected = checks.some((each) => each.operation === operation && formatOf(each.input) === format);
  const where = format === undefined ? operation : `${operation} of ${format}`;
  return [
    ['code', `${code}: ${meaning} (phase ${phase})`],
    ...quoted(
      rulesByCode(result, lookup).map(({ id }) => id),
      lookup,
    ),
    ...(expected ? [] : [['never', `no check of ${where} expects this code`] as const]),
  ];
};

const titled = (id: string, lookup: Lookup): string => {
  const title = lookup.check(id)?.title;
  return title === undefined ? id : `${id} (${title})`;
};

/** What was asked; what a run saw of the conversation carries its method with it, where it has one. */
const question = ({ profile, operation, input }: CheckResult, whole: unknown): string => {
  if (profile !== 'subject') return `${operation} ${abbreviate(whole)}`;
  const { method, params } = input as { method?: unknown; params?: unknown };
  return typeof method === 'string' ? `${method} ${abbreviate(briefRecords(params))}` : abbreviate(whole);
};

const place = ({ failure, expected, got }: CheckResult): string | undefined => {
  if (failure !== 'wrong-value' || (got as { ok?: unknown } | undefined)?.ok === undefined) return undefined;
  const found = firstDifference(expected, got);
  if (!found) return undefined;
  const tell = (value: unknown): string => (value === undefined ? 'nothing' : abbreviate(briefRecords(value)));
  return `${found.path}: expected ${tell(found.expected)}, got ${tell(found.got)}`;
};

/** A cause by its smallest example: which sentence, by which input, what was expected, what came, and where else. */
export const explainCause = ({ smallest: result, others }: Cause, lookup: Lookup, paint: Paint): string[] => {
  const { id, failure, title, requirements, input, expected, got, detail } = result;
  const check = lookup.check(id);
  const code = failure === 'rejected-valid' || failure === 'wrong-code' ? aboutCode(result, lookup) : [];
  const withCode = failure === 'rejected-valid' && codeOf(got) !== undefined ? ` (${codeOf(got)})` : '';
  const count = others.length === 0 ? '' : `, ${others.length + 1} times`;
  const lines = [`  ${paint.bad('✗')} ${paint.bold(id)}  ${failureWords(failure)}${withCode}${count}`];
  const add = (...line: Line): number => lines.push(fieldLine(line, paint));
  const short = input === undefined ? undefined : briefRecords(input);
  if (title) add('about', title);
  for (const line of code) add(...line);
  if (code.length > 1) add('tested', requirements.join(', '));
  else for (const line of quoted(requirements, lookup)) add(...line);
  if (check?.parent !== undefined) {
    const by = check.defect === undefined || check.defect === title ? '' : `: ${check.defect}`;
    add('differs', `from ${titled(check.parent, lookup)}${by}`);
  }
  if (short !== undefined) add('input', question(result, short));
  if (expected !== undefined) add('expected', abbreviate(briefRecords(expected)));
  if (got !== undefined) add('got', abbreviate(briefRecords(got)));
  const where = place(result);
  if (where !== undefined) add('where', where);
  if (detail) add('detail', detail);
  if (others.length > 0) {
    const named = others.slice(0, MAX_NAMED).map((other) => other.id);
    const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : '';
    lines.push(paint.dim(fieldLine(['likewise', `${named.join(', ')}${more}`], paint)));
  }
  const cut = [input, expected].some((each) => abbreviate(briefRecords(each)) !== (JSON.stringify(each) ?? ''));
  if (check && cut) add('in full', `rockpool-conformance show ${id}`);
  return lines;
};
