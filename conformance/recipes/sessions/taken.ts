import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { nameOf } from '../replicas/moves.ts';
import { bare, doc, forged, heldDoc, wish } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { ROLES } from './roles.ts';
import { EQUAL, meeting, type Peer, Talk } from './talk.ts';

const UNEQUAL = { done: { equal: false } };
const ROOM_FOR_ONE = { perKey: 1, total: 1 };

/** What is sent at most once, and never back. */
const once = (): VectorCase[] => [
  ...ROLES.map((role) =>
    meeting(
      `refused-again-${role}`,
      `a record for which the partner has no room, so that its second list lacks it again, as ${role}`,
      ['SYN-15', 'RNG-14', 'RNG-21'],
      new Talk({
        role,
        subject: { keeps: [heldDoc('/a'), heldDoc('/b', 1), ...notes(1, 3)] },
        partner: { keeps: notes(1, 3), replica: { quota: ROOM_FOR_ONE } },
      }).go(),
      UNEQUAL,
    ),
  ),
  ...ROLES.map((role) =>
    meeting(
      `refused-divided-${role}`,
      `a record for which the partner has no room, among more than a list holds, as ${role}`,
      ['SYN-15', 'RNG-12', 'RNG-21'],
      new Talk({
        role,
        subject: { keeps: [heldDoc('/a'), heldDoc('/b', 1), ...notes(1, 34)] },
        partner: { keeps: notes(1, 5), replica: { quota: ROOM_FOR_ONE } },
      }).go(),
      UNEQUAL,
    ),
  ),
  ...ROLES.map((role) =>
    meeting(
      `sent-back-${role}`,
      `records that the partner sends although the peer has them, and then does not list, as ${role}`,
      ['SYN-16', 'RNG-14'],
      new Talk({ role, subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 5) } })
        .until('reconcile')
        .say(...(role === 'answerer' ? [records(notes(1, 3))] : []))
        .go(role === 'answerer' ? 0 : 1)
        .say(...(role === 'answerer' ? [] : [records(notes(1, 3))]))
        .go(),
      UNEQUAL,
    ),
  ),
  meeting(
    'sent-back-live',
    'records that somebody else gave the peer, of which the partner sends all but one',
    ['SYN-16', 'SYN-23'],
    new Talk({
      role: 'caller',
      subject: { keeps: notes(1, 4), says: { live: true } },
      partner: { says: { live: true } },
    })
      .go()
      .give(notes(5, 8))
      .say(records(notes(5, 7)))
      .tick(),
    { sent: 'records state' },
  ),
];

/** 33 records of the peer and a few of its partner, which lists what it has. */
const listing = (more: readonly NativeRecord[], subject: Peer = {}, replica: Peer['replica'] = {}): Talk =>
  new Talk({ subject: { keeps: notes(1, 34), ...subject }, partner: { keeps: [...notes(1, 5), ...more], replica } });

/** What is wished for, and what is not wished for again. */
const wished = (): VectorCase[] => [
  meeting(
    'wished-again',
    'a record that was wished for and did not come, which the second pass wishes for again',
    ['RNG-15', 'RNG-16', 'RNG-21'],
    listing(notes(100, 102))
      .until('records')
      .alter(() => [records(notes(100, 101))])
      .go(),
    UNEQUAL,
  ),
  meeting(
    'wished-none',
    'records that were wished for, none of which came',
    ['RNG-15', 'RNG-16', 'RNG-21'],
    listing(notes(100, 102))
      .until('records')
      .alter(() => [])
      .go(),
    UNEQUAL,
  ),
  meeting(
    'wished-refused',
    'a record that was wished for and refused, which the second pass does not wish for again',
    ['RNG-16', 'RNG-15', 'RNG-21', 'SYN-32'],
    listing(
      [heldDoc('/a', 100), heldDoc('/b', 101)],
      { replica: { quota: ROOM_FOR_ONE } },
      { quota: { perKey: 9, total: 9 } },
    )
      .until('reconcile')
      .go(),
    { done: { equal: false, refused: 1 } },
  ),
  meeting(
    'wished-forged',
    'a forged record in place of one that was wished for, which the second pass does not wish for again',
    ['RNG-16', 'RNG-15', 'SYN-18', 'SYN-32'],
    listing(notes(100, 102))
      .until('records')
      .alter(() => [records(notes(100, 102).map((one, index) => (index === 0 ? forged(one) : one)))])
      .go(),
    { done: { equal: false, refused: 1 } },
  ),
  meeting(
    'wished-shapeless',
    'a record without a signature in place of one that was wished for, which the second pass wishes for again',
    ['RNG-16', 'RNG-15', 'SYN-18', 'SYN-32'],
    listing(notes(100, 102))
      .until('records')
      .alter(() => [
        {
          type: 'records',
          records: notes(100, 102).map(({ header, ...rest }, index) => ({
            format: 'rp.message.1',
            text: JSON.stringify(index === 0 ? { header } : { header, ...rest }),
          })),
        },
      ])
      .go(),
    { done: { equal: false, refused: 1 } },
  ),
  meeting(
    'wished-early',
    'a record that comes before the list that names it, which is not wished for',
    ['RNG-16', 'RNG-15'],
    listing(notes(100, 102))
      .until('reconcile')
      .say(records(notes(100, 101)))
      .go(),
    EQUAL,
  ),
];

const page = doc('/a', 0, { content: 'moss' });
const newer = bare(doc('/a', 1, { content: 'moss' }));
const twin = bare(doc('/b', 1, { content: 'moss' }));
const forget = wish([nameOf(page)]);
const [held, next] = [heldDoc('/a'), heldDoc('/b', 1)];

/** Records whose order decides what is kept: a name, words, the replica, and the records. */
const ORDERS: readonly (readonly [string, string, readonly [string, string], readonly NativeRecord[]])[] = [
  [
    'slot',
    'two documents of one slot and one content, of which the older brings it',
    ['older', 'newer'],
    [page, newer],
  ],
  ['wish', 'a wish, a page that it names and another one of the same content', ['page', 'wish'], [page, twin, forget]],
  ['room', 'two held documents and room for one', ['one', 'other'], [held, next]],
];

/** The records as they come, in both orders, in one message and in several, and what is kept then. */
const ordered = (): VectorCase[] =>
  ORDERS.flatMap(([slug, words, [first, last], set]) =>
    ROLES.flatMap((role) =>
      [set, set.toReversed()].flatMap((sequence, turned) =>
        [true, false].map((isOne) => {
          const name = turned === 0 ? first : last;
          const told = isOne ? [records(sequence)] : sequence.map((each) => records([each]));
          return meeting(
            `order-${slug}-${name}-${isOne ? 'one' : 'each'}-${role}`,
            `${words}, the ${name} first, in ${isOne ? 'one message' : 'a message each'}, as ${role}`,
            ['SYN-18', 'NAT-3'],
            new Talk({
              role,
              subject: { replica: { quota: ROOM_FOR_ONE } },
              partner: { keeps: notes(1, 2) },
            })
              .until('records')
              .say(...told)
              .state(),
            {},
          );
        }),
      ),
    ),
  );

/** What comes of records that are taken, refused, held back and sent too often. */
export const taken = (): VectorCase[] => [...once(), ...wished(), ...ordered()];
