import type { Forgery } from '../engine/event.ts';
import { inARow, pond, settle } from './begin.ts';
import type { Scenario, Step } from './scenario.ts';

const tries = (click: string, act: Forgery, says: string): Step => ({
  click,
  events: [{ do: 'forge', peer: 2, act, to: 1 }, settle],
  says,
});

export const forger: Scenario = {
  name: 'forger',
  title: 'A forger',
  asks: {
    question: 'Quinn is a forger, and Suzy hears him only through Fern. Whom does Suzy have to trust?',
    answers: ['Fern, who looks at everything first', 'A server', 'Nobody'],
    right: 2,
  },
  begins: inARow([pond, { do: 'write', peer: 0, path: '/about/~@suzy/name', content: 'Suzy' }]),
  says: 'Suzy has a page that all may write, and one that is hers alone. Quinn has taken off his mask.',
  steps: [
    tries(
      'Put Suzy’s name to a page',
      'author',
      'The signature is Quinn’s and the name is Suzy’s. Fern’s program does the sum and sees that they do not fit.',
    ),
    tries('Change what she wrote', 'content', 'Suzy signed the hash of what she wrote. Other words have another hash.'),
    tries(
      'Write on her own page',
      'path',
      'The path names Suzy, and Quinn signed. Where a path names somebody, nobody else may write.',
    ),
    tries(
      'Date it to tomorrow',
      'future',
      'It would win for a day. More than ten minutes ahead is refused, and may be tried again tomorrow.',
    ),
    {
      click: 'Fern’s program looks away',
      events: [
        { do: 'rule', peer: 1, requirement: 'REC-15', off: true },
        { do: 'forge', peer: 2, act: 'author', to: 1 },
        settle,
      ],
      says: 'Now Fern’s program asks no more whose signature it is: it keeps the forged page and passes it on. Suzy’s own program refuses it. It asks every rule itself, whoever sends.',
    },
  ],
  rules: ['REC-15', 'REC-16', 'DOC-14', 'REC-13'],
  ends: '44ae8916aa8f773bf7220265af8315ba6bad5fd39b04a557f10758baee3411df',
};
