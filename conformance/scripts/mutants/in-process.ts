import type { Launch } from '../../src/transport/port.ts';
import type { Starting } from './in-thread.ts';

const inDirectory =
  (start: Starting): Launch =>
  (listener) => {
    const answer = start();
    let over = false;
    const end = async (): Promise<void> => {
      over = true;
    };
    return {
      send: (message) =>
        queueMicrotask(() => {
          if (!over) listener.message(answer(message));
        }),
      close: end,
      kill: end,
      stderr: () => '',
    };
  };

/**
 * A subject in the judge's own thread: whatever answers a message is called in the next turn. It cannot be ended while it
 * answers, so it is for what never loops, or for a thread that somebody else can end.
 * @param fresh a directory of its own in which it is started.
 */
export const inProcess = (fresh: () => Starting): Launch =>
  Object.assign<Launch, Pick<Launch, 'keep'>>((listener) => inDirectory(fresh())(listener), {
    keep: () => ({ launch: inDirectory(fresh()), remove: () => {} }),
  });
