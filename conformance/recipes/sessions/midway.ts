import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW } from '../cases/verify.ts';
import { fading, heldDoc } from '../replicas/records.ts';
import { clashingWith } from './clashes.ts';
import { notes } from './notes.ts';
import { ROLES, type Role } from './roles.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';

const ROOM_FOR_ONE = { perKey: 1, total: 1 };
const going = fading(0, NOW + 5);

/** A document expires for both while they compare what they have. */
const expiring = (): VectorCase[] => {
  const gone = (meet: Meeting): Talk => new Talk(meet).until('reconcile').go(1).wait(9);
  return [
    ...ROLES.map((role) =>
      meeting(
        `gone-own-${role}`,
        `a document of the peer that expires after the peer has counted it, as ${role}`,
        ['SYN-15', 'RNG-20'],
        gone({ role, subject: { keeps: [going, ...notes(1, 4)] }, partner: { keeps: notes(2, 5) } }).go(),
        EQUAL,
      ),
    ),
    ...ROLES.map((role) => {
      const talk = new Talk({ role, subject: { keeps: notes(1, 4) }, partner: { keeps: [going, ...notes(2, 5)] } });
      const taken = role === 'caller' ? talk.until('records').go(1) : talk.until('done');
      return meeting(
        `gone-first-${role}`,
        `a document that expires for the peer before it does for its partner, so that they end unequal, as ${role}`,
        ['RNG-21', 'RNG-16', 'SYN-22'],
        taken.wait(9, 0).go(),
        { done: { equal: false } },
      );
    }),
  ];
};

/** A document of the peer expires after a pass has begun, and the pass is about it still. */
const goneSince = (): VectorCase[] => {
  const more = notes(1, 41);
  /** The peer has said the sum of all; its partner lacks the document, and divides what it has. */
  const asked = (): Talk =>
    new Talk({ subject: { keeps: [going, ...notes(1, 5)] }, partner: { keeps: more } }).until('reconcile').wait(9);
  /** Both keep the document, which goes for the peer alone; the partner names it in a list. */
  const named = (role: Role): Talk => {
    const [subject, partner] = role === 'answerer' ? [notes(1, 4), notes(2, 5)] : [more, notes(2, 42)];
    const talk = new Talk({ role, subject: { keeps: [going, ...subject] }, partner: { keeps: [going, ...partner] } });
    return (role === 'answerer' ? talk : talk.until('reconcile').go(1)).until('reconcile').wait(9, 0).go(1);
  };
  return [
    meeting(
      'gone-listed',
      'a document that expires after the pass has begun, and stands in the list of the peer',
      ['RNG-22', 'RNG-11'],
      asked().go(1),
      { sent: 'reconcile' },
    ),
    meeting(
      'gone-counted',
      'a document that expires after the pass has begun, and counts in the sums of the peer',
      ['RNG-22', 'RNG-12'],
      new Talk({ subject: { keeps: [going, ...more] }, partner: { keeps: notes(1, 301) } })
        .until('reconcile')
        .wait(9)
        .go(1),
      { sent: 'reconcile' },
    ),
    ...ROLES.map((role) =>
      meeting(
        `gone-named-${role}`,
        `a list that names a document that has expired for the peer since the pass began, as ${role}`,
        ['RNG-22', 'RNG-15'],
        named(role),
        { sent: 'records reconcile' },
      ),
    ),
  ];
};

/** Ends that look equal to who looks at the number or at the fingerprint alone. */
const ends = (): VectorCase[] => [
  ...ROLES.map((role) =>
    meeting(
      `end-number-${role}`,
      `two peers that each keep one record, and not the same one, as ${role}`,
      ['SYN-22', 'RNG-21', 'SYN-32'],
      new Talk({
        role,
        subject: { keeps: [heldDoc('/a')], replica: { quota: ROOM_FOR_ONE } },
        partner: { keeps: [heldDoc('/b', 1)] },
      }).go(),
      { done: { equal: false, refused: 1 } },
    ),
  ),
  meeting(
    'end-fingerprint',
    'a partner that says the fingerprint of the peer and another number at the end',
    ['SYN-22'],
    clashingWith(notes(1, 34))
      .until('done')
      .go(1)
      .until('done')
      .alter((sent: SentMessage) => [{ ...sent, count: Number(sent.count) + 1 }])
      .go(),
    { done: { equal: false } },
  ),
];

/** What changes while a session goes on, and how it ends. */
export const midway = (): VectorCase[] => [...expiring(), ...goneSince(), ...ends()];
