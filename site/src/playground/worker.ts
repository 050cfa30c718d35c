// Plays in a worker of its own, so that a page never waits for a signature.
import { Player } from './answer.ts';
import { warm } from './engine/engine.ts';
import { tellProgressTo } from './engine/progress.ts';
import type { Answered, Asked, Question } from './worker-messages.ts';

/** How long nothing was asked before anything else is done. */
const quietMillis = 400;

const player = new Player();

const answer = async (question: Question): Promise<unknown> => {
  if (question.ask === 'copy') return player.copy(question.peer);
  return question.ask === 'prepare' ? player.prepare() : player.answer(question);
};

const left = [...warm];
let timer: ReturnType<typeof setTimeout> | undefined;

/** The tables of the engine are made while nobody waits, one at a time: the first signature needs them. */
const warmLater = (): void => {
  clearTimeout(timer);
  if (left.length > 0)
    timer = setTimeout(() => {
      left.shift()?.();
      warmLater();
    }, quietMillis);
};

globalThis.addEventListener('message', async ({ data: { id, question } }: MessageEvent<Asked>) => {
  const post = (answered: Answered) => globalThis.postMessage(answered);
  tellProgressTo((progress) => post({ id, progress }));
  try {
    post({ id, answer: await answer(question) });
  } catch (error) {
    post({ id, fault: error instanceof Error ? error.message : String(error) });
  }
  warmLater();
});
