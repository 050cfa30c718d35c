import { passesFilter } from './query-rules.ts';
import { contentsAfter, isForgotten } from './replica-content.ts';
import { retained } from './replica-documents.ts';
import { type Entry, entryOf, type Given, judgeGiven } from './replica-entry.ts';
import { dropExpired, type Kept, type Model } from './replica-model.ts';
import type { Broken } from './rule.ts';

export type Outcome =
  | { accepted: Record<string, never> }
  | { held: { reason: 'identity' } }
  | { ignored: { reason: 'foreign' | 'duplicate' | 'obsolete' | 'quota' } }
  | { rejected: { codes: Broken['code'][] } };

const ignored = (reason: 'foreign' | 'duplicate' | 'obsolete' | 'quota'): Outcome => ({ ignored: { reason } });

const signerOf = ({ key, author }: Entry): string => key ?? author;

/** Whether there is room for a held record, `after` being what would be kept with it [NAT-1]. */
const hasRoom = ({ kept, quota }: Model, record: Kept, after: readonly Kept[]): boolean => {
  const isGone = (one: Kept): boolean => one.held && !after.some(({ identity }) => identity === one.identity);
  const held = after.filter((one) => one.held);
  const ofKey = held.filter((one) => signerOf(one) === signerOf(record));
  return kept.some(isGone) || (ofKey.length <= quota.perKey && held.length <= quota.total);
};

/** Whether a record brings content that the replica lacks for it and may keep [REP-4]. */
const brings = (model: Model, record: Entry, same: Kept): boolean =>
  record.content !== undefined && same.content === undefined && record.contentSize !== 0 && !isForgotten(same, model);

/** What becomes of a record that a replica is given; the rules stand in the order of the chapter. */
export const ingest = (model: Model, given: Given, now: number): Outcome => {
  dropExpired(model, now);
  const { decide, kept } = model;
  const { broken, held, value } = judgeGiven(given, now);
  if (broken.length > 0) return { rejected: { codes: [...new Set(broken.map(({ code }) => code))] } };
  const entry = entryOf(given.format, value);
  if (decide('REP-3', entry.space !== model.space || !passesFilter(model.filter, entry))) return ignored('foreign');
  const same = kept.find(({ identity }) => identity === entry.identity);
  if (decide('REP-4', same !== undefined && !brings(model, entry, same))) return ignored('duplicate');
  const record: Kept = { ...entry, held, arrived: same?.arrived ?? model.arrivals };
  const after = retained([...kept.filter((one) => one !== same), record]);
  if (decide('REP-5', !after.includes(record))) return ignored('obsolete');
  if (decide('NAT-1', held && !hasRoom(model, record, after))) return ignored('quota');
  model.arrivals += 1;
  model.kept = contentsAfter(model, record, after);
  return held ? { held: { reason: 'identity' } } : { accepted: {} };
};
