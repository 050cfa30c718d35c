import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { doc, forged } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { inBothRoles, type Role } from './roles.ts';
import { type Meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

/** So many records that are no JSON. */
const broken = (count: number): SentMessage => ({
  type: 'records',
  records: Array.from({ length: count }, () => ({ format: 'rp.message.1', text: 'moss' })),
});

const lacking: Meeting = { subject: { keeps: notes(1, 3) }, partner: { keeps: notes(1, 5) } };
const live: Meeting = {
  subject: { keeps: notes(1, 3), says: { live: true } },
  partner: { keeps: notes(1, 3), says: { live: true } },
};

/** The partner is about to say what makes the peer say the first done. */
const beforeLastTurn = (role: Role): Talk => {
  const talk = new Talk({ role, subject: { keeps: notes(1, 5) }, partner: { keeps: notes(1, 3) } }).until('reconcile');
  return role === 'caller' ? talk.go(1).until('reconcile') : talk;
};

/** What a peer refuses in a session, and what it reports of it. */
export const refusals = (): VectorCase[] => [
  ...inBothRoles(
    'refused-many',
    '120 times one record that is refused, in one message: each counts, and none ends anything',
    ['SYN-18', 'SYN-22', 'RNG-21', 'SYN-32'],
    (role) => beforeLastTurn(role).say(broken(120)).go(),
    { done: { equal: true, refused: 120 } },
  ),
  ...inBothRoles(
    'refused-foreign',
    'a record that the filter of the replica leaves out, with another one behind it in the same message',
    ['SYN-18', 'SYN-22', 'SYN-32'],
    (role) =>
      new Talk({
        role,
        subject: { keeps: notes(1, 3), replica: { filter: { kind: 'message' } } },
        partner: { keeps: notes(1, 5) },
      })
        .until('records')
        .alter(() => [records([doc('/a'), ...notes(3, 5)])])
        .go(),
    { done: { equal: true, refused: 1 } },
  ),
  ...inBothRoles(
    'refused-between',
    'a forged record between two rounds, which the peer counts, and does not wish for in the next one',
    ['RNG-16', 'SYN-18', 'SYN-22', 'SYN-32'],
    (role) =>
      new Talk({ role, ...live })
        .go()
        .givePartner(notes(5, 6))
        .say(records(notes(5, 6).map(forged)), ANY.state as SentMessage)
        .go(),
    { done: { equal: false, refused: 1 } },
  ),
  ...inBothRoles(
    'refused-kept',
    'what the replica keeps of a turn that ends with a message that is refused',
    ['SYN-5', 'SYN-18'],
    (role) =>
      new Talk({ role, ...lacking })
        .until('records')
        .go(1)
        .say(ANY.hello as SentMessage)
        .state(),
    {},
  ),
];
