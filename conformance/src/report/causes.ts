import { type CheckResult, rejectionCodes } from '@rockpool/schemas';

/** Failures that look like one cause; `smallest` is the one with the shortest input. */
export type Cause = { smallest: CheckResult; others: readonly CheckResult[] };

/** The code of a refusal, where a subject refused in the right form. */
export const codeOf = (got: unknown): string | undefined => {
  const code = (got as { reject?: { code?: unknown } } | undefined)?.reject?.code;
  return typeof code === 'string' ? code : undefined;
};

const CODES = new Set<string>(rejectionCodes.map(({ code }) => code));

/** A refusal with a code that the specification does not have. */
export const isForeign = (got: unknown): boolean => !CODES.has(codeOf(got) ?? '');

/** The format that a question is about, where it is about one. */
export const formatOf = (input: unknown): string | undefined => {
  const { format, records } = (input ?? {}) as { format?: unknown; records?: unknown };
  const of = format ?? (Array.isArray(records) ? records[0]?.format : undefined);
  return typeof of === 'string' ? of : undefined;
};

/** Without the numbers, which differ from one question to the next. */
const alike = (text: unknown): string => String(text ?? '').replace(/\d+/g, '#');

/** Without what it quotes. */
const unquoted = (text: string | undefined): string => alike(text).replace(/"(?:[^"\\]|\\.)*"/g, '""');

/**
 * What failures of one cause have in common. A refusal of what is right comes from a rule of the subject's own, which its
 * code names better than the requirements of the check do; an error of the subject's own is told by its message.
 */
const keyOf = ({ failure, profile, operation, requirements, input, expected, got, detail }: CheckResult): string => {
  const where = `${failure} ${operation} ${formatOf(input) ?? ''}`;
  switch (failure) {
    case 'crash':
    case 'hang':
    case 'claim-broken':
      return `${failure} ${operation} ${profile}`;
    case 'rejected-valid':
      return `${where} ${codeOf(got)}`;
    case 'wrong-code':
      return isForeign(got) ? `${failure} foreign` : `${where} ${codeOf(got)} ${JSON.stringify(expected)}`;
    case 'adapter-error':
      return `${where} ${alike((got as { error?: { message?: unknown } } | undefined)?.error?.message)}`;
    case 'protocol-violation':
      return profile === 'subject' ? `${where} ${requirements.join(' ')}` : `${where} ${unquoted(detail)}`;
    default:
      return `${failure} ${profile} ${requirements.join(' ')}`;
  }
};

const size = ({ input }: CheckResult): number => JSON.stringify(input ?? '').length;

/** Failures by cause, in the order of the first of each. */
export const causesOf = (failures: readonly CheckResult[]): Cause[] =>
  Object.values(Object.groupBy(failures, keyOf)).flatMap((group = []) => {
    const [smallest, ...others] = group.toSorted((left, right) => size(left) - size(right));
    return smallest ? [{ smallest, others }] : [];
  });
