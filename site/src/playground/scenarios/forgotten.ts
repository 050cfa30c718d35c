import { inARow, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const forgotten: Scenario = {
  name: 'forgotten',
  title: 'Content is forgotten',
  asks: {
    question: 'A feed is a chain of hashes. Can what one message says be taken away, and the chain still be checked?',
    answers: ['No: the chain breaks', 'Yes: the message names the hash of what it says, and not the words'],
    right: 1,
  },
  begins: inARow([
    { do: 'post', peer: 0, content: 'Good morning' },
    { do: 'post', peer: 0, content: 'My password is frog' },
    { do: 'post', peer: 0, content: 'Oh dear' },
  ]),
  says: 'Suzy has said three things. The second was a mistake.',
  steps: [
    {
      click: 'Suzy wishes it forgotten',
      events: [{ do: 'forget', peer: 0, sequence: 2 }],
      says: 'Her wish is a message too, the fourth in her feed. On her own copy the words are gone already.',
    },
    {
      click: 'Let it arrive',
      events: [settle],
      says: 'All three have dropped the words. The message itself is still there, and the third still leads to it: the chain stands.',
    },
    {
      click: 'Suzy goes on',
      events: [{ do: 'post', peer: 0, content: 'That was close' }, settle],
      says: 'Nobody asks for the words any more. Whoever has a copy can keep it: a wish is no power.',
    },
  ],
  rules: ['NAT-5', 'NAT-6', 'FEED-8'],
  ends: '06a8d604746839041ed69e7eaf18139f6eacc4258682cb36a074bf6ca7d91dd2',
};
