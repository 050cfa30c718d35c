import { expand } from '@rockpool/conformance';
import { lipmaa, proofPath } from '@rockpool/reference';
import { recordsOf, vectorNamed } from './records-of.ts';

/** A feed up to the newest message of a subset proof: where each skip link leads, and which messages are the proof; the same in words. */
export const wayOf = (vector: string) => {
  const check = vectorNamed(vector);
  const { target } = expand(check.input) as { target: number };
  const way = recordsOf(check).map(({ header }) => header.sequence ?? 0);
  const newest = Math.max(...way);
  if (String(way) !== String(proofPath(newest, target))) throw new RangeError(`${vector} is no proof of ${target}`);
  const sequences = Array.from({ length: newest }, (_, index) => index + 1);
  const skips = sequences
    .map((from) => ({ from, to: lipmaa(from) }))
    .filter(({ from, to }) => to > 0 && to !== from - 1);
  const steps = way.slice(1).map((to, index) => ({ from: way[index] ?? 0, to }));
  const links = skips.map(({ from, to }) => `${from} (to ${to})`).join(', ');
  const says =
    `A feed of ${newest} messages. Each names the one before it; these also have a skip link: ${links}. ` +
    `The proof of message ${target}, for a peer that has message ${newest}, takes the way ${way.join(', ')}.`;
  return { sequences, skips, steps, way, newest, target, says };
};
