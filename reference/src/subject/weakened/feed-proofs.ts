import { lipmaa } from '../../feed/lipmaa.ts';
import type { Message } from '../../format/message.ts';
import { keyOf, native, proven, step } from './feed-change.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

const pairs = (messages: readonly Message[]) =>
  messages.slice(1).map((next, i) => [messages[i] as Message, next] as const);
const linked = (message: Message, next: Message) =>
  next.sequence === message.sequence - 1 ? message.previous === next.id : message.skip === next.id;
const ends = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => i === 0);
const tail = <T>(list: readonly T[]): readonly T[] => list.slice(-1);

/** Rules about each pair of a proof, asked of some pairs alone. */
const pairRules: readonly Weakening[] = (
  [
    ['FEED-10', ([message, next]: readonly [Message, Message]) => message.feed === next.feed],
    ['FEED-11', ([message, next]: readonly [Message, Message]) => linked(message, next)],
    ['FEED-12', ([message, next]: readonly [Message, Message]) => message.timestamp > next.timestamp],
  ] as const
).flatMap(([requirement, keeps]) =>
  proven(requirement, [
    ['first-pair', 'looks at the first two messages alone', 'or', ({ messages }) => ends(pairs(messages)).every(keeps)],
    ['last-pair', 'looks at the last two messages alone', 'or', ({ messages }) => tail(pairs(messages)).every(keeps)],
    [
      'not-first-pair',
      'does not look at the first message',
      'or',
      ({ messages }) => pairs(messages).slice(1).every(keeps),
    ],
    [
      'not-last-pair',
      'does not look at the last message',
      'or',
      ({ messages }) => pairs(messages).slice(0, -1).every(keeps),
    ],
  ]),
);

/** [FEED-9] to [FEED-12] */
export const proofs: readonly Weakening[] = [
  ...pairRules,
  ...samenesses.flatMap(({ name, title, same }) =>
    proven('FEED-11', [
      [
        name,
        title,
        'or',
        ({ messages }) =>
          pairs(messages).every(([message, next]) =>
            same((next.sequence === message.sequence - 1 ? message.previous : message.skip) ?? '', next.id),
          ),
      ],
    ]),
  ),
  ...proven('FEED-11', [
    [
      'either',
      'takes either link',
      'or',
      ({ messages }) => pairs(messages).every(([message, next]) => [message.previous, message.skip].includes(next.id)),
    ],
    [
      'previous-alone',
      'looks at previous alone',
      'or',
      ({ messages }) =>
        pairs(messages).every(
          ([message, next]) => next.sequence !== message.sequence - 1 || message.previous === next.id,
        ),
    ],
    [
      'skip-alone',
      'looks at skip alone',
      'or',
      ({ messages }) =>
        pairs(messages).every(([message, next]) => next.sequence === message.sequence - 1 || message.skip === next.id),
    ],
  ]),
  ...proven('FEED-10', [
    [
      'author',
      'compares authors alone',
      'or',
      ({ messages }) => messages.every(({ author }) => author === messages[0]?.author),
    ],
    [
      'ends',
      'compares the first and the last alone',
      'or',
      ({ messages }) => messages[0]?.feed === messages.at(-1)?.feed,
    ],
    [
      'without-log',
      'does not compare logs',
      'or',
      ({ messages }) =>
        messages.every(
          (each) =>
            each.author === messages[0]?.author &&
            each.space === messages[0]?.space &&
            keyOf(each) === keyOf(messages[0] as Message),
        ),
    ],
    [
      'without-space',
      'does not compare spaces',
      'or',
      ({ messages }) =>
        messages.every(
          (each) =>
            each.author === messages[0]?.author &&
            each.log === messages[0]?.log &&
            keyOf(each) === keyOf(messages[0] as Message),
        ),
    ],
    [
      'space-bytes',
      'compares the bytes of spaces and not their names',
      'or',
      ({ messages }) =>
        messages.every(
          (each) =>
            each.author === messages[0]?.author &&
            each.log === messages[0]?.log &&
            each.space?.split('.')[1] === messages[0]?.space?.split('.')[1],
        ),
    ],
  ]),
  ...proven('FEED-9', [
    [
      'longer',
      'takes more messages than are needed',
      'or',
      ({ messages, target }) =>
        target >= 1 &&
        messages.some(({ sequence }) => sequence === target) &&
        descending(messages) &&
        messages.at(-1)?.sequence === 1,
    ],
    [
      'not-to-1',
      'takes a proof that ends with the target',
      'or',
      ({ messages, target }) => target >= 1 && descending(messages) && messages.at(-1)?.sequence === target,
    ],
    [
      'without-target',
      'takes the way to 1 past the target',
      'or',
      ({ messages, target }) =>
        target >= 1 &&
        target <= (messages[0]?.sequence ?? 0) &&
        descending(messages) &&
        messages.at(-1)?.sequence === 1 &&
        !messages.some(({ sequence }) => sequence === target),
    ],
    [
      'ends',
      'looks at the first and the last alone',
      'or',
      ({ messages, target }) =>
        target >= 1 && target <= (messages[0]?.sequence ?? 0) && messages.at(-1)?.sequence === 1,
    ],
    ['any-order', 'does not look at the order', 'or', ({ messages, target }) => sameSequences(messages, target)],
    [
      'twice',
      'takes a message twice',
      'or',
      ({ messages, target }) =>
        sameSequences([...new Map(messages.map((each) => [each.sequence, each])).values()], target) &&
        weaklyDescending(messages),
    ],
    ['empty', 'takes no messages for a proof', 'or', ({ messages }) => messages.length === 0],
    [
      'target-0',
      'takes the target 0',
      'or',
      ({ messages, target }) =>
        target === 0 && messages.length > 0 && descending(messages) && messages.at(-1)?.sequence === 1,
    ],
    [
      'greedy',
      'takes a way that goes by previous where it could skip',
      'or',
      ({ messages, target }) =>
        messages[0]?.sequence !== undefined &&
        messages.every(({ sequence }, i) => sequence === (messages[0] as Message).sequence - i) &&
        messages.at(-1)?.sequence === 1 &&
        target >= 1 &&
        target <= messages[0].sequence,
    ],
  ]),
];

function descending(messages: readonly Message[]): boolean {
  return messages.every(({ sequence }, i) => i === 0 || sequence < (messages[i - 1] as Message).sequence);
}

function weaklyDescending(messages: readonly Message[]): boolean {
  return messages.every(({ sequence }, i) => i === 0 || sequence <= (messages[i - 1] as Message).sequence);
}

function sameSequences(messages: readonly Message[], target: number): boolean {
  const newest = Math.max(0, ...messages.map(({ sequence }) => sequence));
  const way = new Set(wayOf(newest, target));
  return way.size > 0 && way.size === messages.length && messages.every(({ sequence }) => way.has(sequence));
}

function wayOf(newest: number, target: number): number[] {
  const way: number[] = [];
  for (let at = newest; at >= 1 && target >= 1 && at >= target; at = lipmaa(at) >= target ? lipmaa(at) : at - 1)
    way.push(at);
  for (
    let at = target - 1 < 1 ? 0 : lipmaa(target) >= 1 ? lipmaa(target) : target - 1;
    at >= 1;
    at = lipmaa(at) >= 1 ? lipmaa(at) : at - 1
  )
    way.push(at);
  return way;
}

/** [MSG-8] */
export const lipmaas: readonly Weakening[] = (
  [
    ['no-skips', 'gives no skip links', (n: number) => Math.max(0, n - 1)],
    ['up-to-100', 'gives no skip links beyond 100', (n: number) => (n > 100 ? n - 1 : lipmaa(n))],
    ['up-to-1000', 'gives no skip links beyond 1,000', (n: number) => (n > 1_000 ? n - 1 : lipmaa(n))],
    ['in-32-bits', 'counts in 32 bits', (n: number) => (n > 2 ** 31 - 1 ? n - 1 : lipmaa(n))],
    ['in-32-bits-unsigned', 'counts in 32 bits without a sign', (n: number) => (n > 2 ** 32 - 1 ? n - 1 : lipmaa(n))],
    [
      'no-heights',
      'gives heights no skip link',
      (n: number) => ([4, 13, 40, 121, 364, 1093].includes(n) ? n - 1 : lipmaa(n)),
    ],
    [
      'heights-alone',
      'gives heights alone a skip link',
      (n: number) => ([4, 13, 40, 121, 364, 1093].includes(n) ? lipmaa(n) : Math.max(0, n - 1)),
    ],
    [
      'powers-of-2',
      'goes back by powers of 2',
      (n: number) => (n > 0 && n % 2 === 0 ? n - (n & -n) : Math.max(0, n - 1)),
    ],
    [
      'below-height',
      'gives each number the height below it',
      (n: number) => [1093, 364, 121, 40, 13, 4, 1].find((height) => height < n) ?? 0,
    ],
    ['second-level', 'subtracts a height once alone', (n: number) => onceAlone(n)],
  ] as const
).flatMap(([name, title, skipTo]) => step([native], 'MSG-8', name, title, { lipmaa: skipTo }));

function onceAlone(n: number): number {
  const heights = [1, 4, 13, 40, 121, 364, 1093];
  if (n < 1) return 0;
  if (heights.includes(n)) return heights[heights.indexOf(n) - 1] ?? 0;
  const below = heights.findLast((height) => height < n) ?? 1;
  const rest = n - below;
  return heights.includes(rest) ? n - rest : n - 1;
}
