import type { Check } from './check.ts';
import type { Part } from './part.ts';

/**
 * What is asked as a chain, asked as a batch, and by one message after all before it: the last one or, where not all are
 * accepted, the first that is not [FEED-6] [FEED-7]. Throws `RangeError` for a case that does not say how many are.
 */
export const chainParts = (check: Check): Part[] => {
  const { input, expect, requirements, title } = check;
  const [messages, before] = [input.messages as readonly unknown[], input.before as readonly unknown[]];
  const kept = expect.ok === undefined ? check.kept : messages.length;
  if (kept === undefined) throw new RangeError(`${check.id} does not say how many of its messages are kept`);
  const batch: Part = {
    suffix: 'batch',
    title: `as a batch, ${title}`,
    operation: 'feed.verify',
    requirements: [...new Set([...requirements, 'FEED-7'])],
    input: { ...input, mode: 'batch' },
    expect: { ok: { kept } },
  };
  const at = Math.min(kept, messages.length - 1);
  // The first message alone would be the chain again, cut short.
  if (at < 1) return [batch];
  const single: Part = {
    suffix: 'single',
    title: `the message that decides, after those before it, of ${title}`,
    operation: 'feed.verify',
    requirements,
    input: { ...input, mode: 'single', messages: [messages[at]], before: [...before, ...messages.slice(0, at)] },
    expect,
  };
  return [batch, single];
};
