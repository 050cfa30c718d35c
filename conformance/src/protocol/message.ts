import { type SubjectResponse, validateSubjectResponse } from '@rockpool/schemas';

/** Version of the subject protocol. */
export const PROTOCOL = 1;

/** A method that the subject does not have [SUB-3]. */
export const METHOD_NOT_FOUND = -32601;

/** One request as a line without its line feed; `params` is JSON text already, so that nothing is serialised twice. */
export const encodeRequest = (id: string, method: string, params: string): string =>
  `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"method":${JSON.stringify(method)},"params":${params}}`;

export type Reply = (
  | { kind: 'result'; result: Readonly<Record<string, unknown>> }
  | { kind: 'error'; code: number; message: string }
) & {
  /** Of a schedule, the replies to the steps before; nothing where the process was ended. Fewer than there are steps where it went no further. */
  before?: readonly (Reply | undefined)[];
};

export type Parsed = { ok: true; id: string; reply: Reply } | { ok: false; why: string };

/** How much of a wrong line is quoted, in characters. */
const QUOTED = 200;

export const quote = (text: string): string =>
  JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}… (${text.length} characters)` : text);

/** Twice as deep as the deepest classic message; what compares and prints answers may call itself so often. */
export const MAX_DEPTH = 128;

const deeperThan = (value: unknown, limit: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (limit === 0 || Object.values(value).some((member) => deeperThan(member, limit - 1)));

/** Reads one line of a subject as a response [SUB-1]. */
export const parseResponse = (line: string): Parsed => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, why: `${quote(line)} is not JSON; does something write its log to standard output?` };
  }
  // A line too short for so many brackets need not be walked through.
  if (line.length > 2 * MAX_DEPTH && deeperThan(value, MAX_DEPTH))
    return { ok: false, why: `${quote(line)} is nested deeper than ${MAX_DEPTH}` };
  if (!validateSubjectResponse(value)) {
    const violation = (validateSubjectResponse as { errors?: { instancePath: string; message?: string }[] | null })
      .errors?.[0];
    const where = violation ? `: ${violation.instancePath || 'it'} ${violation.message ?? 'is wrong'}` : '';
    return { ok: false, why: `${quote(line)} is no response of JSON-RPC 2.0${where}` };
  }
  const { id, result, error } = value as SubjectResponse;
  if (error) return { ok: true, id, reply: { kind: 'error', code: error.code, message: error.message } };
  return { ok: true, id, reply: { kind: 'result', result: result ?? {} } };
};
