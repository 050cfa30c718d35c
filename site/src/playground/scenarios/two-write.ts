import { inARow, pond, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const twoWrite: Scenario = {
  name: 'two-write',
  title: 'Two write one page',
  asks: {
    question: 'Suzy and Fern both rewrite the page while they cannot hear each other. What do they see when they can?',
    answers: ['Each her own', 'Both the same page', 'A conflict that somebody has to resolve'],
    right: 1,
  },
  begins: inARow([pond]),
  says: 'Suzy’s page is on all three. One colour is one state: now all are alike.',
  steps: [
    {
      click: 'Cut the cable',
      events: [{ do: 'cut', link: 0 }],
      says: 'Suzy hears nobody any more. She still has everything, and can go on.',
    },
    {
      click: 'Suzy writes',
      events: [{ do: 'write', peer: 0, path: '/wiki/pond', content: 'Toads live here' }],
      says: 'Suzy writes on her own copy. Her colour is another one now.',
    },
    {
      click: 'Fern writes',
      events: [{ do: 'write', peer: 1, path: '/wiki/pond', content: 'Newts live here' }, settle],
      says: 'Fern writes the same page a little later, and Quinn hears of it. Two colours: two states.',
    },
    {
      click: 'Mend the cable',
      events: [{ do: 'heal', link: 0 }],
      says: 'Suzy’s program greets Fern’s again. Nothing has arrived yet: Step lets one message through, and each can be picked and read on its way.',
    },
    {
      click: 'Let all arrive',
      events: [settle],
      says: 'One colour again. The later page is shown everywhere, whoever spoke first, and Suzy’s is still there, as the other version.',
    },
  ],
  rules: ['DOC-16', 'DOC-20'],
  ends: '538a80f60ee2eb35ad1c3affe6115ce2dbb7ff22b99c33a0ca5001b1973e7851',
};
