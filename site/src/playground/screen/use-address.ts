import { useEffect, useRef } from 'preact/hooks';
import { readPlayFragment } from '../engine/permalink.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { courseIn } from './course.ts';
import type { Pool } from './use-pool.ts';

/** The scenario that a fragment names. */
const named = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('scenario');

/** Opens what the address says, when the page is loaded and when its fragment changes. */
export const useAddress = (pool: Pool, scenarios: readonly Scenario[]): void => {
  const latest = useRef(pool);
  latest.current = pool;
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { open, choose, complain } = latest.current;
      const scenario = scenarios.find(({ name }) => name === named(location.hash));
      if (scenario !== undefined) return choose(scenario);
      const linked = await readPlayFragment(location.hash);
      if (linked === undefined) return;
      if ('fault' in linked) return complain(linked.fault);
      open({ ...linked, course: courseIn(scenarios, linked.timeline) });
    };
    const onChange = (): void => void read();
    onChange();
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
};
