import { inARow, pond, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const deleteEdit: Scenario = {
  name: 'delete-edit',
  title: 'Delete against edit',
  asks: {
    question: 'Fern edits the page, and then Suzy deletes it without having seen that. What is left?',
    answers: ['Fern’s edit comes back', 'The page is deleted on all three', 'It is deleted at Suzy’s alone'],
    right: 1,
  },
  begins: inARow([pond]),
  says: 'Suzy’s page is on all three.',
  steps: [
    { click: 'Cut the cable', events: [{ do: 'cut', link: 0 }], says: 'Suzy hears nobody any more.' },
    {
      click: 'Fern edits',
      events: [{ do: 'write', peer: 1, path: '/wiki/pond', content: 'Frogs and newts live here' }, settle],
      says: 'Fern adds newts, and Quinn hears of it.',
    },
    {
      click: 'Suzy deletes',
      events: [{ do: 'delete', peer: 0, path: '/wiki/pond' }],
      says: 'To delete is to write a page with nothing in it. It has a time and a signature like any other.',
    },
    {
      click: 'Mend the cable',
      events: [{ do: 'heal', link: 0 }, settle],
      says: 'The deletion is the newer of the two, so it wins on all three. Fern’s edit is still under it, and does not come back.',
    },
    {
      click: 'Fern writes it anew',
      events: [{ do: 'write', peer: 1, path: '/wiki/pond', content: 'The newts stay' }, settle],
      says: 'What is deleted can be written again: whoever writes last is shown.',
    },
  ],
  rules: ['DOC-20', 'DOC-21'],
  ends: 'ff5fb4382c369a0209fa991b7263a98025b068fea9230504800204d83b977d47',
};
