import { hex } from './bytes.ts';
import { demand, isInRound, type Pass, passOf, type SentMessage, type Session, type Summary } from './session-model.ts';
import { answerTurn, checkMessage, checkTurn, isWholeSum, sumOf } from './session-ranges.ts';
import { itemsNow, sendContents, sendRecords, summaryOf, wantedOf } from './session-records.ts';
import type { SyncMessage } from './sync-message.ts';
import { END, encodeRanges, parseRanges, type RangeEntry, START } from './sync-ranges.ts';

/** What a peer reports at the end of a round [SYN-22]. */
export type Report = { equal: boolean; refused: number; wanted: number };
export type Reaction = { send: SentMessage[]; done?: Report };

const reconcile = (entries: readonly RangeEntry[]): SentMessage => ({
  type: 'reconcile',
  ranges: encodeRanges(entries),
});

const takeItems = (session: Session, number: 1 | 2): Pass => {
  const pass: Pass = {
    number,
    items: itemsNow(session),
    said: [],
    divisions: [],
    mayCross: false,
  };
  session.pass = pass;
  return pass;
};

/** Begins a pass with the sum of the whole range. */
export const beginPass = (session: Session, number: 1 | 2, mayCross = false): SentMessage[] => {
  const pass = takeItems(session, number);
  const whole = sumOf(session, pass.items, { from: START, to: END });
  session.pass = { ...pass, said: [whole], mayCross };
  session.awaiting = 'turn';
  return [reconcile([whole])];
};

const sayDone = (session: Session): SentMessage => {
  session.sentDone = summaryOf(session);
  return { type: 'done', ...session.sentDone };
};

/** Speaks of everything that the partner has said in its turn. */
const takeTurn = (session: Session, entries: readonly RangeEntry[]): SentMessage[] => {
  const { entries: said, items, divisions } = answerTurn(session, entries);
  session.pass = { ...passOf(session), said, divisions, mayCross: false };
  const records = sendRecords(session, items);
  session.awaiting = said.length === 0 ? 'done' : 'turn';
  return [...records, said.length === 0 ? sayDone(session) : reconcile(said)];
};

/** Which pass a `reconcile` begins, if it begins one. */
const beginning = ({ awaiting, pass }: Session): 1 | 2 | undefined => {
  if (awaiting === 'live') return 1;
  return awaiting === 'pass' ? (pass === undefined ? 1 : 2) : undefined;
};

/** Takes a `reconcile`; the peer speaks when it has all that are one turn. */
export const receiveReconcile = (session: Session, { ranges, more }: SyncMessage): SentMessage[] => {
  const { turn, role } = session;
  const read = parseRanges(String(ranges), turn.end);
  if ('broken' in read) {
    demand(session, read.broken, read.broken === 'RNG-1' ? 'range-form' : 'range-order', false);
    return [];
  }
  const entries = [...turn.entries, ...read.entries];
  const isWhole = more !== true;
  const begins = isWhole && isWholeSum(entries);
  const isCrossing = begins && session.pass?.mayCross === true;
  if (isCrossing && role === 'caller') {
    session.pass = { ...passOf(session), mayCross: false };
    return [];
  }
  const number = isCrossing ? 1 : beginning(session);
  if (number !== undefined) demand(session, 'RNG-3', 'range-answer', begins);
  else {
    checkMessage(session, read.entries);
    if (isWhole) checkTurn(session, entries);
  }
  session.turn = isWhole ? { entries: [] } : { entries, end: entries.at(-1)?.to ?? START };
  if (!isWhole) return [];
  if (number !== undefined) takeItems(session, number);
  return takeTurn(session, entries);
};

const differ = (one: Summary | undefined, other: Summary | undefined): boolean =>
  one?.fingerprint !== other?.fingerprint || one?.count !== other?.count;

/** A sparse peer wants none [SYN-19]. */
const want = (session: Session): SentMessage => {
  session.hasWanted = true;
  return { type: 'want', contents: session.says.sparse === true ? [] : wantedOf(session) };
};

/** Takes a `done`, which ends the pass or is answered so [RNG-19] [RNG-21]. */
export const receiveDone = (session: Session, { fingerprint, count }: SyncMessage): SentMessage[] => {
  const isFirst = session.awaiting === 'turn';
  if (isFirst) checkTurn(session, []);
  // That was the first answer: a sum that comes now begins the second pass.
  session.pass = { ...passOf(session), mayCross: false };
  session.gotDone = { fingerprint: String(fingerprint), count: Number(count) };
  const answer = isFirst ? [sayDone(session)] : [];
  const isAgain = passOf(session).number === 1 && session.decide('RNG-21', differ(session.sentDone, session.gotDone));
  session.hasWanted = false;
  session.wants = [];
  session.awaiting = isAgain ? 'pass' : 'want';
  if (isFirst) return answer;
  return isAgain ? beginPass(session, 2) : [want(session)];
};

/** The round is over; a live session goes on. */
const endRound = (session: Session): Report => {
  session.awaiting = session.isLive ? 'live' : 'nothing';
  return {
    equal: !session.decide('SYN-22', differ(session.sentDone, session.gotDone)),
    refused: session.refused,
    wanted: wantedOf(session).length,
  };
};

/** Takes a `want`, of which all but the last have `more`. */
export const receiveWant = (session: Session, { contents, more }: SyncMessage): Reaction => {
  session.wants = [...session.wants, ...(contents as string[])];
  session.hasMoreWants = more === true;
  if (more === true) return { send: [] };
  const sent = sendContents(session);
  if (session.hasWanted) return { send: [...sent, { type: 'end' }], done: endRound(session) };
  session.awaiting = 'end';
  return { send: [...sent, want(session)] };
};

export const receiveEnd = (session: Session): Reaction => ({ send: [], done: endRound(session) });

/** Takes a `state`, which begins a round where it differs [SYN-26]; in a round it is ignored. */
export const receiveState = (session: Session, { fingerprint, count }: SyncMessage): SentMessage[] => {
  const theirs = { fingerprint: String(fingerprint), count: Number(count) };
  if (isInRound(session) || !differ(summaryOf(session), theirs)) return [];
  return beginPass(session, 1, true);
};

const SECOND = 1_000_000;

/** Tells the partner what is new, as the time has come [SYN-23] [SYN-24]. */
export const tellNew = (session: Session): SentMessage[] => {
  const { awaiting, clock, lastState, decide } = session;
  if (awaiting !== 'live' || decide('SYN-24', clock - lastState < SECOND)) return [];
  const known = new Set(passOf(session).items.map(({ bytes }) => hex(bytes)));
  const fresh = itemsNow(session).filter(({ bytes }) => !known.has(hex(bytes)));
  const records = sendRecords(session, fresh);
  if (records.length === 0) return [];
  session.lastState = clock;
  return [...records, { type: 'state', ...summaryOf(session) }];
};
