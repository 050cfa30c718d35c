import type { Found } from './judge.ts';
import type { RunProgress } from './messages.ts';

/** How far a run is. */
export type Phase =
  | { at: 'idle' }
  | { at: 'loading' }
  | { at: 'running'; progress: RunProgress | undefined }
  | { at: 'stopping'; progress: RunProgress | undefined }
  | { at: 'done'; found: Found }
  | { at: 'fault'; message: string };

export const isUnderWay = ({ at }: Phase): boolean => at === 'loading' || at === 'running' || at === 'stopping';

const count = (number: number): string => number.toLocaleString('en');

const DOING: Readonly<Record<string, string>> = {
  handshake: 'loading the vectors of its profiles',
  claims: 'asking whether it has what it claims',
  siblings: 'making siblings of the vectors',
  vectors: 'asking the vectors',
  'what failed': 'asking again what failed',
  laws: 'trying the laws',
  'the same again': 'asking some questions again',
  report: 'writing the report',
};

/** What the judge does just now, from the word of its progress. */
const doingWords = (doing: string): string => {
  if (doing.startsWith('law/')) return `trying the laws, ${doing.slice(4)}`;
  return DOING[doing] ?? doing;
};

/** The phase in one line. */
export const phaseWords = (phase: Phase): string => {
  switch (phase.at) {
    case 'idle':
      return 'Nothing has run yet.';
    case 'loading':
      return 'Loading the judge…';
    case 'running': {
      if (phase.progress === undefined) return 'Starting what is judged…';
      const { done, total, failed, doing } = phase.progress;
      if (total === 0) return `Shaken hands; ${doingWords(doing)}…`;
      return `${count(done)} of ${count(total)} checks, ${count(failed)} failed; ${doingWords(doing)}`;
    }
    case 'stopping':
      return 'Stopping: the judge ends what it has begun…';
    case 'done':
      return phase.found.sentence;
    case 'fault':
      return `There is no verdict: ${phase.message}`;
  }
};
