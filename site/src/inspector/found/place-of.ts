import type { Explained } from '@rockpool/reference';
import { MEMBERS } from '../../facts/members.ts';
import { type Member, type Node, type Span, spansOf } from '../json-spans.ts';
import { type Source, textOf } from '../source.ts';
import { textPlaces } from './text-places.ts';

/** A place in the text that a rule is about. */
export type Place = Span & {
  /** The member, as a JSON pointer; the empty one is the whole. */
  readonly pointer: string;
  /** The member is not there: the span is the bracket of the object that it is missing from. */
  readonly isMissing?: true;
};

/** What `placeOf` looks at of a rule that is broken. */
export type BrokenRule = Pick<Explained, 'requirement' | 'path' | 'of'>;

const nameOf = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

const memberOf = (node: Node, name: string): Member | undefined =>
  node.kind === 'object' ? node.members.findLast((member) => member.name === name) : undefined;

/** Where a member stands, with its name; or the innermost object in which the next step is missing. */
const find = (root: Node, pointer: string): Place => {
  let node = root;
  let place: Span = root;
  for (const step of pointer.split('/').slice(1).map(nameOf)) {
    const member = memberOf(node, step);
    const next = node.kind === 'array' ? node.items[Number(step)] : member?.value;
    if (next === undefined) return { pointer, start: node.start, end: node.start + 1, isMissing: true };
    place = member ?? next;
    node = next;
  }
  return { pointer, start: place.start, end: place.end };
};

/** Of some pointers the first that is there, else the first. */
const firstThere = (root: Node, pointers: readonly string[]): Place => {
  const places = pointers.map((pointer) => find(root, pointer));
  return places.find(({ isMissing }) => !isMissing) ?? (places[0] as Place);
};

/**
 * What a broken rule is about in a text that was judged by it: the members that do not go together, of which those that are missing
 * are left out where another is there. Nothing where the text says nothing: it is no JSON, or nested too deeply.
 */
export const placeOf = ({ requirement, path = '', of }: BrokenRule, source: Source): readonly Place[] => {
  const members = MEMBERS[MEMBERS[requirement] === 'of' ? (of ?? '') : requirement];
  if (members === 'text') return textPlaces(requirement, source).map((span) => ({ ...span, pointer: path }));
  const root = spansOf(textOf(source));
  if (root === undefined) return [];
  if (members === 'located') return [find(root, path)];
  if (members === undefined || typeof members === 'string') return [{ pointer: '', start: root.start, end: root.end }];
  const places = members.map((each) => (typeof each === 'string' ? find(root, each) : firstThere(root, each)));
  const there = places.filter(({ isMissing }) => !isMissing);
  return there.length > 0 ? there : places.slice(0, 1);
};
