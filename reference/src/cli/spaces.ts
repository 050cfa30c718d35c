import type { Book } from './book.ts';
import { type OptionTable, type OptionValues, texts, UsageError } from './command.ts';
import { type NamedSpace, spaceOf } from './names.ts';

/** The option of commands that are about several spaces. */
export const spacesOption = { space: { type: 'string', multiple: true } } as const satisfies OptionTable;

/** The spaces of `--space`, each once, or all that are remembered. */
export function spacesOf(book: Book, values: OptionValues): readonly NamedSpace[] {
  const wanted = texts(values, 'space');
  const names = wanted.length > 0 ? wanted : [...book.spaces.keys()];
  if (names.length === 0) {
    throw new UsageError(
      "there is no space here yet; rockpool init begins one, rockpool init '+name.x…' keeps one that somebody told you of",
    );
  }
  const byId = new Map(names.map((name) => spaceOf(book, name)).map((space) => [space.id, space]));
  return [...byId.values()];
}
