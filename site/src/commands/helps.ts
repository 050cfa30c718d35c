import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HELP } from '../../../conformance/src/cli/help.ts';

/** What a command prints when it is asked for help; `name` is what one types, without `--help`. */
export type Help = { name: string; text: string };

/** A program with the help of itself, which comes first, and of each of its commands. */
export type Program = { name: string; helps: Help[] };

const ROCKPOOL = fileURLToPath(new URL('../../../reference/bin/rockpool.mjs', import.meta.url));
const run = promisify(execFile);

const ask = async (...words: string[]): Promise<string> =>
  (await run(process.execPath, [ROCKPOOL, ...words], { env: { ...process.env, NO_COLOR: '1' } })).stdout;

/** The commands that a help lists, one a line, behind two blanks. */
const listedIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].flatMap(([, name]) =>
    name === undefined || name === 'help' ? [] : [name],
  );

const judge = (): Program => {
  const { main = '', help: _, ...others } = HELP;
  const program = 'rockpool-conformance';
  // What is no command is a subject of `help`.
  const called = (name: string, text: string) => (text.startsWith(`${program} ${name}`) ? name : `help ${name}`);
  const helps = Object.entries(others).map(([name, text]) => ({ name: `${program} ${called(name, text)}`, text }));
  return { name: program, helps: [{ name: program, text: main }, ...helps] };
};

const reference = async (): Promise<Program> => {
  const text = await ask('help');
  const helps = listedIn(text).map(async (name) => ({ name: `rockpool ${name}`, text: await ask('help', name) }));
  return { name: 'rockpool', helps: [{ name: 'rockpool', text }, ...(await Promise.all(helps))] };
};

/** The commands of this repository. */
export const programs = async (): Promise<Program[]> => [judge(), await reference()];
