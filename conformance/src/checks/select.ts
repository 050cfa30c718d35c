import type { Check } from './check.ts';

/** What can be selected: checks, laws, the rules of the profile `subject`. */
export type Selectable = Pick<Check, 'id' | 'requirements'> & { profile: string };

/**
 * A filter over ids of checks and of requirements: `/…/` is a regular expression, something with `*` or `?` a pattern of
 * the whole id, the id of a requirement stands for itself, and everything else is looked for anywhere in a check's id.
 * Throws `SyntaxError` for a wrong expression.
 */
export const matcher = (filter: string): ((each: Selectable) => boolean) => {
  const inside = /^\/(.+)\/([iu]*)$/.exec(filter);
  if (inside) {
    const expression = new RegExp(inside[1] ?? '', inside[2]);
    return ({ id, requirements }) => [id, ...requirements].some((name) => expression.test(name));
  }
  if (/[*?]/.test(filter)) {
    const escaped = filter
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    const expression = new RegExp(`^${escaped}$`);
    return ({ id, requirements }) => [id, ...requirements].some((name) => expression.test(name));
  }
  return ({ id, requirements }) => id.includes(filter) || requirements.includes(filter);
};

/** A few seconds' worth: per requirement of each profile the first check that is to be accepted and the first that is not. */
export const smokeOf = <C extends Pick<Check, 'profile' | 'requirements' | 'expect'>>(checks: readonly C[]): C[] => {
  const seen = new Set<string>();
  return checks.filter(({ profile, requirements, expect }) => {
    const outcome = Object.keys(expect)[0];
    const fresh = requirements.map((id) => `${profile} ${id} ${outcome}`).filter((key) => !seen.has(key));
    for (const key of fresh) seen.add(key);
    return fresh.length > 0;
  });
};
