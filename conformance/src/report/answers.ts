import { type CheckResult, rejectionCodes } from '@rockpool/schemas';
import { visible } from './visible.ts';

/** The code of a refusal as it may be shown, where a subject refused in the right form. */
export const codeOf = (got: unknown): string | undefined => {
  const code = (got as { reject?: { code?: unknown } } | undefined)?.reject?.code;
  return typeof code === 'string' ? visible(code) : undefined;
};

const CODES = new Set<string>(rejectionCodes.map(({ code }) => code));

/** A refusal with a code that the specification does not have. */
export const isForeign = (got: unknown): boolean => !CODES.has(codeOf(got) ?? '');

/** An error of JSON-RPC in the place of a refusal. */
export const isErrorForRefusal = (result: CheckResult): boolean =>
  result.failure === 'adapter-error' && rightCodes(result).length > 0;

/** The format that a question is about, where it is about one. */
export const formatOf = (input: unknown): string | undefined => {
  const { format, records } = (input ?? {}) as { format?: unknown; records?: unknown };
  const of = format ?? (Array.isArray(records) ? records[0]?.format : undefined);
  return typeof of === 'string' ? of : undefined;
};

/** The codes of which one was right. */
export const rightCodes = ({ expected }: CheckResult): readonly string[] =>
  (expected as { reject?: { codes?: readonly string[] } } | undefined)?.reject?.codes ?? [];
