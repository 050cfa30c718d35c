import type { JsonObject, JsonValue } from './json.ts';

/** How each part of a value is written: one sentence of the specification for each. */
export interface EncodingParts {
  /** [SSB-13] What a line begins with for each level; where it is empty, all is on one line without blanks. */
  readonly indent: string;
  /** [SSB-14] The names of an object's members in their order. */
  names(object: JsonObject): readonly string[];
  /** [SSB-15] */
  number(value: number): string;
  /** [SSB-16] */
  string(text: string): string;
}

/**
 * The parts as ECMAScript has them. Its objects have the order of names by themselves, and what JSON.stringify escapes
 * further, surrogates without their other half, does not occur.
 */
export const ecmaParts: EncodingParts = {
  indent: '  ',
  names: Object.keys,
  number: (value) => (Number.isFinite(value) ? String(value) : 'null'),
  string: (text) => JSON.stringify(text),
};

/** No encoding is made that is longer than this, in UTF-16 code units: nobody takes one, and nesting makes them grow fast. */
export const maxEncodingUnits = 1_048_576;

/** Up to here a value can be left to the engine: its stack is deep enough, and no string becomes too long for it. */
const maxEasyDepth = 64;
const maxEasyNodes = 65_536;

/**
 * The ES encoding of a value: what `JSON.stringify(value, null, 2)` answers [SSB-13] to [SSB-16]; undefined where it would
 * be longer than `maxEncodingUnits`.
 */
export function ecmaEncoding(value: JsonValue): string | undefined {
  const text = easyDepth(value) === undefined ? encodeBy(ecmaParts, value) : JSON.stringify(value, null, 2);
  return text !== undefined && text.length <= maxEncodingUnits ? text : undefined;
}

/**
 * How deep objects and arrays are nested, where `{}` is nested 1 deep and `1` is not nested; undefined where that is too deep,
 * or the value too large, to be written by the engine.
 */
export function easyDepth(value: JsonValue): number | undefined {
  const measure = { depth: 0, nodes: 0 };
  return isEasy(value, 1, measure) ? measure.depth : undefined;
}

function isEasy(value: JsonValue, level: number, measure: { depth: number; nodes: number }): boolean {
  if (measure.nodes++ > maxEasyNodes) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (level > maxEasyDepth) return false;
  if (level > measure.depth) measure.depth = level;
  if (Array.isArray(value)) {
    for (const item of value) if (!isEasy(item, level + 1, measure)) return false;
    return true;
  }
  for (const name in value) if (!isEasy(value[name] as JsonValue, level + 1, measure)) return false;
  return true;
}

/** An open container, the names of its members (of an object), and how much of it is written. */
interface Open {
  readonly container: JsonValue[] | JsonObject;
  readonly names: readonly string[] | undefined;
  readonly size: number;
  next: number;
}

/**
 * The encoding of a value from its parts; undefined where it would be longer than `maxUnits`, in UTF-16 code units. Works
 * without recursion, and ends as soon as it has become too long.
 */
export function encodeBy(parts: EncodingParts, value: JsonValue, maxUnits = maxEncodingUnits): string | undefined {
  const { indent } = parts;
  const lineBreak = (depth: number) => (indent === '' ? '' : `\n${indent.repeat(depth)}`);
  const colon = indent === '' ? ':' : ': ';
  const stack: Open[] = [];
  let text = '';
  let current = value;
  for (;;) {
    if (typeof current === 'object' && current !== null) {
      const names = Array.isArray(current) ? undefined : parts.names(current);
      const size = (names ?? (current as JsonValue[])).length;
      stack.push({ container: current, names, size, next: 0 });
      text += names ? '{' : '[';
    } else {
      text += scalar(parts, current);
    }
    for (;;) {
      if (text.length > maxUnits) return undefined;
      const open = stack.at(-1);
      if (open === undefined) return text;
      const { container, names, size, next } = open;
      if (next < size) {
        open.next++;
        text += `${next > 0 ? ',' : ''}${lineBreak(stack.length)}`;
        const name = names?.[next];
        if (name !== undefined) text += parts.string(name) + colon;
        current = (
          name === undefined ? (container as JsonValue[])[next] : (container as JsonObject)[name]
        ) as JsonValue;
        break;
      }
      stack.pop();
      text += `${size > 0 ? lineBreak(stack.length) : ''}${names ? '}' : ']'}`;
    }
  }
}

const scalar = (parts: EncodingParts, value: null | boolean | number | string): string =>
  typeof value === 'string' ? parts.string(value) : typeof value === 'number' ? parts.number(value) : String(value);
