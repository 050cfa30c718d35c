import { nativeFeeds } from './feed-format.ts';
import { feedReports } from './feed-state.ts';
import { compareIds } from './identifiers.ts';
import { isWanted } from './replica-content.ts';
import { byIds } from './replica-entry.ts';
import { dropExpired, type Kept, type Model } from './replica-model.ts';

/** What a replica says about itself; of an Earthstar replica `records` alone. */
export type ReplicaState = {
  records: string[];
  held?: { id: string; reason: 'identity' }[];
  wanted?: string[];
  feeds?: Record<string, unknown>[];
};

/** The reports of FEED-13 to FEED-20, ids in the place of positions [NAT-8]. */
const feedsOf = (messages: readonly Kept[]): Record<string, unknown>[] => {
  const id = (position: number): string | undefined => messages[position]?.id;
  return feedReports(messages.map(({ value }, position) => ({ item: nativeFeeds.item(value), position }))).map(
    ({ settled, disputed, length, evidence, ...feed }) => ({
      ...feed,
      settled: settled.map(id),
      disputed: disputed.map(id),
      length,
      ...(evidence === undefined ? {} : { evidence: { ...evidence, proof: evidence.proof.map(id) } }),
    }),
  );
};

/** What a replica holds at a time [REP-12] [NAT-4] [NAT-7] [NAT-8]. */
export const stateOf = (model: Model, now: number): ReplicaState => {
  dropExpired(model, now);
  const kept = [...model.kept].sort(byIds);
  const accepted = kept.filter(({ held }) => !held);
  const records = accepted.map(({ id }) => id);
  if (model.family === 'earthstar') return { records };
  const lacking = kept.filter((record) => isWanted(record, model)).map(({ contentHash }) => String(contentHash));
  return {
    records,
    held: kept.filter(({ held }) => held).map(({ id }) => ({ id, reason: 'identity' })),
    wanted: [...new Set(lacking)].sort(compareIds),
    feeds: feedsOf(accepted.filter(({ kind }) => kind === 'message')),
  };
};
