import { createJsEngine, createProtocol, readText, verify } from '@rockpool/reference';
import { personSentence } from '../inspector/found/person.ts';
import type { NamedKey } from '../inspector/found/who.ts';

/** What the reference answers about a text, with a sentence for people. */
export type Live = { readonly sentence: string } & (
  | { readonly outcome: 'accepted' | 'held' }
  | { readonly outcome: 'rejected'; readonly code: string; readonly requirement: string; readonly because?: string }
);

/** Of which format a text is meant to be, the receiver's clock in microseconds since 1970, and whose keys have names. */
export type Asked = { readonly format: string; readonly now: number; readonly keys?: readonly NamedKey[] };

const protocol = createProtocol();
const engine = createJsEngine();

const SOUND = {
  accepted: 'Every rule is kept: it is what its author signed.',
  held: 'Nothing is wrong with it, and something that it depends on is missing.',
} as const;

/** The verdict on a text. `because` is the clause that a signature breaks. */
export const judgeRecord = (text: string, { format, now, keys = [] }: Asked): Live => {
  const verdict = verify(text, { protocol, engine, format, now });
  if (verdict.ok) return { outcome: 'accepted', sentence: SOUND.accepted };
  if ('held' in verdict) return { outcome: 'held', sentence: SOUND.held };
  const { code, requirement, because, path } = verdict;
  const sentence = personSentence({ code, requirement, because, path }, { value: readText(text).value, format }, keys);
  return { outcome: 'rejected', sentence, code, requirement, ...(because !== undefined && { because }) };
};
