import type { CheckResult } from '@rockpool/schemas';
import { MEMBER_RULES } from '../forge/query-rules.ts';
import { givenAt, givenIds, sentenceOfTie } from './given-ids.ts';

type Loose = Readonly<Record<string, unknown>>;

const okOf = (answer: unknown): Loose | undefined => (answer as { ok?: Loose } | undefined)?.ok;

/** What a replica says of one record, and the sentence that makes it say so. */
const SAYS: Readonly<Record<string, string>> = {
  foreign: 'REP-3',
  duplicate: 'REP-4',
  obsolete: 'REP-5',
  quota: 'NAT-1',
};

/** Which sentence leaves something out of a query, by its members. */
const LEAVES_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MEMBER_RULES.map(({ member, requirement }) => [member, requirement])),
  linksTo: 'QRY-10',
  relation: 'QRY-11',
};

const ORDERS: Readonly<Record<string, string>> = { path: 'QRY-14', time: 'QRY-15', arrival: 'QRY-16' };

/** Sentences that say how what is kept is told, and not what is kept. */
const TELLS = ['REP-12', 'NAT-7', 'NAT-8'];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const plain = (value: unknown): string => JSON.stringify(value) ?? '';
const isSame = (left: unknown, right: unknown): boolean => plain(left) === plain(right);
const isReordered = (left: unknown, right: unknown): boolean =>
  isSame(listOf(left).map(plain).sort(), listOf(right).map(plain).sort());

/** What could explain a failure in one step: sentences that speak there, and of those that the check names the ones that can. */
type Explained = {
  speak: readonly string[];
  can: (named: string) => boolean;
  /** Those that speak count beside others that the check names. */
  besides?: true;
};

type Said = Readonly<Record<string, { reason?: string } | undefined>>;

const wordsOf = (said: unknown): string[] =>
  Object.entries((said ?? {}) as Said).map(([word, more]) => (word === 'ignored' ? (more?.reason ?? '') : word));

/** Of which record a replica says something else first; -1 where all differences are codes. */
const firstOther = (right: Loose, came: Loose): number =>
  listOf(right.outcomes).findIndex((each, at) => !isSame(wordsOf(each), wordsOf(listOf(came.outcomes)[at])));

const ofIngest = (input: Loose, right: Loose, came: Loose): Explained => {
  const at = firstOther(right, came);
  const words = [right, came].flatMap(({ outcomes }) => wordsOf(listOf(outcomes)[at]));
  const hasContent = (listOf(input.records)[at] as Loose | undefined)?.content !== undefined;
  const isRefused = at < 0 || words.includes('rejected');
  return {
    speak: [
      ...words.flatMap((word) => SAYS[word] ?? []),
      ...(isRefused ? [...(hasContent ? ['NAT-2'] : []), 'REP-2'] : []),
      ...(words.includes('held') && words.includes('accepted') ? ['REP-6'] : []),
    ],
    // What was kept before decides as well.
    can: (named) =>
      !/^QRY-/.test(named) &&
      !TELLS.includes(named) &&
      !Object.values(SAYS).includes(named) &&
      (isRefused || named !== 'REP-2'),
    besides: true,
  };
};

const ofState = (_input: Loose, right: Loose, came: Loose): Explained => {
  const told: Readonly<Record<string, string>> = { records: 'REP-12', held: 'NAT-7', wanted: 'NAT-4', feeds: 'NAT-8' };
  const member = Object.keys(told).find((name) => !isSame(right[name], came[name])) ?? '';
  const tells = told[member] ?? '';
  if (member === 'feeds' || isReordered(right[member], came[member])) return { speak: [tells], can: () => false };
  const can = (named: string): boolean => !/^QRY-/.test(named) && (named === tells || !TELLS.includes(named));
  // What was answered held and is not there was either not kept or is not told.
  if (member === 'held' && listOf(right.held).length > listOf(came.held).length)
    return { speak: [tells, 'REP-8', 'REP-9'], can, besides: true };
  const isLost = listOf(right.records).some((id) => !listOf(came.records).includes(id));
  const keeps = isLost ? ['REP-8', 'REP-9'] : ['REP-7', 'REP-8', 'REP-10'];
  return {
    speak: member === 'records' ? keeps : [tells],
    can,
  };
};

/** What page by page could be wrong. */
const PAGES = ['QRY-19', 'QRY-20', 'QRY-21', 'QRY-22'];

/** What the answers told from which a query has its cursor, one after another. */
const toldBefore = ({ steps = [], cursorFrom }: CheckResult): unknown[] => {
  const step = cursorFrom === undefined ? undefined : steps[cursorFrom];
  if (step === undefined) return [];
  return [...listOf(okOf(step.expect)?.records), ...toldBefore({ ...step, steps } as unknown as CheckResult)];
};

const ofQuery = ({ query }: Loose, right: Loose, came: Loose, result: CheckResult): Explained => {
  const { order = 'path', reverse = false, limit = 100, ...members } = (query ?? {}) as Loose;
  const ordered = [ORDERS[String(order)] ?? '', ...(reverse ? ['QRY-17'] : [])];
  const [expected, got] = [listOf(right.records), listOf(came.records)];
  const only = (...speak: string[]): Explained => ({ speak, can: () => false });
  const behind = result.cursorFrom === undefined ? [] : ['QRY-20', 'QRY-21'];
  if (isSame(expected, got)) return only(order === 'arrival' && !reverse ? 'QRY-22' : 'QRY-19');
  if (isReordered(expected, got)) return only(...ordered);
  const told = toldBefore(result);
  // What was told already is given again: the cursor is not where it has to be.
  if (got.some((id) => told.includes(id) && !expected.includes(id))) return only(...behind);
  const isCut = expected.length === limit || got.length === limit;
  const shorter = Math.min(expected.length, got.length);
  if (isCut && shorter > 0 && isSame(expected.slice(0, shorter), got.slice(0, shorter)))
    return only('QRY-18', ...behind);
  const isPartOfOrder = isCut || behind.length > 0;
  const isBeginning = isSame(expected.slice(0, got.length), got);
  const possible = [
    ...Object.keys(members).flatMap((member) => LEAVES_OUT[member] ?? []),
    'QRY-12',
    'QRY-13',
    'QRY-2',
    ...(isPartOfOrder ? [...ordered, 'QRY-18', ...behind] : []),
  ];
  return {
    speak: possible,
    can: (named) =>
      !TELLS.includes(named) &&
      !PAGES.includes(named) &&
      !Object.values(ORDERS).includes(named) &&
      // Of a whole answer the direction changes the order alone, and a limit takes its end away.
      (named !== 'QRY-17' || isPartOfOrder) &&
      (named !== 'QRY-18' || isPartOfOrder || isBeginning),
  };
};

/** Whether an answer has a record that the replica was never given. */
const isInvented = (result: CheckResult, right: Loose, came: Loose): boolean => {
  const others = listOf(came.records).filter((id) => !listOf(right.records).includes(id));
  if (others.length === 0) return false;
  const given = givenIds(result);
  return others.some((id) => !given.has(id));
};

const idsIn = ({ records, held }: Loose): unknown[] => [
  ...listOf(records),
  ...listOf(held).map((each) => (each as { id?: unknown }).id),
];

/** The sentence about which of two documents of one time is the newer, where the other one was taken for it. */
const ofTie = (result: CheckResult, right: Loose, came: Loose): string | undefined => {
  if (result.operation === 'replica.ingest') {
    const at = firstOther(right, came);
    const isObsolete = [right, came].filter(({ outcomes }) => wordsOf(listOf(outcomes)[at]).includes('obsolete'));
    if (isObsolete.length !== 1) return undefined;
    const id = givenAt(result, at);
    return sentenceOfTie(result, (pair) => pair.includes(id));
  }
  const [expected, got] = [idsIn(right), idsIn(came)];
  return sentenceOfTie(
    result,
    (pair) =>
      pair.some((id) => expected.includes(id) && !got.includes(id)) &&
      pair.some((id) => got.includes(id) && !expected.includes(id)),
  );
};

/** Who says which records an answer has. */
const LISTS: Readonly<Record<string, string>> = { 'replica.state': 'REP-12', 'replica.query': 'QRY-2' };

const STEPS = { 'replica.ingest': ofIngest, 'replica.state': ofState, 'replica.query': ofQuery } as const;

/**
 * Which sentences about replicas could explain a wrong answer to one step: a schedule names what all of its steps are about, and
 * the step that is wrong, and how, tells more. Undefined for all else.
 */
export const suspectsInStep = (result: CheckResult): readonly string[] | undefined => {
  const { operation, requirements, input = {}, expected, got } = result;
  const [right, came] = [okOf(expected), okOf(got)];
  const explain = STEPS[operation as keyof typeof STEPS];
  if (explain === undefined || right === undefined || came === undefined) return undefined;
  const lists = LISTS[operation];
  if (lists !== undefined && isInvented(result, right, came)) return [lists];
  const { speak, can, besides = false } = explain(input, right, came, result);
  const named = requirements.filter((id) => speak.includes(id) || can(id));
  const tie = ofTie(result, right, came);
  return [...new Set([...named, ...(besides || named.length === 0 ? speak : []), ...(tie ? [tie] : [])])];
};
