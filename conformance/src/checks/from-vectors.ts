import type { VectorCase } from '@rockpool/schemas';
import { SIGNED_MEMBER } from '../protocol/operations.ts';
import type { Check } from './check.ts';
import { deriveChecks } from './derive.ts';
import { checksAtPlaces, type PlacesOf } from './derive-places.ts';
import { fromFile } from './i-json.ts';
import { titleOf } from './titles.ts';

/** A vector as a check. */
export const toCheck = (vector: VectorCase): Check => ({
  id: vector.id,
  title: titleOf(vector),
  profile: vector.profile,
  needs: vector.needs ?? [],
  requirements: vector.requirements,
  operation: vector.operation,
  input: fromFile(vector.input),
  expect: vector.expect,
  judging: vector.operation in SIGNED_MEMBER && vector.expect.ok !== undefined ? 'signed' : 'answer',
  ...(vector.steps === undefined ? {} : { steps: vector.steps }),
  ...(vector.cursorFrom === undefined ? {} : { cursorFrom: vector.cursorFrom }),
  ...(vector.kept === undefined ? {} : { kept: vector.kept }),
  ...(vector.parent === undefined ? {} : { parent: vector.parent }),
  ...(vector.defect === undefined ? {} : { defect: vector.defect }),
  textOnly: vector.textOnly === true,
  timeless: vector.timeless === true,
});

/** As many places as there are. */
const EVERYWHERE: PlacesOf = () => undefined;

/**
 * Every vector as a check, each followed by what is derived from it, if that is asked for. Throws `RangeError` for two of
 * one id.
 */
export const checksOf = (
  vectors: readonly VectorCase[],
  placesOf = EVERYWHERE,
  isAsked: (check: Check) => boolean = () => true,
): Check[] => {
  const own = vectors.map(toCheck);
  const elsewhere = checksAtPlaces(own, placesOf, isAsked);
  const derived = (check: Check): readonly Check[] =>
    isAsked(check) ? [...deriveChecks(check), ...(elsewhere.get(check.id) ?? [])] : [];
  const checks = own.flatMap((check) => [check, ...derived(check)]);
  const ids = new Set<string>();
  for (const { id } of checks) {
    if (ids.has(id)) throw new RangeError(`two checks have the id ${id}`);
    ids.add(id);
  }
  return checks;
};
