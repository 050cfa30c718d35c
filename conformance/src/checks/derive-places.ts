import type { Check } from './check.ts';
import { refusedAppend, refusedId, refusedSign } from './derive-maker.ts';
import { ingestPart, type Known, knownIn, mergePart, modeParts, statePart } from './derive-receiver.ts';
import type { Part, Suffix } from './part.ts';
import { formatOf } from './record.ts';

/** At which further places a check is asked; `undefined` for all at which it can be. */
export type PlacesOf = (check: Check) => ReadonlySet<Suffix> | undefined;

const isOfDocuments = (check: Check): boolean => !['rp.message.1', 'ssb-classic'].includes(formatOf(check));

/** Whether replicas take the format of a check. */
const isKept = (check: Check): boolean => formatOf(check) !== 'ssb-classic';

/** Every further question about a record, each made when it is asked for. */
const makers = (
  check: Check,
  known: Known,
): [suffixes: readonly Suffix[], make: (parent: Check | undefined) => Part[]][] => {
  const refused = check.expect.reject !== undefined;
  const received: ReturnType<typeof makers> = isOfDocuments(check)
    ? [[['merge'], (parent) => mergePart(check, parent)]]
    : [
        [['single', 'chain', 'batch', 'subset'], (parent) => modeParts(check, parent, known)],
        [['state'], (parent) => [statePart(check, parent)]],
      ];
  const kept: ReturnType<typeof makers> = isKept(check) ? [[['ingest'], (parent) => ingestPart(check, parent)]] : [];
  if (!refused) return [...received, ...kept];
  return [
    ...received,
    ...kept,
    [['id'], () => refusedId(check)],
    [['sign'], () => refusedSign(check)],
    ...(isOfDocuments(check) ? [] : ([[['append'], () => refusedAppend(check)]] as ReturnType<typeof makers>)),
  ];
};

/** The valid record from which a refused one differs in its defect alone. */
export const parentIn = (checks: readonly Check[]): ((check: Check) => Check | undefined) => {
  const byId = new Map(checks.map((check) => [check.id, check]));
  return ({ parent }) => {
    const named = byId.get(parent ?? '');
    return named?.operation === 'record.verify' && named.expect.ok !== undefined ? named : undefined;
  };
};

/**
 * The checks of `record.verify` asked at every other place where a record is looked at: merging, all modes of verifying a
 * feed, its state, and, of what is refused, its id, signing and writing it. By the id of the check, of those that `isAsked`
 * names.
 */
export const checksAtPlaces = (
  checks: readonly Check[],
  placesOf: PlacesOf,
  isAsked: (check: Check) => boolean = () => true,
): ReadonlyMap<string, readonly Check[]> => {
  const asked = checks.filter((check) => check.operation === 'record.verify' && isAsked(check));
  const parentOf = parentIn(checks);
  const known = knownIn(asked);
  const at = (check: Check): Check[] => {
    const places = placesOf(check);
    const isPlace = (suffix: Suffix): boolean => places?.has(suffix) ?? true;
    return makers(check, known)
      .filter(([suffixes]) => suffixes.some(isPlace))
      .flatMap(([, make]) => make(parentOf(check)))
      .filter(({ suffix }) => isPlace(suffix))
      .map(({ suffix, ...part }) => ({ ...check, judging: 'answer', ...part, id: `${check.id}#${suffix}` }));
  };
  return new Map(asked.map((check) => [check.id, at(check)]));
};
