import type { JsonValue } from '../value/json.ts';

/** How deep a text is read. What is nested deeper breaks the rules of every format and is not worth the memory. */
export const readingDepth = 1_000;

/** Shorter texts are parsed whatever they are: their nesting costs little. */
const maxCarefreeUnits = 16_384;

/** What the engine makes of a text: its value, or why there is none. */
export type Parsed = { readonly value: JsonValue } | 'malformed' | 'too deep';

/** Parses a text, unless it is nested deeper than `readingDepth`: of some megabytes of brackets the engine makes gigabytes. */
export function parseJson(text: string): Parsed {
  if (text.length > maxCarefreeUnits && isTooDeep(text)) return 'too deep';
  try {
    return { value: JSON.parse(text) };
  } catch {
    // What is wrong with it is for the scanner to say.
    return 'malformed';
  }
}

/** Whether so many containers are open somewhere; of a text that is no JSON the answer may be wrong. */
function isTooDeep(text: string): boolean {
  let open = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++open > readingDepth) return true;
    } else if (code === 0x5d || code === 0x7d) open--;
  }
  return false;
}
