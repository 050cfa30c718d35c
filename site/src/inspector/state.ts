import { type Clock, computerClock } from './clock.ts';
import type { Change } from './draft.ts';
import { type Example, shownSource } from './example.ts';
import { type FieldKind, fieldsOf, kindsOf } from './fields.ts';
import { found } from './found/found.ts';
import type { Found } from './found/found-types.ts';
import { recognise } from './inspect.ts';
import type { Linked } from './link.ts';
import type { Source } from './source.ts';
import { hasInside, isTakenOut, recordIn, type Within, withRecord } from './within.ts';

/** What the visitor has before her. */
export type State = {
  readonly source: Source;
  /** What it was before it was edited. */
  readonly original: Source;
  /** What the source is. */
  readonly found: Found;
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

/** Whether what is at hand goes into no link, and is not kept. */
export const isSecret = (state: Pick<State, 'found' | 'within'>): boolean =>
  state.found.isSecret || state.within?.found.isSecret === true;

const claimed = (source: Source, { kind, records }: Found): string | undefined => {
  const [record, ...others] = records;
  // A header has the members of another format.
  if (kind === 'header') return undefined;
  if (others.length > 0 || kind === 'inside') return recognise(source);
  return recognise(source) ?? record?.format;
};

/** Another source, as it is. */
const asIs = (source: Source, what: Found = found(source)): Partial<State> => ({
  source,
  original: source,
  found: what,
  within: undefined,
  recognised: claimed(source, what),
  kinds: new Map(),
  changes: undefined,
  fault: undefined,
  isLinked: false,
});

/** The record that is picked, as the source. */
const takenOut = (within: Within): Partial<State> => {
  const record = recordIn(within);
  const next = asIs(record?.text ?? '');
  return { ...next, within, recognised: record?.format ?? next.recognised };
};

/** Another record: nothing of the one before stays, but a clock that was set by hand. */
const opened = (state: State, source: Source): State => {
  const what = found(source);
  const isInside = isTakenOut(source) && hasInside(source, what);
  return {
    ...emptyState,
    ...(isInside ? takenOut({ source, found: what, picked: 0 }) : asIs(source, what)),
    clock: state.clock.by === 'hand' ? state.clock : computerClock(),
  };
};

/** What an example or a link says is judged by the format that it names. */
const judgedBy = (state: State, source: Source, format: string | undefined): State => {
  if (format === undefined) return opened(state, source);
  const next = { ...emptyState, ...asIs(source), clock: opened(state, '').clock };
  return { ...next, chosen: next.recognised === format ? undefined : format };
};

/** The same record with another text. */
const edited = (state: State, source: string): State => {
  const what = found(source);
  return {
    ...state,
    source,
    found: what,
    // A record whose format breaks while it is edited is still the record that it was.
    recognised: claimed(source, what) ?? state.recognised,
    kinds: new Map(),
    changes: undefined,
    fault: undefined,
    isLinked: false,
  };
};

/** All that was pasted, with what was changed in it. */
const gathered = ({ within, source, original }: State): Source | undefined =>
  within && (source === original ? within.source : withRecord(within, source));

const picked = (state: State, index: number): State => {
  const source = gathered(state) ?? state.source;
  // Found again: a changed record can have another name, or none.
  const what = found(source);
  const within = { source, found: what, picked: Math.min(index, what.records.length - 1) };
  return what.records.length === 0 ? state : { ...state, ...takenOut(within) };
};

const restored = ({ within, source, original, ...rest }: Saved): State => {
  const around = within && { ...within, found: found(within.source) };
  return { ...emptyState, ...asIs(source), ...rest, original, within: around };
};

export const reduce = (state: State, action: Action): State => {
  switch (action.type) {
    case 'open':
      return { ...opened(state, action.source), name: action.name, chosen: state.chosen, hmac: state.hmac };
    case 'example': {
      const { example, format } = action;
      return {
        ...judgedBy(state, shownSource(example), format),
        name: example.title,
        clock: { micros: example.now, by: 'given' },
        hmac: example.hmac ?? '',
      };
    }
    case 'link': {
      const { source, format, now, hmac } = action.linked;
      const next = judgedBy(emptyState, source, format);
      return {
        ...next,
        clock: now === undefined ? next.clock : { micros: now, by: 'given' },
        hmac: hmac ?? '',
        isLinked: true,
      };
    }
    case 'restore':
      return restored(action.saved);
    case 'edit': {
      const { source, by } = action;
      if (isEmpty({ source })) return { ...emptyState, clock: state.clock, chosen: state.chosen };
      const next = edited(state, source);
      if (by === 'text' || typeof state.source !== 'string') return next;
      return { ...next, kinds: state.kinds.size > 0 ? state.kinds : kindsOf(fieldsOf(state.source)) };
    }
    case 'signed':
      return { ...edited(state, action.text), changes: action.changes };
    case 'pick':
      return picked(state, action.index);
    case 'out': {
      const source = gathered(state);
      return source === undefined ? state : { ...state, ...asIs(source) };
    }
    case 'reset': {
      const { original, within } = state;
      const next = asIs(original);
      return {
        ...state,
        ...next,
        within,
        recognised: (within && recordIn(within)?.format) ?? next.recognised,
      };
    }
    case 'clear':
      return { ...emptyState, clock: computerClock() };
    case 'choose':
      return { ...state, chosen: action.format, fault: undefined, isLinked: false };
    case 'clock':
      return { ...state, clock: action.clock, isLinked: false };
    case 'hmac':
      return { ...state, hmac: action.hmac, isLinked: false };
    case 'linked':
      return { ...state, isLinked: true };
    case 'fault':
      return { ...state, fault: action.fault };
  }
};
