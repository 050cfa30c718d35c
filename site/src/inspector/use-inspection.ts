import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Inspection, inspect } from './inspect.ts';
import { formatIn, isEmpty, type State } from './state.ts';

/** Texts up to this long are judged as they are typed; longer ones when the typing pauses. */
const quickLength = 40_000;
const pauseMillis = 250;

/** The time by which a state is judged, in microseconds. */
export const nowIn = ({ clock }: Pick<State, 'clock'>): number =>
  clock.by === 'computer' ? Date.now() * 1000 : clock.micros;

/** What the rules say of the record at hand; `undefined` where there is nothing to ask, or while it is long and being typed. */
export const useInspection = (state: State): { inspection: Inspection | undefined; isBusy: boolean } => {
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
    return inspect({ source: state.source, format, now: nowIn(state), hmac: state.hmac });
  }, [state.source, format, state.clock, state.hmac, isBusy]);
  return { inspection, isBusy };
};
