import { useCallback, useEffect, useState } from 'preact/hooks';
import { EVERYTHING, parseFragment, printFragment, type View } from './fragment.ts';

/** The view that the address names. Before the page wakes it is everything, as the server wrote it. */
export const useView = (): { view: View; awake: boolean; change(part: Partial<View>): void } => {
  const [view, setView] = useState<View>(EVERYTHING);
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const read = (): void => setView(parseFragment(location.hash));
    read();
    setAwake(true);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  /** A changed filter begins at the first page and stays the same entry of the history. */
  const change = useCallback((part: Partial<View>): void => {
    const next = { ...parseFragment(location.hash), page: 1, vector: '', ...part };
    const fragment = printFragment(next);
    history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
    setView(next);
  }, []);
  return { view, awake, change };
};
