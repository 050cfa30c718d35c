import type { Expectation } from '@rockpool/schemas';

/** What a vector wants: `accepts`, `value` (accepts and says something), `held`, or the codes of the rejection. */
export type Outcome =
  | { kind: 'accepts' }
  | { kind: 'value' }
  | { kind: 'held'; reason: string }
  | { kind: 'rejects'; codes: string[] };

export type OutcomeKind = Outcome['kind'];

export const outcomeOf = ({ ok, held, reject }: Expectation): Outcome => {
  if (reject !== undefined) return { kind: 'rejects', codes: reject.codes };
  if (held !== undefined) return { kind: 'held', reason: held.reason };
  return { kind: Object.keys(ok ?? {}).length === 0 ? 'accepts' : 'value' };
};

/** As one short text without blanks inside a code: `rejects path-form text-size`. */
export const encodeOutcome = (outcome: Outcome): string =>
  outcome.kind === 'rejects'
    ? ['rejects', ...outcome.codes].join(' ')
    : outcome.kind === 'held'
      ? `held ${outcome.reason}`
      : outcome.kind;

export const decodeOutcome = (text: string): Outcome => {
  const [kind, ...rest] = text.split(' ');
  if (kind === 'rejects') return { kind, codes: rest };
  if (kind === 'held') return { kind, reason: rest.join(' ') };
  return { kind: kind === 'value' ? 'value' : 'accepts' };
};

/** In a few words, as a sentence about the right answer. */
export const outcomeWords = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'accepts':
      return 'accepts';
    case 'value':
      return 'gives a value';
    case 'held':
      return `held: ${outcome.reason}`;
    case 'rejects':
      return `rejects: ${outcome.codes.join(' or ')}`;
  }
};
