import type { Check } from '../checks/check.ts';

/** What a reporter tells about a requirement. */
export type Requirement = { id: string; level: string; chapter: string; text: string; code?: string };

/** What reporters look up, so that a failure can be explained. */
export type Lookup = {
  requirement(id: string): Requirement | undefined;
  check(id: string): Check | undefined;
};

export const lookupIn = (requirements: readonly Requirement[], checks: readonly Check[]): Lookup => {
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const checkById = new Map(checks.map((each) => [each.id, each]));
  return { requirement: (id) => byId.get(id), check: (id) => checkById.get(id) };
};
