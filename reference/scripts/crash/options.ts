import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { UsageError, whole } from '../fuzz/options.ts';
import { loads } from './loads.ts';

const levels = Object.keys(loads);

export const HELP = `Usage: npm run crash -- [options]

Kills a program by SIGKILL while it writes to a replica in SQLite, at a random moment, again and again on the same file. Each time
the file must open, all that was acknowledged must be there, and nothing may be half there.

  --rounds <n>    how often it is killed, 200 where absent
  --seed <n>      0 to 4294967295, random where absent; says what is written and how long each program lives
  --level <name>  ${levels.join(' or ')} alone; in turns where absent
  --json          print the result as JSON
  --help          print this

Exit code: 0 nothing was lost; 1 something was; 2 usage; 3 nothing was lost, but in fewer than half of the rounds anything had been
acknowledged, so that the run says little; 4 the run itself failed.
`;

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly rounds: number;
  readonly seed: number;
  readonly levels: readonly string[];
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string', default: '200' },
        seed: { type: 'string' },
        level: { type: 'string' },
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
  const { help, json, rounds, seed, level } = parsed(args);
  if (level !== undefined && !levels.includes(level)) {
    throw new UsageError(`--level takes ${levels.join(' or ')}`);
  }
  return {
    help,
    json,
    rounds: whole('rounds', rounds, 1, 100_000),
    seed: seed === undefined ? randomBytes(4).readUInt32LE() : whole('seed', seed, 0, 2 ** 32 - 1),
    levels: level === undefined ? levels : [level],
  };
}
