import type { DraftFile } from './file.ts';
import { acceptedMessages } from './messages-accepted.ts';
import { madeMessages } from './messages-made.ts';
import { refusedMessages } from './messages-refused.ts';
import { skipLinks } from './messages-skips.ts';
import { refusedMessageTexts } from './messages-texts.ts';

/** Messages, each by itself. */
export const makeMessages = (): DraftFile => ({
  name: 'messages',
  title: 'Messages',
  description: 'Messages by themselves: their headers, which links they have, their signatures, ids and signing.',
  cases: [...acceptedMessages(), ...skipLinks(), ...refusedMessages(), ...refusedMessageTexts(), ...madeMessages()],
});
