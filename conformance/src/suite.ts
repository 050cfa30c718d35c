import blobs from '@rockpool/vectors/v1/blobs.json' with { type: 'json' };
import documentMerge from '@rockpool/vectors/v1/document-merge.json' with { type: 'json' };
import documents from '@rockpool/vectors/v1/documents.json' with { type: 'json' };
import earthstarEs4 from '@rockpool/vectors/v1/earthstar-es4.json' with { type: 'json' };
import earthstarEs5 from '@rockpool/vectors/v1/earthstar-es5.json' with { type: 'json' };
import earthstarMerge from '@rockpool/vectors/v1/earthstar-merge.json' with { type: 'json' };
import earthstarReplica from '@rockpool/vectors/v1/earthstar-replica.json' with { type: 'json' };
import encoding from '@rockpool/vectors/v1/encoding.json' with { type: 'json' };
import feedState from '@rockpool/vectors/v1/feed-state.json' with { type: 'json' };
import feeds from '@rockpool/vectors/v1/feeds.json' with { type: 'json' };
import identifiers from '@rockpool/vectors/v1/identifiers.json' with { type: 'json' };
import limits from '@rockpool/vectors/v1/limits.json' with { type: 'json' };
import messages from '@rockpool/vectors/v1/messages.json' with { type: 'json' };
import records from '@rockpool/vectors/v1/records.json' with { type: 'json' };
import replica from '@rockpool/vectors/v1/replica.json' with { type: 'json' };
import replicaDurable from '@rockpool/vectors/v1/replica-durable.json' with { type: 'json' };
import replicaQuery from '@rockpool/vectors/v1/replica-query.json' with { type: 'json' };
import signatures from '@rockpool/vectors/v1/signatures.json' with { type: 'json' };
import signaturesSpeccheck from '@rockpool/vectors/v1/signatures-speccheck.json' with { type: 'json' };
import signaturesTorsion from '@rockpool/vectors/v1/signatures-torsion.json' with { type: 'json' };
import signaturesWycheproof from '@rockpool/vectors/v1/signatures-wycheproof.json' with { type: 'json' };
import signaturesZip215 from '@rockpool/vectors/v1/signatures-zip215.json' with { type: 'json' };
import ssb from '@rockpool/vectors/v1/ssb.json' with { type: 'json' };
import ssbFeeds from '@rockpool/vectors/v1/ssb-feeds.json' with { type: 'json' };
import ssbState from '@rockpool/vectors/v1/ssb-state.json' with { type: 'json' };
import sync from '@rockpool/vectors/v1/sync.json' with { type: 'json' };
import { type Lookup, lookupIn } from './report/facts.ts';
import type { Suite } from './run/options.ts';
import { requirements, suiteOf, type VectorFile } from './suite-of.ts';

/** The vector files of this version by their names in the manifest, in the order of the chapters. */
export const VECTOR_FILES: Readonly<Record<string, VectorFile>> = {
  'v1/encoding.json': encoding,
  'v1/identifiers.json': identifiers,
  'v1/signatures.json': signatures,
  'v1/signatures-speccheck.json': signaturesSpeccheck,
  'v1/signatures-zip215.json': signaturesZip215,
  'v1/signatures-wycheproof.json': signaturesWycheproof,
  'v1/signatures-torsion.json': signaturesTorsion,
  'v1/blobs.json': blobs,
  'v1/records.json': records,
  'v1/documents.json': documents,
  'v1/document-merge.json': documentMerge,
  'v1/earthstar-es4.json': earthstarEs4,
  'v1/earthstar-es5.json': earthstarEs5,
  'v1/earthstar-merge.json': earthstarMerge,
  'v1/messages.json': messages,
  'v1/feeds.json': feeds,
  'v1/feed-state.json': feedState,
  'v1/ssb.json': ssb,
  'v1/ssb-feeds.json': ssbFeeds,
  'v1/ssb-state.json': ssbState,
  'v1/replica.json': replica,
  'v1/replica-query.json': replicaQuery,
  'v1/replica-durable.json': replicaDurable,
  'v1/earthstar-replica.json': earthstarReplica,
  'v1/sync.json': sync,
  'v1/limits.json': limits,
};

/** The suite of this version: all vectors, what is derived from them, and all laws. */
export const suite: Suite = suiteOf(Object.values(VECTOR_FILES));

/** What reporters look up about this suite. */
export const lookup: Lookup = lookupIn(requirements, suite.checks);
