import type { DraftFile } from '../cases/file.ts';
import { ssbFeedsAppended } from './append.ts';
import { ssbFeedsVerified } from './chains.ts';
import { moreSsbFeeds } from './feeds-more.ts';

/** Feeds of classic messages: one after another, and the next one. */
export const makeSsbFeeds = (): DraftFile => ({
  name: 'ssb-feeds',
  title: 'Feeds of classic Scuttlebutt messages',
  description:
    'Classic messages one after another: which follow each other, what a batch keeps, and what a writer makes.',
  cases: [...ssbFeedsVerified(), ...ssbFeedsAppended(), ...moreSsbFeeds()],
});
