import { readText } from '@rockpool/reference';
import type { Facts } from './facts-shape.ts';
import type { FoundKind } from './found/found-types.ts';
import { personSentence } from './found/person.ts';
import { placeOf } from './found/place-of.ts';
import { type Spot, spotAt } from './found/spot.ts';
import { type Fault, whereBroken } from './found/where-broken.ts';
import type { Inspection } from './inspect.ts';
import { textOf } from './source.ts';
import { formatIn, isEmpty, type State } from './state.ts';

/** A place in the text that the answer is about. */
export type Mark = Spot & {
  /** Behind its last character, in UTF-16 code units. */
  readonly end: number;
  /** What it is, in words. */
  readonly words: string;
};

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
  network: 'Not of these formats',
  file: 'Not of these formats',
  version: 'Unknown version',
  identifier: 'A name',
  header: 'A header',
  broken: 'Broken',
  many: 'Several records',
  inside: 'A record inside',
  encoded: 'A record inside',
};

/** More places than these are not marked. */
const maxMarks = 4;

const pointerWords = (pointer: string, isMissing: boolean): string => {
  const name = pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
  if (name === '') return isMissing ? 'something is missing here' : 'here';
  return isMissing ? `${name} is missing here` : name;
};

const faultMark = (fault: Fault, length: number): Mark => ({
  ...fault,
  end: Math.min(fault.offset + 1, length),
  words: fault.words,
});

const marksOf = (state: State, inspection: Inspection | undefined): Mark[] => {
  const text = textOf(state.source);
  const rule = inspection?.because ?? inspection?.broken;
  if (inspection === undefined)
    return state.found.fault === undefined ? [] : [faultMark(state.found.fault, text.length)];
  if (rule === undefined) return [];
  const fault = rule.requirement === 'TXT-2' ? whereBroken(text) : undefined;
  if (fault !== undefined) return [faultMark(fault, text.length)];
  return (
    placeOf(rule, state.source)
      // What is about the whole is in sight already.
      .filter(({ pointer, start, end }) => pointer !== '' || end - start < text.trim().length)
      .slice(0, maxMarks)
      .map(({ pointer, start, end, isMissing }) => ({
        ...spotAt(text, start),
        end,
        words: pointerWords(pointer, isMissing === true),
      }))
  );
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
