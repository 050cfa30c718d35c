/** What two peers lost, shown or sent that the question does not allow, in words. */
import { isDeepStrictEqual } from 'node:util';
import type { Held, PeerQuestion, PeerRun, SyncAnswer } from './question.ts';

export interface Judgement {
  readonly outcome: 'passed' | 'failed';
  readonly words: string;
}

/** What a peer holds, without what may be there or not. Nor is it asked whether she can get rid of what was planted in hers. */
const judged = ({ planted, unasked, expect }: PeerQuestion, at: number, { kept, shown }: Held): Held => {
  const ignored = at === 0 ? [...unasked, ...planted] : unasked;
  return {
    kept: kept.filter((position) => !ignored.includes(position)),
    shown: Object.fromEntries(Object.keys(expect.shown).map((path) => [path, shown[path] ?? -1])),
  };
};

/** What is wrong with what one peer holds, without her name; nothing where all is well. */
const faultsOf = ({ expect }: PeerQuestion, { kept, shown }: Held): string => {
  const lacking = expect.kept.filter((position) => !kept.includes(position)).length;
  const surplus = kept.filter((position) => !expect.kept.includes(position)).length;
  const paths = Object.keys(expect.shown);
  // A peer that lacks the winner and shows nothing has lost it, and that is said already.
  const isLack = (path: string): boolean => shown[path] === -1 && !kept.includes(expect.shown[path] ?? -1);
  const wrong = paths.filter((path) => shown[path] !== expect.shown[path] && !isLack(path)).length;
  return [
    ...(lacking > 0 ? [`lacks ${lacking} of ${expect.kept.length}`] : []),
    ...(surplus > 0 ? [`keeps ${surplus} that must not be kept`] : []),
    ...(wrong > 0 ? [`shows the wrong one at ${wrong} of ${paths.length} paths`] : []),
  ].join(', ');
};

/** What is wrong after one sync. */
const faultsAfter = (question: PeerQuestion, { ended, held }: SyncAnswer): string[] => {
  const [suzy, fern] = held.map((each, at) => judged(question, at, each)) as [Held, Held];
  const [ofSuzy, ofFern] = [faultsOf(question, suzy), faultsOf(question, fern)];
  const each = [...(ofSuzy ? [`Suzy ${ofSuzy}`] : []), ...(ofFern ? [`Fern ${ofFern}`] : [])];
  return [
    ...(ended === undefined ? [] : [`the sync fails: “${ended}”`]),
    ...(ofSuzy && ofSuzy === ofFern ? [`each ${ofSuzy}`] : each),
    ...(isDeepStrictEqual(suzy, fern) ? [] : ['the two differ']),
  ];
};

/** What is wrong with two syncs of two peers, as one text; nothing where all is well. */
const faultsOfRun = (question: PeerQuestion, { syncs }: PeerRun): string => {
  const [first, second] = syncs;
  if (first === undefined) return 'there was no sync';
  const before = faultsAfter(question, first);
  if (second === undefined) return before.join('; ') || 'there was no second sync';
  const after = faultsAfter(question, second);
  if (question.isAboutAgain && before.length === 0 && second.sent > 0)
    return [...after, `${second.sent} documents are sent again`].join('; ');
  if (isDeepStrictEqual(before, after)) return before.join('; ');
  const words = before.length > 0 ? before.join('; ') : 'both keep what they must';
  return `${words}; after a second sync ${after.length > 0 ? after.join('; ') : 'all is well'}`;
};

const inOrder = ({ expect, isAboutAgain }: PeerQuestion): string =>
  isAboutAgain
    ? 'nothing is sent again'
    : expect.kept.length === 1
      ? 'both keep the one'
      : `both keep all ${expect.kept.length}`;

export const judgePeers = (question: PeerQuestion, runs: readonly PeerRun[]): Judgement => {
  const told = runs.map((run) => ({ caller: run.caller, words: faultsOfRun(question, run) }));
  const distinct = new Set(told.map(({ words }) => words));
  const [only] = distinct;
  if (only === '' && distinct.size === 1) return { outcome: 'passed', words: inOrder(question) };
  if (distinct.size === 1) return { outcome: 'failed', words: only ?? '' };
  const words = told.map((each) => `if ${each.caller} calls, ${each.words || inOrder(question)}`).join('; ');
  return { outcome: 'failed', words: words || 'there was no sync' };
};
