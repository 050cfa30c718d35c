import type { Question } from './check.ts';

/** What a query means that does not say otherwise. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  history: 'latest',
  deleted: false,
  order: 'path',
  reverse: false,
};

/**
 * The first member or value that a query has, or needs for its answer, of those that a subject lacks: `cursor`, or `order=time`.
 * Who has no cursors cannot say that records are left over either.
 */
export const lackIn = (
  { operation, input, expect, cursorFrom }: Pick<Question, 'operation' | 'input' | 'expect' | 'cursorFrom'>,
  lacks: readonly string[],
): string | undefined => {
  if (operation !== 'replica.query') return undefined;
  const query = input.query as Readonly<Record<string, unknown>>;
  const pages = cursorFrom !== undefined || expect.ok?.next === true;
  const needed = new Set([...Object.keys(query), ...(pages ? ['cursor'] : [])]);
  for (const [member, value] of Object.entries({ ...DEFAULTS, ...query })) needed.add(`${member}=${value}`);
  return lacks.find((lack) => needed.has(lack));
};
