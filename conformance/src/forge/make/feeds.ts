import { appended } from './feeds-append.ts';
import { chains } from './feeds-chains.ts';
import { long } from './feeds-long.ts';
import { proofs } from './feeds-proofs.ts';
import { singleMessages } from './feeds-single.ts';
import type { DraftFile } from './file.ts';

/** Messages one after another. */
export const makeFeeds = (): DraftFile => ({
  name: 'feeds',
  title: 'Feeds',
  description: 'Messages after one another: their order and links, subset proofs, and writing the next one.',
  cases: [...singleMessages(), ...chains(), ...long(), ...proofs(), ...appended()],
});
