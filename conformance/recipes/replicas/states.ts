import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW } from '../cases/verify.ts';
import { crossed } from '../feed-state/ask.ts';
import { chain, message, next, numbered } from '../messages/message.ts';
import { byBytes, given, nameOf, opened, stated } from './moves.ts';
import { bare, doc, fading, heldDoc } from './records.ts';
import { scheduling } from './schedule.ts';

const { suzy, fern, phone } = cast;
const replica = scheduling('replica');
const [low, high] = crossed(
  () => doc('/a'),
  (count) => doc('/b', 0, { content: `moss ${count}` }),
);
const [heldLow, heldHigh] = crossed(
  () => heldDoc('/a'),
  (count) => heldDoc('/b', 0, phone, { content: `moss ${count}` }),
);
const ids = (...records: readonly NativeRecord[]): string[] => records.map(nameOf);
const feed = chain(4) as [NativeRecord, NativeRecord, NativeRecord, NativeRecord];
const [one, two, three, four] = feed;
const fork = next([one, two], { content: 'a fork' });
const quiet = (settled: string[], length: number, author = suzy, log?: number) => ({
  author: author.keyId,
  ...(log === undefined ? {} : { log }),
  settled,
  disputed: [],
  length,
});

const lists = (): VectorCase[] => [
  replica(
    'state-empty',
    'a replica that was given nothing',
    ['REP-12', 'NAT-7', 'NAT-8'],
    [opened(), stated({ records: [], held: [], wanted: [], feeds: [] })],
  ),
  replica(
    'state-order',
    'documents in the order of the bytes of their ids, which is not that of their texts',
    ['REP-12'],
    [opened(), given([high, low]), stated({ records: [low, high], held: [] })],
  ),
  replica(
    'state-order-mixed',
    'documents and messages in one order',
    ['REP-12'],
    [opened(), given([...feed, low, high, doc('/c')]), stated({ records: [...feed, low, high, doc('/c')] })],
  ),
  replica(
    'state-held-order',
    'held documents in the order of the bytes of their ids',
    ['NAT-7'],
    [opened(), given([heldHigh, heldLow]), stated({ records: [], held: [heldLow, heldHigh] })],
  ),
  replica(
    'state-held-apart',
    'an accepted document and a held one at one path',
    ['REP-12', 'NAT-7'],
    [opened(), given([doc('/a'), heldDoc('/a', 1)]), stated({ records: [doc('/a')], held: [heldDoc('/a', 1)] })],
  ),
  replica(
    'state-expiry',
    'a document at, and after, the time at which it expires',
    ['REP-10', 'REP-12'],
    [
      opened(),
      given([fading(0, NOW + 5), doc('/a')]),
      stated({ records: [fading(0, NOW + 5), doc('/a')] }, { now: NOW + 5 }),
      stated({ records: [doc('/a')] }, { now: NOW + 6 }),
    ],
  ),
  replica(
    'state-apart',
    'two replicas of one space know nothing of each other',
    ['REP-12'],
    [
      opened({ replica: 'a' }),
      opened({ replica: 'b' }),
      given([doc('/a')], 'accepted', { replica: 'a' }),
      given([doc('/b'), doc('/a')], 'accepted accepted', { replica: 'b' }),
      stated({ records: [doc('/a')] }, { replica: 'a' }),
      stated({ records: [doc('/a'), doc('/b')] }, { replica: 'b' }),
    ],
  ),
  replica(
    'state-spaces',
    'two replicas of two spaces',
    ['REP-3', 'REP-12'],
    [
      opened({ replica: 'a' }),
      opened({ replica: 'b', space: cast.spaces.kitchen }),
      given([doc('/a')], 'accepted', { replica: 'a' }),
      given([doc('/a')], 'foreign', { replica: 'b' }),
      stated({ records: [] }, { replica: 'b' }),
    ],
  ),
  replica(
    'state-opened-again',
    'a replica that was opened again is empty',
    ['REP-12'],
    [
      opened(),
      given([doc('/a'), heldDoc('/a')], 'accepted held'),
      opened(),
      stated({ records: [], held: [] }),
      given([doc('/a')], 'accepted'),
    ],
  ),
];

const feeds = (): VectorCase[] => [
  replica(
    'state-feeds',
    'two feeds of two authors',
    ['NAT-8'],
    [
      opened(),
      given([two, message({ author: fern }), one]),
      stated({ feeds: [quiet(ids(one, two), 2), quiet(ids(message({ author: fern })), 1, fern)] }),
    ],
  ),
  replica(
    'state-logs',
    'a feed without a log, and two with one',
    ['NAT-8'],
    [
      opened(),
      given([message({ header: { log: 10 } }), message({ header: { log: 2 } }), one]),
      stated({
        feeds: [
          quiet(ids(one), 1),
          quiet(ids(message({ header: { log: 2 } })), 1, suzy, 2),
          quiet(ids(message({ header: { log: 10 } })), 1, suzy, 10),
        ],
      }),
    ],
  ),
  replica(
    'state-fork',
    'a fork, and a message after it',
    ['NAT-8', 'REP-9'],
    [
      opened(),
      given([four, fork, three, two, one]),
      stated({
        records: [...feed, fork],
        feeds: [
          {
            author: suzy.keyId,
            settled: ids(one, two),
            disputed: [...ids(three, fork).sort(byBytes), ...ids(four)],
            length: 2,
            evidence: { sequence: 3, proof: ids(three, fork).sort(byBytes) },
          },
        ],
      }),
    ],
  ),
  replica(
    'state-fork-filter',
    'a fork in a replica whose filter lets it through',
    ['NAT-8', 'REP-3'],
    [
      opened({ filter: { kind: 'message' } }),
      given([one, two, next([one], { content: 'a fork' }), doc('/a')], 'accepted accepted accepted foreign'),
      stated({ records: [one, two, next([one], { content: 'a fork' })] }),
    ],
  ),
  replica(
    'state-fork-bare',
    'a fork of messages without their contents',
    ['NAT-8', 'NAT-4'],
    [
      opened(),
      given([one, bare(two), bare(next([one], { content: 'a fork' }))], 'accepted accepted accepted'),
      stated({ records: [one, two, next([one], { content: 'a fork' })] }),
    ],
  ),
  replica(
    'state-gap',
    'messages after a gap, and then what was missing',
    ['NAT-8'],
    [
      opened(),
      given([one, three, four]),
      stated({ feeds: [quiet(ids(one, three, four), 1)] }),
      given([two]),
      stated({ feeds: [quiet(ids(...feed), 4)] }),
    ],
  ),
  replica(
    'state-feed-held',
    'a held message is in no feed',
    ['NAT-8', 'NAT-7'],
    [
      opened(),
      given([one, next([one], { signer: phone, header: { key: phone.keyId } })], 'accepted held'),
      stated({ feeds: [quiet(ids(one), 1)] }),
    ],
  ),
  replica(
    'state-feed-far',
    'a message far from the beginning',
    ['NAT-8'],
    [opened(), given([numbered(1_000_000)]), stated({ feeds: [quiet(ids(numbered(1_000_000)), 0)] })],
  ),
];

/** What a replica says that it holds. */
export const states = (): VectorCase[] => [...lists(), ...feeds()];
