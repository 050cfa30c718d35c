import type { Event, Timeline } from '../engine/event.ts';

/** One click of a scenario. */
export type Step = {
  /** What the button says. */
  readonly click: string;
  /** What happens then: one event or a few. */
  readonly events: readonly Event[];
  /** What is to be seen afterwards, and why. */
  readonly says: string;
};

/** A claim of the protocol, shown in at most five clicks. */
export type Scenario = {
  /** In its address. */
  readonly name: string;
  readonly title: string;
  /** A question to which somebody can have an answer before the first click. */
  readonly asks: {
    readonly question: string;
    readonly answers: readonly string[] /** Its place among them. */;
    readonly right: number;
  };
  /** What there is before the first click. */
  readonly begins: Timeline;
  /** What is to be seen before the first click. */
  readonly says: string;
  readonly steps: readonly Step[];
  /** The rules that it is about. */
  readonly rules: readonly string[];
  /** The hash of the state in which it ends. */
  readonly ends: string;
};

/** All of a scenario as one time line. */
export const timelineOf = ({ begins, steps }: Scenario): Timeline => ({
  ...begins,
  events: [...begins.events, ...steps.flatMap(({ events }) => events)],
});

/** All of a scenario, as far as it has come before the first click. */
export const beginningOf = (scenario: Scenario): { readonly timeline: Timeline; readonly position: number } => ({
  timeline: timelineOf(scenario),
  position: scenario.begins.events.length,
});

/** How many events have happened after so many clicks. */
export const positionAfter = ({ begins, steps }: Scenario, clicks: number): number =>
  steps.slice(0, clicks).reduce((position, { events }) => position + events.length, begins.events.length);

/** How many clicks a position is behind; of one between two clicks, the former. */
export const clicksAt = (scenario: Scenario, position: number): number => {
  let clicks = 0;
  while (clicks < scenario.steps.length && positionAfter(scenario, clicks + 1) <= position) clicks++;
  return clicks;
};
