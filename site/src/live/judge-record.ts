import { createJsEngine, createProtocol, verify } from '@rockpool/reference';

/** What the reference answers about a text. */
export type Live =
  | { readonly outcome: 'accepted' | 'held' }
  | { readonly outcome: 'rejected'; readonly code: string; readonly requirement: string; readonly because?: string };

/** Of which format a text is meant to be, and the receiver's clock in microseconds since 1970. */
export type Asked = { readonly format: string; readonly now: number };

const protocol = createProtocol();
const engine = createJsEngine();

/** The verdict on a text. `because` is the clause that a signature breaks. */
export const judgeRecord = (text: string, { format, now }: Asked): Live => {
  const verdict = verify(text, { protocol, engine, format, now });
  if (verdict.ok) return { outcome: 'accepted' };
  if ('held' in verdict) return { outcome: 'held' };
  const { code, requirement, because } = verdict;
  return { outcome: 'rejected', code, requirement, ...(because !== undefined && { because }) };
};
