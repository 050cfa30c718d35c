import { grammars } from './grammar.ts';
import { lens } from './lens.ts';
import { memberAt, withMember } from './member.ts';
import { repairsOf } from './repairs.ts';
import type { Weakening } from './weakened.ts';

/** What other rules about paths do not let pass is nothing that these can take. */
const ofPaths = (name: string) => /-\d+$/.test(name) || name === 'lower-cased';

/** Each member with a grammar, read with one piece of its grammar wider. */
export const grammarWeakenings: readonly Weakening[] = grammars.flatMap(
  ({ requirement, format, member, way, grammar }) =>
    repairsOf(grammar)
      .filter(({ name }) => member !== 'path' || ofPaths(name))
      .map(({ name, title, mode, repair }) => ({
        name,
        requirement,
        format,
        title: `${title}, in ${member}`,
        weaken: lens(
          format,
          member === 'path' ? [requirement, 'DOC-14', 'DOC-15'] : [requirement],
          (value) => {
            const text = memberAt(value, way);
            const repaired = typeof text === 'string' ? repair(text) : undefined;
            return repaired === undefined ? undefined : withMember(value, way, repaired);
          },
          mode,
        ),
      })),
);
