import { utf8 } from '../forge/index.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The beginning of a text, as a text of its own: a slice would keep the whole of it in memory. Half of a surrogate pair, such as one
 * that is cut through, becomes U+FFFD.
 */
export const headOf = (text: string, characters: number): string =>
  decoder.decode(utf8(text.slice(0, characters).toWellFormed()));
