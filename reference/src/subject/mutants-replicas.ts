import { isMessage, isNative } from '../replica/family.ts';
import type { Match } from '../replica/page.ts';
import type { Selector } from '../replica/selectors.ts';
import type { ReplicaSteps } from '../replica/steps.ts';
import { remembering } from './broken/memory.ts';
import { inclusivePage, offsetPage } from './broken/pages.ts';
import { WriteBehind } from './broken/write-behind.ts';
import type { Mutant } from './mutant.ts';

type Change = Partial<ReplicaSteps> | ((steps: ReplicaSteps) => Partial<ReplicaSteps>);

const replica =
  (change: Change): Mutant['mutate'] =>
  (steps) => ({
    replica: { ...steps.replica, ...(typeof change === 'function' ? change(steps.replica) : change) },
  });

const without =
  (requirement: string) =>
  ({ selectors }: ReplicaSteps): { selectors: readonly Selector[] } => ({
    selectors: selectors.filter((selector) => selector.requirement !== requirement),
  });

/** One mistake for each sentence about replicas that is no rule. */
export const replicaMutants: readonly Mutant[] = [
  {
    requirement: 'REP-2',
    title: 'remembers what it refused, and refuses it for ever',
    mutate: (steps) => replica({ heeds: remembering() })(steps),
  },
  {
    requirement: 'REP-3',
    title: 'takes what is of another space or left out by the filter',
    mutate: replica({ isForeign: () => false }),
  },
  { requirement: 'REP-4', title: 'accepts a record again', mutate: replica({ isDuplicate: () => false }) },
  {
    requirement: 'REP-5',
    title: 'accepts what is older in its slot and keeps it beside the newer',
    mutate: replica({ isObsolete: () => false }),
  },
  {
    requirement: 'REP-6',
    title: 'answers what is held as if it were accepted',
    mutate: replica({ answer: ({ record: { id } }) => ({ is: 'accepted', id }) }),
  },
  {
    requirement: 'REP-7',
    title: 'keeps the content of what it ignores',
    mutate: replica({ keepsContentOfIgnored: true }),
  },
  {
    requirement: 'REP-8',
    title: 'drops nothing for a newer document',
    mutate: replica({ drops: () => false }),
  },
  {
    requirement: 'REP-9',
    title: 'keeps no message that came without content',
    mutate: replica({ keeps: (record, content) => !isMessage(record) || content !== undefined }),
  },
  { requirement: 'REP-10', title: 'shows what has expired', mutate: replica({ isLiving: () => true }) },
  {
    requirement: 'REP-11',
    title: 'answers before it has stored',
    mutate: replica({ storeOver: (store) => new WriteBehind(store) }),
  },
  {
    requirement: 'REP-12',
    title: 'lists records in the order of their texts',
    mutate: replica({ listAccepted: (ids) => ids.toSorted() }),
  },
  {
    requirement: 'REP-14',
    title: 'looks at spaces before filters, and at cursors before the other members of queries',
    mutate: replica({ shapeFirst: false }),
  },
  { requirement: 'NAT-1', title: 'has room for all that is held', mutate: replica({ hasRoom: () => true }) },
  {
    requirement: 'NAT-2',
    title: 'does not look at content beside a record',
    mutate: replica({ withContent: (facts) => facts }),
  },
  {
    requirement: 'NAT-3',
    title: 'keeps content for the record alone that brought it',
    mutate: replica({ sharesContent: false }),
  },
  {
    requirement: 'NAT-4',
    title: 'wants the content of records that have none',
    mutate: replica({ lacksContent: () => true }),
  },
  { requirement: 'NAT-5', title: 'forgets nothing', mutate: replica({ namedIn: () => undefined }) },
  { requirement: 'NAT-6', title: 'wants what it has forgotten', mutate: replica({ wantsForgotten: true }) },
  { requirement: 'NAT-7', title: 'does not tell what it holds', mutate: replica({ listHeld: () => [] }) },
  {
    requirement: 'NAT-8',
    title: 'calls messages by their positions in a feed',
    mutate: replica({
      listFeeds: (feeds) => feeds.map((feed) => ({ ...feed, settled: feed.settled.map((_, index) => `${index}`) })),
    }),
  },
  {
    requirement: 'QRY-2',
    title: 'gives nothing whose content is missing',
    mutate: replica({ isGiven: (record, hasContent) => (isNative(record) ? hasContent() : record.text !== '') }),
  },
  ...[
    ['QRY-3', 'path'],
    ['QRY-4', 'pathPrefix'],
    ['QRY-5', 'pathSuffix'],
    ['QRY-6', 'author'],
    ['QRY-7', 'from'],
    ['QRY-8', 'before'],
    ['QRY-9', 'kind'],
    ['QRY-10', 'linksTo'],
    ['QRY-11', 'relation'],
    ['QRY-13', 'deleted'],
  ].map(([requirement = '', member]) => ({
    requirement,
    title: `does not look at ${member}`,
    mutate: replica(without(requirement)),
  })),
  {
    requirement: 'QRY-12',
    title: 'gives all documents at a path',
    mutate: replica({ asksForWinners: () => false }),
  },
  {
    requirement: 'QRY-14',
    title: 'does not look at upper and lower case in the order of paths',
    mutate: replica(arranging('path', (match) => pathOf(match).toLowerCase())),
  },
  {
    requirement: 'QRY-15',
    title: 'compares the texts of ids where timestamps are equal',
    mutate: replica(
      arranging('time', ({ kept: { record } }) => `${String(record.timestamp).padStart(16, '0')}${record.id}`),
    ),
  },
  {
    requirement: 'QRY-16',
    title: 'counts a record that is given again as arrived anew',
    mutate: replica({ isDuplicate: () => false, arrivalAgain: (_before, now) => now }),
  },
  { requirement: 'QRY-17', title: 'knows one direction', mutate: replica({ isReversed: () => false }) },
  { requirement: 'QRY-18', title: 'gives a hundred records at most', mutate: replica({ limitOf: () => 100 }) },
  { requirement: 'QRY-19', title: 'always ends with the first page', mutate: replica({ nextOf: () => undefined }) },
  { requirement: 'QRY-20', title: 'gives the last record of a page again', mutate: replica({ page: inclusivePage }) },
  { requirement: 'QRY-21', title: 'counts how many records to pass over', mutate: replica({ page: offsetPage }) },
  { requirement: 'QRY-22', title: 'ends where nothing is left over', mutate: replica({ isLive: () => false }) },
];

const pathOf = ({ kept: { record } }: Match): string => ('path' in record ? record.path : '');

/** Another order within a page. */
function arranging(order: 'path' | 'time', keyOf: (match: Match) => string): Partial<ReplicaSteps> {
  return {
    arrange(matches, query) {
      if (query.order !== order) return matches;
      const sign = query.reverse ? -1 : 1;
      return matches.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -sign : keyOf(a) > keyOf(b) ? sign : 0));
    },
  };
}
