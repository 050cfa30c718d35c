import { decodeUtf8 } from '../bytes/utf8.ts';
import { easyDepth } from '../value/ecma-encoding.ts';
import type { JsonValue } from '../value/json.ts';
import type { TextFacts } from './facts.ts';
import { readText } from './read.ts';

/** The beginning of an escape for half a surrogate pair, as JSON.stringify writes it. */
const surrogateEscape = '\\ud';

/**
 * Gathers the facts about a text that [TXT-1] to [TXT-4] ask for; of numbers and null it says nothing. Its `canonical` has
 * the ES encoding of the whole.
 *
 * The quick way: the text is parsed by the engine and written again, indented and compact. If one of the two is the text, no
 * member was lost as a duplicate, and no name was misread, as V8 does at times with names that have escapes. Every other
 * text goes the general way.
 */
export function readEcmaText(source: string | Uint8Array): TextFacts {
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  const quick = text === undefined ? undefined : readEcho(source, text);
  if (quick !== undefined) return quick;
  // The canonical forms that the general way knows are those of RFC 8785.
  const { canonical: _, ...facts } = readText(source);
  return facts;
}

function readEcho(source: string | Uint8Array, text: string): TextFacts | undefined {
  if (!text.isWellFormed() || text.includes(surrogateEscape)) return undefined;
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    // The scanner says what is wrong with it.
    return undefined;
  }
  const depth = easyDepth(value);
  if (depth === undefined) return undefined;
  const encoding = JSON.stringify(value, null, 2);
  if (encoding !== text && JSON.stringify(value) !== text) return undefined;
  return { source, value, depth, faults: {}, canonical: new Map([[value, encoding]]) };
}
