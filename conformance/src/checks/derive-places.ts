import type { Check } from './check.ts';
import { refusedAppend, refusedId, refusedSign } from './derive-maker.ts';
import { mergePart, messageParts } from './derive-receiver.ts';
import type { Part, Suffix } from './part.ts';
import { formatOf } from './record.ts';

/** How many vectors about one requirement are asked about at each further place. */
const REFUSED = 3;
const ACCEPTED = 2;

const isOfDocuments = (check: Check): boolean => !['rp.message.1', 'ssb-classic'].includes(formatOf(check));

/** Every further question about a record, each made when it is asked for. */
const makers = (check: Check): [suffixes: readonly Suffix[], make: (parent: Check | undefined) => Part[]][] => {
  const refused = check.expect.reject !== undefined;
  const received: ReturnType<typeof makers> = isOfDocuments(check)
    ? [[['merge'], (parent) => mergePart(check, parent)]]
    : [[['single', 'chain', 'batch', 'subset', 'state'], (parent) => messageParts(check, parent)]];
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
    check.requirements.map((id) => `${formatOf(check)} ${Object.keys(check.expect)[0]} ${suffix} ${id}`);
  const limitOf = ({ expect }: Check): number => (expect.reject === undefined ? ACCEPTED : REFUSED);
  return {
    isLeft: (check: Check, suffix: Suffix): boolean =>
      keysOf(check, suffix).some((key) => (spent.get(key) ?? 0) < limitOf(check)),
    spend: (check: Check, suffix: Suffix): void => {
      for (const key of keysOf(check, suffix)) spent.set(key, (spent.get(key) ?? 0) + 1);
    },
  };
};

/**
 * The checks of `record.verify` asked at every other place where a record is looked at: merging, all modes of verifying a
 * feed, its state, and, of what is refused, its id, signing and writing it. Of each requirement there are a few for each
 * place, those first that are about the fewest others. By the id of the check.
 */
export const checksAtPlaces = (checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const budget = openBudget();
  const found = new Map<string, Check[]>();
  const verified = checks.filter(({ operation }) => operation === 'record.verify');
  for (const check of verified.toSorted((a, b) => a.requirements.length - b.requirements.length)) {
    const parent = byId.get(check.parent ?? '');
    const valid = parent?.operation === 'record.verify' && parent.expect.ok !== undefined ? parent : undefined;
    const here: Check[] = [];
    for (const [suffixes, make] of makers(check)) {
      if (!suffixes.some((suffix) => budget.isLeft(check, suffix))) continue;
      for (const { suffix, ...part } of make(valid)) {
        if (!budget.isLeft(check, suffix)) continue;
        budget.spend(check, suffix);
        here.push({ ...check, judging: 'answer', ...part, id: `${check.id}#${suffix}` });
      }
    }
    found.set(check.id, here);
  }
  return found;
};
