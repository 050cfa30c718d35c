import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW, T } from '../cases/verify.ts';
import { next } from '../messages/message.ts';
import { bare, doc, fading, forged, resigned } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { ROLES, type Role } from './roles.ts';
import { EQUAL, meeting, Talk } from './talk.ts';

const MOST_AHEAD = 600_000_000;

const page = doc('/moss', 0, { content: 'moss' });
/** The same header and signature, with other content of the same length. */
const contradicting: NativeRecord = { ...page, content: 'fern' };

type Wrong = readonly [slug: string, words: string, records: readonly NativeRecord[]];

/** Records that a replica refuses, each for a reason of another phase. */
const WRONG: readonly Wrong[] = [
  ['text', 'a member that is null', [{ ...page, content: null as unknown as string }]],
  ['shape', 'no signature', [{ header: page.header } as NativeRecord]],
  ['form', 'a path that none can be', [doc('moss')]],
  ['early', 'a time that has not come', [doc('/early', NOW - T + MOST_AHEAD + 1)]],
  ['expired', 'a time after which it is gone', [fading(0, NOW - 1)]],
  ['signature', 'a signature by nobody', [forged(page)]],
  ['size', 'content of another size', [{ ...page, content: 'mosses' }]],
  ['content', 'content that contradicts its header', [contradicting]],
];

/** The subject gets other records in place of those of its partner; `notes(1, 2)` is what both lack nothing of. */
const getting = (role: Role, ...messages: readonly SentMessage[]): Talk =>
  new Talk({ role, subject: { keeps: notes(1, 2) }, partner: { keeps: [...notes(1, 2), page] } })
    .until('records')
    .alter(() => messages);

/** Each is refused in a session as by the replica, and the records behind it are taken. */
const refused = (): VectorCase[] =>
  WRONG.flatMap(([slug, words, wrong]) => [
    meeting(
      `judged-${slug}`,
      `a record with ${words} in front of a valid one`,
      ['SYN-18', 'REP-2'],
      getting('caller', records([...wrong, ...notes(5, 6)])).state(),
      {},
    ),
    meeting(
      `judged-${slug}-done`,
      `what a session reports that got a record with ${words}`,
      ['SYN-18', 'REP-2', 'SYN-22', 'SYN-32'],
      getting('answerer', records([...wrong, ...notes(5, 6)])).go(),
      { done: { equal: false, refused: 1 } },
    ),
  ]);

/** What is wrong with one text of a record is not held against another. */
const uncondemned = (): VectorCase[] =>
  ROLES.flatMap((role) =>
    (
      [
        ['one', 'in one message', [records([contradicting, page])]],
        ['each', 'in a message each', [records([contradicting]), records([page])]],
      ] as const
    ).flatMap(([slug, words, messages]) => [
      meeting(
        `condemned-${slug}-${role}`,
        `a record with content that contradicts its header, and the same with the right one, ${words}, as ${role}`,
        ['REP-2', 'SYN-18'],
        getting(role, ...messages).state(),
        {},
      ),
    ]),
  );

const forgery = forged(doc('/forged'));

/** What a peer rejected it does not keep, and what it does not keep it does not send. */
const unsent = (): VectorCase[] =>
  ROLES.map((role) =>
    meeting(
      `unsent-${role}`,
      `a forged record that came in the session before, and that no partner is sent, as ${role}`,
      ['SYN-15', 'REP-2'],
      new Talk({ role, subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 6) } })
        .until('reconcile')
        .go(1)
        .say(records([forgery]))
        .again(role)
        .go(),
      EQUAL,
    ),
  );

/** Another replica of the same process, which has more of the space. */
const beside = (): VectorCase[] =>
  ROLES.map((role) =>
    meeting(
      `beside-${role}`,
      `a session of one of two replicas of one space in the same process, as ${role}`,
      ['SYN-15', 'RNG-20'],
      new Talk({ role, beside: { replica: 'z', keeps: notes(1, 7) }, subject: { keeps: notes(1, 4) } }).go(),
      EQUAL,
    ),
  );

const [first] = notes(1, 2) as [NativeRecord];
const fork = [next([first], { content: 'one' }), next([first], { content: 'other' })];

/** Both sides of a fork are sent, whatever the filter of the session. */
const forks = (): VectorCase[] =>
  ROLES.map((role) =>
    meeting(
      `fork-${role}`,
      `two messages that are evidence of a fork, and that the filter of the session lets through, as ${role}`,
      ['SYN-15', 'RNG-14', 'NAT-8'],
      new Talk({
        role,
        subject: { keeps: [first, ...fork, doc('/a')] },
        partner: { keeps: notes(3, 5), says: { filter: { kind: 'message' } } },
      }).go(),
      EQUAL,
    ),
  );

/** What came in a session is kept when the process ends, whether the session has ended or not. */
const durable = (): VectorCase[] => {
  const kept = (): Talk =>
    new Talk({
      subject: { keeps: notes(1, 4), replica: { durable: true } },
      partner: { keeps: [...notes(3, 6), page] },
    });
  return [
    meeting(
      'durable-middle',
      'records that came in a session in the middle of which the process ends',
      ['REP-11', 'SYN-18'],
      kept().until('records').go(1).kill().state(),
      {},
    ),
    meeting(
      'durable-end',
      'records that came in a session after which the process ends',
      ['REP-11', 'SYN-18'],
      kept().go().kill().state(),
      {},
    ),
    meeting(
      'durable-contents',
      'contents that came in a session after which the process ends',
      ['REP-11', 'SYN-21'],
      new Talk({ subject: { keeps: [bare(page)], replica: { durable: true } }, partner: { keeps: [page] } })
        .go()
        .kill()
        .state(),
      {},
    ),
  ];
};

/** A second signature of a record is that record, and no second one. */
const twin = (): VectorCase[] =>
  ROLES.map((role) =>
    meeting(
      `resigned-${role}`,
      `a record that the peer has with another signature, as ${role}`,
      ['RNG-9', 'SYN-22'],
      new Talk({ role, subject: { keeps: [page] }, partner: { keeps: [resigned(page)] } }).go(),
      EQUAL,
    ),
  );

/** What a session makes of the records that it gets and of those that it keeps. */
export const judged = (): VectorCase[] => [
  ...refused(),
  ...uncondemned(),
  ...unsent(),
  ...beside(),
  ...forks(),
  ...durable(),
  ...twin(),
];
