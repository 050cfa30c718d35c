import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { summaryOf } from '../../src/forge/session-records.ts';
import { END, encodeRanges, START } from '../../src/forge/sync-ranges.ts';
import { NOW } from '../cases/verify.ts';
import { doc, fading, heldDoc } from '../replicas/records.ts';
import { greeted, live, STRANGE } from './living.ts';
import { notes } from './notes.ts';
import { inBothRoles, type Role } from './roles.ts';
import type { Outcome, Talk } from './talk.ts';

const HOUR = 3_600_000_000;
const going = [...notes(1, 3), fading(0, NOW + 5)];
/** The partner says that it has nothing at all. */
const nothing: SentMessage = {
  type: 'reconcile',
  ranges: encodeRanges([{ kind: 'list', long: false, ids: [], from: START, to: END }]),
};

const PUSH: Outcome = { sent: 'records state' };
const QUIET: Outcome = { sent: '' };
const BEGINS: Outcome = { sent: 'reconcile' };

/** What a peer tells, and what it does not. */
const told = (): VectorCase[] => [
  ...inBothRoles(
    'news-during',
    'a record that comes while contents are asked for: the round is equal still, and the record is sent behind it alone',
    ['SYN-22', 'SYN-23', 'SYN-36'],
    (role) => greeted(role).until('want').give(notes(5, 6)).tick().go().tick(),
    PUSH,
  ),
  ...inBothRoles(
    'news-old',
    'a held document and a message that are new to the replica, and older than all others',
    ['SYN-23', 'SYN-25'],
    (role) =>
      live(role)
        .give([...notes(-5, -4), heldDoc('/h', -9)])
        .tick(),
    PUSH,
  ),
  ...inBothRoles(
    'news-compared',
    'a record that both have got from elsewhere before another round, in which they find out',
    ['SYN-23'],
    (role) => live(role).give(notes(5, 6)).givePartner(notes(5, 6)).partnerBegins().go().tick(),
    QUIET,
  ),
  ...inBothRoles(
    'news-second',
    'a record that both have got from elsewhere before the second pass of a round',
    ['SYN-23', 'RNG-21'],
    (role) => {
      const talk = live(role).say(STRANGE).until('done');
      return talk.give(notes(5, 6)).givePartner(notes(5, 6)).go().tick();
    },
    QUIET,
  ),
  ...inBothRoles(
    'news-sparse',
    'a record that is new, for a partner that wants no content',
    ['SYN-17', 'SYN-23'],
    (role) =>
      live(role, { says: { sparse: true } })
        .give([doc('/a')])
        .tick(),
    PUSH,
  ),
  ...inBothRoles(
    'news-lift',
    'a record that is new, in a session with lift 1',
    ['SYN-23', 'SYN-25'],
    (role) =>
      live(role, { says: { lift: 1 } })
        .give(notes(5, 6))
        .tick(),
    PUSH,
  ),
  ...inBothRoles(
    'news-once',
    'records of which the partner was told, and which its list in the next round lacks',
    ['SYN-15', 'RNG-14'],
    (role) => live(role).give(notes(5, 7)).tick().say(STRANGE, nothing),
    { sent: 'records done' },
  ),
  ...inBothRoles(
    'news-soon',
    'a record less than a second after the last state, with a round between them, which is sent when the second is over',
    ['SYN-24', 'SYN-23'],
    (role) => live(role).give(notes(5, 6)).tick().say(STRANGE).go().give(notes(6, 7)).tick(999_999).tick(1),
    PUSH,
  ),
  ...inBothRoles(
    'news-hour',
    'an hour later: a message, a document that expires now, and one whose time is after both clocks at the beginning',
    ['SYN-15', 'SYN-23', 'SYN-25'],
    (role) =>
      live(role)
        .wait(HOUR)
        .give([...notes(5, 6), fading(0, NOW + HOUR), doc('/a', HOUR)])
        .tick(),
    PUSH,
  ),
];

/** What the partner says that it has, with another fingerprint or number. */
const claim =
  (change: (count: number) => Partial<SentMessage>) =>
  (talk: Talk): SentMessage => {
    const own = summaryOf(talk.partner);
    return { type: 'state', ...own, ...change(own.count) };
  };

const said = (role: Role, say: (talk: Talk) => SentMessage): Talk => {
  const talk = live(role);
  return talk.say(say(talk));
};

/** When a state begins a round. */
const states = (): VectorCase[] => [
  ...inBothRoles(
    'news-state-number',
    'a state with the fingerprint of the peer and a greater number',
    ['SYN-26'],
    (role) =>
      said(
        role,
        claim((count) => ({ count: count + 1 })),
      ),
    BEGINS,
  ),
  ...inBothRoles(
    'news-state-fingerprint',
    'a state with the number of the peer and another fingerprint',
    ['SYN-26'],
    (role) =>
      said(
        role,
        claim(() => ({ fingerprint: String(STRANGE.fingerprint) })),
      ),
    BEGINS,
  ),
  ...inBothRoles(
    'news-state-done',
    'a state that says what the last done of the partner said, where the peer has more now',
    ['SYN-26'],
    (role) => {
      const talk = live(role);
      const state = claim(() => ({}))(talk);
      return talk.give(notes(5, 6)).say(state);
    },
    BEGINS,
  ),
  ...inBothRoles(
    'news-state-again',
    'one state five times, each of which begins a round',
    ['SYN-26'],
    (role) => {
      const talk = live(role);
      for (let round = 0; round < 4; round += 1) talk.say(STRANGE).go();
      return talk.say(STRANGE);
    },
    BEGINS,
  ),
  ...inBothRoles(
    'news-state-expired',
    'a state without a document that has expired since the round',
    ['SYN-26', 'REP-10'],
    (role) => {
      const talk = live(role, { keeps: going }, { keeps: going });
      talk.wait(9).partnerTick();
      return talk.say(claim(() => ({}))(talk));
    },
    QUIET,
  ),
  ...inBothRoles(
    'news-state-round',
    'a state in a round, which begins nothing when the round is over',
    ['SYN-37', 'SYN-22'],
    (role) => live(role).say(STRANGE).say(STRANGE).go(),
    { done: { equal: true } },
  ),
];

/** What is new in live sessions. */
export const news = (): VectorCase[] => [...told(), ...states()];
