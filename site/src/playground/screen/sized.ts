import type { Event, Timeline } from '../engine/event.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** How many records a scenario of many begins with, and how many are written to one side of it. */
export type Size = { readonly records: number; readonly different: number };

/** How many records a time line begins with that were in a backup. */
export const filledIn = ({ events }: Pick<Timeline, 'events'>): number =>
  events.find((event) => event.do === 'fill')?.count ?? 0;

export const sizeOf = ({ events }: Pick<Timeline, 'events'>): Size => ({
  records: filledIn({ events }),
  different: events.filter((event) => event.do === 'write').length,
});

/** A scenario of many records with another number of them, and with so many new ones instead of one. Any other stays as it is. */
export const sized = (scenario: Scenario, { records, different }: Size): Scenario => {
  if (filledIn(scenario.begins) === 0) return scenario;
  const larger = (event: Event): Event => (event.do === 'fill' ? { ...event, count: records } : event);
  const more = (event: Event): readonly Event[] =>
    event.do === 'write'
      ? Array.from({ length: different }, (_, at) => ({ ...event, path: `${event.path}${at === 0 ? '' : at + 1}` }))
      : [larger(event)];
  const begins = { ...scenario.begins, events: scenario.begins.events.map(larger) };
  return { ...scenario, begins, steps: scenario.steps.map((step) => ({ ...step, events: step.events.flatMap(more) })) };
};
