import { inARow, pond, settle } from './begin.ts';
import type { Scenario } from './scenario.ts';

export const half: Scenario = {
  name: 'half',
  title: 'Half of the space',
  asks: {
    question: 'Quinn’s phone keeps /wiki/ alone. Can Fern still know that he has all that he wants?',
    answers: ['Yes: they compare that half', 'No: they never have the same'],
    right: 0,
  },
  begins: inARow(
    [pond],
    [{ person: 'suzy' }, { person: 'fern' }, { person: 'quinn', filter: { pathPrefix: '/wiki/' } }],
  ),
  says: 'Quinn’s phone is small: it keeps only what is under /wiki/.',
  steps: [
    {
      click: 'Suzy writes a diary',
      events: [{ do: 'write', peer: 0, path: '/diary/monday', content: 'It rained' }, settle],
      says: 'Fern has it. To Quinn it was never sent: he said at the beginning what he keeps. His colour differs, and his lamp is green.',
    },
    {
      click: 'Suzy writes the wiki',
      events: [{ do: 'write', peer: 0, path: '/wiki/newts', content: 'Newts have tails' }, settle],
      says: 'This one crosses both links.',
    },
    {
      click: 'Compare everything again',
      events: [{ do: 'call', link: 1 }, settle],
      says: 'Both leave out what the other does not keep, and then their fingerprints are equal.',
    },
  ],
  rules: ['REP-13', 'SYN-27', 'SYN-15'],
  ends: 'd6813b415517b08c4b392c5603e338ee5b0bcf2c49a2e0bdd89dab0045ce2fcc',
};
