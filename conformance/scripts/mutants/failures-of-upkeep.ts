import { inclusivePage, offsetPage } from '../../../reference/src/subject/broken/pages.ts';
import { isSameSummary } from '../../../reference/src/sync/fingerprint.ts';
import * as partner from './broken-partners.ts';
import * as session from './broken-sessions.ts';
import { reference } from './broken-subject.ts';
import * as upkeep from './broken-upkeep.ts';
import {
  awaiting,
  type FailureMode,
  lacking,
  lackingInSecond,
  lackingLater,
  MEMBERSHIP,
  mode,
  replicaThat,
  sync,
} from './failure-mode.ts';

/** What goes wrong in what one peer keeps, counts and takes for right. */
export const failuresOfUpkeep: readonly FailureMode[] = [
  mode(10, 'a refusal for the time is remembered', [
    'refuses for ever what came too early',
    replicaThat('remembers as wrong what only came too early'),
    'replica/rejected-early',
    'REP-2',
  ]),
  mode(
    11,
    'the order of arrival decides what is kept',
    ['keeps what came last', replicaThat('keeps the document that came last'), 'replica/obsolete', 'REP-5'],
    [
      'takes records from the last to the first',
      sync({ given: (records) => records.toReversed() }),
      'sync/order-room-one-one-answerer',
      'SYN-18',
    ],
  ),
  mode(12, 'a held record is dropped', [
    'drops what it holds',
    replicaThat('drops what it holds'),
    'replica/order-keys',
    'REP-8',
  ]),
  mode(
    13,
    'lying numbers, overlapping ranges and endless divisions are taken',
    ['does not add up', lacking('RNG-8'), 'sync/counted-less', 'RNG-8'],
    ['does not add up in second passes', lackingInSecond('RNG-8'), 'sync/later-second-silent', 'RNG-8'],
    ['does not add up in later rounds', lackingLater('RNG-8'), 'sync/later-next-silent', 'RNG-8'],
    ['takes ranges that overlap', lacking('RNG-2'), 'sync/range-order-falling', 'RNG-2'],
    ['takes such ranges in second passes', lackingInSecond('RNG-2'), 'sync/later-second-order', 'RNG-2'],
    ['takes such ranges in later rounds', lackingLater('RNG-2'), 'sync/later-next-order', 'RNG-2'],
    ['takes uneven parts', lacking('RNG-7'), 'sync/divided-uneven', 'RNG-7'],
    ['takes uneven parts in second passes', lackingInSecond('RNG-7'), 'sync/later-second-uneven', 'RNG-7'],
    ['takes uneven parts in later rounds', lackingLater('RNG-7'), 'sync/later-next-uneven', 'RNG-7'],
    ['takes endless lists in second passes', lackingInSecond('RNG-6'), 'sync/later-second-large', 'RNG-6'],
    ['takes uneven parts, by a law', lacking('RNG-7'), { law: 'law/sync-hostile-crowd' }, 'RNG-7'],
  ),
  mode(
    14,
    'a hostile message costs more than it is worth',
    ['makes room for what a list says that it has', partner.makingRoom, 'sync/range-list-vast', 'RNG-1'],
    [
      'compares entries with all pairs of others',
      partner.comparingRanges,
      { growth: 'ranges of many entries in a session' },
      'SUB-10',
    ],
  ),
  mode(
    15,
    'a nonce is not made of chance',
    ['has one nonce', sync({ nonce: () => new Uint8Array(32) }), 'sync/open-caller', 'SYN-8'],
    ['has one nonce for a process', partner.repeatingNonces, 'sync/cut-1-answerer', 'SYN-8'],
  ),
  mode(
    16,
    'what was acknowledged is gone with the process',
    ['writes later', replicaThat('loses with its process what it acknowledged'), 'replica-durable/one', 'REP-11'],
    ['writes nothing of what sessions bring', upkeep.forgettingSessions, 'sync/durable-middle', 'REP-11'],
  ),
  mode(
    17,
    'a filter stops the evidence of a fork',
    ['hides forks', replicaThat('hides the evidence of a fork'), 'replica/state-fork', 'NAT-8'],
    ['hides forks where there is a filter', partner.hidingFilteredForks, 'replica/state-fork-filter', 'NAT-8'],
    ['sends one side of a fork', partner.hidingForks, 'sync/fork-caller', 'RNG-14'],
  ),
  mode(18, 'two equal short ids lose a record', [
    'is content with one pass',
    sync({ passesAgain: () => false }),
    'sync/clash-both-answerer',
    'RNG-21',
  ]),
  mode(
    19,
    'what expires between two clocks is offered again and again',
    ['looks at its own clock alone', partner.sharingClocks, 'sync/expires-each-caller', 'SYN-15'],
    ['sends what expired while the session went on', partner.stoppingClocks, 'sync/gone-own-caller', 'SYN-15'],
    [
      'begins passes until both agree',
      sync({ passesAgain: (_, a, b) => !isSameSummary(a, b) }),
      'sync/gone-first-caller',
      'RNG-21',
    ],
  ),
  mode(
    20,
    'a fingerprint is older than what it is of',
    [
      'says at the end what it began with',
      sync({ done: (_, ofPass) => ofPass }),
      'sync/subject-empty-answerer',
      'RNG-20',
    ],
    [
      'says what it began with when it pushes',
      sync({ state: (_, ofPass) => ofPass }),
      'sync/live-push-answerer',
      'SYN-25',
    ],
    ['counts its records once', upkeep.countingOnce, 'sync/subject-empty-answerer', 'RNG-20'],
    ['counts what a newer document replaced', upkeep.neverCountingLess, 'sync/crossing-answerer', 'RNG-20'],
  ),
  mode(
    21,
    'contradictory content is taken, or its header condemned',
    [
      'takes content beside a record unseen',
      replicaThat('takes content that contradicts its header'),
      'replica/beside-other',
      'NAT-2',
    ],
    [
      'condemns the header',
      replicaThat('condemns a header for the wrong content beside it'),
      'replica/rejected-content',
      'REP-2',
    ],
    [
      'takes content in sessions unseen',
      () => session.inSessions({ without: ['REC-17'] }),
      'sync/judged-content',
      'SYN-18',
    ],
    ['condemns the header in sessions', session.condemningHeaders, 'sync/condemned-one-answerer', 'REP-2'],
  ),
  awaiting(22, 'what is kept is what was admitted, and not what was verified', MEMBERSHIP),
  awaiting(23, 'a session goes on behind a change of the members', MEMBERSHIP),
  mode(
    24,
    'pages skip or repeat records while others come',
    [
      'counts how many to pass over',
      () => reference({ replica: { page: offsetPage } }),
      'replica-query/during-before',
      'QRY-20',
    ],
    [
      'begins with the last record of the page before',
      () => reference({ replica: { page: inclusivePage } }),
      'replica-query/during-before',
      'QRY-20',
    ],
  ),
];
