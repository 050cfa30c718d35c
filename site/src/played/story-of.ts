import type { Timeline } from '../playground/engine/event.ts';
import { positionAfter, type Scenario, timelineOf } from '../playground/scenarios/scenario.ts';
import type { Story } from './story.ts';

type Told = Pick<Story, 'name' | 'title' | 'shows'> & {
  /** After how many clicks of the scenario what is said. */
  readonly told: readonly (readonly [clicks: number, says: string])[];
};

/** A time line, and where in it the clicks of a scenario end. */
type Course = { readonly timeline: Timeline; readonly marks: readonly number[] };

const courseOf = (scenario: Scenario): Course => ({
  timeline: timelineOf(scenario),
  marks: [0, ...scenario.steps.keys()].map((_, clicks) => positionAfter(scenario, clicks)),
});

/** Some moments of a scenario in the words of a chapter. */
export const storyOf = (
  scenario: Scenario | undefined,
  { told, ...about }: Told,
  course: (scenario: Scenario) => Course = courseOf,
): Story => {
  if (scenario === undefined) throw new RangeError(`there is no scenario for ${about.name}`);
  const { timeline, marks } = course(scenario);
  const moments = told.map(([clicks, says]) => ({ position: marks[clicks] as number, says }));
  return { ...about, timeline, moments };
};
