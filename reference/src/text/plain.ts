import { sortByCodeUnits } from '../value/canonical.ts';
import { type JsonObject, type JsonValue, pointer } from '../value/json.ts';
import type { TextFacts } from './facts.ts';

type Scalar = string | number | boolean;

/** Deeper texts are left to the scanner, which needs no stack. */
const maxDepth = 4;

const openCode = 0x7b;
const quoteCode = 0x22;
const commaCode = 0x2c;
const colonCode = 0x3a;

/**
 * Reads a text the quick way, or answers undefined where only the scanner can tell.
 *
 * The text is held against its value, as the engine parsed it, token by token. If they match to the end, no member was lost as a
 * duplicate, each number is spelled as ECMAScript spells it, and no name was misread, as V8 does at times with names that
 * have escapes. Texts with blanks, with unusual escapes, or that are at fault are merely slower.
 */
export function readPlainText(text: string, value: JsonValue): Omit<TextFacts, 'source'> | undefined {
  if (text.includes('\\u')) return undefined;
  const match = new Match(text);
  if (!match.value(value, 0) || match.position !== text.length) return undefined;
  const faults = match.nulls ? { null: pointer(stepsToNull(value) ?? []) } : {};
  return { value, depth: match.depth, faults, canonical: match.canonical };
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

/** Holds a text, from a position on, against values. Each method answers whether it matches and moves on behind it. */
class Match {
  position = 0;
  depth = 0;
  nulls = false;
  readonly canonical = new Map<JsonValue, string>();
  readonly #text: string;
  /** Whether all objects were canonical since this was last set. */
  #isCanonical = true;
  /** Without any escape, a string ends at the next quote. */
  readonly #escaped: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#escaped = text.includes('\\');
  }

  value(value: JsonValue, depth: number): boolean {
    if (typeof value === 'string') return this.#string(value);
    if (typeof value === 'number') return Number.isSafeInteger(value) && this.#literal(String(value));
    if (typeof value === 'boolean') return this.#literal(String(value));
    if (value === null) {
      this.nulls = true;
      return this.#literal('null');
    }
    if (depth === maxDepth) return false;
    if (depth === this.depth) this.depth++;
    return Array.isArray(value) ? this.#array(value, depth) : this.#object(value, depth);
  }

  #array(items: readonly JsonValue[], depth: number): boolean {
    for (let i = 0; i < items.length; i++) {
      if (!this.#literal(i === 0 ? '[' : ',') || !this.value(items[i] as JsonValue, depth + 1)) return false;
    }
    return this.#literal(items.length === 0 ? '[]' : ']');
  }

  #object(object: JsonObject, depth: number): boolean {
    const start = this.position;
    const before = this.#isCanonical;
    this.#isCanonical = true;
    const names: string[] = [];
    let isFlat = true;
    let isSorted = true;
    for (const name in object) {
      const code = this.#text.charCodeAt(this.position++);
      if (code !== (names.length === 0 ? openCode : commaCode)) return false;
      if (names.length > 0 && (names[names.length - 1] as string) > name) isSorted = false;
      names.push(name);
      if (!this.#string(name) || this.#text.charCodeAt(this.position++) !== colonCode) return false;
      const value = object[name] as JsonValue;
      if (typeof value === 'object') isFlat = false;
      if (!this.value(value, depth + 1)) return false;
    }
    if (!this.#literal(names.length === 0 ? '{}' : '}')) return false;
    if (isFlat) this.canonical.set(object, this.#flat(object, isSorted ? names : sortByCodeUnits(names)));
    else if (isSorted && this.#isCanonical) this.canonical.set(object, this.#text.slice(start, this.position));
    this.#isCanonical &&= before && isSorted;
    return true;
  }

  /** The canonical form of an object of scalars. From its values, it has one byte a character where the text may have two. */
  #flat(object: JsonObject, names: readonly string[]): string {
    let text = '';
    for (const name of names)
      text += `${text === '' ? '{' : ','}${this.#scalar(name)}:${this.#scalar(object[name] as Scalar)}`;
    return text === '' ? '{}' : `${text}}`;
  }

  #scalar(value: Scalar): string {
    return typeof value !== 'string' ? String(value) : this.#escaped ? JSON.stringify(value) : `"${value}"`;
  }

  #string(value: string): boolean {
    if (this.#escaped) return this.#literal(JSON.stringify(value));
    const text = this.#text;
    const start = this.position + 1;
    if (text.charCodeAt(start - 1) !== quoteCode || text.indexOf('"', start) !== start + value.length) return false;
    this.position = start + value.length + 1;
    return true;
  }

  #literal(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.position)) return false;
    this.position += literal.length;
    return true;
  }
}
