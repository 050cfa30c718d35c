import type { Event, Timeline } from '../engine/event.ts';
import { type Scenario, timelineOf } from '../scenarios/scenario.ts';

/** How many records a time line begins with that were in a backup. */
export const filledIn = ({ events }: Pick<Timeline, 'events'>): number =>
  events.find((event) => event.do === 'fill')?.count ?? 0;

/** A scenario of many records with another number of them, and with so many new ones instead of one. */
export const sized = (
  scenario: Scenario,
  records: number,
  different: number,
): { readonly timeline: Timeline; readonly marks: readonly number[] } => {
  const larger = (event: Event): Event => (event.do === 'fill' ? { ...event, count: records } : event);
  const more = (event: Event): readonly Event[] =>
    event.do === 'write'
      ? Array.from({ length: different }, (_, at) => ({ ...event, path: `${event.path}${at === 0 ? '' : at + 1}` }))
      : [larger(event)];
  const begins = scenario.begins.events.map(larger);
  const steps = scenario.steps.map(({ events }) => events.flatMap(more));
  const marks = [begins.length];
  for (const events of steps) marks.push((marks.at(-1) ?? 0) + events.length);
  return { timeline: { ...timelineOf(scenario), events: [...begins, ...steps.flat()] }, marks };
};
