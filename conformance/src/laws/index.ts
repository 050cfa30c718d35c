import { CLASSIC_FEEDS, NATIVE_FEEDS } from './chains.ts';
import { coreLaws } from './core.ts';
import { ES4, ES5, NATIVE } from './drafts.ts';
import { feedLawsOf } from './feeds.ts';
import type { Law } from './law.ts';
import { mergeLawOf } from './merges.ts';
import { MESSAGES } from './messages.ts';
import { placeLaws } from './places.ts';
import { proofLaws } from './proofs.ts';
import { recordLawsOf } from './records.ts';
import { ES4_POOL, ES5_POOL, NATIVE_POOL } from './replica-pool.ts';
import { replicaLawsOf } from './replicas.ts';
import { sessionLaws } from './sessions.ts';
import { CLASSIC } from './ssb.ts';
import { stateLawOf } from './states.ts';

const ORDER = ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-6', 'FEED-7'];
const STATE = ['FEED-13', 'FEED-14', 'FEED-15', 'FEED-16', 'FEED-17', 'FEED-18', 'FEED-19', 'FEED-20'];

/** All laws, in the order in which they are tried. */
export const laws: readonly Law[] = [
  ...coreLaws,
  ...[NATIVE, ES4, ES5].flatMap((family) => [...recordLawsOf(family), mergeLawOf(family)]),
  ...recordLawsOf(MESSAGES),
  ...feedLawsOf(NATIVE_FEEDS, {
    order: [...ORDER, 'FEED-4', 'FEED-5', 'FEED-8'],
    writing: ['FEED-21', 'FEED-22', 'FEED-23'],
  }),
  ...proofLaws,
  stateLawOf(NATIVE_FEEDS, STATE),
  ...recordLawsOf(CLASSIC),
  ...feedLawsOf(CLASSIC_FEEDS, { order: ORDER, writing: ['FEED-23'] }),
  stateLawOf(CLASSIC_FEEDS, STATE),
  ...placeLaws,
  ...[NATIVE_POOL, ES4_POOL, ES5_POOL].flatMap(replicaLawsOf),
  ...sessionLaws,
];
