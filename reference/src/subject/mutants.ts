import { treeHash } from '../blob/blob-id.ts';
import { writeHex } from '../bytes/hex.ts';
import type { Digest, Sha256 } from '../bytes/sha256.ts';
import type { Steps } from '../protocol/steps.ts';
import { isRejected } from '../rule/verdict.ts';
import { canonical } from '../value/canonical.ts';
import type { Mutant } from './mutant.ts';
import { feedMutants } from './mutants-feeds.ts';
import { replicaMutants } from './mutants-replicas.ts';
import { ssbMutants } from './mutants-ssb.ts';
import { syncMutants } from './mutants-sync.ts';

const native = (change: Partial<Steps['nativeReplication']>) => (steps: Steps) => ({
  nativeReplication: { ...steps.nativeReplication, ...change },
});

const nativeOnly =
  (change: Partial<Steps['nativeReplication']['native']>) =>
  ({ nativeReplication }: Steps) => ({
    nativeReplication: { ...nativeReplication, native: { ...nativeReplication.native, ...change } },
  });

const earthstar = (change: Partial<Steps['earthstarReplication']>) => (steps: Steps) => ({
  earthstarReplication: { ...steps.earthstarReplication, ...change },
});

/** One mistake for each requirement that is a step and not a rule. */
export const mutants: readonly Mutant[] = [
  {
    requirement: 'CAN-1',
    title: 'sorts members by code points',
    mutate: () => ({ canonical: (value) => canonical(value, (names) => names.sort(compareCodePoints)) }),
  },
  {
    requirement: 'ID-6',
    title: 'orders identifiers by their texts',
    mutate: () => ({ compareIds: (a, b) => compareTexts(a.text, b.text) }),
  },
  { requirement: 'BLB-1', title: 'cuts chunks of 64,000 bytes', mutate: () => ({ chunkBytes: 64_000 }) },
  { requirement: 'BLB-2', title: 'pairs an odd leaf with itself', mutate: () => ({ treeHash: pairedTreeHash }) },
  { requirement: 'BLB-3', title: 'writes the size little-endian', mutate: () => ({ nameHash: littleEndianNameHash }) },
  {
    requirement: 'REC-14',
    title: 'hashes the members of the header as they came',
    mutate: () => ({ headerHash: (header, _canonical, sha256) => sha256(canonical(header, (names) => names)) }),
  },
  {
    requirement: 'REC-18',
    title: 'checks the signature before the form',
    mutate: () => ({ phases: ['text', 'shape', 'signature', 'form', 'relations', 'time', 'content'] }),
  },
  { requirement: 'REC-19', title: 'accepts what another key signed', mutate: () => ({ hold: () => undefined }) },
  {
    requirement: 'REC-21',
    title: 'signs whatever it is given',
    mutate: () => ({ refuses: (verdict) => isRejected(verdict) && verdict.code === 'seed-mismatch' }),
  },
  {
    requirement: 'DOC-16',
    title: 'compares the texts of ids',
    mutate: native({ byAge: (a, b) => b.timestamp - a.timestamp || compareTexts(b.id, a.id) }),
  },
  { requirement: 'DOC-17', title: 'keeps documents of other spaces', mutate: native({ admits: () => true }) },
  { requirement: 'DOC-18', title: 'keeps the last of one id', mutate: native({ oneOf: (_, later) => later }) },
  {
    requirement: 'DOC-19',
    title: 'keeps the newest of a slot alone',
    mutate: native({ keep: (slot) => slot.slice(0, 1) }),
  },
  { requirement: 'DOC-20', title: 'shows the oldest', mutate: native({ winner: (kept) => last(kept) }) },
  {
    requirement: 'DOC-21',
    title: 'deletes at immutable paths too',
    mutate: nativeOnly({ deleted: ({ contentSize }) => contentSize === 0 }),
  },
  { requirement: 'DOC-22', title: 'leaves out what is held', mutate: nativeOnly({ keepsHeld: false }) },
  {
    requirement: 'ES4-5',
    title: 'hashes the lines in the order of the table',
    mutate: () => ({
      es4HashLines: ['format', 'author', 'path', 'contentHash', 'timestamp', 'deleteAfter', 'workspace'],
    }),
  },
  {
    requirement: 'ES5-11',
    title: 'sorts share where the alphabet has it',
    mutate: ({ es5HashLines }) => ({ es5HashLines: es5HashLines.toSorted() }),
  },
  { requirement: 'ES-16', title: 'keeps documents of other shares', mutate: earthstar({ admits: () => true }) },
  {
    requirement: 'ES-17',
    title: 'leaves equal timestamps to the order of arrival',
    mutate: earthstar({ byAge: (a, b) => b.timestamp - a.timestamp }),
  },
  { requirement: 'ES-18', title: 'keeps all of a slot', mutate: earthstar({ keep: (slot) => slot }) },
  { requirement: 'ES-19', title: 'shows the oldest', mutate: earthstar({ winner: (kept) => last(kept) }) },
  ...feedMutants,
  ...ssbMutants,
  ...replicaMutants,
  ...syncMutants,
];

const last = <T>(list: readonly T[]): T => list.at(-1) as T;

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (const [index, character] of left.entries()) {
    const difference = (character.codePointAt(0) as number) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function pairedTreeHash(leaves: readonly Digest[], sha256: Sha256): Digest {
  if (leaves.length < 2) return treeHash(leaves, sha256);
  const parents: Digest[] = [];
  for (let i = 0; i < leaves.length; i += 2) {
    const left = leaves[i] as Digest;
    parents.push(treeHash([left, leaves[i + 1] ?? left], sha256));
  }
  return pairedTreeHash(parents, sha256);
}

function littleEndianNameHash(byteLength: number, root: Digest, sha256: Sha256): Digest {
  const preimage = new Uint8Array(41);
  preimage[0] = 2;
  new DataView(preimage.buffer).setBigUint64(1, BigInt(byteLength), true);
  writeHex(root, preimage, 9);
  return sha256(preimage);
}
