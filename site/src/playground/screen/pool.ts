import type { ScheduleFile } from '../engine/copy-as-schedule.ts';
import type { TestFile } from '../engine/copy-as-test.ts';
import type { Event, Timeline } from '../engine/event.ts';
import type { MessageDetail } from '../engine/inspect.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Course } from './course.ts';
import type { Flight } from './flights.ts';

/** A place to which one can go back. */
export type Place = {
  readonly timeline: Timeline;
  readonly position: number;
  readonly course: Course | undefined;
  /** It came by a link. */
  readonly isShared?: boolean;
};

/** All that is seen. */
export type View = {
  readonly snapshot: Snapshot;
  readonly timeline: Timeline;
  /** The scenario that is followed; nothing where somebody went her own way. */
  readonly course: Course | undefined;
  /** The scenario that was chosen last. */
  readonly scenario: Scenario;
  /** Where the time line was before what somebody did last. */
  readonly since: number;
  /** What was forgotten because something else was done. */
  readonly forgotten: Place | undefined;
  /** Where a scenario was left for one's own way: there it can go on. */
  readonly left: Place | undefined;
  /** Somebody else has made it, and nothing was done in it so far. */
  readonly isShared: boolean;
};

/** Messages that are seen to cross, and how long that takes in milliseconds. */
export type Crossing = { readonly flights: readonly Flight[]; readonly lasts: number };

export type Pool = {
  readonly view: View;
  readonly crossing: Crossing | undefined;
  /** What takes longer than a moment, in words. */
  readonly wait: string | undefined;
  /** Ends that, where it can be ended: what was there before is there again. */
  readonly stopWaiting: (() => void) | undefined;
  readonly fault: string | undefined;
  readonly isReady: boolean;
  readonly isPlaying: boolean;
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Something happens now. What would have come is forgotten, unless it is what was to come. */
  act(event: Event): void;
  /** The next click of the scenario. */
  click(): void;
  /** One event, or one message where all would arrive. */
  step(): void;
  back(): void;
  go(position: number): void;
  /** Plays it once more from its beginning. */
  replay(): void;
  open(place: Place): void;
  choose(scenario: Scenario): void;
  play(isPlaying: boolean): void;
  inspect(message: number): Promise<MessageDetail | undefined>;
  /** All that happened, as a file for the judge. */
  schedule(): Promise<ScheduleFile>;
  /** All that a peer was asked, as a file for the judge. */
  copy(peer: number): Promise<TestFile>;
  /** Loads what the player would load when it is asked for. */
  prepare(): Promise<void>;
  /** What is seen now, also between two drawings. */
  current(): View;
  /** Something happens by itself, in the present; nothing does while somebody looks at the past. */
  tell(event: Event): Promise<View | undefined>;
  /** Whether something may still come from outside: then *play* goes on when nothing is on its way. */
  await(isAwaited: boolean): void;
  /** Says in words what went wrong. */
  complain(fault: string): void;
};

/** Whether there is more to come. */
export const hasMore = ({ snapshot, timeline }: View): boolean =>
  snapshot.position < timeline.events.length || snapshot.next !== undefined;
