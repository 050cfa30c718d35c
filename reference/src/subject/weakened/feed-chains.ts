import type { KnownMessages } from '../../feed/known-messages.ts';
import type { Message } from '../../format/message.ts';
import { both, following, native, proven } from './feed-change.ts';
import { wrongSigns } from './numbers.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

/** Feeds are known so far at most. */
const farEnough = 1_000;

function isIdOfKnown(id: string | undefined, known: KnownMessages): boolean {
  const length = Math.min(known.last?.sequence ?? 0, farEnough);
  return Array.from({ length }, (_, i) => known.at(i + 1)?.id).includes(id ?? '');
}

/** [FEED-1] to [FEED-5] */
export const chains: readonly Weakening[] = [
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
      ({ message, known }) => isIdOfKnown(message.previous, known),
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
      ({ message, known }) => isIdOfKnown(message.skip, known),
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
