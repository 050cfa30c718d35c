/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const SHORT: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };

const escaped = (letter: string): string => {
  if (letter === '"' || letter === '\\') return `\\${letter}`;
  return SHORT[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
};

/** Everything but what stands for itself in a string. */
const ESCAPED = /[^ !#-[\]-\uffff]/g;

/** A string in quotation marks, with as few escapes as there can be. */
export const quote = (text: string): string => `"${text.replace(ESCAPED, escaped)}"`;

/** By UTF-16 code units, which is what `<` compares. */
const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The canonical form of a value [CAN-1]; of null and of fractions too, so that nonsense can be signed. */
export const canonical = (value: Json): string => {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no form in JSON`);
    return JSON.stringify(value);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value as { readonly [name: string]: Json });
  members.sort(([left], [right]) => byCodeUnits(left, right));
  return `{${members.map(([name, member]) => `${quote(name)}:${canonical(member)}`).join(',')}}`;
};
