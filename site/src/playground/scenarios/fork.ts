import { inARow, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const fork: Scenario = {
  name: 'fork',
  title: 'A feed forks',
  asks: {
    question:
      'Quinn tells Fern another second message than Suzy. Can he be caught, if Suzy and Fern only compare what they have?',
    answers: [
      'No: it is one word against another',
      'Yes, and his feed is frozen at the same place on every copy',
      'Yes, and his feed is deleted',
    ],
    right: 1,
  },
  begins: inARow([{ do: 'post', peer: 2, content: 'I found a frog' }]),
  says: 'Each message of a feed names the one before it. Quinn has said one thing so far, and all three have it.',
  steps: [
    {
      click: 'Quinn promises something',
      events: [{ do: 'post', peer: 2, content: 'I owe Suzy a frog' }, settle],
      says: 'His second message is on all three.',
    },
    {
      click: 'He tells Fern another story',
      events: [{ do: 'cut', link: 0 }, { do: 'forge', peer: 2, act: 'fork', to: 1 }, settle],
      says: 'Two messages in the second place, both with Quinn’s signature: that is a proof, and Fern has it. Suzy, whose cable is cut, knows nothing yet.',
    },
    {
      click: 'Mend the cable',
      events: [{ do: 'heal', link: 0 }, settle],
      says: 'The proof travels like any other record. Everybody who has both freezes the feed at the same place; nothing is deleted.',
    },
    {
      click: 'Quinn goes on',
      events: [{ do: 'call', link: 1 }, settle, { do: 'post', peer: 2, content: 'Sorry about that' }, settle],
      says: 'The proof has come back to him, so his program begins a second feed. The first stays as it is, disputed from its second message on.',
    },
  ],
  rules: ['FEED-15', 'FEED-18', 'FEED-19'],
  ends: 'd6f445e334e8612686be0597207f2c0f0a6a952f1af5bcf42bf806edcc7c9847',
};
