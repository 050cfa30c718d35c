import type { CheckResult } from '@rockpool/schemas';
import { isSibling } from '../siblings/ids.ts';
import { inWordsOf } from '../verdict/replica.ts';
import { isAboutSession } from '../verdict/session.ts';
import { abbreviate } from './abbreviate.ts';
import type { Cause } from './alike.ts';
import { codeOf, formatOf, isErrorForRefusal, isForeign, rightCodes } from './answers.ts';
import { sentencesOf } from './causes.ts';
import { firstDifference } from './difference.ts';
import type { Lookup, Requirement } from './facts.ts';
import {
  CODE_HINTS,
  ERROR_FOR_REFUSAL,
  ERROR_FOR_REFUSAL_IN_SESSION,
  KIND_HINTS,
  REFUSED_ROOM,
  STRICT_HINTS,
} from './hints.ts';
import type { Paint } from './paint.ts';
import { briefRecords } from './records.ts';
import { cursorWords, stepLines } from './steps.ts';
import { isPassedOver } from './suspects.ts';

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
  slow: 'needs more and more time',
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

const meaningOf = (code: string, lookup: Lookup): string => {
  const found = lookup.code(code);
  return found === undefined ? code : `${code}: ${found.meaning} (phase ${found.phase})`;
};

/** Of a false refusal: what its code means, and whether it is ever right there. */
const aboutFalse = (result: CheckResult, lookup: Lookup): Line[] => {
  const { operation, input, got } = result;
  const code = codeOf(got) ?? '';
  const found = lookup.code(code);
  if (!found) return [];
  const { checks } = found;
  const format = formatOf(input);
  const expected = checks.some((each) => each.operation === operation && formatOf(each.input) === format);
  const where = format === undefined ? operation : `${operation} of ${format}`;
  return [
    ['code', meaningOf(code, lookup)],
    ...(expected ? [] : [['never', `no check of ${where} expects this code`] as const]),
  ];
};

/** What is said of the codes: of one that is foreign, of the one that came, of the right one; nothing where any will do. */
const aboutCodes = (result: CheckResult, lookup: Lookup, anyRefusal: boolean): Line[] => {
  const { failure, got } = result;
  const came = codeOf(got);
  if (came !== undefined && isForeign(got))
    return [['code', `${came} is no code of the specification; for a library that has its own there is --code-map`]];
  if (failure === 'rejected-valid') return aboutFalse(result, lookup);
  const right = anyRefusal ? [] : rightCodes(result).map((code): Line => ['right', meaningOf(code, lookup)]);
  if (failure === 'accepted-invalid') return right;
  return failure === 'wrong-code' && came !== undefined ? [...right, ['came', meaningOf(came, lookup)]] : [];
};

/** Where a later phase spoke before the right one, that may be all that is wrong. */
const hintOnOrder = (result: CheckResult, lookup: Lookup): string => {
  const [right, came] = [rightCodes(result)[0], codeOf(result.got)].map((code) => lookup.code(code ?? '')?.phase);
  return result.failure === 'wrong-code' && isPassedOver(result) && right !== came
    ? `the phase ${came} is looked at before the phase ${right}; or `
    : '';
};

/** What usually causes such a failure, in a sentence. */
const hintOn = (result: CheckResult, lookup: Lookup): string | undefined => {
  const hint = usualHint(result);
  return hint && `${hintOnOrder(result, lookup)}${hint}`;
};

const usualHint = (result: CheckResult): string | undefined => {
  const { failure, got, operation } = result;
  if (isErrorForRefusal(result))
    return operation === 'session.receive' ? ERROR_FOR_REFUSAL_IN_SESSION : ERROR_FOR_REFUSAL;
  const codes: Readonly<Record<string, string>> = CODE_HINTS;
  const strict: Readonly<Record<string, string>> = { ...CODE_HINTS, ...STRICT_HINTS };
  switch (failure) {
    case 'rejected-valid':
      return strict[codeOf(got) ?? ''];
    case 'accepted-invalid':
    case 'wrong-code':
      return isForeign(got) && failure === 'wrong-code' && rightCodes(result).length > 0
        ? undefined
        : codes[rightCodes(result)[0] ?? codeOfOutcomes(result) ?? ''];
    case 'wrong-value':
      return isRefusedRoom(result) ? REFUSED_ROOM : codes[codeOfOutcomes(result) ?? ''];
    default:
      return failure && KIND_HINTS[failure];
  }
};

/** Whether a replica says of a held record that there is no room for it, and there is. */
const isRefusedRoom = ({ operation, expected, got }: CheckResult): boolean => {
  if (operation !== 'replica.ingest') return false;
  type Answer = { ok?: { outcomes?: readonly { held?: object; ignored?: { reason?: string } }[] } } | undefined;
  const came = (got as Answer)?.ok?.outcomes;
  return ((expected as Answer)?.ok?.outcomes ?? []).some(
    ({ held }, at) => held !== undefined && came?.[at]?.ignored?.reason === 'quota',
  );
};

/** Of what a replica said of its records, the code of the first that it had to refuse and did not, or for another reason. */
const codeOfOutcomes = ({ operation, expected, got }: CheckResult): string | undefined => {
  if (operation !== 'replica.ingest') return undefined;
  type Answer =
    | { ok?: { outcomes?: readonly { rejected?: { code?: string; codes?: readonly string[] } }[] } }
    | undefined;
  const came = (inWordsOf(expected, got) as Answer)?.ok?.outcomes;
  return (expected as Answer)?.ok?.outcomes?.find(
    ({ rejected }, at) => rejected !== undefined && came?.[at]?.rejected?.codes === undefined,
  )?.rejected?.codes?.[0];
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

const place = ({ operation, failure, expected, got }: CheckResult): string | undefined => {
  // What a session sends is compared by what it says; detail tells where that differs.
  if (isAboutSession(operation ?? '')) return undefined;
  if (failure !== 'wrong-value' || (got as { ok?: unknown } | undefined)?.ok === undefined) return undefined;
  const found = firstDifference(expected, inWordsOf(expected, got));
  if (!found) return undefined;
  // Expected is whether there is a cursor; any text is right.
  if (operation === 'replica.query' && found.path === '/ok/next')
    return `/ok/next: expected ${nextWords(found.expected)}, got ${found.got === true ? 'a next' : 'no next'}`;
  const tell = (value: unknown): string => (value === undefined ? 'nothing' : abbreviate(briefRecords(value)));
  return `${found.path}: expected ${tell(found.expected)}, got ${tell(found.got)}`;
};

/** The sentences of a cause, and what else its example tests. */
const aboutSentences = (cause: Cause, lookup: Lookup): Line[] => {
  const told = sentencesOf(cause);
  const tested = cause.smallest.requirements.filter((id) => !told.includes(id));
  return [...quoted(told, lookup), ...(tested.length === 0 ? [] : [['tested', tested.join(', ')] as const])];
};

const nextWords = (isThere: unknown): string => (isThere === true ? 'a next of any text' : 'no next');

const expectedWords = ({ operation, expected }: CheckResult, anyRefusal: boolean): string => {
  const { ok, reject } = expected as { ok?: { next?: unknown }; reject?: unknown };
  if (anyRefusal && reject !== undefined) return 'a refusal, whatever its code';
  if (operation !== 'replica.query' || ok?.next === undefined) return abbreviate(briefRecords(expected));
  const { next, ...rest } = ok;
  return `${abbreviate(briefRecords({ ok: rest }))}, and ${nextWords(next)}`;
};

/**
 * A cause by its smallest example: which sentence, by which input, what was expected, what came, and where else.
 * `anyRefusal` says of which profiles codes are not compared.
 */
export const explainCause = (
  cause: Cause,
  lookup: Lookup,
  paint: Paint,
  anyRefusal: (profile: string) => boolean = () => false,
): string[] => {
  const { smallest: result, others } = cause;
  const { id, failure, title, input, expected, got, detail } = result;
  const check = lookup.check(id);
  const any = anyRefusal(result.profile);
  const withCode = failure === 'rejected-valid' && codeOf(got) !== undefined ? ` (${codeOf(got)})` : '';
  const count = others.length === 0 ? '' : `, ${others.length + 1} times`;
  const lines = [`  ${paint.bad('✗')} ${paint.bold(id)}  ${failureWords(failure)}${withCode}${count}`];
  const add = (...line: Line): number => lines.push(fieldLine(line, paint));
  const short = input === undefined ? undefined : briefRecords(input);
  if (title) add('about', title);
  for (const line of [...aboutCodes(result, lookup, any), ...aboutSentences(cause, lookup)]) add(...line);
  if (check?.parent !== undefined) {
    const by = check.defect === undefined || title?.endsWith(`: ${check.defect}`) ? '' : `: ${check.defect}`;
    add('differs', `from ${titled(check.parent, lookup)}${by}`);
  }
  if (result.steps?.length) add('before', stepLines(result.steps).join('\n'));
  if (short !== undefined) add('input', `${question(result, short)}${cursorWords(result)}`);
  if (expected !== undefined) add('expected', expectedWords(result, any));
  if (got !== undefined) add('got', abbreviate(briefRecords(got)));
  const where = place(result);
  if (where !== undefined) add('where', where);
  if (detail) add('detail', detail);
  const hint = hintOn(result, lookup);
  if (hint !== undefined) add('hint', hint);
  if (others.length > 0) {
    const named = others.slice(0, MAX_NAMED).map((other) => other.id);
    const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : '';
    lines.push(paint.dim(fieldLine(['likewise', `${named.join(', ')}${more}`], paint)));
  }
  const cut = [input, expected, result.steps].some(
    (each) => abbreviate(briefRecords(each)) !== (JSON.stringify(each) ?? ''),
  );
  if (check && cut) add('in full', `rockpool-conformance show ${id}${isSibling(id) ? ' --seed <of this run>' : ''}`);
  return lines;
};
