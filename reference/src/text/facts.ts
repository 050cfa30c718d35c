import type { JsonValue } from '../value/json.ts';

/** What can be wrong with a text, apart from its size and depth. */
export type TextFault = 'utf8' | 'json' | 'duplicate' | 'surrogate' | 'null' | 'spelling' | 'range';

/** What there is to know about a text. Facts are gathered without judging; the rules for texts judge. */
export interface TextFacts {
  /** The text as it came. */
  readonly source: string | Uint8Array;
  /** What it says. Where the text is malformed, what can be made of it. */
  readonly value: JsonValue;
  /** How deep objects and arrays are nested; 0 for a bare string or number. */
  readonly depth: number;
  /** Where each fault occurs first, as a JSON pointer; the empty pointer where the fault has no place in a value. */
  readonly faults: { readonly [fault in TextFault]?: string | undefined };
  /** The ES encoding of the value, of classic messages alone and where it is known already. */
  readonly encoding?: string | undefined;
}
