import type { VectorCase } from '@rockpool/schemas';
import { type Judged, openJudge } from './judge-vector.ts';

/** A question to the worker, and its answer under the same number. */
export type JudgeRequest = { number: number; vectors: readonly VectorCase[]; without?: string | undefined };
export type JudgeResponse = { number: number } & ({ judged: Judged[][] } | { error: string });

const judges = new Map<string, ReturnType<typeof openJudge>>();

const judgeWithout = (without: string | undefined): ReturnType<typeof openJudge> => {
  const key = without ?? '';
  const judge = judges.get(key) ?? openJudge(without);
  judges.set(key, judge);
  return judge;
};

const respond = ({ number, vectors, without }: JudgeRequest): JudgeResponse => {
  try {
    return { number, judged: vectors.map(judgeWithout(without)) };
  } catch (error) {
    return { number, error: String(error) };
  }
};

globalThis.addEventListener('message', ({ data }: MessageEvent<JudgeRequest>) => globalThis.postMessage(respond(data)));
