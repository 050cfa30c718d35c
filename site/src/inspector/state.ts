import type { Clock } from './clock.ts';
import type { Change } from './draft.ts';
import type { Example } from './example.ts';
import type { FieldKind } from './fields.ts';
import { found } from './found/found.ts';
import type { Found } from './found/found-types.ts';
import type { Linked } from './link.ts';
import type { Source } from './source.ts';
import type { Within } from './within.ts';

/** What the visitor has before her. */
export type State = {
  readonly source: Source;
  /** What it was before it was edited. */
  readonly original: Source;
  /** What the source is. */
  readonly found: Found;
  /** A secret stands in it, or stood in what it was before: it goes into no link, and is not kept. */
  readonly isSecret: boolean;
  /** What was pasted, where the source was taken out of it. */
  readonly within: Within | undefined;
  /** The format that the text claims, or claimed last. */
  readonly recognised: string | undefined;
  /** The format that was chosen by hand. */
  readonly chosen: string | undefined;
  readonly clock: Clock;
  readonly hmac: string;
  /** The name of the file, or the title of the example. */
  readonly name: string | undefined;
  /** How the fields are edited, by their keys; empty until one is typed in. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
  /** What the signer changed. */
  readonly changes: readonly Change[] | undefined;
  /** What could not be done, in words. */
  readonly fault: string | undefined;
  /** Whether the address of the page brings back all of this. */
  readonly isLinked: boolean;
};

export const emptyState: State = {
  source: '',
  original: '',
  found: found(''),
  isSecret: false,
  within: undefined,
  recognised: undefined,
  chosen: undefined,
  clock: { micros: 0, by: 'computer' },
  hmac: '',
  name: undefined,
  kinds: new Map(),
  changes: undefined,
  fault: undefined,
  isLinked: false,
};

/** What is asked besides the record, and how it came to be at hand. */
export type Saved = Pick<State, 'source' | 'original' | 'chosen' | 'recognised' | 'clock' | 'hmac' | 'name'> & {
  readonly within?: Pick<Within, 'source' | 'picked'>;
};

export type Action =
  /** Another record, pasted or from a file. */
  | { readonly type: 'open'; readonly source: Source; readonly name?: string }
  | { readonly type: 'example'; readonly example: Example; readonly format: string }
  | { readonly type: 'link'; readonly linked: Linked }
  | { readonly type: 'restore'; readonly saved: Saved }
  /** The same record with another text. `by` says whether a field was typed in. */
  | { readonly type: 'edit'; readonly source: string; readonly by: 'text' | 'field' }
  | { readonly type: 'signed'; readonly text: string; readonly changes: readonly Change[] }
  /** Another of the records that stand in what was pasted, by its position. */
  | { readonly type: 'pick'; readonly index: number }
  /** All that was pasted. */
  | { readonly type: 'out' }
  | { readonly type: 'reset' }
  | { readonly type: 'clear' }
  | { readonly type: 'choose'; readonly format: string | undefined }
  | { readonly type: 'clock'; readonly clock: Clock }
  | { readonly type: 'hmac'; readonly hmac: string }
  /** The address of the page is a link to this now. */
  | { readonly type: 'linked' }
  | { readonly type: 'fault'; readonly fault: string };

export const isEmpty = ({ source }: Pick<State, 'source'>): boolean =>
  typeof source === 'string' ? source.trim() === '' : source.length === 0;

/** The format by which the record is judged. */
export const formatIn = ({ chosen, recognised }: Pick<State, 'chosen' | 'recognised'>): string | undefined =>
  chosen ?? recognised;
