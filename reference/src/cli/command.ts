import type { Protocol } from '../protocol/protocol.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import type { Folder } from './folder.ts';
import type { Network } from './network.ts';
import { visibleJson } from './visible.ts';

/** What every command can end with. */
export const exitCodes = { accepted: 0, rejected: 1, usage: 2, held: 3, world: 4, fault: 5 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The world as a command meets it. */
export interface World {
  readonly protocol: Protocol;
  readonly engine: SyncEngine;
  /** The quickest engine where many signatures come at once. */
  batchEngine(): Promise<Engine>;
  readonly network: Network;
  /** Tells options from files. Throws `UsageError` where they are not those of the table. */
  parse(
    args: readonly string[],
    options: OptionTable,
  ): { readonly values: OptionValues; readonly files: readonly string[] };
  /** The bytes of a file; of standard input where it is `-`. Rejects with `WorldError`. */
  read(file: string): Promise<Uint8Array>;
  /** The text of a file, or of standard input, part by part. Rejects with `WorldError`. */
  parts(file: string): AsyncIterable<string>;
  /** Begins a new file, which is there when it is whole. Rejects with `WorldError`, also if it is there and may not be replaced. */
  create(file: string, replace: boolean): Promise<Sink>;
  /** The folder with data: the one that is named, else that of the environment or of the platform. */
  folder(path: string | undefined): Folder;
  /** The home folder, which shells put in the place of `~`. */
  readonly home: string;
  /** Whether somebody sees standard output on a terminal. */
  readonly isTerminal: boolean;
  /** Writes to standard output. A command calls it once, when it has everything. */
  write(text: string): void;
  /** Writes a part of something long to standard output, and waits until it is taken; false if nobody reads any more. */
  send(text: string): Promise<boolean>;
  /** Shows how far a long task is, in the place of what it showed last; nothing where the task is done. */
  progress(text: string | undefined): void;
  /** Waits. Ctrl-C ends the program meanwhile. */
  sleep(millis: number): Promise<void>;
  /** From now on Ctrl-C does not end the program: the answered function waits, and is false if it was interrupted since. */
  interruptible(): (millis: number) => Promise<boolean>;
  /** Writes to standard error. */
  complain(text: string): void;
  /** The clock, in microseconds since 1970. */
  now(): number;
  /** How many minutes local time is ahead of UTC at a time. */
  offsetMinutes(micros: number): number;
  /** Fresh random bytes for secret keys. */
  random(byteLength: number): Uint8Array;
  /** Text in a colour, where the terminal shows colours. */
  paint(colour: 'green' | 'red' | 'yellow' | 'dim', text: string): string;
  /** Runs the subject until its input is closed; answers the exit code. */
  runSubject(args: readonly string[]): Promise<number>;
}

/** A file that is being written. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Puts it in its place. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** The command was called wrongly: says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file could not be read or written: says which, and why. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

/** The options of a command, in the form of `parseArgs`. */
export type OptionTable = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>;

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints, besides the name and the summary. */
  readonly usage: string;
  readonly options: OptionTable;
  run(world: World, values: OptionValues, files: readonly string[]): Promise<ExitCode>;
}

/** The one file of a command that takes one. */
export function onlyFile(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError('give one file, or - for standard input');
  return file;
}

/** The one argument of a command that takes one or none. */
export function onlyOne(files: readonly string[], complaint: string): string | undefined {
  if (files.length > 1) throw new UsageError(complaint);
  return files[0];
}

/** The option of that name, if it was given. */
export function text(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of an option that can be given more than once; none if it was not given. */
export function texts(values: OptionValues, name: string): readonly string[] {
  const given = values[name];
  return Array.isArray(given) ? given : [];
}

/** The whole number of an option, from `least` on, or the usual one. */
export function wholeNumber(values: OptionValues, name: string, usual: number, least = 1): number {
  const given = text(values, name);
  if (given === undefined) return usual;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least)) throw new UsageError(`--${name} takes a whole number from ${least} on, not ${given}`);
  return value;
}

/** The time of `--now`: microseconds since 1970 or a date, else the clock's. */
export function nowOf(world: World, values: OptionValues): number {
  const now = text(values, 'now');
  if (now === undefined) return world.now();
  const micros = /^\d+$/.test(now) ? Number(now) : Date.parse(now) * 1000;
  if (!Number.isSafeInteger(micros))
    throw new UsageError('--now takes microseconds since 1970, or a date like 2026-01-31T12:00Z');
  return micros;
}

export const toJson = (value: unknown): string => `${visibleJson(JSON.stringify(value, null, 2))}\n`;
