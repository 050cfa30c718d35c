import { scenarioNamed } from '../playground/scenarios/index.ts';
import { storyOf } from './story-of.ts';

export const slots = storyOf(scenarioNamed('two-write'), {
  name: 'played-slots',
  title: 'Two write at one path',
  shows: 'slots',
  told: [
    [0, 'All three keep one document. It is alone in Suzy’s slot, and so it wins.'],
    [
      3,
      'The cable is cut, and both have written. What Suzy wrote is newer and in her slot, so it has dropped what was there (DOC-19). What Fern wrote has a slot of its own, and wins where it is known (DOC-20).',
    ],
    [
      5,
      'The cable is mended, and what was missing has crossed. Each slot keeps its newest document, and the newest of all wins everywhere, whoever spoke first (DOC-16).',
    ],
  ],
});
