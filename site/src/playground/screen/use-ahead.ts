import { useEffect, useState } from 'preact/hooks';
import { keepForLater } from '../offline/register.ts';
import type { Pool } from './pool.ts';
import { loadRules } from './rules.ts';

/** So long after the page is awake the rest is loaded, in milliseconds: what somebody does first comes first. */
const restMillis = 3000;

/** Loads what is not needed at first, so that all works without a network from then on. Answers whether all is there. */
export const useAhead = ({ isReady, prepare }: Pool, base: string): boolean => {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    if (!isReady) return;
    const load = async (): Promise<void> => {
      try {
        await Promise.all([loadRules(base), import('../engine/schedule.ts'), prepare()]);
        setWhole(true);
        keepForLater(new URL(`${base}playground/`, location.href));
      } catch {
        // Without a network what is missing is loaded when it is asked for.
      }
    };
    const timer = setTimeout(() => void load(), restMillis);
    return () => clearTimeout(timer);
  }, [isReady, base]);
  return isWhole;
};
