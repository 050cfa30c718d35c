import { type Clock, computerClock } from './clock.ts';
import type { Change } from './draft.ts';
import { type Example, shownSource } from './example.ts';
import { type FieldKind, fieldsOf, kindsOf } from './fields.ts';
import { recognise } from './inspect.ts';
import type { Linked } from './link.ts';
import type { Source } from './source.ts';

/** What the visitor has before her. */
export type State = {
  readonly source: Source;
  /** What it was before it was edited. */
  readonly original: Source;
  /** The format that the text claims, or claimed last. */
  readonly recognised: string | undefined;
  /** The format that was chosen by hand. */
  readonly chosen: string | undefined;
  readonly clock: Clock;
  readonly hmac: string;
  /** The name of the file, or the title of the example. */
  readonly name: string | undefined;
  /** How the fields are edited, by their keys. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
  /** What the signer changed. */
  readonly changes: readonly Change[] | undefined;
  /** What could not be done, in words. */
  readonly fault: string | undefined;
};

export const emptyState: State = {
  source: '',
  original: '',
  recognised: undefined,
  chosen: undefined,
  clock: { micros: 0, by: 'computer' },
  hmac: '',
  name: undefined,
  kinds: new Map(),
  changes: undefined,
  fault: undefined,
};

export type Action =
  /** Another record, pasted or from a file. */
  | { readonly type: 'open'; readonly source: Source; readonly name?: string }
  | { readonly type: 'example'; readonly example: Example; readonly format: string }
  | { readonly type: 'link'; readonly linked: Linked }
  /** The same record with another text. `by` says whether a field was typed in. */
  | { readonly type: 'edit'; readonly source: string; readonly by: 'text' | 'field' }
  | { readonly type: 'signed'; readonly text: string; readonly changes: readonly Change[] }
  | { readonly type: 'put back' }
  | { readonly type: 'clear' }
  | { readonly type: 'choose'; readonly format: string | undefined }
  | { readonly type: 'clock'; readonly clock: Clock }
  | { readonly type: 'hmac'; readonly hmac: string }
  | { readonly type: 'fault'; readonly fault: string };

export const isEmpty = ({ source }: Pick<State, 'source'>): boolean =>
  typeof source === 'string' ? source.trim() === '' : source.length === 0;

/** The format by which the record is judged. */
export const formatIn = ({ chosen, recognised }: State): string | undefined => chosen ?? recognised;

const freshKinds = (source: Source): State['kinds'] =>
  typeof source === 'string' ? kindsOf(fieldsOf(source)) : new Map();

/** Another record: nothing of the one before stays, but a clock and a format that were set by hand. */
const opened = (state: State, source: Source): State => ({
  ...emptyState,
  source,
  original: source,
  recognised: recognise(source),
  clock: state.clock.by === 'hand' ? state.clock : computerClock(),
  kinds: freshKinds(source),
});

export const reduce = (state: State, action: Action): State => {
  switch (action.type) {
    case 'open':
      return { ...opened(state, action.source), name: action.name, chosen: state.chosen, hmac: state.hmac };
    case 'example': {
      const { example, format } = action;
      const next = opened(state, shownSource(example));
      return {
        ...next,
        name: example.title,
        chosen: next.recognised === format ? undefined : format,
        clock: { micros: example.now, by: 'given' },
        hmac: example.hmac ?? '',
      };
    }
    case 'link': {
      const { source, format, now, hmac } = action.linked;
      const next = opened(emptyState, source);
      return {
        ...next,
        chosen: next.recognised === format ? undefined : format,
        clock: now === undefined ? next.clock : { micros: now, by: 'given' },
        hmac: hmac ?? '',
      };
    }
    case 'edit': {
      const { source, by } = action;
      if (isEmpty({ source })) return { ...emptyState, clock: state.clock, chosen: state.chosen };
      return {
        ...state,
        source,
        // A record whose format breaks while it is edited is still the record that it was.
        recognised: recognise(source) ?? state.recognised,
        kinds: by === 'text' ? freshKinds(source) : state.kinds,
        changes: undefined,
        fault: undefined,
      };
    }
    case 'signed': {
      const { text, changes } = action;
      return {
        ...state,
        source: text,
        recognised: recognise(text),
        kinds: freshKinds(text),
        changes,
        fault: undefined,
      };
    }
    case 'put back': {
      const { original } = state;
      return {
        ...state,
        source: original,
        recognised: recognise(original),
        kinds: freshKinds(original),
        changes: undefined,
        fault: undefined,
      };
    }
    case 'clear':
      return { ...emptyState, clock: computerClock() };
    case 'choose':
      return { ...state, chosen: action.format, fault: undefined };
    case 'clock':
      return { ...state, clock: action.clock };
    case 'hmac':
      return { ...state, hmac: action.hmac };
    case 'fault':
      return { ...state, fault: action.fault };
  }
};
