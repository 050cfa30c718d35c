import { sha256 } from '@noble/hashes/sha2.js';
import type { ProfileName, VectorCase } from '@rockpool/schemas';
import manifest from '@rockpool/vectors/manifest.json' with { type: 'json' };
import requirementRegister from '../../spec/requirements.json' with { type: 'json' };
import { checksOf } from './checks/from-vectors.ts';
import type { Suffix } from './checks/part.ts';
import places from './checks/places.json' with { type: 'json' };
import { canonical, hex, type Json, utf8 } from './forge/index.ts';
import { laws } from './laws/index.ts';
import { PROFILES } from './protocol/operations.ts';
import type { Requirement } from './report/facts.ts';
import { DEFAULT_SIBLINGS, type Suite } from './run/options.ts';

/** Every normative paragraph. */
export const requirements = requirementRegister as unknown as readonly Requirement[];

/** What is read of a vector file. */
export type VectorFile = { readonly cases: readonly unknown[] };

/** At each further place, the vectors that are asked about there, chosen when the vectors are made. */
const chosen = Object.entries(places).map(([suffix, ids]) => [suffix as Suffix, new Set(ids)] as const);

/** By the profile of vectors, those whose questions are derived from them too. */
const FURTHER: Partial<Record<ProfileName, readonly ProfileName[]>> = {
  documents: ['replica'],
  feeds: ['replica'],
  'earthstar-es4': ['earthstar-replica'],
  'earthstar-es5': ['earthstar-replica'],
  'ssb-classic': ['ssb-signer', 'ssb-writer', 'ssb-state'],
};

/**
 * The suite of this version with what the given files hold: their vectors, what is derived from them, and all laws. Where
 * it is said which profiles are asked about, nothing is derived for others.
 */
export const suiteOf = (files: readonly VectorFile[], profiles: readonly ProfileName[] = PROFILES): Suite => ({
  version: manifest.suite,
  manifestSha256: hex(sha256(utf8(canonical(manifest as unknown as Json)))),
  checks: checksOf(
    files.flatMap(({ cases }) => cases as readonly VectorCase[]),
    ({ id }) => new Set(chosen.flatMap(([suffix, ids]) => (ids.has(id) ? [suffix] : []))),
    ({ profile }) => [profile, ...(FURTHER[profile] ?? [])].some((each) => profiles.includes(each)),
  ),
  laws,
  siblings: DEFAULT_SIBLINGS,
});

/** Which vector files hold the checks of each profile and their parents, by their names in the manifest. */
const FILES_OF: Readonly<Record<ProfileName, readonly string[]>> = {
  core: [
    'encoding',
    'identifiers',
    'signatures',
    'signatures-speccheck',
    'signatures-zip215',
    'signatures-wycheproof',
    'signatures-torsion',
    'blobs',
    'limits',
  ],
  documents: ['records', 'documents', 'document-merge', 'messages', 'limits'],
  'earthstar-es4': ['earthstar-es4', 'earthstar-merge', 'limits'],
  'earthstar-es5': ['earthstar-es5', 'earthstar-merge', 'limits'],
  feeds: ['messages', 'feeds', 'feed-state', 'limits'],
  'ssb-classic': ['ssb', 'ssb-feeds', 'limits'],
  'ssb-signer': ['ssb'],
  'ssb-writer': ['ssb', 'ssb-feeds'],
  'ssb-state': ['ssb', 'ssb-state', 'limits'],
  replica: ['records', 'documents', 'messages', 'limits', 'replica', 'replica-query', 'replica-durable'],
  'earthstar-replica': ['earthstar-es4', 'earthstar-es5', 'limits', 'earthstar-replica'],
  sync: ['sync'],
};

/** The vector files that questions about these profiles are made of, in the order of the manifest. */
export const filesOf = (profiles: readonly ProfileName[]): string[] => {
  const wanted = new Set(profiles.flatMap((profile) => FILES_OF[profile]).map((name) => `v1/${name}.json`));
  return manifest.files.map(({ path }) => path).filter((path) => wanted.has(path));
};
