import { type Event, startMicros } from '../engine/event.ts';
import { settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

const before: readonly Event[] = [
  { do: 'cut', link: 0 },
  { do: 'fill', count: 10_000, peers: [0, 1] },
];

export const tenThousand: Scenario = {
  name: 'ten-thousand',
  title: '10,000 records, one difference',
  asks: {
    question: 'Suzy and Fern have the same 10,000 records, and Fern has one more. How much do they send to find it?',
    answers: ['About 9 MB', 'About 90 kB', 'About 3 kB'],
    right: 2,
  },
  begins: {
    seed: 1,
    start: startMicros,
    peers: [{ person: 'suzy' }, { person: 'fern' }],
    links: [[0, 1]],
    before: before.length,
    events: before,
  },
  says: 'Both have taken 10,000 notes from one backup. The cable is cut.',
  steps: [
    {
      click: 'Fern writes one more',
      events: [{ do: 'write', peer: 1, path: '/notes/new', content: 'One more' }],
      says: 'One record of 10,001. Neither knows yet that there is a difference.',
    },
    {
      click: 'Mend the cable',
      events: [{ do: 'heal', link: 0 }, ...greeting()],
      says: 'Fern sends the fingerprint of all that she has: 16 bytes for 10,001 records.',
    },
    {
      click: 'Eight parts',
      events: [{ do: 'deliver' }],
      says: 'It is not Suzy’s. So she sends the fingerprints of eight parts; seven will turn out to be the same.',
    },
    {
      click: 'Into the part that differs',
      events: [{ do: 'deliver' }],
      says: 'Fern divides only the part that differs, again into eight. Each step makes it eight times smaller.',
    },
    {
      click: 'To the end',
      events: [settle],
      says: 'The one record is found and sent, and both fingerprints are equal.',
    },
  ],
  rules: ['RNG-9', 'RNG-12', 'RNG-14'],
  ends: 'c7ad42bfdde518c719effef5d260f19442788f0512e289175b7be3921eadb271',
};

/** Two hellos and two opens arrive, and with the second open comes the first fingerprint. */
function greeting(): readonly Event[] {
  return Array.from({ length: 4 }, () => ({ do: 'deliver' }));
}
