import type { Event, Timeline } from '../engine/event.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { positionAfter, type Scenario } from '../scenarios/scenario.ts';
import { sized, sizeOf } from './sized.ts';

/** A scenario on its way: where in the time line each of its clicks ends. Letting a message through by hand moves them. */
export type Course = { readonly scenario: Scenario; readonly marks: readonly number[] };

export const courseOf = (scenario: Scenario): Course => ({
  scenario,
  marks: [0, ...scenario.steps.keys()].map((_, clicks) => positionAfter(scenario, clicks)),
});

/** How many clicks a position is behind; of one between two clicks, the former. */
export const clicksAt = ({ marks }: Course, position: number): number =>
  Math.max(
    0,
    marks.findLastIndex((mark) => mark <= position),
  );

/** Whether a click of the scenario ends here. */
export const isMark = (course: Course | undefined, position: number): boolean =>
  course?.marks.includes(position) === true;

/** Whether a message is the next on its way, so that it overtakes none. */
export const isInTurn = ({ links, messages, next }: Snapshot, number = next): boolean => {
  const message = messages[(number ?? 0) - 1];
  if (message === undefined) return false;
  const first = links[message.link]?.queue.find(({ from }) => from === message.from);
  return first?.number === number && first?.where === 'on its way';
};

/** Whether somebody does what would come next, or the same in her own words: then the rest of the time line stays. */
export const isExpected = (expected: Event | undefined, event: Event): boolean => {
  if (expected === undefined) return false;
  // Which of those whose turn it is.
  if (event.do === 'deliver') return expected.do === 'deliver';
  if (event.do === 'write' || event.do === 'post') return expected.do === event.do && expected.peer === event.peer;
  return JSON.stringify(expected) === JSON.stringify(event);
};

/** Where the clicks of a scenario end in a time line that is its own, but for messages let through by hand and other words. */
const marksIn = ({ begins, steps }: Scenario, { events, ...timeline }: Timeline): readonly number[] | undefined => {
  const { events: first, ...setting } = begins;
  const isSame = JSON.stringify([setting, first]) === JSON.stringify([timeline, events.slice(0, first.length)]);
  if (!isSame) return undefined;
  const marks = [first.length];
  let at = first.length;
  for (const step of steps) {
    for (const expected of step.events) {
      while (events[at]?.do === 'deliver' && expected.do !== 'deliver') at++;
      const event = events[at++];
      if (event === undefined || !isExpected(expected, event)) return undefined;
    }
    marks.push(at);
  }
  return at === events.length ? marks : undefined;
};

/** The course of a time line that is one of the scenarios, be it with another number of records. */
export const courseIn = (scenarios: readonly Scenario[], timeline: Timeline): Course | undefined => {
  for (const scenario of scenarios) {
    const marks = marksIn(sized(scenario, sizeOf(timeline)), timeline);
    if (marks !== undefined) return { scenario, marks };
  }
  return undefined;
};

/** The same time line with an event put in at a position, and the course that it then takes. */
export const withEvent = (timeline: Timeline, course: Course | undefined, position: number, event: Event) => ({
  timeline: { ...timeline, events: timeline.events.toSpliced(position, 0, event) },
  course: course && { ...course, marks: course.marks.map((mark) => (mark > position ? mark + 1 : mark)) },
});

/** The same time line with another event at a position. */
export const withOther = (timeline: Timeline, position: number, event: Event): Timeline => ({
  ...timeline,
  events: timeline.events.with(position, event),
});
