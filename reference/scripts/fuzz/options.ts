import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { MAX_GROWTH, MIN_DEEP } from './outcome.ts';
import { mebibytes } from './report.ts';

export const HELP = `Usage: npm run fuzz -- [options]

Asks the reference to verify generated texts of every format: texts of the vectors that were changed byte by byte, character
by character or member by member, some of them signed anew; texts spliced of two; odd spellings, lengths and depths; random
values and random bytes. Each answer must be a verdict, in time, without an exception; the same when a text is asked about
again, as a string, or without native code; in keeping with what each rule says by itself; and memory must not grow.

  --count <n>         how many texts, 1,000,000 where absent
  --seed <n>          0 to 4294967295, random where absent; the same seed makes the same texts
  --format <name>     texts of this format alone; all of the protocol in turns where absent
  --index <n>         one text alone: its bytes and the verdict; needs the seed, and the format of the run that found it
  --hang-seconds <n>  how long a text may take, 10 where absent
  --max-faults <n>    end after so many faults, 10 where absent
  --target <file>     a module whose \`target\` is shaken in place of the reference; see reference/scripts/fuzz/target.ts
  --json              print the result as JSON
  --help              print this

Exit code: 0 nothing found; 1 faults found, or memory grew by more than ${mebibytes(MAX_GROWTH)}; 2 usage; 3 nothing found, but of a format
fewer than ${MIN_DEEP * 100} % of the texts got to the phase form, so that the run says little; 4 the fuzzer itself failed.
`;

/** The operator's mistake. */
export class UsageError extends Error {}

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  /** The address of the module that exports \`target\`. */
  readonly target: string;
  readonly seed: number;
  readonly format: string | undefined;
  readonly count: number;
  readonly index: number | undefined;
  readonly hangSeconds: number;
  readonly maxFaults: number;
}

export function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}`);
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        count: { type: 'string', default: '1000000' },
        seed: { type: 'string' },
        format: { type: 'string' },
        index: { type: 'string' },
        'hang-seconds': { type: 'string', default: '10' },
        'max-faults': { type: 'string', default: '10' },
        target: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

/** @throws UsageError if an option is unknown or its value is out of range. */
export function readOptions(args: readonly string[]): Options {
  const { count, seed, index, target, help, json, format, ...bounds } = parsed(args);
  if (index !== undefined && seed === undefined)
    throw new UsageError('--index needs the --seed of the run that found it');
  return {
    help,
    json,
    format,
    target: target === undefined ? new URL('target.ts', import.meta.url).href : pathToFileURL(resolve(target)).href,
    seed: seed === undefined ? randomBytes(4).readUInt32LE() : whole('seed', seed, 0, 2 ** 32 - 1),
    count: whole('count', count, 1, 2 ** 31 - 1),
    index: index === undefined ? undefined : whole('index', index, 0, 2 ** 31 - 2),
    hangSeconds: whole('hang-seconds', bounds['hang-seconds'], 1, 3_600),
    maxFaults: whole('max-faults', bounds['max-faults'], 1, 1_000_000),
  };
}
