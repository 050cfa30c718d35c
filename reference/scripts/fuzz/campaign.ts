import { Worker } from 'node:worker_threads';
import type { Fault } from './examine.ts';
import type { Measured } from './memory.ts';
import type { Assignment, News, Tally } from './worker.ts';

export interface CampaignOptions extends Pick<Assignment, 'target' | 'seed' | 'formats' | 'from' | 'to'> {
  /** A text that takes longer than this hangs. */
  readonly hangSeconds: number;
  /** After so many faults the campaign ends. */
  readonly maxFaults: number;
  onProgress?(texts: number): void;
  onFinding?(finding: Finding): void;
}

/** A text about which something is wrong. */
export interface Finding {
  readonly index: number;
  readonly fault: Fault;
}

export interface Outcome {
  readonly texts: number;
  readonly seconds: number;
  /** Time of all processors, in seconds. */
  readonly cpuSeconds: number;
  readonly byFormat: Tally;
  readonly byKind: Tally;
  /** One list for each thread, since a new one begins with fresh caches. */
  readonly memory: readonly (readonly Measured[])[];
  readonly findings: readonly Finding[];
  /** Of the last text that the thread told about; it tells about faulty ones, and about one that is alone. */
  readonly verdict: string | undefined;
}

/** How often memory is measured in a campaign. */
export const MEASUREMENTS = 20;

/** How often the heartbeat is felt, in milliseconds. */
const FELT_MILLIS = 100;

const merge = (into: Tally, from: Tally): void => {
  for (const [name, counts] of Object.entries(from)) {
    into[name] ??= {};
    const sums = into[name];
    for (const [reached, count] of Object.entries(counts)) sums[reached] = (sums[reached] ?? 0) + count;
  }
};

/** Asks about all texts; where the thread hangs or dies, that is noted, and a new one goes on behind the guilty text. */
export async function campaign(options: CampaignOptions): Promise<Outcome> {
  const { from, to } = options;
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const findings: Finding[] = [];
  const memory: Measured[][] = [];
  const byFormat: Tally = {};
  const byKind: Tally = {};
  let verdict: string | undefined;
  let texts = 0;
  const find = (finding: Finding): void => {
    findings.push(finding);
    options.onFinding?.(finding);
  };
  const isOver = (): boolean => findings.length >= options.maxFaults;

  const hear = (news: Exclude<News, { about: 'end' }>): void => {
    if (news.about === 'memory') memory.at(-1)?.push(news.measured);
    else if (news.about === 'text') {
      verdict = news.verdict;
      for (const fault of news.faults) if (!isOver()) find({ index: news.index, fault });
    } else {
      texts += news.texts;
      merge(byFormat, news.formats);
      merge(byKind, news.kinds);
      options.onProgress?.(texts);
    }
  };

  for (let next = from; next < to && !isOver(); ) {
    memory.push([]);
    const ending = await runThread({ ...options, from: next }, hear, isOver);
    if (ending === undefined) break;
    if (ending.index < 0) throw new Error(ending.fault.detail);
    find(ending);
    next = ending.index + 1;
  }
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpuStart);
  const cpuSeconds = (user + system) / 1_000_000;
  return { texts, seconds, cpuSeconds, byFormat, byKind, memory, findings, verdict };
}

/** Runs one thread to its end; answers on which text it did not come to it. */
function runThread(
  options: CampaignOptions,
  hear: (news: Exclude<News, { about: 'end' }>) => void,
  isOver: () => boolean,
): Promise<Finding | undefined> {
  const { from, to, target, seed, formats, hangSeconds } = options;
  const heartbeat = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const measureEvery = Math.max(1, Math.floor(to / MEASUREMENTS));
  const workerData: Assignment = { target, seed, formats, from, to, measureEvery, heartbeat };
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData });
  const { promise, resolve } = Promise.withResolvers<Finding | undefined>();
  let felt = -1;
  let since = performance.now();
  const watch = setInterval(() => {
    const index = Atomics.load(heartbeat, 0);
    const now = performance.now();
    if (index !== felt) {
      felt = index;
      since = now;
    } else if (index >= 0 && now - since > hangSeconds * 1_000) {
      end({ index, fault: { kind: 'hang', detail: `no answer within ${hangSeconds} seconds` } });
    }
  }, FELT_MILLIS);
  const end = (finding?: Finding): void => {
    clearInterval(watch);
    resolve(worker.terminate().then(() => finding));
  };
  worker.on('message', (news: News) => {
    if (news.about !== 'end') hear(news);
    if (news.about === 'end' || isOver()) end();
  });
  const crash = (detail: string): void => end({ index: Atomics.load(heartbeat, 0), fault: { kind: 'crash', detail } });
  worker.on('error', (error) => crash(error.stack ?? String(error)));
  worker.on('exit', (code) => crash(`the thread ended with ${code}`));
  return promise;
}
