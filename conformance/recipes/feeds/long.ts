import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { chain, idOf, next, unknownId } from '../messages/message.ts';
import { batch, chained } from './ask.ts';

const LENGTH = 80;

/**
 * Chains that are longer than what a verifier is likely to take at a time: what is behind the first 64 messages counts as
 * much as what comes before.
 */
export const long = (): VectorCase[] => {
  const feed = chain(LENGTH);
  const upTo = (n: number): NativeRecord[] => feed.slice(0, n - 1);
  const signedByFern = (n: number): NativeRecord[] => feed.with(n - 1, next(upTo(n), { signer: cast.fern }));
  const unlinked = (n: number): NativeRecord[] =>
    feed.with(n - 1, next(upTo(n), { header: { previous: unknownId('long') } }));
  const skipping = feed.with(78, next(upTo(79), { header: { skip: idOf(feed[76] as NativeRecord) } }));
  const parent = 'chain-80';
  return [
    chained(parent, 'the first 80 messages', feed, ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-4', 'FEED-5', 'FEED-6']),
    ...[65, 80].flatMap((n) => [
      chained(`chain-80-signature-${n}`, `message ${n} of 80 is signed by Fern`, signedByFern(n), ['FEED-6'], {
        breaks: ['REC-15'],
        parent,
      }),
      batch(`batch-80-previous-${n}`, `message ${n} of 80 names an unknown one: ${n - 1} are kept`, unlinked(n), n - 1),
    ]),
    chained('chain-80-skip-79', 'message 79 of 80 skips to message 77', skipping, ['FEED-6'], {
      breaks: ['FEED-4'],
      parent,
    }),
  ];
};
