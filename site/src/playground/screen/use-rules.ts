import { useEffect, useState } from 'preact/hooks';
import { loadRules, type Rule } from './rules.ts';

/** What can be left out, once it is wanted; empty until then, and where it cannot be loaded. */
export const useRules = (base: string, isWanted: boolean): readonly Rule[] => {
  const [rules, setRules] = useState<readonly Rule[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    loadRules(base).then(setRules, () => setRules([]));
  }, [base, isWanted]);
  return rules;
};
