import { chains } from './feed-chains.ts';
import { renamedFeeds } from './feed-names.ts';
import { lipmaas, proofs } from './feed-proofs.ts';
import { states } from './feed-states.ts';
import type { Weakening } from './weakened.ts';

/** Every rule and step of feeds, weaker. */
export const feedWeakenings: readonly Weakening[] = [...renamedFeeds, ...chains, ...proofs, ...lipmaas, ...states];
