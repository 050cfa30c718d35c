import { type Found, ITEMS } from './items.ts';
import { entryWords, type RangeEntry, readRanges, sameBound } from './ranges.ts';

const found = (detail: string, ...guilty: string[]): Found => ({ detail, guilty });

/** Which sentence says that an answer is of this kind. */
const KIND_RULE: Readonly<Record<RangeEntry['kind'], readonly string[]>> = {
  silent: ['RNG-9', 'RNG-10', 'RNG-15'],
  sum: ['RNG-12', 'RNG-3'],
  list: ['RNG-11', 'RNG-5'],
  'long list': ['RNG-11', 'RNG-5'],
  wish: ['RNG-15', 'RNG-16'],
};

const isList = ({ kind }: RangeEntry): boolean => kind === 'list' || kind === 'long list';

const kindFault = (right: RangeEntry, came: RangeEntry): Found => {
  const detail = `ranges say "${entryWords(came)}", and "${entryWords(right)}" is right`;
  if (isList(right) && isList(came)) return found(detail, 'RNG-5');
  return found(detail, ...KIND_RULE[right.kind], ...(right.kind === 'silent' ? KIND_RULE[came.kind] : []));
};

/** Where both entries are of one kind and up to one bound. */
const saidFault = (right: RangeEntry, came: RangeEntry): Found | undefined => {
  const where = entryWords(right);
  if (right.kind === 'sum' && came.kind === 'sum') {
    const about = ['RNG-3', 'RNG-12'];
    if (right.count !== came.count)
      return found(`"${where}" is right, and it counts ${came.count}`, ...about, ...ITEMS);
    if (right.fingerprint !== came.fingerprint)
      return found(`"${where}" is right, and its fingerprint is ${came.fingerprint.slice(0, 8)}`, ...about);
  }
  if ((right.kind === 'list' || right.kind === 'long list') && isList(came)) {
    const { items } = came as { items: readonly string[] };
    if (items.length !== right.items.length)
      return found(`"${where}" is right, and its list has ${items.length}`, 'RNG-11', 'RNG-6', ...ITEMS);
    const at = right.items.findIndex((each, index) => each !== items[index]);
    if (at >= 0)
      return found(`"${where}" is right, and item ${at} of its list is ${items[at]}, not ${right.items[at]}`, 'RNG-11');
  }
  if (right.kind === 'wish' && came.kind === 'wish') {
    const at = Array.from({ length: Math.max(right.wished.length, came.wished.length) }, (_, each) => each).find(
      (each) => right.wished[each] !== came.wished[each],
    );
    if (at === undefined) return undefined;
    if (right.wished.length !== came.wished.length)
      return found(`"${where}" is right, and it is a wish of ${came.wished.length} items`, 'RNG-4');
    return right.wished[at]
      ? found(`item ${at} of a list is not wished for, and it is lacking`, 'RNG-15')
      : found(`item ${at} of a list is wished for, and must not be`, 'RNG-15', 'RNG-16');
  }
  return undefined;
};

/** Whether each bound is behind the one before it [RNG-2]. */
const rises = (entries: readonly RangeEntry[]): boolean =>
  entries.every(({ to }, at) => {
    const before = entries[at - 1];
    if (before === undefined) return true;
    if (before.to === undefined || to === undefined) return before.to !== undefined;
    return to.timestamp > before.to.timestamp || (to.timestamp === before.to.timestamp && to.bytes > before.to.bytes);
  });

const isDivided = (entries: readonly RangeEntry[]): boolean => entries.filter(({ kind }) => kind === 'sum').length > 1;

/** What `ranges` of a subject says otherwise than is right: the first entry that differs. Both are joined ones. */
export const rangesFault = (expected: string, got: string): Found | undefined => {
  if (expected === got) return undefined;
  const [right, came] = [readRanges(expected), readRanges(got)];
  if (typeof came === 'string') return found(`ranges have not their form: ${came}`, 'RNG-1');
  // Between the parts of a range, that is most likely a bound that was cut too short.
  if (!rises(came))
    return found(
      'ranges have a bound that is not behind the one before it',
      ...(typeof right !== 'string' && isDivided(right) ? ['RNG-13'] : []),
      'RNG-2',
    );
  if (typeof right === 'string') return found('ranges are other ones', 'RNG-4');
  for (let at = 0; at < Math.max(right.length, came.length); at += 1) {
    const [one, other] = [right[at], came[at]];
    if (one === undefined) return found(`ranges go on with "${entryWords(other as RangeEntry)}"`, 'RNG-9', 'RNG-4');
    if (other === undefined) return found(`ranges end before "${entryWords(one)}"`, ...KIND_RULE[one.kind]);
    if (one.kind !== other.kind) return kindFault(one, other);
    if (!sameBound(one.to, other.to))
      return found(
        `ranges say "${entryWords(other)}", and "${entryWords(one)}" is right`,
        ...(one.kind === 'sum' ? ['RNG-13', 'RNG-12'] : ['RNG-4', ...KIND_RULE[one.kind]]),
      );
    const said = saidFault(one, other);
    if (said !== undefined) return said;
  }
  return found('ranges say the same in other bytes', 'RNG-1');
};
