import type { VectorCase } from '@rockpool/schemas';
import type { DraftFile } from '../cases/file.ts';
import { strangeSignatures } from '../signatures/places.ts';
import { aroundSsb } from './around.ts';
import { takeSsb } from './case.ts';
import { ssbContents } from './contents.ts';
import { ssbEncodings } from './encodings.ts';
import { lenientSsb } from './lenient.ts';
import { madeSsb } from './made.ts';
import { ssbNumbers } from './numbers.ts';
import { ssbShapes } from './shape.ts';
import { ssbSigils } from './sigils.ts';
import { ssbSignatures } from './signatures.ts';
import { ssbSizes } from './sizes.ts';
import { ssbSpellings } from './spellings.ts';
import { ssbStrangers } from './strangers.ts';
import { ssbTexts } from './texts.ts';
import { ssbValues } from './values.ts';
import { WORKED_SSB, workedMessage } from './worked.ts';

const ALL = [
  'SSB-1',
  'SSB-2',
  'SSB-3',
  'SSB-4',
  'SSB-5',
  'SSB-6',
  'SSB-7',
  'SSB-8',
  'SSB-9',
  'SSB-11',
  'SSB-13',
  'SSB-18',
];

const worked = (): VectorCase[] =>
  WORKED_SSB.flatMap((one) =>
    takeSsb(ALL, [
      [
        one.slug,
        one.words,
        workedMessage(one),
        {
          source: 'accepted by ssb-validate 4.1.4',
          ...(one.hmac === undefined ? {} : { hmac: one.hmac, also: ['SSB-19'] }),
        },
      ],
    ]),
  );

/** Classic Scuttlebutt messages by themselves. */
export const makeSsb = (): DraftFile => ({
  name: 'ssb',
  title: 'Classic Scuttlebutt messages',
  description:
    'Messages of the format ssb-classic by themselves: what is accepted, what is refused, how they are encoded, their ids and signatures.',
  cases: [
    ...worked(),
    ...ssbShapes(),
    ...ssbSigils(),
    ...ssbNumbers(),
    ...ssbContents(),
    ...ssbSizes(),
    ...ssbEncodings(),
    ...ssbTexts(),
    ...ssbSpellings(),
    ...ssbStrangers(),
    ...ssbValues(),
    ...lenientSsb(),
    ...aroundSsb(),
    ...ssbSignatures(),
    ...strangeSignatures('ssb', 'ssb/author-signed-'),
    ...madeSsb(),
  ],
});
