import type { ProfileName } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { expand } from '../checks/expand.ts';
import { answerTo } from '../forge/answer.ts';
import { type Random, seededRandom } from '../run/random.ts';
import { equalJson, equalSets } from '../verdict/equal.ts';
import { isAboutSession } from '../verdict/session.ts';
import { SIBLING } from './ids.ts';
import { otherQuestion, type Params } from './questions.ts';
import { type KeyPair, keyPool } from './renaming.ts';
import { siblingSchedule } from './schedules.ts';

/** What is longer takes longer than its share of a run, in characters of JSON. */
const LONGEST = 400_000;

/** The first keep the times, or the contents too, where the others change what the check is about. */
const ATTEMPTS = [
  { shifted: true, salted: true },
  { shifted: true, salted: true },
  { shifted: true, salted: true },
  { shifted: false, salted: true },
  { shifted: true, salted: false },
  { shifted: false, salted: false },
];

/** A number that only these two decide. */
const seedOf = (seed: number, id: string): number => {
  let mixed = seed | 0;
  for (let at = 0; at < id.length; at += 1) mixed = Math.imul(mixed ^ id.charCodeAt(at), 0x01000193);
  return mixed >>> 0;
};

/** Whether an answer says the same as the one to the check: the outcome, and of a refusal the codes and the rules broken. */
const alike = (check: Check, { expect, broken }: ReturnType<typeof answerTo>): boolean => {
  const was = check.expect;
  if (expect.reject !== undefined)
    return (
      equalSets(expect.reject.codes, was.reject?.codes) && broken.every((rule) => check.requirements.includes(rule))
    );
  return expect.held === undefined ? was.ok !== undefined : equalJson(expect.held, was.held);
};

const SESSION =
  'what a session sends depends on keys and nonces to the byte, so that no renaming of it is known to ask the same; its laws make fresh ones';

/** Why no sibling is ever made of a check, where that is so. */
export const whyNoSibling = ({ operation, steps = [] }: Check): string | undefined =>
  [{ operation }, ...steps].some((step) => 'operation' in step && isAboutSession(step.operation)) ? SESSION : undefined;

/** Whether a run makes siblings of some of a profile's checks. */
export const hasSiblings = (checks: readonly Check[], profile: ProfileName): boolean =>
  checks.some((check) => check.profile === profile && whyNoSibling(check) === undefined);

export type Siblings = (check: Check) => Check | undefined;

const attempt = (check: Check, parent: Params | undefined, random: Random, pool: readonly KeyPair[], how: number) => {
  const means = { random, pool, ...(ATTEMPTS[how] as (typeof ATTEMPTS)[0]) };
  if (check.operation.startsWith('replica.')) return siblingSchedule(check, means);
  const input = expand(check.input) as Params;
  const next = otherQuestion(check.operation, input, parent, means);
  if (next === undefined || equalJson(next, input)) return undefined;
  const answer = answerTo(check.operation, next);
  return alike(check, answer) ? { input: next, expect: answer.expect } : undefined;
};

/**
 * The siblings of one run: each is the same case with fresh keys, spaces, times, contents and order, and follows from the
 * seed and the id of its check. The forge computes the answer, and a sibling is one only if that is alike. Undefined where
 * none was found.
 */
export const siblingsOf = (seed: number, parentOf: (id: string) => Check | undefined): Siblings => {
  const pool = keyPool(seededRandom(seed));
  return (check) => {
    if (whyNoSibling(check) !== undefined) return undefined;
    if (JSON.stringify(expand([check.input, check.steps])).length > LONGEST) return undefined;
    const parent = check.parent === undefined ? undefined : parentOf(check.parent);
    const parentInput = parent === undefined ? undefined : (expand(parent.input) as Params);
    for (const how of ATTEMPTS.keys()) {
      const random = seededRandom(seedOf(seed + how, check.id));
      const found = attempt(check, parentInput, random, pool, how);
      if (found !== undefined) return { ...check, id: check.id + SIBLING, title: check.title, ...found };
    }
    return undefined;
  };
};
