import { makeBlobs } from './blobs.ts';
import { makeDocumentMerge } from './document-merge.ts';
import { makeDocuments } from './documents.ts';
import { makeEs4 } from './earthstar-es4.ts';
import { makeEs5 } from './earthstar-es5.ts';
import { makeEarthstarMerge } from './earthstar-merge.ts';
import { makeEncoding } from './encoding.ts';
import { makeFeedState } from './feed-state.ts';
import { makeFeeds } from './feeds.ts';
import type { DraftFile } from './file.ts';
import { makeIdentifiers } from './identifiers.ts';
import { makeMessages } from './messages.ts';
import { makeRecords } from './records.ts';
import { makeSignatures } from './signatures.ts';
import { makeSpeccheck } from './signatures-speccheck.ts';
import { makeTorsion } from './signatures-torsion.ts';
import { makeWycheproof } from './signatures-wycheproof.ts';
import { makeZip215 } from './signatures-zip215.ts';
import { makeSsb } from './ssb.ts';
import { makeSsbFeeds } from './ssb-feeds.ts';
import { makeSsbState } from './ssb-state.ts';

export type { DraftFile } from './file.ts';
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
  ].map((make) => make());
