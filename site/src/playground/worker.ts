// Plays in a worker of its own, so that a page never waits for a signature.
import { Player } from './answer.ts';
import type { Answered, Asked } from './worker-messages.ts';

const player = new Player();

globalThis.addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked>) => {
  const post = (answered: Answered) => globalThis.postMessage(answered);
  try {
    post({ id, answer: player.answer(question) });
  } catch (error) {
    post({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
