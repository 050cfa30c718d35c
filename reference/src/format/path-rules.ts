import type { Rule } from '../rule/rule.ts';

/** The longest path, in characters. */
export const maxPathLength = 512;

const pathCharacters = /^[A-Za-z0-9/'()\-._~!$&+,:=@%]*$/;

/** The requirements for the form of paths, in the order in which the chapters give them. */
export type PathRequirements = readonly [
  length: string,
  begin: string,
  end: string,
  doubled: string,
  at: string,
  characters: string,
];

/** The rules for the form of paths, which native documents took over from Earthstar: [DOC-2] to [DOC-7], [ES-2] to [ES-7]. */
export function pathRules(requirements: PathRequirements, path: string): readonly Rule<{ path: string }>[] {
  const [length, begin, end, doubled, at, characters] = requirements;
  const rule = (requirement: string, title: string, check: (path: string) => boolean): Rule<{ path: string }> => ({
    requirement,
    code: 'path-form',
    title,
    path,
    check: (document) => check(document.path),
  });
  return [
    rule(length, 'at most 512 characters', (text) => text.length <= maxPathLength),
    rule(begin, 'begins with /', (text) => text.startsWith('/')),
    rule(end, 'does not end with /', (text) => !text.endsWith('/')),
    rule(doubled, 'no //', (text) => !text.includes('//')),
    rule(at, 'does not begin with /@', (text) => !text.startsWith('/@')),
    rule(characters, 'characters of paths only', (text) => pathCharacters.test(text)),
  ];
}
