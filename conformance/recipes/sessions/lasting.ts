import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { END, encodeRanges, START } from '../../src/forge/sync-ranges.ts';
import { doc, forged, heldDoc } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { ROLES } from './roles.ts';
import { meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const UNEQUAL = { done: { equal: false } };
/** The partner says that it has nothing at all. */
const nothing: SentMessage = {
  type: 'reconcile',
  ranges: encodeRanges([{ kind: 'list', long: false, ids: [], from: START, to: END }]),
};
const ROOM_FOR_ONE = { perKey: 1, total: 1 };
const live = { says: { live: true } } as const;

/** What a session knows, it knows until it ends. */
const known = (): VectorCase[] =>
  ROLES.flatMap((role) => [
    meeting(
      `known-sent-${role}`,
      `a record for which the partner has no room, which its list in the next round lacks again, as ${role}`,
      ['SYN-15', 'RNG-14', 'SYN-26'],
      new Talk({
        role,
        subject: { keeps: [heldDoc('/a'), heldDoc('/b', 1), ...notes(1, 3)], ...live },
        partner: { keeps: notes(1, 3), replica: { quota: ROOM_FOR_ONE }, ...live },
      })
        .go()
        .say(ANY.state as SentMessage)
        .go(),
      UNEQUAL,
    ),
    meeting(
      `known-got-${role}`,
      `records that the partner sent, and that its list in the next round lacks, as ${role}`,
      ['SYN-16', 'RNG-14', 'SYN-26'],
      new Talk({ role, subject: { keeps: notes(1, 3), ...live }, partner: { keeps: notes(1, 6), ...live } })
        .go()
        .say(ANY.state as SentMessage, nothing),
      { sent: 'records done' },
    ),
    meeting(
      `known-refused-${role}`,
      `a forged record that was wished for, and that the partner lists again in the next round, as ${role}`,
      ['RNG-16', 'SYN-32'],
      new Talk({
        role,
        subject: { keeps: notes(1, 4), ...live },
        partner: { keeps: [...notes(1, 3), ...notes(100, 101)], ...live },
      })
        .until('records')
        .alter(() => [records(notes(100, 101).map(forged))])
        .go()
        .say(ANY.state as SentMessage)
        .go(),
      { done: { equal: false, refused: 1 } },
    ),
  ]);

/** What the peer says after so many messages of its partner is lost, and the transport with it. */
const lost = (): VectorCase[] =>
  ROLES.flatMap((role) => {
    const meet = { role, subject: { keeps: notes(1, 5) }, partner: { keeps: notes(3, 7) } };
    const sends = ({ sent }: Talk): boolean => sent.some(({ type }) => type === 'records');
    const before = Array.from({ length: 8 }, (_, count) => count).filter((count) =>
      sends(new Talk(meet).go(count).lose().go(1)),
    );
    if (before.length === 0) throw new Error(`the ${role} sends no records`);
    return before.map((count) =>
      meeting(
        `lost-${count}-${role}`,
        `records that are lost on their way after ${count} messages, and that the next session sends, as ${role}`,
        ['RNG-14', 'RNG-17', 'SYN-22'],
        new Talk(meet).go(count).lose().go(1).again(role).go(),
        { done: { equal: true } },
      ),
    );
  });

/** What was taken in when the transport ended is kept. */
const kept = (): VectorCase[] =>
  ROLES.flatMap((role) => {
    const meet = { role, subject: { keeps: notes(1, 4) }, partner: { keeps: [...notes(3, 6), ...notes(8, 11)] } };
    return Array.from({ length: 6 }, (_, count) =>
      meeting(
        `kept-${count}-${role}`,
        `what the peer keeps when the transport ended after ${count} messages, as ${role}`,
        ['REP-9', 'SYN-18'],
        new Talk(meet).go(count).closed().state(),
        {},
      ),
    );
  });

/** Who pushes what is new looks at the filter as well. */
const pushed = (): VectorCase[] =>
  ROLES.map((role) =>
    meeting(
      `pushed-filter-${role}`,
      `a message and a document that are new, of which the filter of the partner lets one through, as ${role}`,
      ['SYN-15', 'SYN-23', 'SYN-25'],
      new Talk({
        role,
        subject: { keeps: notes(1, 4), ...live },
        partner: { keeps: notes(1, 3), says: { live: true, filter: { kind: 'message' } } },
      })
        .go()
        .give([doc('/a'), ...notes(5, 6)])
        .tick(),
      { sent: 'records state' },
    ),
  );

/** What lasts: within a session, and from one to the next. */
export const lasting = (): VectorCase[] => [...known(), ...lost(), ...kept(), ...pushed()];
