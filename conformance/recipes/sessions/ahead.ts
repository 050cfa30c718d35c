import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW, T } from '../cases/verify.ts';
import { doc } from '../replicas/records.ts';
import { clashingWith } from './clashes.ts';
import { notes } from './notes.ts';
import { ROLES, type Role } from './roles.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const MINUTE = 60_000_000;
const AHEAD = 10 * MINUTE;
const live = { says: { live: true } };

/** A document that was written at a time. */
const written = (at: number): NativeRecord => doc(`/at/${at - NOW}`, at - T);
/** One that expires then. */
const until = (at: number): NativeRecord => doc(`/until/!${at - NOW}`, 0, { header: { expires: at } });

/** A live session between whose rounds time goes by. */
const going = (role: Role, { subject, partner }: Meeting = {}): Talk =>
  new Talk({ role, subject: { ...live, ...subject }, partner: { ...live, ...partner } }).go();

/** What the peers of a live session have is looked at by clocks that go on. */
const goingOn = (): VectorCase[] =>
  ROLES.flatMap((role) => [
    meeting(
      `aged-push-${role}`,
      `a record that is written two days after a live session began, as ${role}`,
      ['SYN-31', 'SYN-23', 'SYN-25'],
      going(role)
        .wait(2 * 1440 * MINUTE)
        .give([written(NOW + 2 * 1440 * MINUTE)])
        .tick(),
      { sent: 'records state' },
    ),
    meeting(
      `aged-state-${role}`,
      `a state that counts a record that was written two days after a live session began, as ${role}`,
      ['SYN-31', 'SYN-26'],
      going(role)
        .wait(2 * 1440 * MINUTE)
        .givePartner([written(NOW + 2 * 1440 * MINUTE)])
        .partnerTick()
        .go(),
      { sent: '' },
    ),
    meeting(
      `aged-round-${role}`,
      `a round of a live session about records that were written an hour after it began, as ${role}`,
      ['SYN-31', 'SYN-26', 'RNG-20', 'SYN-22'],
      going(role)
        .wait(60 * MINUTE)
        .give([written(NOW + 60 * MINUTE)])
        .givePartner([written(NOW + 59 * MINUTE)])
        .say(ANY.state as SentMessage)
        .go(),
      EQUAL,
    ),
    meeting(
      `aged-ahead-${role}`,
      `records that an hour after the beginning are ten minutes ahead of the earlier clock, that of the partner, and more, as ${role}`,
      ['SYN-31', 'SYN-30', 'SYN-15', 'SYN-23', 'SYN-25'],
      going(role, { subject: { now: NOW + 5 }, partner: { now: NOW } })
        .wait(60 * MINUTE)
        .give([0, 1].map((late) => written(NOW + 60 * MINUTE + AHEAD + late)))
        .tick(),
      { sent: 'records state' },
    ),
    meeting(
      `aged-expires-${role}`,
      `documents that an hour after the beginning expire before the later clock, that of the partner, and at it, as ${role}`,
      ['SYN-31', 'SYN-30', 'SYN-15', 'SYN-23', 'SYN-25'],
      going(role, { subject: { now: NOW }, partner: { now: NOW + 5 } })
        .wait(60 * MINUTE)
        .give([4, 5].map((late) => until(NOW + 60 * MINUTE + late)))
        .tick(),
      { sent: 'records state' },
    ),
    meeting(
      `aged-becomes-${role}`,
      `a record that was too far ahead of the clock of the partner in the first round, and is no longer, as ${role}`,
      ['SYN-31', 'SYN-23', 'SYN-25'],
      going(role, { subject: { now: NOW + MINUTE, keeps: [written(NOW + AHEAD + MINUTE)] }, partner: { now: NOW } })
        .tick()
        .tick(MINUTE),
      { sent: 'records state' },
    ),
    meeting(
      `aged-becomes-lifted-${role}`,
      `a record that was too far ahead in the first round, and is no longer, with lift 1 and a filter, as ${role}`,
      ['SYN-31', 'SYN-23', 'SYN-25'],
      going(role, {
        subject: { now: NOW + MINUTE, keeps: [written(NOW + AHEAD + MINUTE)], says: { live: true, lift: 1 } },
        partner: { now: NOW, says: { live: true, filter: { kind: 'document' } } },
      })
        .tick()
        .tick(MINUTE),
      { sent: 'records state' },
    ),
    meeting(
      `aged-behind-${role}`,
      `a record that came between two rounds and was too far ahead when another one was sent, and is no longer, as ${role}`,
      ['SYN-31', 'SYN-23', 'SYN-25'],
      going(role, { subject: { now: NOW + MINUTE }, partner: { now: NOW } })
        .give([written(NOW + AHEAD + MINUTE), ...notes(1, 2)])
        .tick()
        .tick(MINUTE),
      { sent: 'records state' },
    ),
    meeting(
      `aged-not-${role}`,
      `a session that is not live, in which a minute goes by and a record is written that is too far ahead of its beginning, as ${role}`,
      ['SYN-31', 'SYN-30', 'SYN-15', 'RNG-20'],
      new Talk({ role, subject: { keeps: notes(1, 3) }, partner: { keeps: notes(2, 4) } })
        .until('reconcile')
        .wait(MINUTE)
        .give([written(NOW + AHEAD + 1)])
        .go(),
      EQUAL,
    ),
  ]);

/** The clock of an `open` is that of the moment at which it is sent. */
const opened = (): VectorCase =>
  meeting(
    'aged-open-caller',
    'a record that is too far ahead of the clock at which the caller said open, and not of that at which it is answered',
    ['SYN-30', 'SYN-15', 'RNG-20'],
    new Talk({ role: 'caller', subject: { keeps: notes(1, 3) }, partner: { now: NOW + 10 } })
      .until('open')
      .wait(5)
      .give([0, 3, 5].map((late) => written(NOW + AHEAD + late)))
      .go(),
    EQUAL,
  );

/** From when on records and states are awaited whatever else is. */
const awaited = (): VectorCase[] =>
  ['records', 'state'].flatMap((type) => [
    meeting(
      `live-${type}-first`,
      `${type} before the first pass of a live session`,
      ['SYN-3', 'SYN-5'],
      new Talk({ role: 'caller', subject: live, partner: live }).until('reconcile').say(ANY[type] as SentMessage),
      { code: 'sync-turn', sent: 'error' },
      { parent: 'sync/live-caller' },
    ),
    meeting(
      `live-${type}-second`,
      `${type} before the second pass of a live session`,
      type === 'state' ? ['SYN-3', 'SYN-37'] : ['SYN-3'],
      clashingWith(notes(1, 34), live)
        .until('done')
        .go(1)
        .until('reconcile')
        .say(ANY[type] as SentMessage),
      { sent: '' },
    ),
  ]);

/** Live sessions of hours and days. */
export const ahead = (): VectorCase[] => [...goingOn(), opened(), ...awaited()];
