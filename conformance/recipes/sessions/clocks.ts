import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { doc } from '../replicas/records.ts';
import { greeted, live, STRANGE } from './living.ts';
import { notes } from './notes.ts';
import { inBothRoles } from './roles.ts';
import { EQUAL, type Outcome, Talk } from './talk.ts';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;
const AHEAD = 10 * MINUTE;

const PUSH: Outcome = { sent: 'records state' };
const QUIET: Outcome = { sent: '' };

/** A document that was written at a time. */
const written = (at: number): NativeRecord => doc(`/at/${at - NOW}`, at - T);
/** One that expires then. */
const until = (at: number): NativeRecord => doc(`/until/!${at - NOW}`, 0, { header: { expires: at } });

/** A clock that is put back stands still until it has come as far again. */
const putBack = (): VectorCase[] => [
  ...inBothRoles(
    'back-push',
    'a record that is new for a clock which then is put back by half an hour, and that is sent still',
    ['SYN-31', 'SYN-30', 'SYN-23', 'SYN-25'],
    (role) =>
      live(role)
        .tick(HOUR)
        .give([written(NOW + HOUR + AHEAD)])
        .wait(-HOUR / 2)
        .tick(),
    PUSH,
  ),
  ...inBothRoles(
    'back-round',
    'a round at such a clock, which counts a record that both have',
    ['SYN-31', 'SYN-30', 'SYN-26', 'RNG-20'],
    (role) =>
      live(role)
        .tick(HOUR)
        .partnerTick()
        .give([written(NOW + HOUR + AHEAD)])
        .givePartner([written(NOW + HOUR + AHEAD)])
        .wait(-HOUR / 2)
        .say(STRANGE)
        .go(),
  ),
  ...inBothRoles(
    'back-expired',
    'a document that has expired for the later clock, that of the partner, and not for this clock when it is put back',
    ['SYN-31', 'SYN-30', 'SYN-15'],
    (role) =>
      live(role, { now: NOW + AHEAD })
        .tick(HOUR)
        .give([until(NOW + HOUR + AHEAD - 1)])
        .wait(-HOUR / 2)
        .tick(),
    QUIET,
  ),
  ...inBothRoles(
    'back-still',
    'a record that is a microsecond too new when the clock is put back, and when it has come as far again',
    ['SYN-31', 'SYN-30', 'SYN-15'],
    (role) =>
      standing(role)
        .tick(HOUR / 4)
        .tick(HOUR / 4),
    QUIET,
  ),
  ...inBothRoles(
    'back-again',
    'the same record a microsecond later',
    ['SYN-31', 'SYN-30', 'SYN-23', 'SYN-25'],
    (role) =>
      standing(role)
        .tick(HOUR / 4)
        .tick(HOUR / 4 + 1),
    PUSH,
  ),
  ...inBothRoles(
    'back-soon',
    'a record after a clock that had gone 999,999 microseconds since the last state is put back by a tenth of a second and comes as far again',
    ['SYN-24', 'SYN-31'],
    (role) => told(role, 999_999, -100_000).tick(100_000),
    QUIET,
  ),
  ...inBothRoles(
    'back-later',
    'a record after a clock that had gone a second since the last state is put back by a tenth of a second',
    ['SYN-24', 'SYN-31', 'SYN-23'],
    (role) => told(role, 1_000_000, -100_000).tick(),
    PUSH,
  ),
  ...inBothRoles(
    'back-twice',
    'two records one after another, and a clock that was put back by two seconds before the state about the first',
    ['SYN-24', 'SYN-31'],
    (role) => told(role, 1_000_000, -2_000_000).tick().give(notes(7, 8)).tick(),
    QUIET,
  ),
  ...inBothRoles(
    'back-open',
    'a clock that is put back between hello and open, and a record that is too new for the time in both open',
    ['SYN-31', 'SYN-30', 'RNG-20'],
    (role) =>
      greeted(role)
        .wait(5)
        .give([written(NOW + AHEAD), written(NOW + AHEAD + 5)])
        .until('hello')
        .wait(role === 'caller' ? -5 : 0, -5)
        .go(1)
        .wait(role === 'caller' ? -3 : -5, 0)
        .go(),
  ),
];

/** Behind the first round, with a record that is a microsecond too new for the clock of the partner, at a clock that is put back. */
const standing = (role: 'caller' | 'answerer'): Talk =>
  live(role, { now: NOW - MINUTE })
    .tick(HOUR)
    .give([written(NOW + HOUR + AHEAD - MINUTE + 1)])
    .wait(-HOUR / 2);

/** Behind a state, after which the clock has gone on, and back. */
const told = (role: 'caller' | 'answerer', on: number, back: number): Talk =>
  live(role).give(notes(5, 6)).tick().tick(on).wait(back).give(notes(6, 7));

/** The peer is asked about something new again and again while its partner says nothing for almost a minute. */
const asking = (talk: Talk, silence: number): Talk => {
  while (talk.next !== undefined) talk.tick(silence).go(1);
  return talk;
};

/** What a peer does while nothing comes. */
const silences = (): VectorCase[] => [
  ...inBothRoles(
    'silence',
    'a partner that needs almost a minute for each message',
    ['SYN-29', 'SYN-22'],
    (role) => asking(new Talk({ role, subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 6) } }), MINUTE - 1),
    EQUAL,
  ),
  ...inBothRoles(
    'silence-live',
    'a live session in which nobody says anything for a day',
    ['SYN-29', 'SYN-23'],
    (role) => live(role).tick(24 * HOUR),
    QUIET,
  ),
  ...inBothRoles(
    'silence-round',
    'the time having come before each message of a second round, in which the peer gets a record from elsewhere',
    ['SYN-36', 'SYN-22'],
    (role) => asking(live(role).givePartner(notes(7, 9)).say(STRANGE).give(notes(5, 6)), 1_000_000),
    EQUAL,
  ),
  ...inBothRoles(
    'silence-first',
    'the time having come before each message of a first round, in which the peer gets a record from elsewhere',
    ['SYN-36', 'SYN-22'],
    (role) => asking(greeted(role).until('done').give(notes(5, 6)), 1_000_000),
    EQUAL,
  ),
];

/** Clocks that are put back, and time in which nothing comes. */
export const clocks = (): VectorCase[] => [...putBack(), ...silences()];
