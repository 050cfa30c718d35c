import { loadVectors } from './data.ts';
import type { Judged } from './judge-vector.ts';
import { judgeVectors } from './runner.ts';

/** How many go to the worker at a time: few enough that progress is seen and stopping is quick. */
const BATCH = 16;

type Named = { id: string; file: string };

export type RunOptions = {
  without?: string | undefined;
  signal: AbortSignal;
  onJudged(id: string, judged: Judged[]): void;
};

/** Judges vectors one batch after the other, until all are done or the signal says stop. */
export const runMany = async (wanted: readonly Named[], { without, signal, onJudged }: RunOptions): Promise<void> => {
  for (let at = 0; at < wanted.length && !signal.aborted; at += BATCH) {
    const vectors = await loadVectors(wanted.slice(at, at + BATCH));
    const judged = await judgeVectors(
      vectors.map(({ vector }) => vector),
      without,
    );
    if (signal.aborted) return;
    for (const [index, { vector }] of vectors.entries()) onJudged(vector.id, judged[index] ?? []);
  }
};
