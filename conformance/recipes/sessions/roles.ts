import type { VectorCase } from '@rockpool/schemas';
import { EQUAL, meeting, type Outcome, type Talk } from './talk.ts';

export const ROLES = ['answerer', 'caller'] as const;
export type Role = (typeof ROLES)[number];

/** A case for each role; `rules` can depend on it, and `parent` is the slug of the accepted one. */
export const inBothRoles = (
  slug: string,
  title: string,
  rules: readonly string[] | ((role: Role) => readonly string[]),
  make: (role: Role) => Talk,
  outcome: Outcome = EQUAL,
  parent?: string,
): VectorCase[] =>
  ROLES.map((role) => {
    const options = parent === undefined ? {} : { parent: `sync/${parent}-${role}` };
    const named = typeof rules === 'function' ? rules(role) : rules;
    return meeting(`${slug}-${role}`, `${title}, as ${role}`, named, make(role), outcome, options);
  });
