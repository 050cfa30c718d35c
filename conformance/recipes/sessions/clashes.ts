import type { VectorCase } from '@rockpool/schemas';
import { equalBytes } from '../../src/forge/bytes.ts';
import { parseId } from '../../src/forge/identifiers.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { MOST_LISTED } from '../../src/forge/session-ranges.ts';
import { shortId } from '../../src/forge/sync-items.ts';
import { END, encodeRanges, SHORT_ID, START } from '../../src/forge/sync-ranges.ts';
import { idOf, message } from '../messages/message.ts';
import { notes, records } from './notes.ts';
import { idsOfNobody } from './said.ts';
import { EQUAL, type Meeting, meeting, type Peer, Talk } from './talk.ts';

/** Two messages whose short ids are equal in a session of the nonces of the suite; found by trying 2^25 logs. */
const LOGS = [590_910, 20_166_387] as const;
const [first, second] = LOGS.map((log) => message({ header: { log } })) as [NativeRecord, NativeRecord];

/** A meeting in which each has one of two records with one short id, so that a second pass begins. */
const clashing: Meeting = { subject: { keeps: [first] }, partner: { keeps: [second] } };

/** Such a meeting, where both keep more: where that is 33 records, it is the partner who begins the second pass. */
export const clashingWith = (more: readonly NativeRecord[], both: Peer = {}): Talk =>
  new Talk({
    subject: { ...both, keeps: [...more, first] },
    partner: { ...both, keeps: [...more, second] },
  });

const checkClash = (): void => {
  const { transcript } = new Talk({}).go().partner;
  const [one, other] = [first, second].map((record) => shortId(parseId(idOf(record))?.bytes ?? transcript, transcript));
  if (one === undefined || other === undefined || !equalBytes(one, other))
    throw new Error(`the short ids of the logs ${LOGS.join(' and ')} differ`);
};

/** The partner is about to begin a second pass. */
export const secondPass = (): Talk => new Talk({ ...clashing, role: 'caller' }).until('done').go(1).until('reconcile');

/** The peer has begun one. */
const begun = (): Talk => new Talk(clashing).until('done').go(1).until('reconcile');

/** The bytes of more items than a list may name, which nobody has. */
const TOO_MANY = idsOfNobody(MOST_LISTED + 1, true);

export const clashes = (): VectorCase[] => {
  checkClash();
  return [
    ...(['answerer', 'caller'] as const).flatMap((role) => [
      meeting(
        `clash-${role}`,
        `two records that differ and have one short id, as ${role}`,
        ['RNG-21', 'RNG-5', 'RNG-15', 'SYN-22'],
        new Talk({ ...clashing, role }).go(),
        EQUAL,
      ),
      meeting(
        `clash-both-${role}`,
        `two records with one short id, of which the partner has one, as ${role}`,
        ['RNG-21', 'RNG-5', 'RNG-14', 'SYN-22'],
        new Talk({ role, subject: { keeps: [first, second] }, partner: { keeps: [second] } }).go(),
        EQUAL,
      ),
    ]),
    meeting(
      'clash-lift',
      'a second pass with lift 1',
      ['RNG-12', 'RNG-20', 'RNG-21'],
      clashingWith(notes(1, 34), { says: { lift: 1 } }).go(),
      EQUAL,
    ),
    meeting(
      'clash-wished',
      'two records with one short id in one list, both of which the peer wishes for',
      ['RNG-15', 'RNG-16'],
      new Talk({ subject: { keeps: notes(1, 2) }, partner: { keeps: [first, second] } }).until('reconcile').go(1),
      { sent: 'records reconcile' },
    ),
    meeting(
      'clash-got',
      'a record that was held back, with the short id of one that was got, which the second pass wishes for by its bytes',
      ['RNG-15', 'RNG-16', 'RNG-21'],
      new Talk({ subject: { keeps: notes(1, 34) }, partner: { keeps: [...notes(1, 5), first, second] } })
        .until('records')
        .alter(() => [records([first])])
        .go(),
      { done: { equal: false } },
    ),
    meeting(
      'clash-short',
      'a list of short ids in the second pass',
      ['RNG-5', 'SYN-5'],
      begun().alter(() => [
        {
          type: 'reconcile',
          ranges: encodeRanges([{ kind: 'list', long: false, ids: [new Uint8Array(SHORT_ID)], from: START, to: END }]),
        },
      ]),
      { code: 'range-answer', sent: 'error' },
      { parent: 'sync/clash-answerer' },
    ),
    meeting(
      'clash-large',
      'a list of 33 items in the second pass',
      ['RNG-6', 'SYN-5'],
      begun().alter(() => [
        {
          type: 'reconcile',
          ranges: encodeRanges([{ kind: 'list', long: true, ids: TOO_MANY, from: START, to: END }]),
        },
      ]),
      { code: 'range-count', sent: 'error' },
      { parent: 'sync/clash-answerer' },
    ),
    meeting(
      'clash-first-more',
      'the first sum of a second pass, with more',
      ['RNG-3', 'SYN-5'],
      secondPass().alter((sent) => [{ ...sent, more: true }]),
      { code: 'range-answer', sent: 'error' },
      { parent: 'sync/clash-caller' },
    ),
  ];
};
