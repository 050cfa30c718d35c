import type { DraftFile } from '../cases/file.ts';
import { comparedMessages } from '../records/compared.ts';
import { lenientMessages } from '../records/lenient.ts';
import { messageSpellings } from '../records/spellings.ts';
import { mistakenMessages } from '../records/taken.ts';
import { unsignedMessages } from '../records/unsigned.ts';
import { strangeSignatures } from '../signatures/places.ts';
import { acceptedMessages } from './accepted.ts';
import { madeMessages } from './made.ts';
import { refusedMessages } from './refused.ts';
import { skipLinks } from './skips.ts';
import { refusedMessageTexts } from './texts.ts';

/** Messages, each by itself. */
export const makeMessages = (): DraftFile => ({
  name: 'messages',
  title: 'Messages',
  description: 'Messages by themselves: their headers, which links they have, their signatures, ids and signing.',
  cases: [
    ...acceptedMessages(),
    ...skipLinks(),
    ...refusedMessages(),
    ...refusedMessageTexts(),
    ...strangeSignatures('message', 'messages/signed-'),
    ...messageSpellings(),
    ...mistakenMessages(),
    ...lenientMessages(),
    ...comparedMessages(),
    ...madeMessages(),
    ...unsignedMessages(),
  ],
});
