import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readJson } from './files.ts';
import { UsageError } from './usage-error.ts';

/** Where the subjects of this repository are; a published package has none. */
const SUBJECTS = resolve(import.meta.dirname, '../../subjects');

const HOW = 'type rockpool-conformance run -- and the command that starts your program';

/** The command in a `subject.json`; words that begin with a full stop are relative to that file. */
const commandIn = (file: string): string[] => {
  const value = readJson(file) as { command?: unknown };
  const { command } = value ?? {};
  if (!Array.isArray(command) || command.length === 0 || !command.every((word) => typeof word === 'string')) {
    throw new UsageError(`${file} needs a command, a list of strings`);
  }
  return command.map((word: string) => (/^\.{1,2}\//.test(word) ? resolve(dirname(file), word) : word));
};

/** The command of a subject of this repository, `reference` where no name is given. */
export const namedCommand = (name: string | undefined, folder: string = SUBJECTS): string[] => {
  const file = join(folder, name ?? 'reference', 'subject.json');
  if (existsSync(file)) return commandIn(file);
  if (name === undefined) throw new UsageError(`there is no program to judge: ${HOW}`);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((each) => existsSync(join(folder, each, 'subject.json')))
    : [];
  const there = names.length > 0 ? `there are ${names.join(', ')}` : 'this package comes without subjects';
  throw new UsageError(`no subject ${name}: ${there}; for a program of your own ${HOW}`);
};
