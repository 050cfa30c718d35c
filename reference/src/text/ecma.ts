import { easyDepth } from '../value/ecma-encoding.ts';
import type { JsonValue } from '../value/json.ts';
import type { TextFacts } from './facts.ts';
import { readText } from './read.ts';

/** The beginning of an escape for half a surrogate pair, as JSON.stringify writes it. */
const surrogateEscape = '\\ud';

/**
 * Gathers the facts about a text that [TXT-1] to [TXT-4] and [TXT-10] ask for; of numbers and null it says nothing.
 *
 * The quick way: the value, as the engine parsed it, is written again, indented and compact. If one of the two is the text, no
 * member was lost as a duplicate, and no name was misread, as V8 does at times with names that have escapes. Every other
 * text goes the general way.
 */
export function readEcmaText(source: string | Uint8Array): TextFacts {
  return readText(source, readEcho);
}

function readEcho(text: string, value: JsonValue): Omit<TextFacts, 'source'> | undefined {
  if (text.includes(surrogateEscape)) return undefined;
  const depth = easyDepth(value);
  if (depth === undefined) return undefined;
  const encoding = JSON.stringify(value, null, 2);
  if (encoding !== text && JSON.stringify(value) !== text) return undefined;
  return { value, depth, faults: {}, encoding };
}
