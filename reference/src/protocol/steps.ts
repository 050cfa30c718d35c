import { blobSteps } from '../blob/blob-id.ts';
import { type FeedSteps, feedSteps } from '../feed/steps.ts';
import type { EarthstarDocument } from '../format/earthstar-document.ts';
import { es4HashLines } from '../format/es4.ts';
import { es5HashLines } from '../format/es5.ts';
import { headerHash, holdForIdentity, type NativeSteps } from '../format/native-record.ts';
import { type SsbSteps, ssbSteps } from '../format/ssb-message.ts';
import { type CompareIds, compareIds } from '../id/sort.ts';
import { earthstarReplication } from '../merge/earthstar-replication.ts';
import { nativeReplication } from '../merge/native-replication.ts';
import type { Replication } from '../merge/replication.ts';
import { type ReplicaSteps, replicaSteps } from '../replica/steps.ts';
import { type OwnPhase, phases } from '../rule/rule.ts';
import { isRejected, type Verdict } from '../rule/verdict.ts';
import { type SyncSteps, syncSteps } from '../sync/steps.ts';
import { canonical } from '../value/canonical.ts';

/**
 * What the specification says to compute, as opposed to what it says to check. Each member is one requirement without a
 * rejection code; the defaults are right, and arguments so that a wrong one can be tried.
 */
export interface Steps extends NativeSteps, SsbSteps {
  /** [ID-6] */
  readonly compareIds: CompareIds;
  /** [REC-18] */
  readonly phases: readonly OwnPhase[];
  /** [REC-21] Whether a signer refuses to sign what a verifier answers so. */
  refuses(verdict: Verdict<unknown>): boolean;
  /** [DOC-16] to [DOC-22] */
  readonly nativeReplication: typeof nativeReplication;
  /** [MSG-8], and what FEED-6 to FEED-24 say to compute */
  readonly feeds: FeedSteps;
  /** [ES4-5] */
  readonly es4HashLines: readonly string[];
  /** [ES5-11] */
  readonly es5HashLines: readonly string[];
  /** [ES-16] to [ES-19] */
  readonly earthstarReplication: Replication<EarthstarDocument>;
  /** What REP, NAT and QRY say to compute. */
  readonly replica: ReplicaSteps;
  /** What SYN and RNG say to do. */
  readonly sync: SyncSteps;
}

/** What the protocol says. */
export const steps: Steps = {
  ...blobSteps,
  ...ssbSteps,
  canonical: (value) => canonical(value),
  compareIds,
  headerHash,
  phases,
  hold: holdForIdentity,
  refuses: isRejected,
  nativeReplication,
  feeds: feedSteps,
  es4HashLines,
  es5HashLines,
  earthstarReplication,
  replica: replicaSteps,
  sync: syncSteps,
};
