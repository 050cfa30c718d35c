import { inARow, pond, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

const aDay = 86_400_000_000;

export const wrongClock: Scenario = {
  name: 'wrong-clock',
  title: 'A wrong clock',
  asks: {
    question: 'The newest page wins. Suzy’s clock is a day ahead: does she win against everybody for a day?',
    answers: ['Yes', 'No: her pages are held back until their time comes', 'No: her pages are lost'],
    right: 1,
  },
  begins: inARow([pond]),
  says: 'Suzy’s page is on all three, and all clocks agree.',
  steps: [
    {
      click: 'Suzy’s clock jumps a day ahead, and she writes',
      events: [
        { do: 'clock', peer: 0, ahead: aDay },
        { do: 'write', peer: 0, path: '/wiki/pond', content: 'Written tomorrow' },
        settle,
      ],
      says: 'Her page is dated to tomorrow. More than ten minutes ahead is too far: Fern’s program refuses it.',
    },
    {
      click: 'Fern writes',
      events: [{ do: 'write', peer: 1, path: '/wiki/pond', content: 'Written today' }, settle],
      says: 'Fern and Quinn go on as if nothing had happened. Suzy gets Fern’s page, and still shows her own: by her clock it is newer.',
    },
    {
      click: 'Call again',
      events: [{ do: 'call', link: 0 }, settle],
      says: 'Two clocks that are a day apart do not sync at all: one of them is wrong, and nobody knows which.',
    },
    {
      click: 'Set the clock right',
      events: [{ do: 'clock', peer: 0, ahead: 0 }, { do: 'heal', link: 0 }, settle],
      says: 'They talk again, and all that is of today crosses. Suzy’s page of tomorrow stays with her, and waits.',
    },
    {
      click: 'A day goes by',
      events: [{ do: 'wait', micros: aDay }, { do: 'call', link: 0 }, { do: 'call', link: 1 }, settle],
      says: 'Its time has come: now the page crosses, and it is the newest by right. Nothing was lost.',
    },
  ],
  rules: ['REC-13', 'SYN-13'],
  ends: '79d50974ab4f35df3ef9dc2302c2183a28de94271e0624a1fbe290dd25cf9baa',
};
