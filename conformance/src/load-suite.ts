import type { ProfileName } from '@rockpool/schemas';
import type { Suite } from './run/options.ts';
import { filesOf, suiteOf, type VectorFile } from './suite-of.ts';

/** How each vector file is read, by its name in the manifest. To read all takes longer than many a run. */
export const READERS: Readonly<Record<string, () => Promise<{ default: VectorFile }>>> = {
  'v1/encoding.json': () => import('@rockpool/vectors/v1/encoding.json', { with: { type: 'json' } }),
  'v1/identifiers.json': () => import('@rockpool/vectors/v1/identifiers.json', { with: { type: 'json' } }),
  'v1/signatures.json': () => import('@rockpool/vectors/v1/signatures.json', { with: { type: 'json' } }),
  'v1/signatures-speccheck.json': () =>
    import('@rockpool/vectors/v1/signatures-speccheck.json', { with: { type: 'json' } }),
  'v1/signatures-zip215.json': () => import('@rockpool/vectors/v1/signatures-zip215.json', { with: { type: 'json' } }),
  'v1/signatures-wycheproof.json': () =>
    import('@rockpool/vectors/v1/signatures-wycheproof.json', { with: { type: 'json' } }),
  'v1/signatures-torsion.json': () =>
    import('@rockpool/vectors/v1/signatures-torsion.json', { with: { type: 'json' } }),
  'v1/blobs.json': () => import('@rockpool/vectors/v1/blobs.json', { with: { type: 'json' } }),
  'v1/records.json': () => import('@rockpool/vectors/v1/records.json', { with: { type: 'json' } }),
  'v1/documents.json': () => import('@rockpool/vectors/v1/documents.json', { with: { type: 'json' } }),
  'v1/document-merge.json': () => import('@rockpool/vectors/v1/document-merge.json', { with: { type: 'json' } }),
  'v1/earthstar-es4.json': () => import('@rockpool/vectors/v1/earthstar-es4.json', { with: { type: 'json' } }),
  'v1/earthstar-es5.json': () => import('@rockpool/vectors/v1/earthstar-es5.json', { with: { type: 'json' } }),
  'v1/earthstar-merge.json': () => import('@rockpool/vectors/v1/earthstar-merge.json', { with: { type: 'json' } }),
  'v1/messages.json': () => import('@rockpool/vectors/v1/messages.json', { with: { type: 'json' } }),
  'v1/feeds.json': () => import('@rockpool/vectors/v1/feeds.json', { with: { type: 'json' } }),
  'v1/feed-state.json': () => import('@rockpool/vectors/v1/feed-state.json', { with: { type: 'json' } }),
  'v1/ssb.json': () => import('@rockpool/vectors/v1/ssb.json', { with: { type: 'json' } }),
  'v1/ssb-feeds.json': () => import('@rockpool/vectors/v1/ssb-feeds.json', { with: { type: 'json' } }),
  'v1/ssb-state.json': () => import('@rockpool/vectors/v1/ssb-state.json', { with: { type: 'json' } }),
  'v1/replica.json': () => import('@rockpool/vectors/v1/replica.json', { with: { type: 'json' } }),
  'v1/replica-query.json': () => import('@rockpool/vectors/v1/replica-query.json', { with: { type: 'json' } }),
  'v1/replica-durable.json': () => import('@rockpool/vectors/v1/replica-durable.json', { with: { type: 'json' } }),
  'v1/earthstar-replica.json': () => import('@rockpool/vectors/v1/earthstar-replica.json', { with: { type: 'json' } }),
  'v1/sync.json': () => import('@rockpool/vectors/v1/sync.json', { with: { type: 'json' } }),
  'v1/limits.json': () => import('@rockpool/vectors/v1/limits.json', { with: { type: 'json' } }),
};

const readFile = async (path: string): Promise<VectorFile> => {
  const read = READERS[path];
  if (read === undefined) throw new RangeError(`${path} is in the manifest, and load-suite.ts does not read it`);
  return (await read()).default;
};

/** The suite with what these profiles are asked, and with all laws. */
export const loadSuite = async (profiles: readonly ProfileName[]): Promise<Suite> =>
  suiteOf(await Promise.all(filesOf(profiles).map(readFile)), profiles);
