import { readText } from '@rockpool/reference';
import type { Facts } from './facts-shape.ts';
import type { FoundKind } from './found/found-types.ts';
import { personSentence } from './found/person.ts';
import { whereBroken } from './found/where-broken.ts';
import type { Inspection } from './inspect.ts';
import { type Mark, marksOf } from './marks.ts';
import { textOf } from './source.ts';
import { formatIn, isEmpty, type State } from './state.ts';

/** The answer in short. */
export type Answer = {
  readonly outcome: Inspection['outcome'] | 'none';
  /** One or two words. */
  readonly label: string;
  /** The rule that is broken, or that makes it wait. */
  readonly requirement?: string;
  /** For a person. */
  readonly sentence: string;
  readonly marks: readonly Mark[];
};

/** What is called what, where no rules were asked. */
const LABELS: Readonly<Partial<Record<FoundKind, string>>> = {
  secret: 'A secret',
  network: 'Another format',
  file: 'Another file',
  version: 'Unknown version',
  identifier: 'A name',
  header: 'A header',
  broken: 'Broken',
  many: 'Several records',
  inside: 'A record inside',
  encoded: 'A record inside',
};

const rejected = (state: State, { broken, because, format }: Inspection, facts: Pick<Facts, 'keys'>): string => {
  if (broken?.code === undefined) return '';
  const text = textOf(state.source);
  const fault = broken.requirement === 'TXT-2' ? whereBroken(text) : undefined;
  if (fault !== undefined) return `${fault.words} That is line ${fault.line}, column ${fault.column}.`;
  const { code, requirement, path } = broken;
  return personSentence(
    { code, requirement, path, because: because?.requirement },
    { value: readText(state.source).value, format },
    facts.keys,
  );
};

/** What a person is told first of what is at hand. */
export const answerTo = (state: State, inspection: Inspection | undefined, facts: Pick<Facts, 'keys'>): Answer => {
  const marks = marksOf(state, inspection);
  if (isEmpty(state))
    return {
      outcome: 'none',
      label: 'Ready',
      sentence: 'Paste a record, open a file, or start from an example.',
      marks,
    };
  if (inspection === undefined)
    return {
      outcome: 'none',
      label: formatIn(state) === undefined ? (LABELS[state.found.kind] ?? 'Not recognised') : 'Judging…',
      sentence: state.found.sentence,
      marks,
    };
  const { outcome, broken, format } = inspection;
  if (outcome === 'accepted')
    return { outcome, label: 'Accepted', sentence: `Every rule of ${format} is kept.`, marks };
  if (outcome === 'held')
    return {
      outcome,
      label: 'Held',
      requirement: 'REC-19',
      sentence:
        'Nothing is wrong with it. Whether the key that signed it may speak for its author, another record has to say.',
      marks,
    };
  return {
    outcome,
    label: 'Rejected',
    ...(broken && { requirement: broken.requirement }),
    sentence: rejected(state, inspection, facts),
    marks,
  };
};
