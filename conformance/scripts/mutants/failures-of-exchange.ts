import { isSameSummary } from '../../../reference/src/sync/fingerprint.ts';
import { syncSteps } from '../../../reference/src/sync/steps.ts';
import * as partner from './broken-partners.ts';
import * as session from './broken-sessions.ts';
import { awaiting, type FailureMode, MEMBERSHIP, mode, replicaThat, sync } from './failure-mode.ts';

/** What goes wrong between two peers. */
export const failuresOfExchange: readonly FailureMode[] = [
  mode(
    1,
    'it says done, and is not',
    ['calls every end equal', sync({ isEqual: () => true }), 'sync/quota-answerer', 'SYN-22'],
    ['compares numbers alone', sync({ isEqual: (a, b) => a.count === b.count }), 'sync/end-number-caller', 'SYN-22'],
    [
      'compares fingerprints alone',
      sync({ isEqual: (a, b) => a.fingerprint === b.fingerprint }),
      'sync/end-fingerprint',
      'SYN-22',
    ],
    ['calls the end of a transport equal', session.callingCutsEqual, 'sync/lost-2-answerer', 'SYN-22'],
  ),
  mode(
    2,
    'rounds without end or bound',
    [
      'begins passes until both agree',
      sync({ passesAgain: (_, a, b) => !isSameSummary(a, b) }),
      'sync/refused-again-answerer',
      'RNG-21',
    ],
    ['divides what it could list', sync({ maxListed: 31 }), 'sync/thirty-two-caller', 'RNG-11'],
    ['begins a round at each state', sync({ differs: () => true }), 'sync/live-equal-answerer', 'SYN-26'],
  ),
  mode(
    3,
    'a record is lost when a session is cut',
    ['undoes what came in a session that is cut', session.undoing, 'sync/kept-5-answerer', 'REP-9'],
    ['takes what it sent for arrived', session.trusting, 'sync/lost-2-answerer', 'RNG-14'],
    ['takes what it sent for arrived, in a net', session.trusting, { schedule: 11 }, 'lost'],
  ),
  mode(
    4,
    'a record is altered or invented',
    [
      'writes content in other letters',
      sync({ textOf: (found, sparse) => syncSteps.textOf(found, sparse).replace('"content":"', '"content":"+') }),
      'sync/overlap-answerer',
      'SYN-17',
    ],
    ['passes on what it rejected', partner.passingOn, 'sync/unsent-caller', 'SYN-15'],
    ['sends the records of another replica', partner.mistakingReplicas, 'sync/beside-caller', 'SYN-15'],
  ),
  mode(
    5,
    'a record outside the filter is sent',
    ['does not look at the filter of its partner', partner.forgettingTheirFilter, 'sync/filter-both-caller', 'SYN-15'],
    ['does not look at its own filter', partner.forgettingItsFilter, 'sync/filter-nothing-caller', 'SYN-15'],
    ['pushes whatever is new', partner.pushingAll, 'sync/pushed-filter-answerer', 'SYN-15'],
    ['gives content of what is no item', sync({ gives: () => true }), 'sync/contents-filter-answerer', 'SYN-20'],
  ),
  awaiting(6, 'more than control records is sent to a partner who is removed or unknown', MEMBERSHIP),
  mode(
    7,
    'what was rejected in a session is asked for again',
    ['wishes for what it had', sync({ mayWishAgain: () => true }), 'sync/wished-forged', 'RNG-16'],
    [
      'forgets with each round what it had',
      () => session.inLaterRounds({ sync: { mayWishAgain: () => true } }),
      'sync/known-refused-caller',
      'RNG-16',
    ],
  ),
  mode(
    8,
    'a record is sent that the partner has',
    ['sends back what it got', sync({ maySendBack: () => true }), 'sync/sent-back-answerer', 'SYN-16'],
    ['sends again what it sent', sync({ maySendAgain: () => true }), 'sync/refused-again-answerer', 'SYN-15'],
    [
      'forgets with each round what it got',
      () => session.inLaterRounds({ sync: { maySendBack: () => true } }),
      'sync/known-got-answerer',
      'SYN-16',
    ],
    [
      'forgets with each round what it sent',
      () => session.inLaterRounds({ sync: { maySendAgain: () => true } }),
      'sync/known-sent-answerer',
      'SYN-15',
    ],
    ['sends what a list names', sync({ sendsUnlisted: () => true }), 'sync/overlap-answerer', 'RNG-14'],
    ['sends what is not wished for', sync({ grants: () => true }), 'sync/wished', 'RNG-17'],
  ),
  mode(
    9,
    'valid records behind an invalid one are lost',
    ['stops at the first that it rejects', session.stoppingAtRejected, 'sync/judged-signature', 'SYN-18'],
    ['drops the whole message', session.droppingMessages, 'sync/judged-signature', 'SYN-18'],
    ['ends the session', session.leavingLiars, 'sync/judged-signature', 'SYN-18'],
    [
      'loses what comes behind',
      replicaThat('loses what comes behind a record that it rejects'),
      'replica/rejected-between',
      'REP-2',
    ],
  ),
];
