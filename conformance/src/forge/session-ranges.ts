import { equalBytes, hex } from './bytes.ts';
import { type Division, demand, type Pass, passOf, type Session, viewOf } from './session-model.ts';
import { boundBetween, fingerprint, type KeptItem, shortId, within } from './sync-items.ts';
import { END, type RangeEntry, START, samePlace } from './sync-ranges.ts';

/** How many items a list has at most [RNG-6]. */
export const MOST_LISTED = 32;
/** How many parts a range is divided into [RNG-4]. */
export const PARTS = 8;

const isSum = (entry: RangeEntry | undefined): entry is RangeEntry & { kind: 'sum' } => entry?.kind === 'sum';

/** The sum of items in a range. */
export const sumOf = (
  session: Session,
  items: readonly KeptItem[],
  range: Pick<RangeEntry, 'from' | 'to'>,
): RangeEntry & { kind: 'sum' } => ({
  ...{ from: range.from, to: range.to, kind: 'sum' },
  fingerprint: fingerprint(items, viewOf(session)),
  count: items.length,
});

/** Whether entries are one sum of the whole range, as a pass begins. */
export const isWholeSum = (entries: readonly RangeEntry[]): boolean =>
  entries.length === 1 && isSum(entries[0]) && samePlace(entries[0].from, START) && samePlace(entries[0].to, END);

/** An answer of the partner: one list or wish, or the sums that it gives for one sum of the peer's. */
type Answer = { to: RangeEntry; with: readonly RangeEntry[] };

/** Which entry of the peer's each entry of the partner's answers; undefined where one answers none [RNG-4]. */
const answersTo = (said: readonly RangeEntry[], entries: readonly RangeEntry[]): Answer[] | undefined => {
  const loud = entries.filter(({ kind }) => kind !== 'silent');
  const answers: Answer[] = [];
  for (let at = 0; at < loud.length; ) {
    const first = loud[at] as RangeEntry;
    const to = said.find(({ from }) => samePlace(from, first.from));
    if (to === undefined) return undefined;
    const parts = loud.slice(at, at + (first.kind === 'sum' ? PARTS : 1));
    const isBeside = parts.every(({ kind, from }, index) => {
      const before = parts[index - 1];
      return kind === first.kind && (before === undefined || samePlace(before.to, from));
    });
    const isExact = samePlace((parts.at(-1) as RangeEntry).to, to.to);
    const fits =
      first.kind === 'wish'
        ? to.kind === 'list' && to.ids.length === first.bits.length
        : to.kind === 'sum' && (first.kind !== 'sum' || parts.length === PARTS);
    if (!isBeside || !isExact || !fits) return undefined;
    answers.push({ to, with: parts });
    at += parts.length;
  }
  return answers;
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** How many items the partner says that it has, in answer to one sum of the peer's. */
const countIn = (part: RangeEntry, answers: readonly Answer[]): number => {
  const answer = answers.find(({ to }) => to === part);
  if (answer === undefined) return isSum(part) ? part.count : 0;
  return total(answer.with.map((entry) => (entry.kind === 'list' ? entry.ids.length : isSum(entry) ? entry.count : 0)));
};

const isEven = (parts: readonly RangeEntry[]): boolean => {
  const counts = parts.filter(isSum).map(({ count }) => count);
  return Math.max(...counts) - Math.min(...counts) <= 1 && total(counts) > MOST_LISTED;
};

/** Whether what the partner says adds up to what it said before [RNG-8]. */
const addsUp = (divisions: readonly Division[], answers: readonly Answer[]): boolean =>
  divisions.every(({ parts, count }) => total(parts.map((part) => countIn(part, answers))) === count);

/** Refuses a message of a turn that answers nothing, or has too much or too little in it [RNG-4] to [RNG-7]. */
export const checkMessage = (session: Session, entries: readonly RangeEntry[]): void => {
  const { said, number } = passOf(session);
  const answers = answersTo(said, entries);
  demand(session, 'RNG-4', 'range-answer', answers !== undefined);
  const lists = entries.filter((entry) => entry.kind === 'list');
  const isLong = number === 2;
  demand(
    session,
    'RNG-5',
    'range-answer',
    lists.every(({ long }) => long === isLong),
  );
  demand(
    session,
    'RNG-6',
    'range-count',
    lists.every(({ ids }) => ids.length <= MOST_LISTED),
  );
  const sums = (answers ?? []).map((answer) => answer.with).filter(([first]) => isSum(first));
  demand(session, 'RNG-7', 'range-count', sums.every(isEven));
};

/** Refuses a turn that does not add up to what was said before [RNG-8]. */
export const checkTurn = (session: Session, entries: readonly RangeEntry[]): void => {
  const { said, divisions } = passOf(session);
  demand(session, 'RNG-8', 'range-count', addsUp(divisions, answersTo(said, entries) ?? []));
};

/** What the peer says in its turn, and the items that it sends. */
export type Reply = { entries: RangeEntry[]; items: KeptItem[]; divisions: Division[] };
const reply = (part: Partial<Reply> = {}): Reply => ({ entries: [], items: [], divisions: [], ...part });

/** Eight sums side by side [RNG-12] [RNG-13]. */
const divide = (session: Session, items: readonly KeptItem[], { from, to }: RangeEntry): RangeEntry[] => {
  const begins = Array.from({ length: PARTS + 1 }, (_, part) => Math.floor((part * items.length) / PARTS));
  const bounds = begins.map((begin, part) => {
    if (part === 0) return from;
    return part === PARTS ? to : boundBetween(items[begin - 1] as KeptItem, items[begin] as KeptItem);
  });
  return Array.from({ length: PARTS }, (_, part) =>
    sumOf(session, items.slice(begins[part], begins[part + 1]), {
      from: bounds[part] ?? from,
      to: bounds[part + 1] ?? to,
    }),
  );
};

const nameIn = (session: Session, { number }: Pass, { bytes }: KeptItem): Uint8Array =>
  number === 2 ? bytes : shortId(bytes, viewOf(session).transcript);

const toSum = (
  session: Session,
  pass: Pass,
  entry: RangeEntry & { kind: 'sum' },
  items: readonly KeptItem[],
): Reply => {
  const own = sumOf(session, items, entry);
  if (own.count === entry.count && equalBytes(own.fingerprint, entry.fingerprint)) return reply();
  if (entry.count === 0) return reply({ items: [...items] });
  const { from, to } = entry;
  if (items.length <= MOST_LISTED) {
    const ids = items.map((item) => nameIn(session, pass, item));
    return reply({ entries: [{ kind: 'list', long: pass.number === 2, ids, from, to }] });
  }
  const parts = divide(session, items, entry);
  return reply({ entries: parts, divisions: [{ parts, count: entry.count }] });
};

const toList = (
  session: Session,
  pass: Pass,
  entry: RangeEntry & { kind: 'list' },
  items: readonly KeptItem[],
): Reply => {
  const { got, gotShort, decide } = session;
  const named = new Set(entry.ids.map(hex));
  const own = new Set(items.map((item) => hex(nameIn(session, pass, item))));
  const bits = entry.ids.map((id) => {
    const name = hex(id);
    return !own.has(name) && !decide('RNG-16', (entry.long ? got : gotShort).has(name));
  });
  const { from, to } = entry;
  return reply({
    items: items.filter((item) => !named.has(hex(nameIn(session, pass, item)))),
    entries: bits.includes(true) ? [{ kind: 'wish', bits, from, to }] : [],
  });
};

const toWish = (pass: Pass, entry: RangeEntry & { kind: 'wish' }, items: readonly KeptItem[]): Reply => {
  const wasListed = pass.said.some(({ kind, from }) => kind === 'list' && samePlace(from, entry.from));
  return reply({ items: wasListed ? items.filter((_, index) => entry.bits[index]) : [] });
};

/** What the peer answers to a turn of its partner's [RNG-9] to [RNG-17]. */
export const answerTurn = (session: Session, entries: readonly RangeEntry[]): Reply => {
  const pass = passOf(session);
  const replies = entries.map((entry) => {
    const items = within(pass.items, entry);
    if (entry.kind === 'sum') return toSum(session, pass, entry, items);
    if (entry.kind === 'list') return toList(session, pass, entry, items);
    return entry.kind === 'wish' ? toWish(pass, entry, items) : reply();
  });
  return {
    entries: replies.flatMap((each) => each.entries),
    items: replies.flatMap((each) => each.items),
    divisions: replies.flatMap((each) => each.divisions),
  };
};
