/** One code unit as it was spelled, and what it says. */
type Unit = { raw: string; says: string };

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const UNIT = /\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]|[\s\S]/g;

const read = (raw: string): Unit => {
  if (raw.length === 6) return { raw, says: String.fromCharCode(Number.parseInt(raw.slice(2), 16)) };
  if (raw.length === 2) return { raw, says: SHORT[raw.charAt(1)] ?? raw.charAt(1) };
  return { raw, says: raw };
};

/** A unit in the place of another: an escape stays one, with digits of the same case. */
const spell = ({ raw, says }: Unit, next: string): string => {
  if (next === says) return raw;
  if (raw.length !== 6) return next;
  const digits = next.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${/[A-F]/.test(raw.slice(2)) ? digits.toUpperCase() : digits}`;
};

/**
 * Changes what a text says and leaves alone how it is spelled: blanks, escapes, duplicates and faults stay where they
 * are. `change` gets the text with its escapes resolved, and answers one of the same length. Throws `RangeError` otherwise.
 */
export const respell = (text: string, change: (says: string) => string): string => {
  const isPlain = !text.includes('\\');
  const units = isPlain ? [] : (text.match(UNIT) ?? []).map(read);
  const before = isPlain ? text : units.map(({ says }) => says).join('');
  const after = change(before);
  if (after.length !== before.length) throw new RangeError('a sibling is as long as its text');
  if (after === before) return text;
  if (isPlain) return after;
  return units.map((unit, index) => spell(unit, after.charAt(index))).join('');
};
