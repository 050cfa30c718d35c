import { useEffect, useMemo } from 'preact/hooks';
import { keptInTab, useKeptInTab } from '../components/kept-in-tab.ts';
import { computerClock } from './clock.ts';
import { keptOf, keptUnder, readKept } from './kept.ts';
import { linkTo } from './link-to.ts';
import { readFragment } from './permalink.ts';
import { type Action, emptyState, type State } from './state.ts';

/**
 * Brings back what the address of the page says, or else what this tab had, and keeps what is at hand. The address goes as soon as it
 * says something else than what is at hand.
 */
export const useKept = (state: State, dispatch: (action: Action) => void): void => {
  useEffect(() => {
    const follow = (): boolean => {
      const linked = readFragment(location.hash);
      if (linked === undefined) return false;
      if ('fault' in linked) dispatch({ type: 'fault', fault: linked.fault });
      else dispatch({ type: 'link', linked });
      return true;
    };
    // A page is made long before it is opened, so the time comes now.
    dispatch({ type: 'clock', clock: computerClock() });
    const kept = readKept(keptInTab(keptUnder) ?? '');
    const saved = kept?.clock.by === 'computer' ? { ...kept, clock: computerClock() } : kept;
    // Of the same record more is kept than a link says: what it was taken out of, and what it was before.
    const isSame = saved !== undefined && location.hash !== '' && location.hash === `#${linkTo(saved)}`;
    if (isSame || (!follow() && saved !== undefined)) dispatch({ type: 'restore', saved });
    if (isSame) dispatch({ type: 'linked' });
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const kept = useMemo(() => keptOf(state), [state]);
  // Before the first action it is not known yet what is at hand.
  useKeptInTab(keptUnder, kept, state !== emptyState);
  useEffect(() => {
    const linked = readFragment(location.hash);
    if (state === emptyState || state.isLinked || linked === undefined || 'fault' in linked) return;
    history.replaceState(history.state, '', location.href.replace(/#.*$/s, ''));
  }, [state]);
};
