import { nameOf } from '../facts/cast.ts';
import { recordsOf, vectorNamed } from './records-of.ts';

type Merged = { readonly kept: readonly number[]; readonly winners: Readonly<Record<string, number>> };

/** The documents of one path by slot and in the order of their timestamps, and what a replica keeps and shows; the same in words. */
export const slotsOf = (vector: string) => {
  const check = vectorNamed(vector);
  if (!('ok' in check.expect)) throw new RangeError(`${vector} has no answer to draw`);
  const { kept, winners } = check.expect.ok as Merged;
  const documents = recordsOf(check)
    .map(({ header: { author, timestamp, path = '' }, content }, position) => ({
      slot: nameOf(author),
      path,
      timestamp,
      content,
      isKept: kept.includes(position),
      isShown: winners[path] === position,
    }))
    .sort((a, b) => a.timestamp - b.timestamp);
  const path = documents[0]?.path ?? '';
  const fateOf = ({ isKept, isShown }: { isKept: boolean; isShown: boolean }): string =>
    isShown ? 'kept and shown' : isKept ? 'kept' : 'dropped';
  const told = documents.map((document) => `${document.slot}'s “${document.content}”, ${fateOf(document)}`);
  const says = `Documents at ${path}, the oldest first: ${told.join('; ')}.`;
  return { path, documents, slots: [...new Set(documents.map(({ slot }) => slot))].sort(), says };
};
