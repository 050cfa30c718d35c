import { nameOf } from '../facts/cast.ts';
import { recordsOf, vectorNamed } from './records-of.ts';

type Feed = {
  readonly settled: readonly number[];
  readonly disputed: readonly number[];
  readonly length: number;
  readonly evidence?: { readonly sequence: number; readonly proof: readonly number[] };
};

/**
 * A feed that its author tore: its messages with the branch that each is on, counted from 0, and what a replica says of it; the same in words.
 * Branches are told apart by the first message of each, which has a sequence of another's.
 */
export const forkOf = (vector: string) => {
  const check = vectorNamed(vector);
  if (!('ok' in check.expect)) throw new RangeError(`${vector} has no answer to draw`);
  const [feed] = (check.expect.ok as { feeds: readonly Feed[] }).feeds;
  if (feed?.evidence === undefined) throw new RangeError(`${vector} has no fork to draw`);
  const { sequence, proof } = feed.evidence;
  const records = recordsOf(check);
  const branches = new Map<string, number>();
  const messages = records
    .map(({ header, id }, position) => ({
      id,
      sequence: header.sequence ?? 0,
      previous: header.previous,
      isSettled: feed.settled.includes(position),
      isProof: proof.includes(position),
    }))
    .sort((a, b) => a.sequence - b.sequence)
    .map((message) => {
      const begun = message.sequence === sequence ? branches.size : branches.get(message.previous ?? '');
      if (begun !== undefined) branches.set(message.id, begun);
      return { ...message, branch: begun };
    });
  const [first] = records;
  const author = nameOf(first?.header.author ?? '');
  const { length } = feed;
  const says =
    `A feed of ${author}. Messages up to ${length} are settled. Two different messages ${sequence} are the evidence of a fork; ` +
    'they and all later ones are disputed.';
  return { author, messages, sequence, length, says };
};
