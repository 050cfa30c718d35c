import type { VectorCase } from '@rockpool/schemas';
import { HEIGHTS, hasSkip, lipmaa } from '../../src/forge/lipmaa.ts';
import { refuses, takes } from '../cases/verify.ts';
import { numbered, unknownId } from './message.ts';

const FORMAT = 'rp.message.1';
const MOST = 9_007_199_254_740_991;

const around = (n: number): number[] => [n - 1, n, n + 1];

/** Sequences at which a program that computes lipmaa in another way goes wrong. */
export const TELLING_SEQUENCES: readonly number[] = [
  ...new Set([
    ...Array.from({ length: 45 }, (_, index) => index + 1),
    ...HEIGHTS.filter((height) => height <= 1093).flatMap(around),
    // The sums of heights: the greatest height fits several times.
    ...[80, 81, 119, 120, 242, 243, 363, 728, 1092],
    // The edges of 32 bits, and of what a float of 32 bits can tell apart.
    ...[2 ** 24, 2 ** 31, 2 ** 32].flatMap(around),
    // What has a skip link by its lower 32 bits and none by all of them, or the other way round.
    ...[9, 12, 22, 25].map((n) => 2 ** 32 + n),
    ...[5, 6, 12].map((n) => 2 ** 31 + n),
    ...HEIGHTS.slice(-4).flatMap(around),
    ...[MOST - 2, MOST - 1, MOST],
  ]),
]
  .filter((n) => n >= 1)
  .sort((left, right) => left - right);

const NEEDED = ['MSG-7', 'MSG-8'];

/** Of each sequence a message with the links that it has to have, and one with a skip link too many or too few. */
export const skipLinks = (): VectorCase[] =>
  TELLING_SEQUENCES.flatMap((n) => {
    const linked = hasSkip(n);
    const parent = `messages/skip-${n}`;
    return [
      takes(
        parent,
        linked ? `message ${n} has a skip link, to message ${lipmaa(n)}` : `message ${n} has no skip link`,
        { format: FORMAT, record: numbered(n) },
        NEEDED,
      ),
      refuses(
        `messages/skip-${n}-${linked ? 'missing' : 'needless'}`,
        parent,
        linked ? `message ${n} has no skip link` : `message ${n} has a skip link`,
        { format: FORMAT, record: numbered(n, { header: { skip: linked ? undefined : unknownId('needless') } }) },
        ['MSG-7'],
        ['MSG-8'],
      ),
    ];
  });
