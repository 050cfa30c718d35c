import type { DraftFile } from './cases/file.ts';
import { makeDocuments } from './documents/documents.ts';
import { makeDocumentMerge } from './documents/merge.ts';
import { makeEs4 } from './earthstar/es4.ts';
import { makeEs5 } from './earthstar/es5.ts';
import { makeEarthstarMerge } from './earthstar/merge.ts';
import { makeIdentifiers } from './encoding/identifiers.ts';
import { makeEncoding } from './encoding/texts.ts';
import { makeFeedState } from './feed-state/states.ts';
import { makeFeeds } from './feeds/feeds.ts';
import { makeLimits } from './limits/limits.ts';
import { makeMessages } from './messages/messages.ts';
import { makeBlobs } from './records/blobs.ts';
import { makeRecords } from './records/records.ts';
import { makeEarthstarReplica, makeReplica, makeReplicaDurable, makeReplicaQuery } from './replicas/replicas.ts';
import { makeSsbFeeds } from './scuttlebutt/feeds.ts';
import { makeSsb } from './scuttlebutt/messages.ts';
import { makeSsbState } from './scuttlebutt/states.ts';
import { makeSync } from './sessions/sync.ts';
import { makeSignatures } from './signatures/page.ts';
import { makeSpeccheck } from './signatures/speccheck.ts';
import { makeTorsion } from './signatures/torsion.ts';
import { makeWycheproof } from './signatures/wycheproof.ts';
import { makeZip215 } from './signatures/zip215.ts';

export type { DraftFile } from './cases/file.ts';
export { makeKeys } from './keys.ts';
export { type DraftManifest, type ManifestFile, manifestMessage, signManifest } from './manifest.ts';

/** Every file of vectors, in the order of the chapters. Takes some seconds, and always gives the same. */
export const makeVectors = (): DraftFile[] =>
  [
    makeEncoding,
    makeIdentifiers,
    makeSignatures,
    makeSpeccheck,
    makeZip215,
    makeWycheproof,
    makeTorsion,
    makeBlobs,
    makeRecords,
    makeDocuments,
    makeDocumentMerge,
    makeEs4,
    makeEs5,
    makeEarthstarMerge,
    makeMessages,
    makeFeeds,
    makeFeedState,
    makeSsb,
    makeSsbFeeds,
    makeSsbState,
    makeReplica,
    makeReplicaQuery,
    makeReplicaDurable,
    makeEarthstarReplica,
    makeSync,
    makeLimits,
  ].map((make) => make());
