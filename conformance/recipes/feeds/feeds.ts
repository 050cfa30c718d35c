import type { DraftFile } from '../cases/file.ts';
import { appended } from './append.ts';
import { chains } from './chains.ts';
import { comparedFeeds } from './compared.ts';
import { long } from './long.ts';
import { proofs } from './proofs.ts';
import { singleMessages } from './single.ts';

/** Messages one after another. */
export const makeFeeds = (): DraftFile => ({
  name: 'feeds',
  title: 'Feeds',
  description: 'Messages after one another: their order and links, subset proofs, and writing the next one.',
  cases: [...singleMessages(), ...chains(), ...long(), ...proofs(), ...appended(), ...comparedFeeds()],
});
