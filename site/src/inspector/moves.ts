import { computerClock } from './clock.ts';
import type { Change } from './draft.ts';
import { found } from './found/found.ts';
import type { Found } from './found/found-types.ts';
import { idOf } from './found/key-fact.ts';
import { recognise } from './inspect.ts';
import { type Source, textOf } from './source.ts';
import { emptyState, type Saved, type State } from './state.ts';
import { hasInside, isTakenOut, recordIn, type Within, withRecord } from './within.ts';

/** The format of a source as it is. */
const claimed = (source: Source, { kind, records }: Found): string | undefined => {
  // A header has the members of another format.
  if (kind === 'header') return undefined;
  const isRecord = records.length === 1 && kind !== 'inside';
  return (isRecord ? records[0]?.format : undefined) ?? recognise(source);
};

/** Another source, as it is. */
export const asIs = (source: Source, what: Found = found(source)): Partial<State> => ({
  source,
  original: source,
  found: what,
  isSecret: what.isSecret,
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
  return {
    ...next,
    within,
    isSecret: within.found.isSecret || next.isSecret === true,
    recognised: record?.format ?? next.recognised,
  };
};

/** Another record: nothing of the one before stays, but a clock that was set by hand. */
export const opened = (state: State, source: Source): State => {
  const what = found(source);
  const isInside = isTakenOut(source, what) && hasInside(source, what);
  return {
    ...emptyState,
    ...(isInside ? takenOut({ source, found: what, picked: 0 }) : asIs(source, what)),
    clock: state.clock.by === 'hand' ? state.clock : computerClock(),
  };
};

/** What an example or a link says is judged by the format that it names. */
export const judgedBy = (state: State, source: Source, format: string | undefined): State => {
  if (format === undefined) return opened(state, source);
  const next = { ...emptyState, ...asIs(source), clock: opened(state, '').clock };
  return { ...next, chosen: next.recognised === format ? undefined : format };
};

/** The same record with another text. */
export const edited = (state: State, source: string): State => {
  const what = found(source);
  return {
    ...state,
    source,
    found: what,
    isSecret: state.isSecret || what.isSecret,
    // A record whose format breaks while it is edited is still the record that it was.
    recognised: claimed(source, what) ?? state.recognised,
    kinds: new Map(),
    changes: undefined,
    fault: undefined,
    isLinked: false,
  };
};

/** The id that is to stand beside a record which this page has changed; what is changed by hand has the one that it had. */
export const newKey = ({ within, source, changes, recognised }: State): string | undefined => {
  const record = within && recordIn(within);
  if (record?.key === undefined || changes === undefined) return undefined;
  const id = idOf({ text: textOf(source), ...(recognised !== undefined && { format: recognised }) });
  return id === record.key ? undefined : id;
};

/** The same record, changed by this page. */
export const changed = (state: State, source: string, changes: readonly Change[]): State => {
  const next = { ...edited(state, source), changes };
  const value = newKey(next);
  if (value === undefined) return next;
  return { ...next, changes: [...changes, { pointer: 'key', value, why: 'its id, beside it in what was pasted' }] };
};

/** All that was pasted, with what was changed in it; what is at hand where nothing was taken out of anything. */
const gathered = (state: State): Source | undefined => {
  const { within, source, original } = state;
  if (within === undefined) return source;
  return source === original ? within.source : withRecord(within, source, newKey(state));
};

/** Nothing that was changed is lost without a word. */
const stuck = (state: State): State => ({
  ...state,
  fault:
    'What you changed cannot be written back into what was pasted, which is spelled otherwise. Copy it, or reset it first.',
});

export const picked = (state: State, index: number): State => {
  const source = gathered(state);
  if (source === undefined) return stuck(state);
  // Found again: a changed record can have another name, or none.
  const what = found(source);
  const within = { source, found: what, picked: Math.min(index, what.records.length - 1) };
  return what.records.length === 0 ? state : { ...state, ...takenOut(within) };
};

export const allOf = (state: State): State => {
  const source = gathered(state);
  return source === undefined ? stuck(state) : { ...state, ...asIs(source), isSecret: state.isSecret };
};

export const restored = ({ within, source, original, ...rest }: Saved): State => {
  const around = within && { ...within, found: found(within.source) };
  return { ...emptyState, ...asIs(source), ...rest, original, within: around };
};
