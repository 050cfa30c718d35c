import { passesFilter, type Query } from './query-rules.ts';
import { contentsAfter, isForgotten } from './replica-content.ts';
import { retained } from './replica-documents.ts';
import { type Entry, entryOf, type Given, judgeGiven } from './replica-entry.ts';
import type { Cursor } from './replica-query.ts';
import type { Broken } from './rule.ts';

export type Quota = { perKey: number; total: number };
export type ReplicaOptions = { family: 'native' | 'earthstar'; space: string; filter?: Query; quota?: Quota };

/** A record that a replica keeps. */
export type Kept = Entry & {
  held: boolean;
  /** Where it stands in the order of arrival. */
  arrived: number;
};

/** What a rule of the chapter says; a test of the judge can have it say something else. */
export type Decide = (requirement: string, found: boolean) => boolean;

/** A replica, plain: whatever is asked is found by looking at everything. */
export type Model = Required<Pick<ReplicaOptions, 'family' | 'space' | 'filter' | 'quota'>> & {
  kept: readonly Kept[];
  arrivals: number;
  cursors: Map<string, Cursor>;
  decide: Decide;
};

export type Outcome =
  | { accepted: Record<string, never> }
  | { held: { reason: 'identity' } }
  | { ignored: { reason: 'foreign' | 'duplicate' | 'obsolete' | 'quota' } }
  | { rejected: { codes: Broken['code'][] } };

/** The room of a replica that was opened without `quota`. */
const ROOM: Quota = { perKey: 1_000, total: 10_000 };

/** An empty replica; what is wrong with the options is for `brokenOptions` to say. */
export const openModel = (
  { family, space, filter, quota }: ReplicaOptions,
  decide: Decide = (_, found) => found,
): Model => ({
  family,
  space,
  filter: filter ?? {},
  quota: quota ?? ROOM,
  kept: [],
  arrivals: 0,
  cursors: new Map(),
  decide,
});

/** The clock never goes back, so what has expired is gone for good [REP-10]. */
export const dropExpired = (model: Model, now: number): void => {
  model.kept = model.kept.filter(({ expires }) => !model.decide('REP-10', expires < now));
};

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
  record.content !== undefined &&
  same.content === undefined &&
  record.contentSize !== 0 &&
  !isForgotten({ ...same, content: record.content }, model);

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
