import type { Plan } from './plan.ts';

/**
 * As few steps as are needed for a schedule to fail in the same way: pieces that can be left out are left out, halves first, and then
 * each step by itself until none can. `fails` runs a schedule.
 */
export const shrinkPlan = async (plan: Plan, fails: (plan: Plan) => Promise<boolean>, most = 400): Promise<Plan> => {
  let best = plan;
  let left = most;
  for (let size = Math.max(1, plan.steps.length >> 1); ; size = Math.max(1, size >> 1)) {
    let removed = false;
    for (let at = 0; at < best.steps.length && left > 0; ) {
      left -= 1;
      const steps = [...best.steps.slice(0, at), ...best.steps.slice(at + size)];
      if (await fails({ ...best, steps })) {
        best = { ...best, steps };
        removed = true;
      } else at += size;
    }
    if (left === 0 || (size === 1 && !removed)) return best;
  }
};
