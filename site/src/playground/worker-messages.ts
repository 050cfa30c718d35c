import type { ScheduleFile } from './engine/copy-as-schedule.ts';
import type { TestFile } from './engine/copy-as-test.ts';
import type { Known } from './engine/engine.ts';
import type { Event, PeerAt, Timeline } from './engine/event.ts';
import type { MessageDetail } from './engine/inspect.ts';
import type { Snapshot } from './engine/snapshot.ts';

/** What a page asks of the worker that plays. */
export type Question =
  /** Another time line, as far as it is wanted, and what is known of its signatures. */
  | { readonly ask: 'open'; readonly timeline: Timeline; readonly position: number; readonly known?: Known }
  | { readonly ask: 'go'; readonly position: number }
  /** Something happens now; what would have come is forgotten. */
  | { readonly ask: 'add'; readonly events: readonly Event[] }
  | { readonly ask: 'inspect'; readonly message: number }
  /** All that happened, as a file for `rockpool-conformance matrix --replay`. */
  | { readonly ask: 'schedule' }
  /** All that a peer was asked, as a file for `rockpool-conformance replay`. */
  | { readonly ask: 'copy'; readonly peer: PeerAt }
  /** To load what is loaded when it is first asked for, so that no network is needed later. */
  | { readonly ask: 'prepare' };

/** What is to be seen then, and the time line as it is then. */
export type Played = { readonly snapshot: Snapshot; readonly timeline: Timeline };

export type AnswerTo = {
  readonly open: Played;
  readonly go: Played;
  readonly add: Played;
  readonly inspect: MessageDetail | undefined;
  readonly schedule: ScheduleFile;
  readonly copy: TestFile;
  readonly prepare: undefined;
};

export type Asked = { readonly id: number; readonly question: Question };
export type Answered = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly fault: string }
  /** There is no answer yet: how far it has come. */
  | { readonly progress: string }
);
