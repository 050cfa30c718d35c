import { type JsonValue, pointer } from '../value/json.ts';
import type { TextFacts } from './facts.ts';

/** Deeper texts are left to the scanner, which needs no stack. */
const maxDepth = 4;

/**
 * Reads a text the quick way, or answers undefined where only the scanner can tell.
 *
 * The text is parsed and written again. If that gives the very same text, then no member was lost as a duplicate and
 * each number is spelled as ECMAScript spells it; what is left to look at are nulls, the range of numbers and the
 * depth. Texts with blanks, unusual escapes or members in an order that ECMAScript does not keep are merely slower.
 */
export function readPlainText(text: string): TextFacts | undefined {
  if (!text.isWellFormed() || text.includes('\\u')) return undefined;
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    // The scanner says what is wrong with it.
    return undefined;
  }
  const writer = new Writer(text.includes('\\'));
  if (writer.write(value, 0) !== text) return undefined;
  const faults = writer.nulls ? { null: pointer(stepsToNull(value) ?? []) } : {};
  return { source: text, value, depth: writer.depth, faults };
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

/** Writes a value as compact JSON. What it cannot vouch for comes out as no JSON at all, so as another text. */
class Writer {
  depth = 0;
  nulls = false;
  readonly #escaped: boolean;

  /** @param escaped whether strings may need an escape; without, each stands in the text as it is. */
  constructor(escaped: boolean) {
    this.#escaped = escaped;
  }

  write(value: JsonValue, depth: number): string {
    if (typeof value === 'string') return this.#escaped ? JSON.stringify(value) : `"${value}"`;
    if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : '';
    if (typeof value === 'boolean') return String(value);
    if (value === null) {
      this.nulls = true;
      return 'null';
    }
    if (depth === maxDepth) return '';
    if (depth === this.depth) this.depth++;
    let text = '';
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        text += `${i > 0 ? ',' : '['}${this.write(value[i] as JsonValue, depth + 1)}`;
      }
      return `${text || '['}]`;
    }
    for (const name in value) {
      const written = this.#escaped ? JSON.stringify(name) : `"${name}"`;
      text += `${text ? ',' : '{'}${written}:${this.write(value[name] as JsonValue, depth + 1)}`;
    }
    return `${text || '{'}}`;
  }
}
