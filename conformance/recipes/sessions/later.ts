import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { MOST_LISTED, PARTS } from '../../src/forge/session-ranges.ts';
import { type RangeEntry, SHORT_ID } from '../../src/forge/sync-ranges.ts';
import { clashingWith } from './clashes.ts';
import { notes } from './notes.ts';
import { entriesOf, say, whole } from './said.ts';
import { meeting, type Talk } from './talk.ts';
import { ANY } from './turns.ts';

const bytes = (length: number) => (_: unknown, index: number) => new Uint8Array(length).fill(index + 1);
const ids = (count: number, isLong: boolean): Uint8Array[] =>
  Array.from({ length: count }, bytes(isLong ? 32 : SHORT_ID));

const sum = (count: number): RangeEntry => ({ kind: 'sum', fingerprint: new Uint8Array(16), count, ...whole });
const none = (isLong: boolean): RangeEntry => ({ kind: 'list', long: isLong, ids: [], ...whole });

/** A second pass, which the partner begins. */
const second = (): Talk => clashingWith(notes(1, 34)).until('done').go(1).until('reconcile');

/** The next round of a live session whose first one had two passes. */
const nextRound = (): Talk => clashingWith(notes(1, 34), { says: { live: true } }).go();

type Sum = Extract<RangeEntry, { kind: 'sum' }>;

/** The eight sums that the peer has just given. */
const partsOf = ({ sent }: Talk): [Sum, ...Sum[]] => {
  const [first, ...others] = entriesOf(sent.at(-1)).filter((each) => each.kind === 'sum');
  if (first === undefined || others.length !== PARTS - 1) throw new Error('the peer has divided nothing');
  return [first, ...others];
};

const uneven = ({ from, to }: RangeEntry): RangeEntry[] => {
  const places = Array.from({ length: PARTS + 1 }, (_, part) => {
    if (part === 0) return from;
    return part === PARTS ? to : { time: from.time + BigInt(part), bytes: new Uint8Array(32) };
  });
  return Array.from({ length: PARTS }, (_, part) => ({
    ...sum(part === 3 ? 7 : 5),
    from: places[part] ?? from,
    to: places[part + 1] ?? to,
  }));
};

type Lie = readonly [
  slug: string,
  title: string,
  rule: string,
  code: string,
  make: (part: RangeEntry, isLong: boolean) => SentMessage,
  /** How many items are said to be in the part, where no other rule may be broken. */
  count?: number,
];

/** What is answered to the first of eight sums. */
const LIES: readonly Lie[] = [
  ['form', 'ranges of no form', 'RNG-1', 'range-form', () => ({ type: 'reconcile', ranges: 'AAE' })],
  ['order', 'two entries up to the end', 'RNG-2', 'range-order', (_, isLong) => say(none(isLong), none(isLong))],
  ['answer', 'a list of a range that nobody asked about', 'RNG-4', 'range-answer', (_, isLong) => say(none(isLong))],
  [
    'kind',
    'a list of the other kind',
    'RNG-5',
    'range-answer',
    (part, isLong) => say({ ...part, kind: 'list', long: !isLong, ids: ids(2, !isLong) }),
  ],
  [
    'large',
    'a list of 33 items',
    'RNG-6',
    'range-count',
    (part, isLong) => say({ ...part, kind: 'list', long: isLong, ids: ids(MOST_LISTED + 1, isLong) }),
    MOST_LISTED + 1,
  ],
  ['uneven', 'eight uneven sums', 'RNG-7', 'range-count', (part) => say(...uneven(part)), 42],
  [
    'silent',
    'silence, which does not add up to what was said before',
    'RNG-8',
    'range-count',
    () => ANY.done as SentMessage,
  ],
];

const PLACES = [
  ['second', 'in the second pass', second, true],
  ['next', 'in the next round of a live session', nextRound, false],
] as const;

/** The rules for ranges hold in every pass, and not in the first one alone. */
export const later = (): VectorCase[] =>
  PLACES.flatMap(([place, words, begin, isLong]) => {
    const parent = `sync/later-${place}`;
    const divided = (total = 30): Talk => begin().say(say(sum(total)));
    return [
      meeting(`later-${place}`, `a sum of other items, ${words}`, ['RNG-3', 'RNG-12'], divided(), {
        sent: 'reconcile',
      }),
      meeting(
        `later-${place}-first`,
        `a list in the place of the first sum, ${words}`,
        ['RNG-3', 'SYN-5'],
        begin().say(say(none(isLong))),
        { code: 'range-answer', sent: 'error' },
        { parent },
      ),
      ...LIES.map(([slug, title, rule, code, make, count]) => {
        const [first, ...others] = partsOf(divided());
        const talk = divided(count && others.reduce((all, part) => all + part.count, count));
        return meeting(
          `later-${place}-${slug}`,
          `${title}, ${words}`,
          [rule, 'SYN-5'],
          talk.say(make(first, isLong)),
          { code, sent: 'error' },
          { parent },
        );
      }),
    ];
  });
