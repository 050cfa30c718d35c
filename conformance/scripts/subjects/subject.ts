import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ByDesign } from './by-design.ts';

/** The `subject.json` of a directory in `conformance/subjects`. */
export type Subject = {
  name: string;
  /** The program and its arguments; what begins with `./` or `../` is relative to `directory`. */
  command: string[];
  /** Run `npm ci` in the directory first. */
  install?: true;
  /** Its answers about signatures can depend on chance. */
  chance?: true;
  /** It must fail, and has no place in the ledger. */
  dishonest?: true;
  byDesign?: ByDesign;
  directory: string;
};

/** The subject that is judged for scale: what the others are compared with, and none of the packages. */
export const REFERENCE = 'reference';

/** All subjects below `root`, in the order of their names. */
export const readSubjects = (root: string): Subject[] =>
  readdirSync(root)
    .sort()
    .map((name) => join(root, name))
    .filter((directory) => existsSync(join(directory, 'subject.json')))
    .map((directory) => ({ ...JSON.parse(readFileSync(join(directory, 'subject.json'), 'utf8')), directory }));

/** The command with its paths made absolute, since a subject is started in an empty directory. */
export const absoluteCommand = ({ command, directory }: Subject): string[] =>
  command.map((part) => (/^\.\.?\//.test(part) ? join(directory, part) : part));

/** Puts in what the lockfile says, without running the scripts of the packages. */
export const install = ({ name, directory }: Subject): void => {
  const { status, error } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`cannot install ${name}: npm ci ended with ${status}`, { cause: error });
};
