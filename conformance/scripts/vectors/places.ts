import type { Check } from '../../src/checks/check.ts';
import { checksAtPlaces, parentIn } from '../../src/checks/derive-places.ts';
import type { Suffix } from '../../src/checks/part.ts';
import { bytesOf, differ, formatOf, isObject, membersOf, saidBy } from '../../src/checks/record.ts';
import { isNative, type Json, judgeValue, type Phase } from '../../src/forge/index.ts';

/** How many vectors about one requirement are asked about at each further place. */
const REFUSED = 3;
const ACCEPTED = 2;
const ACCEPTED_CLASSIC = 6;
/** Where nothing tells by which rule a record is refused, some of the vectors say nothing: other rules refuse them too. */
const REFUSED_SILENTLY = 10;
const REFUSED_IN_ORDER = 16;
/** Most vectors about the order of phases are about other phases than any one mistake. */
const ABOUT_ORDER = 'REC-18';
const SILENT: readonly Suffix[] = ['merge', 'batch', 'state'];
/** Of the formats of others no code is compared. */
const isSilent = (check: Check, suffix: Suffix): boolean =>
  SILENT.includes(suffix) || (suffix === 'ingest' && !isNative(formatOf(check)));

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
    return isSilent(check, suffix) || classic ? REFUSED_SILENTLY : REFUSED;
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
 * Chooses for each requirement a few checks to be asked at each further place, those first that are about the fewest others.
 * By the place, the ids of its checks. Chosen once and written down, so that no check comes or goes unseen.
 */
export const choosePlaces = (checks: readonly Check[]): Readonly<Record<string, readonly string[]>> => {
  const parentOf = parentIn(checks);
  const possible = checksAtPlaces(checks, () => undefined);
  const budget = openBudget();
  const chosen = new Map<Suffix, string[]>();
  const ranked = checks
    .filter(({ id }) => possible.has(id))
    .map((check) => ({ check, rank: rank(check, parentOf(check)) }))
    .toSorted((a, b) => a.rank - b.rank);
  for (const { check } of ranked) {
    for (const { id } of possible.get(check.id) ?? []) {
      const suffix = id.slice(check.id.length + 1) as Suffix;
      if (!budget.isLeft(check, suffix)) continue;
      budget.spend(check, suffix);
      chosen.set(suffix, [...(chosen.get(suffix) ?? []), check.id]);
    }
  }
  return Object.fromEntries([...chosen].toSorted().map(([suffix, ids]) => [suffix, ids.toSorted()]));
};
