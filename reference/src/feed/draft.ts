import type { JsonObject } from '../value/json.ts';

/**
 * Looks whether a draft has the members that a writer asks for and no other; their values are for the verifier to judge.
 * @throws TypeError if it has not.
 */
export function checkDraft(draft: JsonObject, required: readonly string[], optional: readonly string[] = []): void {
  const missing = required.find((name) => !Object.hasOwn(draft, name));
  if (missing !== undefined) throw new TypeError(`a draft needs ${missing}`);
  const foreign = Object.keys(draft).find((name) => !required.includes(name) && !optional.includes(name));
  if (foreign !== undefined) {
    throw new TypeError(`a draft has ${[...required, ...optional].join(', ')}, not ${foreign}`);
  }
}
