import { scenarioNamed } from '../playground/scenarios/index.ts';
import { sized } from '../playground/screen/sized.ts';
import { storyOf } from './story-of.ts';

const many = scenarioNamed('ten-thousand');

/** As many that both have; enough to be divided twice. */
const records = 1000;

export const ranges = storyOf(many && sized(many, { records, different: 1 }), {
  name: 'played-ranges',
  title: `${records.toLocaleString('en')} records, and one more`,
  shows: 'ranges',
  told: [
    [2, 'Fern has one record more than Suzy. The cable is mended, and she sends one sum of all that she has (RNG-3).'],
    [
      3,
      'It is not the sum that Suzy has, and she has more than 32 items there. So she answers with eight sums (RNG-12).',
    ],
    [4, 'Fern is silent about the sums that she has too (RNG-9), and divides the part that differs once more.'],
    [
      5,
      'There Suzy has at most 32 items, and lists them (RNG-11). Fern sends the record that the list does not name (RNG-14).',
    ],
  ],
});
