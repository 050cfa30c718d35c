import { isObject, type JsonObject, type JsonValue } from './json.ts';

/** What JSON has to escape, and half surrogate pairs, which JSON.stringify escapes. */
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** An open container, the names of its members (of an object), and how much of it is written. */
interface Open {
  readonly container: JsonValue[] | JsonObject;
  readonly names: readonly string[] | undefined;
  next: number;
}

/**
 * The canonical form of a value: RFC 8785 (JCS), as a string [CAN-1].
 *
 * Numbers and strings are written by ECMAScript, whose form RFC 8785 took over. Members are sorted by UTF-16 code
 * units, which is how ECMAScript compares strings. `sortNames` is an argument so that another order can be tried.
 * Works without recursion: nesting has no limit here.
 */
export function canonical(value: JsonValue, sortNames: (names: string[]) => string[] = sortByCodeUnits): string {
  if (sortNames === sortByCodeUnits && isFlatInOrder(value)) return JSON.stringify(value);
  let text = '';
  const stack: Open[] = [];
  let current: JsonValue = value;
  for (;;) {
    if (typeof current === 'object' && current !== null) {
      const names = Array.isArray(current) ? undefined : sortNames(Object.keys(current));
      stack.push({ container: current, names, next: 0 });
      text += names ? '{' : '[';
    } else {
      text += scalar(current);
    }
    for (;;) {
      const open = stack.at(-1);
      if (open === undefined) return text;
      const { container, names } = open;
      if (open.next < (names ?? (container as JsonValue[])).length) {
        if (open.next > 0) text += ',';
        const index = open.next++;
        if (names) {
          const name = names[index] as string;
          text += `${quote(name)}:`;
          current = (container as JsonObject)[name] as JsonValue;
        } else {
          current = (container as JsonValue[])[index] as JsonValue;
        }
        break;
      }
      text += names ? '}' : ']';
      stack.pop();
    }
  }
}

/** Whether ECMAScript writes the canonical form by itself, which is quicker: so it is of most headers. */
function isFlatInOrder(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  let last = '';
  for (const name of Object.keys(value)) {
    if (name < last || typeof value[name] === 'object') return false;
    last = name;
  }
  return true;
}

const scalar = (value: null | boolean | number | string): string =>
  typeof value === 'string' ? quote(value) : typeof value === 'number' ? JSON.stringify(value) : String(value);

const quote = (text: string): string => (needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Sorts in place, by insertion: names are few, and mostly in order already. */
export function sortByCodeUnits(names: string[]): string[] {
  if (names.length > 32) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let place = i;
    for (; place > 0 && (names[place - 1] as string) > name; place--) names[place] = names[place - 1] as string;
    names[place] = name;
  }
  return names;
}
