import { equalJson, equalSets } from '../verdict/equal.ts';

/** Two valid signatures may differ, so other differences are told first. */
const WITNESSES = ['signature', 'shareSignature'];

type Loose = Record<string, unknown>;

export type Difference = { path: string; expected: unknown; got: unknown };

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/**
 * The first place where an answer is another one than was expected, as a JSON Pointer. Members that are not expected are
 * not looked at, because a subject may add some.
 */
export const firstDifference = (expected: unknown, got: unknown, path = ''): Difference | undefined => {
  if (equalJson(expected, got) || (path.endsWith('/deleted') && equalSets(expected, got))) return undefined;
  if (!isObject(expected) || !isObject(got) || Array.isArray(expected) !== Array.isArray(got))
    return { path, expected, got };
  for (const name of Object.keys(expected)) {
    if (WITNESSES.includes(name)) continue;
    const found = firstDifference(expected[name], got[name], `${path}/${name}`);
    if (found) return found;
  }
  return Array.isArray(got) && Array.isArray(expected) && got.length > expected.length
    ? { path: `${path}/${expected.length}`, expected: undefined, got: got[expected.length] }
    : undefined;
};
