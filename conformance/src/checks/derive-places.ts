import { isNative, type Json, judgeValue, type Phase } from '../forge/index.ts';
import type { Check } from './check.ts';
import { refusedAppend, refusedId, refusedSign } from './derive-maker.ts';
import { type Known, knownIn, mergePart, messageParts } from './derive-receiver.ts';
import type { Part, Suffix } from './part.ts';
import { bytesOf, differ, formatOf, isObject, membersOf, saidBy } from './record.ts';

/** How many vectors about one requirement are asked about at each further place. */
const REFUSED = 3;
const ACCEPTED = 2;
const ACCEPTED_CLASSIC = 6;
/** Where nothing tells by which rule a record is refused, some of the vectors say nothing: other rules refuse them too. */
const REFUSED_SILENTLY = 8;
const REFUSED_IN_ORDER = 16;
/** Most vectors about the order of phases are about other phases than any one mistake. */
const ABOUT_ORDER = 'REC-18';
const SILENT: readonly Suffix[] = ['merge', 'batch', 'state'];

const isOfDocuments = (check: Check): boolean => !['rp.message.1', 'ssb-classic'].includes(formatOf(check));

/** Every further question about a record, each made when it is asked for. */
const makers = (
  check: Check,
  known: Known,
): [suffixes: readonly Suffix[], make: (parent: Check | undefined) => Part[]][] => {
  const refused = check.expect.reject !== undefined;
  const received: ReturnType<typeof makers> = isOfDocuments(check)
    ? [[['merge'], (parent) => mergePart(check, parent)]]
    : [[['single', 'chain', 'batch', 'subset', 'state'], (parent) => messageParts(check, parent, known)]];
  if (!refused) return received;
  return [
    ...received,
    [['id'], () => refusedId(check)],
    [['sign'], () => refusedSign(check)],
    ...(isOfDocuments(check) ? [] : ([[['append'], () => refusedAppend(check)]] as ReturnType<typeof makers>)),
  ];
};

/** Counts how often a requirement of a format was asked about at a place. */
const openBudget = () => {
  const spent = new Map<string, number>();
  const keysOf = (check: Check, suffix: Suffix): string[] =>
    check.requirements.map((id) => {
      // Each of two signatures is a place of its own: which one it is, the other requirements say.
      const about = id.startsWith('SIG-') ? check.requirements.join(' ') : id;
      return `${formatOf(check)} ${Object.keys(check.expect)[0]} ${suffix} ${about}`;
    });
  const limitOf = (check: Check, suffix: Suffix): number => {
    if (check.requirements.includes(ABOUT_ORDER)) return REFUSED_IN_ORDER;
    const classic = formatOf(check) === 'ssb-classic';
    if (check.expect.reject === undefined) return classic ? ACCEPTED_CLASSIC : ACCEPTED;
    return SILENT.includes(suffix) || classic ? REFUSED_SILENTLY : REFUSED;
  };
  return {
    isLeft: (check: Check, suffix: Suffix): boolean =>
      keysOf(check, suffix).some((key) => (spent.get(key) ?? 0) < limitOf(check, suffix)),
    spend: (check: Check, suffix: Suffix): void => {
      for (const key of keysOf(check, suffix)) spent.set(key, (spent.get(key) ?? 0) + 1);
    },
  };
};

const SIGNATURES = ['signature', 'shareSignature'];

/** Whether a record was signed after its fault was made, or the fault stands beside what is signed, as far as that shows. */
const isSigned = (check: Check, parent: Check | undefined): boolean => {
  const [record, valid] = [saidBy(check), parent && saidBy(parent)];
  if (parent === undefined || !isObject(record) || !isObject(valid)) return false;
  if (SIGNATURES.some((name) => record[name] !== valid[name])) return true;
  // Es.4 and es.5 sign the members that they know, so a further one stands beside them.
  const further = isNative(formatOf(check)) ? membersOf(check) : {};
  return formatOf(check) !== 'ssb-classic' && !differ(check, parent, Object.keys({ ...further, ...membersOf(parent) }));
};

/** The phases that can be looked at quickly. */
const QUICK: readonly Phase[] = ['shape', 'form', 'relations', 'time', 'content'];

/** Whether no rule of a later phase refuses the record too, as far as that can be seen quickly. */
const isAlone = (check: Check): boolean => {
  // What a text with a fault would say to a lenient reader, the forge does not know.
  if (check.expect.reject?.codes.some((code) => code.startsWith('text-')) !== false) return true;
  const judge = (phases: readonly Phase[]) =>
    judgeValue(formatOf(check), saidBy(check), Number(check.input.now), phases);
  const phase = judge(QUICK).broken[0]?.phase;
  // The rules behind *shape* are about what has its shape.
  if (phase === undefined || phase === 'shape') return true;
  try {
    return judge(QUICK.slice(QUICK.indexOf(phase) + 1)).broken.length === 0;
  } catch (error) {
    // Some rules cannot be asked about what breaks an earlier one.
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Whether a text that is not UTF-8 is a valid record for those who read U+FFFD in the place of what they cannot decode. */
const isReadByMost = (check: Check): boolean => {
  if (!check.expect.reject?.codes.includes('text-utf8')) return false;
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(check))) as Json;
    return judgeValue(formatOf(check), value, Number(check.input.now)).broken.length === 0;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** Some order that has nothing to do with what vectors are about, so that those of one kind do not stand together. */
const scatter = (check: Check): number =>
  [...check.id].reduce((sum, letter) => (sum * 37 + (letter.codePointAt(0) ?? 0)) % 65_536, 7) / 65_536;

/** Less than `scatter` spans, so that texts for other readers are among the first too. */
const EARLIER = 0.5;

/** The checks to begin with: about few requirements, and refused for nothing but their fault. */
const rank = (check: Check, parent: Check | undefined): number =>
  check.requirements.length +
  (check.expect.reject === undefined || isSigned(check, parent) ? 0 : 100) +
  (isAlone(check) ? 0 : 100) -
  (isReadByMost(check) ? EARLIER : 0) +
  scatter(check);

/**
 * The checks of `record.verify` asked at every other place where a record is looked at: merging, all modes of verifying a
 * feed, its state, and, of what is refused, its id, signing and writing it. Of each requirement there are a few for each
 * place, those first that are about the fewest others. By the id of the check.
 */
export const checksAtPlaces = (checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const known = knownIn(checks);
  const budget = openBudget();
  const found = new Map<string, Check[]>();
  const verified = checks.flatMap((check) => {
    if (check.operation !== 'record.verify') return [];
    const named = byId.get(check.parent ?? '');
    const parent = named?.operation === 'record.verify' && named.expect.ok !== undefined ? named : undefined;
    return [{ check, parent, rank: rank(check, parent) }];
  });
  for (const { check, parent } of verified.toSorted((a, b) => a.rank - b.rank)) {
    const here: Check[] = [];
    for (const [suffixes, make] of makers(check, known)) {
      if (!suffixes.some((suffix) => budget.isLeft(check, suffix))) continue;
      for (const { suffix, ...part } of make(parent)) {
        if (!budget.isLeft(check, suffix)) continue;
        budget.spend(check, suffix);
        here.push({ ...check, judging: 'answer', ...part, id: `${check.id}#${suffix}` });
      }
    }
    found.set(check.id, here);
  }
  return found;
};
