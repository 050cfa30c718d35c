import type { openReplica } from '@rockpool/reference';
import { MEASUREMENTS } from '../campaign.ts';
import { type Measured, memoryMeter } from '../memory.ts';
import { Random } from '../random.ts';
import { Impossible } from './examine.ts';
import { makePool } from './pool.ts';
import { type Answers, Session } from './session.ts';

export interface CampaignOptions {
  readonly seed: number;
  /** The first session. */
  readonly from: number;
  /** It ends with the session in which so many records have been given. */
  readonly records: number;
  readonly maxFaults: number;
  /** What is shaken in place of the reference. */
  readonly open?: typeof openReplica;
  onProgress?(records: number): void;
  onFinding?(finding: Finding): void;
}

/** A replica about which something is wrong. */
export interface Finding {
  readonly index: number;
  readonly kind: 'exception' | 'impossible';
  readonly detail: string;
}

export interface Outcome {
  readonly records: number;
  readonly replicas: number;
  readonly seconds: number;
  readonly answers: Answers;
  readonly memory: readonly Measured[];
  readonly findings: readonly Finding[];
}

/** So many replicas live on the records of one pool. */
const REPLICAS_A_POOL = 50;

/** The number of the pool of a replica, which is none of a replica. */
const poolOf = (index: number): number => -1 - Math.floor(index / REPLICAS_A_POOL);

/** Lives of replicas, one after another, each by itself. */
export function campaign({ seed, from, records: wanted, maxFaults, ...options }: CampaignOptions): Outcome {
  const start = performance.now();
  const measure = memoryMeter();
  const measureEvery = wanted / MEASUREMENTS;
  const answers: Answers = {};
  const memory: Measured[] = [];
  const findings: Finding[] = [];
  let records = 0;
  let index = from;
  let pool = makePool(new Random(seed, poolOf(index)));
  for (; records < wanted && findings.length < maxFaults; index++) {
    if (index > from && poolOf(index) !== poolOf(index - 1)) pool = makePool(new Random(seed, poolOf(index)));
    const session = new Session({ seed, index, pool, ...(options.open && { open: options.open }) });
    try {
      session.run();
    } catch (error) {
      const finding = findingOf(index, error);
      findings.push(finding);
      options.onFinding?.(finding);
    }
    records += session.records;
    for (const [word, count] of Object.entries(session.answers)) answers[word] = (answers[word] ?? 0) + count;
    if (records >= (memory.length + 1) * measureEvery) memory.push(measure(records));
    options.onProgress?.(Math.min(records, wanted));
  }
  const seconds = (performance.now() - start) / 1_000;
  return { records, replicas: index - from, seconds, answers, memory, findings };
}

const findingOf = (index: number, error: unknown): Finding =>
  error instanceof Impossible
    ? { index, kind: 'impossible', detail: error.message }
    : { index, kind: 'exception', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
