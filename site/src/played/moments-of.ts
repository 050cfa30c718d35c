import { Player } from '../playground/answer.ts';
import { playFragment } from '../playground/engine/permalink.ts';
import type { Snapshot } from '../playground/engine/snapshot.ts';
import type { Story } from './story.ts';

/** What a story shows at one of its moments. */
export type Moment = {
  readonly says: string;
  readonly snapshot: Snapshot;
  /** With it the playground opens the same moment. */
  readonly fragment: string;
};

/** Plays a story with the reference, from its first moment to its last. */
export const momentsOf = async ({ timeline, moments }: Story): Promise<readonly Moment[]> => {
  const player = new Player();
  player.answer({ ask: 'open', timeline, position: 0 });
  const played: Moment[] = [];
  for (const { position, says } of moments) {
    const { snapshot } = player.answer({ ask: 'go', position });
    played.push({ says, snapshot, fragment: await playFragment({ timeline, position }) });
  }
  return played;
};
