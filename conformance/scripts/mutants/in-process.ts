import type { Launch } from '../../src/transport/port.ts';

/**
 * A subject in the judge's own thread: whatever answers a message is called in the next turn. It cannot be ended while it
 * answers, so it is for what never loops, or for a thread that somebody else can end.
 */
export const inProcess =
  (answer: (message: string) => string): Launch =>
  (listener) => {
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
