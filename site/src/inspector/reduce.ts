import { computerClock } from './clock.ts';
import { shownSource } from './example.ts';
import { fieldsOf, kindsOf } from './fields.ts';
import { found } from './found/found.ts';
import type { Found } from './found/found-types.ts';
import { recognise } from './inspect.ts';
import type { Source } from './source.ts';
import { type Action, emptyState, isEmpty, type Saved, type State } from './state.ts';
import { hasInside, isTakenOut, recordIn, type Within, withRecord } from './within.ts';

/** The format of a source as it is. */
const claimed = (source: Source, { kind, records }: Found): string | undefined => {
  // A header has the members of another format.
  if (kind === 'header') return undefined;
  const isRecord = records.length === 1 && kind !== 'inside';
  return (isRecord ? records[0]?.format : undefined) ?? recognise(source);
};

/** Another source, as it is. */
const asIs = (source: Source, what: Found = found(source)): Partial<State> => ({
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
const opened = (state: State, source: Source): State => {
  const what = found(source);
  const isInside = isTakenOut(source, what) && hasInside(source, what);
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
    isSecret: state.isSecret || what.isSecret,
    // A record whose format breaks while it is edited is still the record that it was.
    recognised: claimed(source, what) ?? state.recognised,
    kinds: new Map(),
    changes: undefined,
    fault: undefined,
    isLinked: false,
  };
};

/** All that was pasted, with what was changed in it; what is at hand where nothing was taken out of anything. */
const gathered = ({ within, source, original }: State): Source | undefined => {
  if (within === undefined) return source;
  return source === original ? within.source : withRecord(within, source);
};

/** Nothing that was changed is lost without a word. */
const stuck = (state: State): State => ({
  ...state,
  fault:
    'What you changed cannot be written back into what was pasted, which is spelled otherwise. Copy it, or reset it first.',
});

const picked = (state: State, index: number): State => {
  const source = gathered(state);
  if (source === undefined) return stuck(state);
  // Found again: a changed record can have another name, or none.
  const what = found(source);
  const within = { source, found: what, picked: Math.min(index, what.records.length - 1) };
  return what.records.length === 0 ? state : { ...state, ...takenOut(within) };
};

const allOf = (state: State): State => {
  const source = gathered(state);
  return source === undefined ? stuck(state) : { ...state, ...asIs(source), isSecret: state.isSecret };
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
    case 'out':
      return allOf(state);
    case 'reset': {
      const { original, within } = state;
      const next = asIs(original);
      return {
        ...state,
        ...next,
        within,
        isSecret: state.isSecret,
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
