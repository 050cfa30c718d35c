import { type JsonObject, type JsonValue, pointer } from '../value/json.ts';
import type { TextFacts } from './facts.ts';

/** Deeper texts are left to the scanner, which needs no stack. */
const maxDepth = 4;

/** A number with an exponent, and some texts without one. */
const exponent = /(?:^|[\s:,[])-?[\d.]+[eE]/;

/**
 * Reads a text the quick way, or answers undefined where only the scanner can tell.
 *
 * The text has to be as long as the compact text of its value, as the engine parsed it. Then no member was lost as a duplicate,
 * and each number is spelled as ECMAScript spells it: any other text of the same value is longer, for all but numbers with an
 * exponent, which are looked for. So texts with blanks, with unusual escapes, or that are at fault are merely slower.
 */
export function readPlainText(text: string, value: JsonValue): Omit<TextFacts, 'source'> | undefined {
  if (text.includes('\\u')) return undefined;
  const compact = new Compact(text.includes('\\'));
  const isPlain = compact.units(value, 1) === text.length && !(compact.hasRound && exponent.test(text));
  if (!isPlain || compact.isDoubtful) return undefined;
  const { depth, hasNull } = compact;
  return { value, depth, faults: hasNull ? { null: pointer(stepsToNull(value) ?? []) } : {} };
}

/** The way to the first null. */
function stepsToNull(value: JsonValue): string[] | undefined {
  if (value === null) return [];
  if (typeof value !== 'object') return undefined;
  for (const [name, member] of Object.entries(value)) {
    const steps = stepsToNull(member);
    if (steps !== undefined) return [name, ...steps];
  }
  return undefined;
}

/** Measures the compact text of values. */
class Compact {
  depth = 0;
  hasNull = false;
  /** Whether a number is no longer with an exponent than without: 100 is 1e2. */
  hasRound = false;
  /** Whether something came up that only the scanner can tell about. */
  isDoubtful = false;
  /** Where the text has no escape, no string needs one. */
  readonly #escaped: boolean;

  constructor(escaped: boolean) {
    this.#escaped = escaped;
  }

  /** The length of a value's compact text in UTF-16 code units. `level` counts the containers that it would be within, and itself. */
  units(value: JsonValue, level: number): number {
    if (typeof value === 'string') return this.#string(value);
    if (typeof value === 'number') return this.#number(value);
    if (value === null) this.hasNull = true;
    if (typeof value !== 'object' || value === null) return String(value).length;
    if (level > maxDepth) this.isDoubtful = true;
    if (this.isDoubtful) return 0;
    if (level > this.depth) this.depth = level;
    return Array.isArray(value) ? this.#array(value, level) : this.#object(value, level);
  }

  #array(items: readonly JsonValue[], level: number): number {
    let units = 1 + Math.max(1, items.length);
    for (const item of items) units += this.units(item, level + 1);
    return units;
  }

  #object(object: JsonObject, level: number): number {
    const names = Object.keys(object);
    // V8 at times takes the backslash of an escape in a name for the character that is meant.
    if (this.#escaped && names.some((name) => name.includes('\\'))) this.isDoubtful = true;
    let units = 1 + Math.max(1, names.length);
    for (const name of names) units += this.#string(name) + 1 + this.units(object[name] as JsonValue, level + 1);
    return units;
  }

  #string(text: string): number {
    if (!text.isWellFormed()) this.isDoubtful = true;
    return this.#escaped ? JSON.stringify(text).length : text.length + 2;
  }

  #number(value: number): number {
    if (!Number.isSafeInteger(value)) this.isDoubtful = true;
    if (this.isDoubtful) return 0;
    if (value % 100 === 0) this.hasRound = true;
    // To count takes less time than to write it.
    let units = value < 0 ? 2 : 1;
    for (let bound = 10; bound <= Math.abs(value); bound *= 10) units++;
    return units;
  }
}
