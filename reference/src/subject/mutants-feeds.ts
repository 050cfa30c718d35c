import type { FeedSteps } from '../feed/steps.ts';
import type { Message } from '../format/message.ts';
import type { Mutant } from './mutant.ts';

const feeds =
  (change: Partial<FeedSteps>): Mutant['mutate'] =>
  (steps) => ({ feeds: { ...steps.feeds, ...change } });

/** One mistake for each step of messages and feeds. */
export const feedMutants: readonly Mutant[] = [
  {
    requirement: 'MSG-8',
    title: 'begins anew behind each height, as if the message after it were the first',
    mutate: feeds({ lipmaa: anewBehindHeights }),
  },
  { requirement: 'FEED-6', title: 'passes over what it does not accept', mutate: feeds({ goesOn: true }) },
  {
    requirement: 'FEED-7',
    title: 'keeps all messages or none',
    mutate: feeds({ keep: (accepted, isComplete) => (isComplete ? accepted : []) }),
  },
  {
    requirement: 'FEED-8',
    title: 'forgets messages that have no content',
    mutate: feeds({ countsAlone: ({ hasContent }) => hasContent }),
  },
  {
    requirement: 'FEED-13',
    title: 'keeps messages of other spaces',
    mutate: feeds({ admits: (_message, held) => !held }),
  },
  { requirement: 'FEED-14', title: 'keeps the last of one id', mutate: feeds({ oneOf: (_first, later) => later }) },
  {
    requirement: 'FEED-15',
    title: 'sees a fork only where two messages have one message before them',
    mutate: feeds({ rivalry: ({ previous }) => previous }),
  },
  {
    requirement: 'FEED-16',
    title: 'sees a fork only where two messages have one sequence',
    mutate: feeds({ misleads: () => false }),
  },
  {
    requirement: 'FEED-17',
    title: 'looks for what a link names in its own feed only',
    mutate: feeds({
      strays: (message, link, named) => named.feed === message.feed && named.sequence !== link.sequence,
    }),
  },
  {
    requirement: 'FEED-18',
    title: 'calls the messages at the fork settled',
    mutate: feeds({ isSettled: ({ sequence }, lowestEvidence) => sequence <= lowestEvidence }),
  },
  { requirement: 'FEED-19', title: 'compares the texts of ids', mutate: feeds({ byId: compareTexts }) },
  {
    requirement: 'FEED-20',
    title: 'counts the settled messages, whatever is missing between them',
    mutate: feeds({ lengthOf: (settled) => settled.length }),
  },
  { requirement: 'FEED-21', title: 'trusts its clock alone', mutate: feeds({ timestampAfter: (_last, now) => now }) },
  { requirement: 'FEED-23', title: 'writes whatever it is given', mutate: feeds({ refusesNext: () => false }) },
  {
    requirement: 'FEED-24',
    title: 'takes the held messages of a proof for accepted ones',
    mutate: feeds({ provesHeld: true }),
  },
];

/** The height below a message, and from there on the same again. */
function anewBehindHeights(sequence: number): number {
  if (!Number.isSafeInteger(sequence) || sequence < 1) return 0;
  let height = 1;
  let before = 0;
  while (3 * height + 1 <= sequence) [before, height] = [height, 3 * height + 1];
  return height === sequence ? before : height + anewBehindHeights(sequence - height);
}

function compareTexts(a: Message, b: Message): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
