import type { CheckResult } from '@rockpool/schemas';
import { type Cause, causeOf, groupsOf } from './alike.ts';
import { formatOf, isForeign } from './answers.ts';
import type { Lookup } from './facts.ts';
import { passesOf, type Ranked, rank, type Tally } from './guilt.ts';
import { isPassedOver, ORDER_OF_PHASES, type Suspected, suspectedIn, vectorOf } from './suspects.ts';

const BY_RULES: readonly CheckResult['failure'][] = [
  'accepted-invalid',
  'rejected-valid',
  'wrong-code',
  'wrong-outcome',
  'wrong-value',
];

/** Whether a rule of the specification explains a failure: it speaks neither of the conversation nor in codes of its own. */
const isAboutRules = ({ failure, profile, got }: CheckResult): boolean =>
  profile !== 'subject' &&
  BY_RULES.includes(failure) &&
  !((failure === 'wrong-code' || failure === 'rejected-valid') && isForeign(got));

/** So many sentences are told of a cause. */
const MOST_SUSPECTS = 3;
/** Told beside the first are those that explain at least this share of its failures, and are at least this much as guilty. */
const EXPLAINS = 0.1;
const AS_GUILTY = 0.15;

type Scored = { suspects?: readonly string[]; members: CheckResult[]; guilt: number };

/** Whether all was refused, only for another reason than the first: that the phases come in another order says so as well. */
const isByOrder = (members: readonly CheckResult[], lookup: Lookup): boolean =>
  members.every(
    (each) =>
      each.failure === 'wrong-code' &&
      isPassedOver(each) &&
      lookup.requirement(ORDER_OF_PHASES)?.profile?.includes(each.profile),
  );

const suspectsAmong = (
  first: Ranked,
  here: readonly Suspected[],
  ranked: readonly Ranked[],
  lookup: Lookup,
): string[] => {
  const others = ranked.filter(
    ({ id, explained, guilt }) =>
      id !== first.id && explained >= EXPLAINS * here.length && guilt > 0 && guilt >= AS_GUILTY * first.guilt,
  );
  const order = isByOrder(
    here.map(({ result }) => result),
    lookup,
  );
  const ids = [first.id, ...(order ? [ORDER_OF_PHASES] : []), ...others.map(({ id }) => id)];
  return [...new Set(ids)].slice(0, MOST_SUSPECTS);
};

/** Whether failures may follow from what an earlier cause is about: they name its rule, or are derived from what fails for it. */
const follow = (failures: readonly CheckResult[], { suspects: [rule] = [], members }: Scored): boolean => {
  const vectors = new Set(members.map(({ id }) => vectorOf(id)));
  return failures.every(
    ({ id, requirements }) => requirements.some((each) => each === rule) || vectors.has(vectorOf(id)),
  );
};

/** Sentences about what becomes of a record that a verifier refuses or holds. */
const REST_ON_VERDICTS = ['DOC-17', 'DOC-22', 'ES-16', 'FEED-6', 'FEED-7', 'FEED-13', 'FEED-24'];

/** Whether what a replica or a reader of many messages makes of verdicts is wrong where a cause is about wrong verdicts. */
const restsOn = (failure: CheckResult, { members }: Scored): boolean =>
  failure.failure === 'wrong-value' &&
  failure.requirements.some((id) => REST_ON_VERDICTS.includes(id)) &&
  members.some((each) => isWrongVerdict(each) && formatOf(each.input) === formatOf(failure.input));

const isWrongVerdict = (result: CheckResult): boolean => isPassedOver(result) || result.failure === 'wrong-outcome';

/** Puts what rests on wrong verdicts under them, unless it is so much more that they can hardly be all of it. */
const joinWhatRests = (causes: readonly Scored[]): Scored[] =>
  causes.filter((cause) => {
    const { members } = cause;
    const below = causes.find(
      (each) =>
        each !== cause && 2 * each.members.length >= members.length && members.every((member) => restsOn(member, each)),
    );
    below?.members.push(...members);
    return below === undefined;
  });

/** Puts all failures that the guiltiest requirement explains under it, then those that are left under the next. */
const byGuilt = (failures: readonly CheckResult[], passes: Tally, lookup: Lookup): Scored[] => {
  const scored: Scored[] = [];
  let left = suspectedIn(failures.filter(isAboutRules), lookup);
  while (left.length > 0) {
    const [first] = rank(left, passes, failures.length);
    if (first === undefined) break;
    const here = left.filter(({ suspects }) => suspects.includes(first.id));
    left = left.filter(({ suspects }) => !suspects.includes(first.id));
    const members = here.map(({ result }) => result);
    // What an earlier cause may explain as well is no cause of its own.
    const earlier = scored.find((each) => follow(members, each));
    if (earlier) earlier.members.push(...members);
    else {
      const suspects = suspectsAmong(first, here, rank(here, passes, failures.length), lookup);
      scored.push({ suspects, members, guilt: first.guilt });
    }
  }
  return scored;
};

/**
 * The failures among the results of a run by their causes, the likeliest first. Those that no requirement explains weigh as
 * much as their share of all.
 */
export const causesOf = (results: readonly CheckResult[], lookup: Lookup): Cause[] => {
  const failures = results.filter(({ outcome }) => outcome === 'failed');
  const others = groupsOf(failures.filter((each) => !isAboutRules(each))).map(
    ({ members }): Scored => ({ members: [...members], guilt: Math.sqrt(members.length / failures.length) }),
  );
  return [...joinWhatRests(byGuilt(failures, passesOf(results, lookup), lookup)), ...others]
    .toSorted((left, right) => right.guilt - left.guilt)
    .flatMap(causeOf);
};

/** The sentences that are told of a cause: those that it is about or, where nothing points to any, those of its smallest example. */
export const sentencesOf = ({ suspects, smallest }: Cause): readonly string[] => suspects ?? smallest.requirements;

/** The requirements that the terminal report names, each once, in the order in which a reader meets them. */
export const rulesNamed = (results: readonly CheckResult[], lookup: Lookup): readonly string[] => [
  ...new Set(causesOf(results, lookup).flatMap(sentencesOf)),
];
