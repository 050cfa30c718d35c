import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../fuzz/random.ts';
import type { Found } from './load.ts';
import { loads } from './loads.ts';
import { killWhileWriting, type Moment, momentOf } from './round.ts';

export interface Fault {
  readonly level: string;
  /** From 1. */
  readonly round: number;
  readonly moment: Moment;
  readonly what: string;
}

export interface Outcome {
  readonly rounds: number;
  /** In how many rounds the program was killed after it had acknowledged something. */
  readonly underLoad: number;
  /** How many batches were acknowledged, in all. */
  readonly acknowledged: number;
  /** How many were there that had not been acknowledged yet, each whole. */
  readonly unacknowledged: number;
  readonly faults: readonly Fault[];
  readonly seconds: number;
}

export interface Campaign {
  readonly levels: readonly string[];
  readonly rounds: number;
  readonly seed: number;
  onRound(done: number): void;
  onFault(fault: Fault): void;
}

/** Kills a program again and again; each round goes on with what the one before left, each level in a file of its own. */
export async function campaign({ levels, rounds, seed, onRound, onFault }: Campaign): Promise<Outcome> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-crash-'));
  const last = new Map<string, number>();
  const faults: Fault[] = [];
  let [done, underLoad, acknowledged, unacknowledged] = [0, 0, 0, 0];
  try {
    for (let round = 1; round <= rounds; round++) {
      const level = levels[round % levels.length] as string;
      const moment = momentOf(new Random(seed, round));
      const blame = (what: string) => {
        faults.push({ level, round, moment, what });
        onFault({ level, round, moment, what });
      };
      const file = join(folder, `${level}.sqlite`);
      const synchronous = Math.floor(round / levels.length) % 2 === 0 ? 'normal' : 'full';
      const killed = await killWhileWriting(level, file, { seed, synchronous }, moment);
      if (killed.complaint !== undefined) blame(`the program ended by itself: ${killed.complaint}`);
      const before = last.get(level) ?? 0;
      if (killed.acknowledged > 0) {
        underLoad++;
        acknowledged += killed.acknowledged - before;
      }
      const expected = Math.max(before, killed.acknowledged);
      const found = look(level, file, seed, expected);
      unacknowledged += Math.max(0, found.last - expected);
      for (const what of found.faults) blame(what);
      last.set(level, found.last);
      done = round;
      onRound(done);
      // What is lost in one round is missing in all that follow.
      if (found.faults.length > 0) break;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    rounds: done,
    underLoad,
    acknowledged,
    unacknowledged,
    faults,
    seconds: (performance.now() - start) / 1_000,
  };
}

function look(level: string, file: string, seed: number, acknowledged: number): Found {
  try {
    return loads[level]?.check(file, seed, acknowledged) ?? { last: 0, faults: [`no level ${level}`] };
  } catch (error) {
    return { last: acknowledged, faults: [`it does not open: ${(error as Error).message}`] };
  }
}
