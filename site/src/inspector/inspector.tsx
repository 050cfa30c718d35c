import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { BytesPanel } from './bytes-panel.tsx';
import { computerClock } from './clock.ts';
import { ExamplePicker } from './example-picker.tsx';
import type { Facts } from './facts-shape.ts';
import { fieldsOf } from './fields.ts';
import { FieldsForm } from './fields-form.tsx';
import { type Inspection, inspect } from './inspect.ts';
import { readFragment } from './permalink.ts';
import { RecordInput } from './record-input.tsx';
import { RuleList } from './rule-list.tsx';
import { Settings } from './settings.tsx';
import { emptyState, formatIn, isEmpty, reduce, type State } from './state.ts';
import { Tools } from './tools.tsx';
import { VerdictBar } from './verdict-bar.tsx';

/** Texts up to this long are judged as they are typed; longer ones when the typing pauses. */
const quickLength = 40_000;
const pauseMillis = 250;

/** The longest text whose fields are shown, in characters. */
const maxFieldsLength = 200_000;

/** What the rules say of the record at hand; `undefined` where there is nothing to ask, or while it is long and being typed. */
const useInspection = (state: State): { inspection: Inspection | undefined; isBusy: boolean } => {
  const format = formatIn(state);
  const isLong = state.source.length > quickLength;
  const [settled, setSettled] = useState(state.source);
  useEffect(() => {
    if (!isLong) return undefined;
    const timer = setTimeout(() => setSettled(state.source), pauseMillis);
    return () => clearTimeout(timer);
  }, [state.source, isLong]);
  const isBusy = isLong && settled !== state.source;
  const inspection = useMemo(() => {
    if (isBusy || isEmpty(state) || format === undefined) return undefined;
    const { by, micros } = state.clock;
    const now = by === 'computer' ? Date.now() * 1000 : micros;
    return inspect({ source: state.source, format, now, hmac: state.hmac });
  }, [state.source, format, state.clock, state.hmac, isBusy]);
  return { inspection, isBusy };
};

/** The whole tool. */
export const Inspector = ({ facts }: { facts: Facts }) => {
  const [state, dispatch] = useReducer(reduce, emptyState);
  const { inspection, isBusy } = useInspection(state);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const follow = (): void => {
      const linked = readFragment(location.hash);
      if (linked === undefined) return;
      if ('fault' in linked) dispatch({ type: 'fault', fault: linked.fault });
      else dispatch({ type: 'link', linked });
    };
    // A page is made long before it is opened, so the time comes now.
    dispatch({ type: 'clock', clock: computerClock() });
    follow();
    root.current?.setAttribute('data-ready', '');
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const { source, kinds } = state;
  const groups = useMemo(
    () => (typeof source === 'string' && source.length <= maxFieldsLength ? fieldsOf(source, kinds) : []),
    [source, kinds],
  );
  const goTo = (pointer: string): void => {
    const fields = root.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [];
    const field =
      [...fields].find(({ dataset }) => dataset.pointer === pointer) ?? root.current?.querySelector('textarea');
    field?.focus();
  };

  return (
    <div class="inspector not-content" ref={root}>
      <ExamplePicker facts={facts} dispatch={dispatch} />
      <RecordInput state={state} dispatch={dispatch} />
      <Settings state={state} dispatch={dispatch} />
      <Tools state={state} dispatch={dispatch} facts={facts} />
      <VerdictBar state={state} inspection={inspection} isBusy={isBusy} facts={facts} goTo={goTo} />
      {!isEmpty(state) && (
        <div class="inspector-columns">
          <FieldsForm groups={groups} source={source} inspection={inspection} dispatch={dispatch} />
          {inspection && <RuleList rules={inspection.rules} sentences={facts.sentences} goTo={goTo} />}
          {inspection && <BytesPanel exhibit={inspection.exhibit} keys={facts.keys} />}
        </div>
      )}
    </div>
  );
};
