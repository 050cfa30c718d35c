import type { Event, Timeline } from '../engine/event.ts';
import { positionAfter, type Scenario, timelineOf } from '../scenarios/scenario.ts';

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

/** The course of a time line that is one of the scenarios as it was written. */
export const courseIn = (scenarios: readonly Scenario[], timeline: Timeline): Course | undefined => {
  const text = JSON.stringify(timeline);
  const found = scenarios.find((scenario) => JSON.stringify(timelineOf(scenario)) === text);
  return found && courseOf(found);
};

/** The same time line with an event put in at a position, and the course that it then takes. */
export const withEvent = (timeline: Timeline, course: Course | undefined, position: number, event: Event) => ({
  timeline: { ...timeline, events: timeline.events.toSpliced(position, 0, event) },
  course: course && { ...course, marks: course.marks.map((mark) => (mark > position ? mark + 1 : mark)) },
});

/** Whether somebody does what would come next, or the same in her own words: then the rest of the time line stays. */
export const isExpected = (expected: Event | undefined, event: Event): boolean => {
  if (expected === undefined) return false;
  if (event.do === 'write' || event.do === 'post') return expected.do === event.do && expected.peer === event.peer;
  return JSON.stringify(expected) === JSON.stringify(event);
};

/** The same time line with another event at a position. */
export const withOther = (timeline: Timeline, position: number, event: Event): Timeline => ({
  ...timeline,
  events: timeline.events.with(position, event),
});
