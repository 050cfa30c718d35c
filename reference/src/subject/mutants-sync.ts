import { partCount } from '../sync/answers.ts';
import type { SyncSteps } from '../sync/steps.ts';
import type { Mutant } from './mutant.ts';

const sync =
  (change: Partial<SyncSteps>): Mutant['mutate'] =>
  (steps) => ({ sync: { ...steps.sync, ...change } });

/** One mistake for each sentence about sync that is no rule. */
export const syncMutants: readonly Mutant[] = [
  {
    requirement: 'SYN-4',
    title: 'sends members that no table has',
    mutate: (steps) => sync({ write: (message) => steps.sync.write({ ...message, agent: 'rockpool' }) })(steps),
  },
  { requirement: 'SYN-5', title: 'refuses without a word', mutate: sync({ refusal: () => undefined }) },
  { requirement: 'SYN-6', title: 'goes on after the end', mutate: sync({ heedsEnd: false }) },
  { requirement: 'SYN-8', title: 'has one nonce for all sessions', mutate: sync({ nonce: () => new Uint8Array(32) }) },
  {
    requirement: 'SYN-9',
    title: 'says where it is reached when it is called, and not whom it calls',
    mutate: sync({ address: ({ role, addresses }) => (role === 'answerer' ? addresses?.[0] : undefined) }),
  },
  { requirement: 'SYN-14', title: 'never asks for lift 1', mutate: sync({ lift: () => undefined }) },
  { requirement: 'SYN-15', title: 'sends a record again', mutate: sync({ maySendAgain: () => true }) },
  { requirement: 'SYN-16', title: 'sends back what it got', mutate: sync({ maySendBack: () => true }) },
  {
    requirement: 'SYN-17',
    title: 'sends content to who wants none',
    mutate: (steps) => sync({ textOf: (found) => steps.sync.textOf(found, false) })(steps),
  },
  {
    requirement: 'SYN-18',
    title: 'gives records to its replica from the last to the first',
    mutate: sync({ given: (records) => records.toReversed() }),
  },
  { requirement: 'SYN-19', title: 'wants nothing', mutate: sync({ wants: () => [] }) },
  { requirement: 'SYN-20', title: 'gives the content of what is no item', mutate: sync({ gives: () => true }) },
  { requirement: 'SYN-21', title: 'keeps no content that comes alone', mutate: sync({ keepsContents: false }) },
  { requirement: 'SYN-22', title: 'calls every end equal', mutate: sync({ isEqual: () => true }) },
  { requirement: 'SYN-23', title: 'tells nothing that is new', mutate: sync({ tells: () => false }) },
  { requirement: 'SYN-24', title: 'tells each thing at once', mutate: sync({ stateInterval: 0 }) },
  { requirement: 'SYN-25', title: 'tells the sum of the last pass', mutate: sync({ state: (_, ofPass) => ofPass }) },
  { requirement: 'SYN-26', title: 'takes a state as it comes', mutate: sync({ differs: () => false }) },
  {
    requirement: 'SYN-28',
    title: 'looks at the rules of one member from the last to the first',
    mutate: sync({ inOrder: (rules) => rules.toReversed() }),
  },
  {
    requirement: 'SYN-29',
    title: 'has half a minute of patience, also between two rounds',
    mutate: sync({ isImpatient: (silence) => silence > 30_000_000 }),
  },
  {
    requirement: 'SYN-30',
    title: 'takes the later clock for what is too new',
    mutate: (steps) =>
      sync({ span: (clocks) => ({ ...steps.sync.span(clocks), newest: Math.max(...clocks) + 600_000_000 }) })(steps),
  },
  { requirement: 'SYN-31', title: 'puts its clock back', mutate: sync({ clock: (_, now) => now }) },
  {
    requirement: 'SYN-32',
    title: 'counts what it rejects alone',
    mutate: sync({ isRefused: ({ is }) => is === 'rejected' }),
  },
  {
    requirement: 'SYN-33',
    title: 'reports nothing wanted where it asks for nothing',
    mutate: sync({ reportsWanted: (count, isSparse) => (isSparse ? 0 : count) }),
  },
  {
    requirement: 'SYN-34',
    title: 'refuses a sum that crosses its own',
    mutate: sync({ ignoresCrossing: () => false }),
  },
  { requirement: 'SYN-35', title: 'does not give way to the caller', mutate: sync({ takesCrossing: () => false }) },
  { requirement: 'SYN-36', title: 'tells what is new at any time', mutate: sync({ tellsInRounds: true }) },
  { requirement: 'SYN-37', title: 'begins a round in a round', mutate: sync({ heedsStatesInRounds: true }) },
  {
    requirement: 'RNG-9',
    title: 'compares numbers alone',
    mutate: sync({ agrees: (own, said) => own.count === said.count }),
  },
  { requirement: 'RNG-10', title: 'speaks to who has nothing', mutate: sync({ fillsEmpty: false }) },
  { requirement: 'RNG-11', title: 'lists 31 items at most', mutate: sync({ maxListed: 31 }) },
  {
    requirement: 'RNG-12',
    title: 'makes the first parts the greater ones',
    mutate: sync({ partStart: (index, count) => Math.ceil((index * count) / partCount) }),
  },
  {
    requirement: 'RNG-13',
    title: 'names whole items as bounds',
    mutate: sync({ boundBetween: (_, { timestamp, hex }) => ({ timestamp, hex: hex.replace(/(00)+$/, '') }) }),
  },
  { requirement: 'RNG-14', title: 'sends nothing to a list', mutate: sync({ sendsUnlisted: () => false }) },
  { requirement: 'RNG-15', title: 'wishes for all that is named', mutate: sync({ wishes: () => true }) },
  { requirement: 'RNG-16', title: 'wishes for what it had', mutate: sync({ mayWishAgain: () => true }) },
  { requirement: 'RNG-17', title: 'sends what is not wished for', mutate: sync({ grants: (isWished) => !isWished }) },
  { requirement: 'RNG-18', title: 'falls silent', mutate: sync({ endsPasses: false }) },
  { requirement: 'RNG-19', title: 'does not answer done', mutate: sync({ answersDone: false }) },
  { requirement: 'RNG-20', title: 'says at the end what it began with', mutate: sync({ done: (_, ofPass) => ofPass }) },
  { requirement: 'RNG-21', title: 'is content with one pass', mutate: sync({ passesAgain: () => false }) },
  {
    requirement: 'RNG-22',
    title: 'goes by what it keeps now',
    mutate: sync({ itemsOfPass: (_, current) => current() }),
  },
];
