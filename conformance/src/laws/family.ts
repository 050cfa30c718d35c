import type { FormatName, ProfileName } from '@rockpool/schemas';
import type fc from 'fast-check';
import type { JsonObject } from '../forge/index.ts';

/** Spoils a signed record in one way; `at` says where, `now` when, in microseconds. What that means is for the forge's rules to say. */
export type Mutation = (record: JsonObject, at: number, now: number) => JsonObject;

/** Records of one format as the laws make them, from drafts `D` that say what is special about each. */
export type Family<D> = {
  /** In the ids of its laws. */
  name: string;
  format: FormatName;
  /** Who verifies such records, and who signs them. */
  verifier: ProfileName;
  signer: ProfileName;
  /** What the laws about single records exercise. */
  requirements: Readonly<Record<'accepted' | 'tampered' | 'made', readonly string[]>>;
  drafts: fc.Arbitrary<D>;
  /** The record without its signatures. */
  unsigned(draft: D, now: number): JsonObject;
  /** What `record.sign` takes beside it: secret keys. */
  seeds(draft: D): Record<string, string>;
  /** What both `record.sign` and `record.verify` take besides. */
  params?(draft: D): { hmac?: string };
  sign(draft: D, unsigned: JsonObject): JsonObject;
  /** The id of a record, and what a law about it exercises. */
  id?: { of(record: JsonObject): string; requirements: readonly string[] };
  /** The order of the members means something. */
  ordered: boolean;
  mutations: readonly Mutation[];
};
