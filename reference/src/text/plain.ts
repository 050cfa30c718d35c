import { sortByCodeUnits } from '../value/canonical.ts';
import { type JsonObject, type JsonValue, pointer } from '../value/json.ts';
import type { TextFacts } from './facts.ts';

type Scalar = string | number | boolean;

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
  const { depth, hasNull, canonical } = compact;
  return { value, depth, faults: hasNull ? { null: pointer(stepsToNull(value) ?? []) } : {}, canonical };
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

/** Measures the compact text of values, and puts objects of scalars into their canonical form on the way. */
class Compact {
  depth = 0;
  hasNull = false;
  /** Whether a number is no longer with an exponent than without: 100 is 1e2. */
  hasRound = false;
  /** Whether something came up that only the scanner can tell about. */
  isDoubtful = false;
  readonly canonical = new Map<JsonValue, string>();
  /** Where the text has no escape, no string needs one. */
  readonly #escaped: boolean;

  constructor(escaped: boolean) {
    this.#escaped = escaped;
  }

  /** The length of a value's compact text in UTF-16 code units. `level` counts the containers that it would be within, and itself. */
  units(value: JsonValue, level: number): number {
    if (typeof value !== 'object' || value === null) return this.#scalar(value).length;
    if (level > maxDepth) this.isDoubtful = true;
    if (this.isDoubtful) return 0;
    if (level > this.depth) this.depth = level;
    if (!Array.isArray(value)) return this.#object(value, level);
    let units = Math.max(2, value.length + 1);
    for (const item of value) units += this.units(item, level + 1);
    return units;
  }

  #object(object: JsonObject, level: number): number {
    const names = Object.keys(object);
    // V8 at times takes the backslash of an escape in a name for the character that is meant.
    if (this.#escaped && names.some((name) => name.includes('\\'))) this.isDoubtful = true;
    const flat = this.#flat(object, sortByCodeUnits(names));
    if (flat !== undefined) {
      // Sooner than of the whole text: mostly this has one byte a character, and then there is nothing to look for.
      if (!flat.isWellFormed()) this.isDoubtful = true;
      this.canonical.set(object, flat);
      return flat.length;
    }
    let units = 1 + names.length;
    for (const name of names) units += this.#scalar(name).length + 1 + this.units(object[name] as JsonValue, level + 1);
    return units;
  }

  /** The canonical form of an object of scalars. From its values, it has one byte a character where the text may have two. */
  #flat(object: JsonObject, names: readonly string[]): string | undefined {
    let text = '';
    for (const name of names) {
      const value = object[name] as JsonValue;
      if (typeof value === 'object') return undefined;
      const lead = text === '' ? '{' : ',';
      text +=
        typeof value === 'string' && !this.#escaped
          ? `${lead}"${name}":"${value}"`
          : `${lead}${this.#scalar(name)}:${this.#scalar(value)}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }

  #scalar(value: Scalar | null): string {
    if (typeof value === 'string') {
      if (!value.isWellFormed()) this.isDoubtful = true;
      return this.#escaped ? JSON.stringify(value) : `"${value}"`;
    }
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) this.isDoubtful = true;
      if (value % 100 === 0) this.hasRound = true;
    } else if (value === null) this.hasNull = true;
    return String(value);
  }
}
