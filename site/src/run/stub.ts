import type { OperationName, ProfileName } from '@rockpool/schemas';
import type { Param } from './params.ts';

/** What the page tells of an operation. */
export type OperationFacts = {
  readonly name: OperationName;
  /** Where it says that, as a path under the site's base. */
  readonly address: string;
  readonly stub: string;
};

/** What the page tells of a profile. */
export type ProfileFacts = {
  readonly name: ProfileName;
  readonly operations: readonly OperationName[];
  readonly chapters: readonly { readonly title: string; readonly address: string }[];
};

type Stubbed = {
  name: OperationName;
  /** What the specification says of it first. */
  text: string;
  params: readonly Param[];
  /** The members of `ok`. */
  answers: readonly string[];
};

const WIDTH = 72;

/** Words in lines of a comment. */
const comment = (text: string): string => {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH && last !== '') lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => `   * ${line}`).join('\n');
};

const typed = ({ name, optional, type }: Param): string =>
  `   * @param {${type}} ${optional ? `[params.${name}]` : `params.${name}`}`;

/** A member of the object `operations`, with its params named and typed, that has to be written. */
export const stubOf = ({ name, text, params, answers }: Stubbed): string =>
  `  /**
${comment(text)}
   * @param {object} params
${params.map(typed).join('\n')}
   */
  '${name}': ({ ${params.map((param) => param.name).join(', ')} }) => {
    // Answer { ok: { ${answers.join(', ')} } }, { reject: { code } } or { held: { reason } }.
    // As long as nothing is returned, the judge hears that there is no such operation.
  },
`.replace('{ ok: {  } }', '{ ok: {} }');

/** The line, from 1, at which a text has an operation already: as a member, or as a case. */
const lineOf = (module: string, name: string): number | undefined => {
  const named = new RegExp(`^\\s*(?:case\\s+)?['"\`]${name.replaceAll('.', '\\.')}['"\`]\\s*[:(]`);
  const at = module.split('\n').findIndex((line) => named.test(line));
  return at < 0 ? undefined : at + 1;
};

/** A module with a stub in it, and the line, from 1, at which to go on writing. */
export type Taken = { readonly text: string; readonly line: number; readonly how: 'added' | 'there' | 'behind' };

const linesIn = (text: string): number => text.split('\n').length;

/**
 * Takes a stub over into a module: to the end of its object `operations`, or, where it has none, behind everything as a
 * comment, so that what ran still runs. What is there already is left as it is.
 */
export const takeStub = (module: string, { name, stub }: Pick<OperationFacts, 'name' | 'stub'>): Taken => {
  const there = lineOf(module, name);
  if (there !== undefined) return { text: module, line: there, how: 'there' };
  const [head] = /^const operations = \{\n(?:.*\n)*?(?=\};)/m.exec(module) ?? [];
  if (head !== undefined) {
    const end = module.indexOf(head) + head.length;
    const before = module.slice(0, end);
    const line = linesIn(before) + stub.split('\n').findIndex((each) => each.includes(`'${name}'`));
    return { text: before + stub + module.slice(end), line, how: 'added' };
  }
  const commented = stub.replace(/^ {2}/gm, '// ');
  const text = `${module.trimEnd()}\n\n// To be made part of what the module does:\n${commented}`;
  return { text, line: linesIn(module.trimEnd()) + 2, how: 'behind' };
};
