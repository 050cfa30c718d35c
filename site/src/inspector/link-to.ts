import { fragmentOf } from './link.ts';
import { formatIn, type State } from './state.ts';

/** The fragment that brings back what is judged, and how: by its own clock only where that is not the computer's. */
export const linkTo = (state: Pick<State, 'source' | 'hmac' | 'clock' | 'chosen' | 'recognised'>): string => {
  const { source, hmac, clock } = state;
  const format = formatIn(state);
  return fragmentOf({
    source,
    hmac,
    ...(format !== undefined && { format }),
    ...(clock.by !== 'computer' && { now: clock.micros }),
  });
};
