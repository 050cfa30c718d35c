import { decodeUtf8, decodeUtf8Leniently } from '../bytes/utf8.ts';
import type { TextFacts } from './facts.ts';
import { readPlainText } from './plain.ts';
import { Scanner } from './scan.ts';

/**
 * Gathers the facts about a text.
 * @param source bytes as they travelled, or a string that some layer below has decoded already.
 */
export function readText(source: string | Uint8Array): TextFacts {
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  const facts = text === undefined ? undefined : readPlainText(text);
  if (facts === undefined) return scanText(source, text);
  return typeof source === 'string' ? facts : { ...facts, source };
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
