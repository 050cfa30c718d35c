import { SUBJECT_RULES } from '../../../conformance/src/protocol/rules.ts';
import { NONCE_RULE } from '../../../conformance/src/verdict/nonces.ts';
import { byRequirement, type Check, checks, laws } from './checks.ts';
import { type Requirement, requirements } from './requirements.ts';

/** What a check expects: that something is accepted, refused or held, or what comes out of it. */
export const DIRECTIONS = ['accept', 'reject', 'held', 'value'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How a requirement is exercised. `watched`: the judge looks at it during the whole of each run, not by checks. */
export type Coverage = Readonly<Record<Direction, number>> & {
  readonly checks: number;
  readonly laws: number;
  readonly watched: boolean;
};

/** Operations that read a text: their value tells a peer that accepts it. */
const READING: ReadonlySet<string> = new Set(['canonical.encode', 'id.parse']);

/** Whether a session is ended by an error, with which a peer refuses what it was told. */
const endsInError = ({ ok }: Check['expect']): boolean => ok !== undefined && 'error' in ok;

/** In which direction a check exercises a requirement: for one without a code, what counts of an answer is its value. */
export const directionOf = ({ operation, expect }: Pick<Check, 'operation' | 'expect'>, of: Requirement): Direction => {
  if (expect.reject !== undefined || endsInError(expect)) return 'reject';
  if (expect.held !== undefined) return 'held';
  const hasValue = Object.keys(expect.ok ?? {}).length > 0;
  return hasValue && !(READING.has(operation) && of.code !== undefined) ? 'value' : 'accept';
};

const checksBy = byRequirement(checks);
const lawsBy = byRequirement(laws);

const coverage = (requirement: Requirement): Coverage => {
  const mine = checksBy.get(requirement.id) ?? [];
  const counts: Record<Direction, number> = { accept: 0, reject: 0, held: 0, value: 0 };
  for (const check of mine) counts[directionOf(check, requirement)] += 1;
  return {
    ...counts,
    checks: mine.length,
    laws: lawsBy.get(requirement.id)?.length ?? 0,
    watched: Object.hasOwn(SUBJECT_RULES, requirement.id) || requirement.id === NONCE_RULE,
  };
};

const byId = new Map(requirements.map((each) => [each.id, coverage(each)]));

/** Throws `RangeError` for an unknown id. */
export const coverageOf = (id: string): Coverage => {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no requirement ${id}`);
  return found;
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** In words: `12 checks: 5 accept, 7 reject`. Laws follow where there are any. */
export const coverageText = (of: Coverage): string => {
  const directions = DIRECTIONS.filter((each) => of[each] > 0).map((each) => `${of[each]} ${each}`);
  const parts = [
    of.checks > 0 ? `${counted(of.checks, 'check')}: ${directions.join(', ')}` : '',
    of.laws > 0 ? counted(of.laws, 'law') : '',
    of.watched ? 'watched in every run' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no checks' : parts.join('; ');
};
