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
      'Put Suzy’s name to it',
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
    tries(
      'Lie about the numbers',
      'counts',
      'Quinn’s program says how many records it has, and the numbers do not add up. Fern hangs up, and keeps what was right.',
    ),
  ],
  rules: ['REC-15', 'REC-16', 'DOC-14', 'REC-13', 'RNG-7'],
  ends: '092650b94c8c7faf6980dbee8077d6410976fbba152b09386faac89a0a023a15',
};
