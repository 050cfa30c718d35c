import type { Question } from './check.ts';

/** What a query means that does not say otherwise. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  history: 'latest',
  deleted: false,
  order: 'path',
  reverse: false,
};

type Asked = Pick<Question, 'operation' | 'input' | 'expect' | 'cursorFrom'>;

/** The members, and the members with their values, that a question has or needs for its answer. */
const neededBy = ({ operation, input, expect, cursorFrom }: Asked): Set<string> => {
  if (operation === 'replica.open' || operation === 'session.open') return new Set(Object.keys(input));
  if (operation !== 'replica.query') return new Set();
  const query = input.query as Readonly<Record<string, unknown>>;
  const pages = cursorFrom !== undefined || expect.ok?.next === true;
  const needed = new Set([...Object.keys(query), ...(pages ? ['cursor'] : [])]);
  for (const [member, value] of Object.entries({ ...DEFAULTS, ...query })) needed.add(`${member}=${value}`);
  return needed;
};

/**
 * The first member or value that a question has, or needs for its answer, of those that a subject lacks: `filter` of `replica.open`;
 * of a query `cursor`, or `order=time`. Who has no cursors cannot say that records are left over either.
 */
export const lackIn = (question: Asked, lacks: readonly string[]): string | undefined => {
  if (lacks.length === 0) return undefined;
  const needed = neededBy(question);
  return lacks.find((lack) => needed.has(lack));
};
