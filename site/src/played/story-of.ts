import { positionAfter, type Scenario, timelineOf } from '../playground/scenarios/scenario.ts';
import type { Story } from './story.ts';

type Told = Pick<Story, 'name' | 'title' | 'shows'> & {
  /** After how many clicks of the scenario what is said. */
  readonly told: readonly (readonly [clicks: number, says: string])[];
};

/** Some moments of a scenario in the words of a chapter. */
export const storyOf = (scenario: Scenario | undefined, { told, ...about }: Told): Story => {
  if (scenario === undefined) throw new RangeError(`there is no scenario for ${about.name}`);
  const moments = told.map(([clicks, says]) => ({ position: positionAfter(scenario, clicks), says }));
  return { ...about, timeline: timelineOf(scenario), moments };
};
