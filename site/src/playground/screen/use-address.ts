import { useEffect, useRef, useState } from 'preact/hooks';
import { keptInTab, useKeptInTab } from '../../components/kept-in-tab.ts';
import { playFragment, readPlayFragment } from '../engine/permalink.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { courseIn } from './course.ts';
import type { Pool } from './use-pool.ts';

/** The name of what is kept for this tab. */
const keptUnder = 'rockpool-playground';

/** The scenario that a fragment names. */
const named = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('scenario');

/** Puts a fragment into the address, or none, without a step in the history. */
export const setFragment = (fragment: string): void =>
  history.replaceState(history.state, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);

/** Begins a scenario, and says so in the address. */
export const choose = (pool: Pool, scenario: Scenario): void => {
  setFragment(`scenario=${scenario.name}`);
  pool.choose(scenario);
};

/**
 * Opens what the address says, when the page is loaded and when its fragment changes. Whoever comes back to the page in the
 * same tab finds what was there, unless the address says another thing than it did.
 */
export const useAddress = (pool: Pool, scenarios: readonly Scenario[]): void => {
  const latest = useRef(pool);
  latest.current = pool;
  const [kept, setKept] = useState<string>();
  const { timeline, snapshot } = pool.view;
  useEffect(() => {
    const read = async (isFirst: boolean): Promise<void> => {
      const { open, choose, complain } = latest.current;
      const before = isFirst ? keptInTab(keptUnder)?.split(' ') : undefined;
      const fragment = before?.[0] === location.hash ? (before?.[1] ?? '') : location.hash;
      const scenario = scenarios.find(({ name }) => name === named(fragment));
      if (scenario !== undefined) return choose(scenario);
      const linked = await readPlayFragment(fragment);
      if (linked === undefined) return;
      if ('fault' in linked) return complain(linked.fault);
      open({ ...linked, course: courseIn(scenarios, linked.timeline) });
    };
    const onChange = (): void => void read(false);
    void read(true);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  useEffect(() => {
    let isLate = false;
    void playFragment({ timeline, position: snapshot.position }).then((fragment) => isLate || setKept(fragment));
    return () => {
      isLate = true;
    };
  }, [timeline, snapshot.position]);
  const isTouched = pool.isReady && (snapshot.position > timeline.before || location.hash !== '');
  useKeptInTab(keptUnder, isTouched ? `${location.hash} ${kept}` : undefined, isTouched && kept !== undefined);
};
