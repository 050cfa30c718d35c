import { spawn } from 'node:child_process';
import type { Random } from '../fuzz/random.ts';
import type { Way } from './load.ts';

const WRITER = new URL('writer.ts', import.meta.url).pathname;

/** When a program is killed, in milliseconds: after it was started, or after it acknowledged something. */
export interface Moment {
  readonly from: 'start' | 'first batch';
  readonly millis: number;
}

/** One round in five ends while the store is opened, or soon after. */
export function momentOf(random: Random): Moment {
  return random.oneIn(5)
    ? { from: 'start', millis: random.below(150) }
    : { from: 'first batch', millis: random.below(150) };
}

export interface Killed {
  /** The last batch that was acknowledged, 0 if none was. */
  readonly acknowledged: number;
  /** What the program complained of, if it ended by itself. */
  readonly complaint: string | undefined;
}

/** Starts a program that writes, and kills it at that moment by SIGKILL, which it cannot know of. */
export function killWhileWriting(level: string, file: string, way: Way, moment: Moment): Promise<Killed> {
  const child = spawn(process.execPath, [WRITER, level, file, JSON.stringify(way)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let timer: NodeJS.Timeout | undefined;
  const killLater = () => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), moment.millis);
  };
  if (moment.from === 'start') killLater();
  let acknowledged = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    acknowledged = (acknowledged + text).slice(-64);
    killLater();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      // A line that was cut short was not acknowledged.
      const lines = acknowledged.split('\n').slice(0, -1);
      done({
        acknowledged: Number(lines.at(-1) ?? 0),
        complaint: signal === 'SIGKILL' ? undefined : complaint || 'it ended by itself and said nothing',
      });
    });
  });
}
