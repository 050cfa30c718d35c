import { HELP } from '../../../conformance/src/cli/help.ts';
import { commands, help } from '../../../reference/src/cli/main.ts';
import { usage as subjectUsage } from '../../../reference/src/subject/options.ts';

/** What a command prints when it is asked for help; `name` is what one types, without `--help`. */
export type Help = { name: string; text: string };

/** A program with the help of itself, which comes first, and of each of its commands. */
export type Program = { name: string; helps: Help[] };

const judge = (): Program => {
  const { main = '', help: _, ...others } = HELP;
  const program = 'rockpool-conformance';
  // What is no command is a subject of `help`.
  const called = (name: string, text: string) => (text.startsWith(`${program} ${name}`) ? name : `help ${name}`);
  const helps = Object.entries(others).map(([name, text]) => ({ name: `${program} ${called(name, text)}`, text }));
  return { name: program, helps: [{ name: program, text: main }, ...helps] };
};

const reference = (): Program => {
  const helps = commands.map(({ name, usage: text }) => ({ name: `rockpool ${name}`, text: `${text}\n` }));
  const all = [{ name: 'rockpool', text: help }, ...helps, { name: 'rockpool subject', text: subjectUsage }];
  return { name: 'rockpool', helps: all };
};

/** The commands of this repository. */
export const programs = (): Program[] => [judge(), reference()];
