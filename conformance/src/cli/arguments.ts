import { type ParseArgsConfig, parseArgs, styleText } from 'node:util';
import type { ProfileName } from '@rockpool/schemas';
import { matcher } from '../checks/select.ts';
import { namedCommand } from '../node/subjects.ts';
import { UsageError } from '../node/usage-error.ts';
import { isProfile, PROFILES } from '../protocol/operations.ts';
import { NO_PAINT, type Paint } from '../report/paint.ts';

/** What stands before the first `--`, and the command behind it. */
export const splitCommand = (argv: readonly string[]): { own: string[]; command: string[] | undefined } => {
  const at = argv.indexOf('--');
  return at < 0 ? { own: [...argv], command: undefined } : { own: argv.slice(0, at), command: argv.slice(at + 1) };
};

/** `parseArgs` whose complaints are usage errors. */
export const parse = <T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) => {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** A whole number of an option, with its bounds, both included. */
export const wholeNumber = (name: string, text: string | undefined, min: number, max: number): number | undefined => {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not ${text}`);
};

/** Seconds of an option in milliseconds. */
export const seconds = (name: string, text: string | undefined, max = 3_600): number | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && number > 0 && number <= max) return Math.ceil(number * 1_000);
  throw new UsageError(`--${name} takes seconds, more than 0 and at most ${max}, not ${text}`);
};

export const profilesOf = (names: readonly string[] | undefined): ProfileName[] | undefined =>
  names?.map((name) => {
    if (isProfile(name)) return name;
    throw new UsageError(`there is no profile ${name}; there are ${PROFILES.join(', ')}`);
  });

export const checkFilter = (filter: string | undefined): void => {
  if (filter === undefined) return;
  try {
    matcher(filter);
  } catch (error) {
    throw new UsageError(`--filter ${filter}: ${(error as Error).message}`);
  }
};

/** The program to judge: the command behind `--`, or a subject of the repository. */
export const commandOf = (command: readonly string[] | undefined, subject: string | undefined): string[] => {
  if (command === undefined) return namedCommand(subject);
  if (subject !== undefined) throw new UsageError('give --subject or a command, not both');
  if (command.length === 0) throw new UsageError('there is no command after --');
  if (command[0] === '') throw new UsageError('the first word after -- is empty; it has to name the program to judge');
  return [...command];
};

/** The address of a subject that listens for WebSockets; `other` is what else was named to be judged. */
export const webSocketAddress = (url: string | undefined, other: unknown): string | undefined => {
  if (url === undefined) return undefined;
  if (other !== undefined) throw new UsageError('give only one of --url, --subject and a command');
  if (!/^wss?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new UsageError(`--url takes a ws: or wss: address, not ${url}`);
  return url;
};

export const noMore = (positionals: readonly string[], most: number): void => {
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageError(`unexpected ${extra}; a command to judge goes after --`);
};

/** Colours where standard output is a terminal that wants them; NO_COLOR and FORCE_COLOR are heeded. */
export const terminalPaint = (): Paint => {
  if (!process.stdout.isTTY && !process.env.FORCE_COLOR) return NO_PAINT;
  const style =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      styleText(format, text, { stream: process.stdout });
  return { good: style('green'), bad: style('red'), warn: style('yellow'), dim: style('dim'), bold: style('bold') };
};
