import { byteLength } from './message.ts';
import type { Peer } from './peer.ts';

/** What two peers have to find out, before they have said a word. */
export type Odds = {
  /** How many records only one of them has. */
  readonly differences: number;
  /** Of all records that any of them has. */
  readonly records: number;
  /** What it would take to send everything, in bytes. */
  readonly everything: number;
  /** The fewest bytes by which anybody could say which of all records these are, not counting the records themselves. */
  readonly least: number;
};

/** By all that is kept, as it is known by its fingerprint. */
const known = new Map<string, number>();

/** How many bytes all records of a peer have, as they travel. */
const bytesOf = (peer: Peer): number => {
  const { fingerprint } = peer.summary;
  const before = known.get(fingerprint);
  if (before !== undefined) return before;
  let bytes = 0;
  for (const { text } of peer.bundle) bytes += byteLength(String(text));
  known.set(fingerprint, bytes);
  return bytes;
};

const hexesOf = (peer: Peer): Set<string> => {
  const hexes = new Set<string>();
  for (const { hex } of peer.source.snapshot(peer.now).items()) hexes.add(hex);
  return hexes;
};

/** The bits that tell one choice of `few` out of `all` from the others. */
const bitsOf = (few: number, all: number): number => {
  let bits = 0;
  for (let i = 1; i <= Math.min(few, all - few); i++) bits += Math.log2((all - i + 1) / i);
  return bits;
};

export const oddsOf = (one: Peer, other: Peer): Odds => {
  const [here, there] = [hexesOf(one), hexesOf(other)];
  let shared = 0;
  for (const hex of here) if (there.has(hex)) shared++;
  const records = here.size + there.size - shared;
  const differences = records - shared;
  return {
    differences,
    records,
    everything: bytesOf(one) + bytesOf(other),
    least: Math.max(differences === 0 ? 0 : 1, Math.ceil(bitsOf(differences, records) / 8)),
  };
};
