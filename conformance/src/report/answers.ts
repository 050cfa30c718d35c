import { type CheckResult, rejectionCodes } from '@rockpool/schemas';
import { visible } from './visible.ts';

/** What says why: of one code, or where it is expected of any of several. */
type Refusal = { code?: unknown; codes?: readonly string[] };

/** The code of a refusal as it may be shown, where a subject refused in the right form; of a session, that with which it ends. */
export const codeOf = (got: unknown): string | undefined => {
  const { reject, ok } = (got ?? {}) as { reject?: Refusal; ok?: { error?: Refusal } };
  const code = reject?.code ?? ok?.error?.code;
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
export const rightCodes = ({ expected }: CheckResult): readonly string[] => {
  const { reject, ok } = (expected ?? {}) as { reject?: Refusal; ok?: { error?: Refusal } };
  const code = ok?.error?.code;
  return reject?.codes ?? ok?.error?.codes ?? (typeof code === 'string' ? [code] : []);
};
