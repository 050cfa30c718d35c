import type { JsonObject } from '../value/json.ts';

/** A draft has not the members that a writer asks for. */
export class DraftError extends TypeError {
  override readonly name = 'DraftError';
}

/**
 * Looks whether a draft has the members that a writer asks for and no other; their values are for the verifier to judge.
 * @throws DraftError if it has not.
 */
export function checkDraft(draft: JsonObject, required: readonly string[], optional: readonly string[] = []): void {
  const missing = required.find((name) => !Object.hasOwn(draft, name));
  if (missing !== undefined) throw new DraftError(`a draft needs ${missing}`);
  const foreign = Object.keys(draft).find((name) => !required.includes(name) && !optional.includes(name));
  if (foreign !== undefined) {
    throw new DraftError(`a draft has ${[...required, ...optional].join(', ')}, not ${foreign}`);
  }
}
