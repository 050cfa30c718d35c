import type { Requirement } from '@rockpool/conformance';
import type { ProfileName, Report } from '@rockpool/schemas';

/** Which program is judged, as the judge's worker needs to know it. */
export type SubjectStart =
  | { kind: 'reference'; without: readonly string[] }
  /** The page makes the frames in which the module runs, and sends their ports. */
  | { kind: 'module' }
  /** `address` is that of a WebSocket of the bridge. */
  | { kind: 'program'; address: string; command: readonly string[] };

export type Start = {
  subject: SubjectStart;
  /** Only these of the claimed profiles; all where empty. */
  profiles: readonly ProfileName[];
  seed: number;
  /** Examples a law, 0 for none. */
  runs: number;
  timeoutMillis: number;
  /** The address below which the site publishes its vectors. */
  data: string;
};

export type ToJudge =
  | { do: 'start'; start: Start }
  | { do: 'stop' }
  | { do: 'junit' }
  | { do: 'leave'; operation: string };

export type RunProgress = { done: number; total: number; failed: number; doing: string };

export type FromJudge =
  | { tells: 'loaded' }
  | { tells: 'progress'; progress: RunProgress }
  /** A fresh subject is wanted in a frame; `port` leads to it. */
  | { tells: 'frame'; frame: number; port: MessagePort }
  | { tells: 'unframe'; frame: number }
  /** No answer came in time while these were asked. */
  | { tells: 'silent'; methods: readonly string[] }
  | {
      tells: 'report';
      report: Report;
      /** The verdict in one sentence. */
      sentence: string;
      /** The requirements that the report names. */
      requirements: readonly Requirement[];
      /** The ids of the checks that are vectors. */
      vectors: readonly string[];
    }
  | { tells: 'junit'; text: string }
  | { tells: 'fault'; message: string };

/** What a frame tells of the module in it, beside the lines that the module writes. */
export type FrameNews =
  | { line: string }
  | { garbage: string }
  | { errors: string }
  | { end: { how: 'not-started'; reason: string } | { how: 'exit'; code: number } };
