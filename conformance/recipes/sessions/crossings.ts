import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { END, encodeRanges, START } from '../../src/forge/sync-ranges.ts';
import { crossing, greeted, live, STRANGE } from './living.ts';
import { notes, records } from './notes.ts';
import { inBothRoles } from './roles.ts';
import { meeting, type Outcome } from './talk.ts';
import { ANY } from './turns.ts';

/** A sum of the whole range, of so many items that nobody has. */
const sum = (count: number): SentMessage => ({
  type: 'reconcile',
  ranges: encodeRanges([{ kind: 'sum', fingerprint: new Uint8Array(16), count, from: START, to: END }]),
});

const ODD: Outcome = { code: 'range-answer', sent: 'error' };

/** Sums that cross, and sums that come too late or too often for that. */
const crossed = (): VectorCase[] => [
  ...inBothRoles(
    'cross-records',
    'records and a state on their way when two sums cross',
    (role) => [...crossing(role), 'SYN-3', 'SYN-37'],
    (role) =>
      live(role)
        .givePartner(notes(5, 6))
        .partnerBegins()
        .say(STRANGE, records(notes(5, 6)), STRANGE)
        .go(),
    { done: { equal: true } },
  ),
  ...inBothRoles(
    'cross-given',
    'a record that comes after the sum of the peer and before the one that crosses it',
    (role) => [...crossing(role), 'RNG-11'],
    (role) => live(role).say(STRANGE).give(notes(5, 6)).partnerBegins().go(),
    { done: { equal: true } },
  ),
  meeting(
    'cross-twice-caller',
    'a second sum of the whole range that comes in place of the first answer, as caller',
    ['RNG-4', 'SYN-34'],
    live('caller').say(STRANGE, sum(30), sum(30)),
    ODD,
    { parent: 'sync/live-crossing-caller' },
  ),
  ...inBothRoles(
    'cross-late',
    'a sum of the whole range behind the first answer',
    (role) => ['RNG-4', ...crossing(role)],
    (role) => {
      const talk = live(role).givePartner(notes(7, 9)).say(STRANGE);
      return talk.go(1).say(sum(30));
    },
    ODD,
    'live-crossing',
  ),
  meeting(
    'cross-first-answerer',
    'a sum of the whole range in answer to the first one of a session, as answerer',
    ['RNG-4', 'SYN-35'],
    greeted('answerer').until('done').say(sum(30)),
    ODD,
    { parent: 'sync/live-crossing-answerer' },
  ),
  ...inBothRoles(
    'cross-second',
    'a sum of the whole range in answer to that of a second pass',
    (role) => ['RNG-4', ...crossing(role)],
    (role) => {
      const talk = greeted(role, {}, { keeps: notes(1, role === 'answerer' ? 4 : 3) });
      return talk
        .until('done')
        .alter((done) => [{ ...done, count: Number(done.count) + 1 }])
        .say(sum(30));
    },
    ODD,
    'live-crossing',
  ),
];

/** What comes in a live session at other times. */
const beside = (): VectorCase[] => [
  ...inBothRoles(
    'cross-second-begins',
    'records and a state while the peer waits for a second pass to begin',
    ['SYN-3', 'SYN-37'],
    (role) => {
      const talk = greeted(role, { keeps: notes(1, role === 'caller' ? 4 : 3) });
      return talk
        .until('done')
        .alter((done) => [{ ...done, count: Number(done.count) + 1 }])
        .say(records(notes(5, 6)), STRANGE, sum(30));
    },
    { sent: 'reconcile' },
  ),
  meeting(
    'cross-first-begins-caller',
    'records before the first pass has begun, as caller',
    ['SYN-3'],
    greeted('caller')
      .until('reconcile')
      .say(records(notes(5, 6))),
    { code: 'sync-turn', sent: 'error' },
    { parent: 'sync/live-caller' },
  ),
  ...inBothRoles(
    'cross-over',
    'a state, and the time having come, after a message between two rounds that was refused',
    ['SYN-6', 'SYN-5'],
    (role) =>
      live(role)
        .give(notes(5, 6))
        .say(ANY.end as SentMessage, STRANGE)
        .tick(1_000_000),
    { sent: '' },
  ),
];

/** What is under way when rounds of a live session begin and end. */
export const crossings = (): VectorCase[] => [...crossed(), ...beside()];
