import type { Query } from './query-rules.ts';
import type { Entry } from './replica-entry.ts';

export type Quota = { perKey: number; total: number };
export type ReplicaOptions = { family: 'native' | 'earthstar'; space: string; filter?: Query; quota?: Quota };

/** A record that a replica keeps. */
export type Kept = Entry & {
  held: boolean;
  /** Where it stands in the order of arrival. */
  arrived: number;
};

/** What a cursor stands for. */
export type Cursor = {
  query: string;
  /** The last record that was given; undefined where none was. */
  place: Kept | undefined;
  /** What has to be given before the pages end. */
  always: ReadonlySet<string>;
  /** How many records had arrived when that was found. */
  arrivals: number;
  /** Some of it is left over. */
  more: boolean;
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

/** The room of a replica that was opened without `quota`. */
const ROOM: Quota = { perKey: 1_000, total: 10_000 };

/** An empty replica; whether it may be opened so is found out before. */
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
