import { decodeUtf8, decodeUtf8Leniently } from '../bytes/utf8.ts';
import type { JsonValue } from '../value/json.ts';
import type { TextFacts } from './facts.ts';
import { parseJson } from './parse.ts';
import { readPlainText } from './plain.ts';
import { Scanner } from './scan.ts';

/**
 * Reads a text the quick way, given its value, or answers undefined where only the scanner can tell: also of every text with half
 * a surrogate pair.
 */
export type QuickReader = (text: string, value: JsonValue) => Omit<TextFacts, 'source'> | undefined;

/**
 * Gathers the facts about a text.
 * @param source bytes as they travelled, or a string that some layer below has decoded already.
 */
export function readText(source: string | Uint8Array, readQuickly: QuickReader = readPlainText): TextFacts {
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  if (text === undefined) return scanText(source, text);
  const parsed = parseJson(text);
  if (parsed === 'malformed') return text.isWellFormed() ? malformedText(source, text) : scanText(source, text);
  const facts = parsed === 'too deep' ? undefined : readQuickly(text, parsed.value);
  return facts === undefined ? scanText(source, text) : { ...facts, source };
}

/** The facts about a text, gathered character by character: slower, and right for every text. */
export function scanText(
  source: string | Uint8Array,
  text = typeof source === 'string' ? source : decodeUtf8(source),
): TextFacts {
  const scanner = new Scanner(text ?? decodeUtf8Leniently(source as Uint8Array));
  const { value, depth, faults } = scanner;
  // A string with half a surrogate pair outside of an escape is the text of no well-formed UTF-8.
  const wellFormed = text?.isWellFormed() ?? false;
  return { source, value, depth, faults: wellFormed ? faults : { utf8: '', ...faults } };
}

/**
 * The facts about a well-formed text that the engine found to be no JSON. All others are gathered when somebody asks, which a
 * verifier does not: that is what makes a long one cheap.
 */
function malformedText(source: string | Uint8Array, text: string): TextFacts {
  let scanned: TextFacts | undefined;
  const facts = () => {
    scanned ??= scanText(source, text);
    return scanned;
  };
  return {
    source,
    get value() {
      return facts().value;
    },
    get depth() {
      return facts().depth;
    },
    faults: {
      json: '',
      get duplicate() {
        return facts().faults.duplicate;
      },
      get surrogate() {
        return facts().faults.surrogate;
      },
      get null() {
        return facts().faults.null;
      },
      get spelling() {
        return facts().faults.spelling;
      },
      get range() {
        return facts().faults.range;
      },
    },
  };
}
