import { portableSha256 } from '../bytes/sha256.ts';

/** Longer relations are kept by their hash. */
const maxLength = 64;

/** A relation as a part of a key: ASCII without blanks, the same for the same relation alone. */
export function relationKey(relation: string): string {
  const escaped = relation.length > maxLength ? undefined : encodeURIComponent(relation);
  return escaped === undefined || escaped.length > maxLength ? `#${portableSha256(relation)}` : escaped;
}
