/** What stands for an infinite number until the text is written; no value of the suite has such a string. */
const MARK = '\u0000infinite';
const INFINITE = JSON.stringify(MARK);
const MINUS_INFINITE = JSON.stringify(`-${MARK}`);

const marked = (_: string, value: unknown): unknown => {
  if (value === Number.POSITIVE_INFINITY) return MARK;
  return value === Number.NEGATIVE_INFINITY ? `-${MARK}` : value;
};

/**
 * The JSON text of a value, indented by so many blanks. JSON can say numbers that no double holds; they are read as infinite
 * and written as 1e400 again, where JSON.stringify writes null.
 */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, marked, indent).replaceAll(MINUS_INFINITE, '-1e400').replaceAll(INFINITE, '1e400');
