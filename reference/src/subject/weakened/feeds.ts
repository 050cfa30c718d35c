import type { Link } from '../../feed/links.ts';
import { lipmaa } from '../../feed/lipmaa.ts';
import { type FeedSteps, feedSteps } from '../../feed/steps.ts';
import type { Message } from '../../format/message.ts';
import { NativeMessage } from '../../format/rp-message.ts';
import type { Mode } from './lens.ts';
import { withFormat } from './lens.ts';
import { wrongSigns } from './numbers.ts';
import { feedRule, proofRule } from './rule-change.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

const native = 'rp.message.1';
const both = [native, 'ssb-classic'];

const step = (
  formats: readonly string[],
  requirement: string,
  name: string,
  title: string,
  change: Partial<FeedSteps>,
): Weakening[] =>
  formats.map((format) => ({
    requirement,
    name,
    title,
    format,
    weaken: ({ steps }, withSteps) => withSteps({ feeds: { ...steps.feeds, ...change } }),
  }));

type Following = Parameters<typeof feedRule>[2];
const following = (
  formats: readonly string[],
  requirement: string,
  list: readonly (readonly [name: string, title: string, mode: Mode, says: Following])[],
): Weakening[] =>
  formats.flatMap((format) =>
    list.map(([name, title, mode, says]) => ({
      requirement,
      name,
      title,
      format,
      weaken: feedRule(format, requirement, says, mode),
    })),
  );

type Proven = Parameters<typeof proofRule>[2];
const proven = (
  requirement: string,
  list: readonly (readonly [name: string, title: string, mode: Mode, says: Proven])[],
): Weakening[] =>
  list.map(([name, title, mode, says]) => ({
    requirement,
    name,
    title,
    format: native,
    weaken: proofRule(native, requirement, says, mode),
  }));

interface Named {
  readonly space: string | undefined;
  readonly author: string;
  readonly key?: string | undefined;
  readonly log: number | undefined;
}

/** Wrong names of feeds. */
const feedNames: readonly (readonly [name: string, title: string, of: (message: Named) => string])[] = [
  ['author-alone', 'tells feeds apart by the author alone', ({ author }) => author],
  [
    'without-space',
    'does not tell feeds apart by space',
    ({ author, key, log }) => `${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-bytes',
    'tells feeds apart by the bytes of the space and not its name',
    ({ space, author, key, log }) => `${space?.slice(space.indexOf('.'))} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-name',
    'tells feeds apart by the name of the space and not its bytes',
    ({ space, author, key, log }) => `${space?.split('.')[0]} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-kind',
    'does not tell open spaces from others',
    ({ space, author, key, log }) => `${space?.replace('.x', '.b')} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  ['without-key', 'does not tell feeds apart by key', ({ space, author, log }) => `${space} ${author} ${log ?? ''}`],
  [
    'key-or-author',
    'tells feeds apart by who signed',
    ({ space, author, key, log }) => `${space} ${key ?? author} ${log ?? ''}`,
  ],
  ['without-log', 'does not tell feeds apart by log', ({ space, author, key }) => `${space} ${author} ${key ?? ''}`],
  [
    'log-1',
    'takes a missing log for the log 1',
    ({ space, author, key, log }) => `${space} ${author} ${key ?? ''} ${log ?? 1}`,
  ],
  [
    'log-in-32-bits',
    'looks at 32 bits of log',
    ({ space, author, key, log }) => `${space} ${author} ${key ?? ''} ${log === undefined ? '' : log | 0}`,
  ],
  [
    'author-first-8',
    'compares the first 8 characters of authors',
    ({ space, author, key, log }) => `${space} ${author.slice(0, 8)} ${key ?? ''} ${log ?? ''}`,
  ],
];
const forClassic = new Set(['author-first-8']);

/** The feed of a message by another name, in all that follows from it. */
const renamedFeeds: readonly Weakening[] = [
  ...feedNames.map(([name, title, of]) => ({ format: native, name, title, of })),
  ...feedNames
    .filter(([name]) => forClassic.has(name))
    .map(([name, title, of]) => ({ format: 'ssb-classic', name, title, of })),
  {
    format: 'ssb-classic',
    name: 'without-case',
    title: 'compares authors without case',
    of: ({ author }: Named) => author.toLowerCase(),
  },
].flatMap(({ format, name, title, of }) => {
  const weaken: Weakening['weaken'] = (protocol) =>
    withFormat(protocol, format, (found) => ({
      ...found,
      read(value, canonical) {
        const message = found.read(value, canonical);
        return Object.defineProperty(message, 'feed', { value: of(message as unknown as Named) });
      },
    }));
  const at = (requirement: string, operations: readonly string[]): Weakening => ({
    requirement,
    name,
    title,
    format,
    operations,
    weaken,
  });
  return [at('FEED-1', ['feed.verify', 'feed.append']), at('FEED-15', ['feed.state'])];
});

const keyOf = (message: Message) => (message instanceof NativeMessage ? message.key : undefined);

/** [FEED-1] to [FEED-5] */
const chains: readonly Weakening[] = [
  ...following(both, 'FEED-2', [
    [
      'any-later',
      'takes any greater sequence',
      'or',
      ({ message, known: { last } }) => message.sequence > (last?.sequence ?? 0),
    ],
    [
      'same',
      'takes the same sequence again',
      'or',
      ({ message, known: { last } }) => message.sequence === last?.sequence,
    ],
    [
      'one-missing',
      'takes a gap of one',
      'or',
      ({ message, known: { last } }) => message.sequence === (last?.sequence ?? 0) + 2,
    ],
    ['any-first', 'takes any sequence where nothing is known', 'or', ({ known: { last } }) => last === undefined],
    [
      'last-digit',
      'compares the last digit',
      'or',
      ({ message, known: { last } }) => message.sequence % 10 === ((last?.sequence ?? 0) + 1) % 10,
    ],
    [
      'in-32-bits',
      'compares 32 bits',
      'or',
      ({ message, known: { last } }) => (message.sequence | 0) === (((last?.sequence ?? 0) + 1) | 0),
    ],
  ]),
  ...samenesses.flatMap(({ name, title, same }) =>
    following(both, 'FEED-3', [
      [
        name,
        title,
        'or',
        ({ message, known: { last } }) => last === undefined || same(message.previous ?? '', last.id),
      ],
    ]),
  ),
  ...following(both, 'FEED-3', [
    [
      'known',
      'takes the id of any message that is known',
      'or',
      ({ message, known, known: { last } }) =>
        Array.from({ length: last?.sequence ?? 0 }, (_, i) => known.at(i + 1)?.id).includes(message.previous ?? ''),
    ],
    ['beyond-2', 'looks from the third message on', 'or', ({ message }) => message.sequence <= 2],
  ]),
  ...samenesses.flatMap(({ name, title, same }) =>
    following([native], 'FEED-4', [
      [
        name,
        title,
        'or',
        ({ message: { skip, skipSequence }, known }) => same(skip ?? '', known.at(skipSequence)?.id ?? ''),
      ],
    ]),
  ),
  ...following([native], 'FEED-4', [
    [
      'known',
      'takes the id of any message that is known',
      'or',
      ({ message, known, known: { last } }) =>
        Array.from({ length: last?.sequence ?? 0 }, (_, i) => known.at(i + 1)?.id).includes(message.skip ?? ''),
    ],
    [
      'must-be-known',
      'wants the message to be known',
      'and',
      ({ message: { skip, skipSequence }, known }) => skip === undefined || known.at(skipSequence) !== undefined,
    ],
    ['heights', 'looks at heights alone', 'or', ({ message: { sequence } }) => ![4, 13, 40, 121].includes(sequence)],
    [
      'not-heights',
      'does not look at heights',
      'or',
      ({ message: { sequence } }) => [4, 13, 40, 121].includes(sequence),
    ],
  ]),
  ...[
    ...wrongSigns,
    { name: 'equal', title: 'takes an equal timestamp', sign: (a: number, b: number) => Math.sign(a - b + 1) },
  ].flatMap(({ name, title, sign }) => [
    ...following([native], 'FEED-5', [
      [
        name,
        title,
        'instead',
        ({ message, known: { last } }) => last === undefined || sign(message.timestamp, last.timestamp) > 0,
      ],
    ]),
    ...proven('FEED-12', [
      [
        name,
        title,
        'instead',
        ({ messages }) =>
          messages.every(({ timestamp }, i) => i === 0 || sign((messages[i - 1] as Message).timestamp, timestamp) > 0),
      ],
    ]),
  ]),
  ...following([native], 'FEED-5', [
    [
      'by-2',
      'wants two microseconds between',
      'and',
      ({ message, known: { last } }) => last === undefined || message.timestamp > last.timestamp + 1,
    ],
    [
      'first-known',
      'compares with the oldest message that is known',
      'or',
      ({ message, known }) => message.timestamp > (known.at(1)?.timestamp ?? Number.POSITIVE_INFINITY),
    ],
  ]),
];

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
const proofs: readonly Weakening[] = [
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
const lipmaas: readonly Weakening[] = (
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

const isPrevious = (message: Message, link: Link) => link.sequence === message.sequence - 1;
const spaceBytes = (space: string | undefined) => space?.slice(space.indexOf('.') + 1);

/** [FEED-6] to [FEED-8], [FEED-13] to [FEED-24] */
const states: readonly Weakening[] = [
  ...step(both, 'FEED-7', 'not-last', 'drops the last accepted message where a later one is not', {
    keep: (accepted, isComplete) => (isComplete ? accepted : accepted.slice(0, -1)),
  }),
  ...step(both, 'FEED-7', 'first', 'keeps the first message alone where a later one is not accepted', {
    keep: (accepted, isComplete) => (isComplete ? accepted : accepted.slice(0, 1)),
  }),
  ...step([native], 'FEED-8', 'last', 'does not count a message beyond the first without content', {
    countsAlone: ({ hasContent, sequence }) => hasContent || sequence === 1,
  }),
  ...step([native], 'FEED-8', 'first', 'does not count a first message without content', {
    countsAlone: ({ hasContent, sequence }) => hasContent || sequence > 1,
  }),
  ...step([native], 'FEED-13', 'space-bytes', 'compares the bytes of the space and not its name', {
    admits: (message, held, space) => !held && spaceBytes(message.space) === spaceBytes(space),
  }),
  ...step([native], 'FEED-13', 'space-name', 'compares the name of the space and not its bytes', {
    admits: (message, held, space) => !held && message.space?.split('.')[0] === space?.split('.')[0],
  }),
  ...step([native], 'FEED-13', 'space-kind', 'does not tell open spaces from others', {
    admits: (message, held, space) => !held && message.space?.replace('.x', '.b') === space?.replace('.x', '.b'),
  }),
  ...samenesses.flatMap(({ name, title, same }) =>
    step([native], 'FEED-13', `space-${name}`, `${title}, of spaces`, {
      admits: (message, held, space) => !held && same(message.space ?? '', space ?? ''),
    }),
  ),
  ...step([native], 'FEED-13', 'held', 'takes what is held', {
    admits: (message, _held, space) => message.space === space,
  }),
  ...step([native], 'FEED-14', 'with-content', 'keeps the one with content of one id', {
    oneOf: (first, later) => ((later as readonly [Message, number])[0].hasContent ? later : first),
  }),
  ...step(both, 'FEED-15', 'timestamp-too', 'sees a fork only where two messages have one timestamp', {
    rivalry: ({ sequence, timestamp }) => `${sequence} ${timestamp}`,
  }),
  ...step(both, 'FEED-15', 'other-timestamp', 'sees no fork at the first sequence', {
    rivalry: ({ sequence, id }) => (sequence === 1 ? id : sequence),
  }),
  ...step(both, 'FEED-15', 'not-beyond-1', 'sees forks at the first sequence alone', {
    rivalry: ({ sequence, id }) => (sequence > 1 ? id : sequence),
  }),
  ...step([native], 'FEED-15', 'without-content', 'sees no fork where content is missing', {
    rivalry: ({ sequence, id, hasContent }) => (hasContent ? sequence : id),
  }),
  ...step(both, 'FEED-15', 'in-32-bits', 'compares 32 bits of sequences', { rivalry: ({ sequence }) => sequence | 0 }),
  ...step(both, 'FEED-16', 'without-previous', 'does not look at previous', {
    misleads: (message, link, there, rising) =>
      !isPrevious(message, link) && feedSteps.misleads(message, link, there, rising),
  }),
  ...step([native], 'FEED-16', 'without-skip', 'does not look at skip', {
    misleads: (message, link, there, rising) =>
      isPrevious(message, link) && feedSteps.misleads(message, link, there, rising),
  }),
  ...step([native], 'FEED-16', 'ids-alone', 'does not compare timestamps', {
    misleads: (_message, link, there) => link.id !== there.id,
  }),
  ...step([native], 'FEED-16', 'timestamps-alone', 'does not compare ids', {
    misleads: (message, _link, there) => message.timestamp <= there.timestamp,
  }),
  ...step([native], 'FEED-16', 'equal-timestamps', 'takes equal timestamps', {
    misleads: (message, link, there) => link.id !== there.id || message.timestamp < there.timestamp,
  }),
  ...step(['ssb-classic'], 'FEED-16', 'timestamps-too', 'compares timestamps', {
    misleads: (message, link, there) => link.id !== there.id || message.timestamp <= there.timestamp,
  }),
  ...wrongSigns.flatMap(({ name, title, sign }) =>
    step([native], 'FEED-16', name, title, {
      misleads: (message, link, there) => link.id !== there.id || sign(message.timestamp, there.timestamp) <= 0,
    }),
  ),
  ...samenesses
    .filter(({ name }) => name !== 'length')
    .flatMap(({ name, title, same }) =>
      step(both, 'FEED-16', name, `${title}, of ids`, {
        misleads: (message, link, there, rising) =>
          !same(link.id, there.id) || (rising && message.timestamp <= there.timestamp),
      }),
    ),
  ...step(both, 'FEED-17', 'feed-alone', 'does not compare sequences', {
    strays: (message, _link, named) => named.feed !== message.feed,
  }),
  ...step(both, 'FEED-17', 'never', 'does not look for what a link names', { strays: () => false }),
  ...step(both, 'FEED-17', 'author-alone', 'compares authors alone', {
    strays: (message, link, named) => named.author !== message.author || named.sequence !== link.sequence,
  }),
  ...step(both, 'FEED-17', 'without-previous', 'does not look at previous', {
    strays: (message, link, named) => !isPrevious(message, link) && feedSteps.strays(message, link, named),
  }),
  ...step([native], 'FEED-17', 'without-skip', 'does not look at skip', {
    strays: (message, link, named) => isPrevious(message, link) && feedSteps.strays(message, link, named),
  }),
  ...step([native], 'FEED-17', 'without-log', 'does not compare logs', {
    strays: (message, link, named) =>
      named.author !== message.author || keyOf(named) !== keyOf(message) || named.sequence !== link.sequence,
  }),
  ...step([native], 'FEED-17', 'later-only', 'takes a link to an older message', {
    strays: (message, link, named) => named.feed !== message.feed || named.sequence > link.sequence,
  }),
  ...step([native], 'FEED-17', 'older-only', 'takes a link to a later message', {
    strays: (message, link, named) => named.feed !== message.feed || named.sequence < link.sequence,
  }),
  ...step(both, 'FEED-18', 'at-alone', 'disputes the messages at the fork alone', {
    isSettled: ({ sequence }, lowest) => sequence !== lowest,
  }),
  ...step(both, 'FEED-18', 'all', 'disputes the whole feed', {
    isSettled: (_message, lowest) => lowest === Number.POSITIVE_INFINITY,
  }),
  ...step(both, 'FEED-18', 'none', 'disputes nothing', { isSettled: () => true }),
  ...step(both, 'FEED-18', 'as-texts', 'compares the texts of sequences', {
    isSettled: ({ sequence }, lowest) => lowest === Number.POSITIVE_INFINITY || String(sequence) < String(lowest),
  }),
  ...step(both, 'FEED-18', 'one-below', 'disputes the message before the fork', {
    isSettled: ({ sequence }, lowest) => sequence < lowest - 1,
  }),
  ...step(both, 'FEED-19', 'reversed', 'takes the highest ids', { byId: (a, b) => -feedSteps.byId(a, b) }),
  ...step(both, 'FEED-19', 'first-bytes', 'compares the first bytes of ids', {
    byId: (a, b) =>
      a.digest.slice(0, 2) < b.digest.slice(0, 2) ? -1 : a.digest.slice(0, 2) > b.digest.slice(0, 2) ? 1 : 0,
  }),
  ...step(both, 'FEED-19', 'signed-bytes', 'compares bytes with a sign', {
    byId: (a, b) => compareSigned(a.digest, b.digest),
  }),
  ...step(both, 'FEED-19', 'by-timestamp', 'takes the oldest messages', {
    byId: (a, b) => a.timestamp - b.timestamp || feedSteps.byId(a, b),
  }),
  ...step(both, 'FEED-19', 'last-byte-first', 'compares bytes from the last on', {
    byId: (a, b) => compareReversed(a.digest, b.digest),
  }),
  ...step(both, 'FEED-20', 'greatest', 'gives the greatest settled sequence', {
    lengthOf: (settled) => settled.at(-1)?.sequence ?? 0,
  }),
  ...step(both, 'FEED-20', 'from-lowest', 'counts from the lowest settled message', { lengthOf: fromLowest }),
  ...step(both, 'FEED-20', 'minus-1', 'gives one less', {
    lengthOf: (settled) => Math.max(0, feedSteps.lengthOf(settled) - 1),
  }),
  ...step([native], 'FEED-20', 'with-content', 'counts messages with content alone', {
    lengthOf: (settled) => feedSteps.lengthOf(settled.filter(({ hasContent }) => hasContent)),
  }),
  ...step([native], 'FEED-21', 'equal', 'takes the timestamp before where the clock is behind', {
    timestampAfter: (last, now) => Math.max(now, last?.timestamp ?? 0),
  }),
  ...step([native], 'FEED-21', 'always-plus-1', 'adds one to the timestamp before', {
    timestampAfter: (last, now) => (last === undefined ? now : last.timestamp + 1),
  }),
  ...step([native], 'FEED-21', 'now-plus-1', 'adds one to the clock', {
    timestampAfter: (last, now) => Math.max(now + 1, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'in-milliseconds', 'writes whole milliseconds', {
    timestampAfter: (last, now) => Math.max(Math.floor(now / 1_000) * 1_000, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'in-seconds', 'writes whole seconds', {
    timestampAfter: (last, now) => Math.max(Math.floor(now / 1e6) * 1e6, (last?.timestamp ?? 0) + 1),
  }),
  ...step([native], 'FEED-21', 'plus-1000', 'adds a millisecond where the clock is behind', {
    timestampAfter: (last, now) => (last !== undefined && now <= last.timestamp ? last.timestamp + 1_000 : now),
  }),
  ...step([native], 'FEED-21', 'as-texts', 'compares the texts of times', {
    timestampAfter: (last, now) =>
      last !== undefined && String(now) <= String(last.timestamp) ? last.timestamp + 1 : now,
  }),
];

function fromLowest(settled: readonly Message[]): number {
  let length = (settled[0]?.sequence ?? 1) - 1;
  for (const { sequence } of settled) if (sequence === length + 1) length++;
  return settled.length === 0 ? 0 : length;
}

function compareSigned(a: string, b: string): number {
  for (let i = 0; i < a.length; i += 2) {
    const difference = (Number.parseInt(a.slice(i, i + 2), 16) << 24) - (Number.parseInt(b.slice(i, i + 2), 16) << 24);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareReversed(a: string, b: string): number {
  for (let i = a.length - 2; i >= 0; i -= 2) {
    const difference = Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Every rule and step of feeds, weaker. */
export const feedWeakenings: readonly Weakening[] = [...renamedFeeds, ...chains, ...proofs, ...lipmaas, ...states];
