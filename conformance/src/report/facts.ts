import { rejectionCodes } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { originOf } from '../siblings/ids.ts';

/** What a reporter tells about a requirement. */
export type Requirement = {
  id: string;
  level: string;
  chapter: string;
  text: string;
  code?: string;
  profile?: readonly string[];
};

/** What the registry and the suite know of a rejection code. */
export type CodeFacts = {
  code: string;
  phase: string;
  meaning: string;
  /** The rules whose breach it names. */
  requirements: readonly Requirement[];
  /** The checks of which it is a right answer. */
  checks: readonly Check[];
};

/** What reporters look up, so that a failure can be explained. */
export type Lookup = {
  requirement(id: string): Requirement | undefined;
  check(id: string): Check | undefined;
  code(code: string): CodeFacts | undefined;
};

/** Finds checks by their ids; a sibling by that of the check it was made of. */
export const lookupCheck = (checks: readonly Check[]): Lookup['check'] => {
  const byId = new Map(checks.map((each) => [each.id, each]));
  return (id) => byId.get(originOf(id));
};

export const lookupIn = (requirements: readonly Requirement[], checks: readonly Check[]): Lookup => {
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const byCode = new Map<string, CodeFacts>(
    rejectionCodes.map((entry) => [
      entry.code,
      {
        ...entry,
        requirements: requirements.filter((each) => each.code === entry.code),
        get checks() {
          return checks.filter(({ expect }) => expect.reject?.codes.some((each) => each === entry.code));
        },
      },
    ]),
  );
  return { requirement: (id) => byId.get(id), check: lookupCheck(checks), code: (code) => byCode.get(code) };
};
