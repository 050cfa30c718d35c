import { readText } from '@rockpool/reference';
import { isObject } from './draft.ts';
import { decodeSource, type Example } from './example.ts';
import { type Source, textOf } from './source.ts';
import { formatIn, type State } from './state.ts';
import { hasInside } from './within.ts';

/** What is made valid of what is at hand; a fault in words where nothing of it would be left. */
export const mendable = (
  state: Pick<State, 'source' | 'found' | 'within' | 'chosen' | 'recognised'>,
  template: Example | undefined,
): { readonly source: Source } | { readonly fault: string } => {
  const { source, found, within } = state;
  const { value, faults } = readText(source);
  // What is no JSON is told of by who makes it valid.
  if (faults.json !== undefined) return { source };
  if (within === undefined && hasInside(source, found))
    return { fault: 'This is not the record, which stands inside: inspect that first.' };
  if (found.kind === 'header') return { source: `{"header":${textOf(source)}}` };
  const like = template && readText(decodeSource(template)).value;
  if (!isObject(value) || !isObject(like)) return { fault: refusal(formatIn(state)) };
  const names = Object.keys(value);
  const isAlike = names.length === 0 || names.some((name) => Object.hasOwn(like, name));
  return isAlike ? { source } : { fault: refusal(formatIn(state)) };
};

const refusal = (format = 'this format'): string =>
  `Nothing of this belongs in a record of ${format}: all of it would be thrown away. Start from an example instead.`;
