import { computerClock } from './clock.ts';
import { shownSource } from './example.ts';
import { fieldsOf, kindsOf } from './fields.ts';
import { allOf, asIs, changed, edited, judgedBy, opened, picked, restored } from './moves.ts';
import { type Action, emptyState, isEmpty, type State } from './state.ts';
import { recordIn } from './within.ts';

/** What an action makes of what the visitor has before her. */
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
      return changed(state, action.text, action.changes);
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
