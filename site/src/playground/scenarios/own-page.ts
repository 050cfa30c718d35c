import { inARow, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const ownPage: Scenario = {
  name: 'own-page',
  title: 'A page of one’s own',
  asks: {
    question: 'Quinn’s program lets him write on Suzy’s own page. How far does his page come?',
    answers: ['To Fern, who passes it on', 'To Suzy, who deletes it', 'To nobody'],
    right: 2,
  },
  begins: inARow([{ do: 'write', peer: 0, path: '/about/~@suzy/name', content: 'Suzy' }]),
  says: 'The path has ~ and Suzy’s key in it, so it is hers: nobody else may write there.',
  steps: [
    {
      click: 'Fern tries to write there',
      events: [{ do: 'write', peer: 1, path: '/about/~@suzy/name', content: 'Suzy the frog' }],
      says: 'Her own program does not sign that.',
    },
    {
      click: 'Quinn’s program does',
      events: [{ do: 'forge', peer: 2, act: 'path', to: 1 }],
      says: 'His program is bent, and signs whatever he likes. The page is on its way to Fern.',
    },
    {
      click: 'Let it arrive',
      events: [settle],
      says: 'Fern’s program refuses it, so it comes no further. It needed no list of rights, only the path.',
    },
    {
      click: 'Suzy writes there',
      events: [{ do: 'write', peer: 0, path: '/about/~@suzy/name', content: 'Suzy, keeper of frogs' }, settle],
      says: 'Hers is taken by everybody.',
    },
  ],
  rules: ['DOC-14'],
  ends: '23ba26e55dae46442bac7114781361f57b2bac3c3480ecea85fa69d5a35bb004',
};
