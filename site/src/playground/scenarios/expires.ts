import { inARow, pond, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

const minute = 60_000_000;

export const expires: Scenario = {
  name: 'expires',
  title: 'A page expires',
  asks: {
    question: 'A page is to be gone in two minutes, and Suzy cannot be reached. Is it gone from her copy too?',
    answers: ['Yes', 'No: somebody has to tell her'],
    right: 0,
  },
  begins: inARow([pond]),
  says: 'A path with an exclamation mark is for what goes away by itself.',
  steps: [
    {
      click: 'Fern writes for two minutes',
      events: [
        { do: 'write', peer: 1, path: '/chat/!lunch', content: 'Lunch at the pond?', lasts: 2 * minute },
        settle,
      ],
      says: 'The page says when it goes away, and Fern’s signature is under that too. All three have it.',
    },
    { click: 'Cut the cable', events: [{ do: 'cut', link: 0 }], says: 'Nobody can tell Suzy anything now.' },
    {
      click: 'Two minutes go by',
      events: [{ do: 'wait', micros: 2 * minute }],
      says: 'It is gone from all three, and no message was sent. All still have one colour.',
    },
    {
      click: 'Mend the cable',
      events: [{ do: 'heal', link: 0 }, settle],
      says: 'There is nothing to repair: one fingerprint is compared, and it is the same.',
    },
  ],
  rules: ['DOC-12', 'REP-10'],
  ends: 'acf372fc61e3e71ee6577cf9c74b84aaf7b2527f23a7cf1ceff1e11c5ca99970',
};
