import type { Progress } from '../run/options.ts';

/** How often a line is written where nobody watches, in milliseconds. */
const CALM_MILLIS = 5_000;

/** Tells on standard error how far the run is: one live line on a terminal, a line now and then elsewhere. */
export const showProgress = (): { tell(progress: Progress): void; clear(): void } => {
  const live = process.stderr.isTTY === true;
  let last = performance.now();
  return {
    tell: ({ done, total, failed, doing }) => {
      const words = `${done} of ${total} checks, ${failed} failed, now ${doing}`;
      if (live) process.stderr.write(`\r\x1b[K${words}`);
      else if (performance.now() - last > CALM_MILLIS) {
        process.stderr.write(`${words}\n`);
        last = performance.now();
      }
    },
    clear: () => {
      if (live) process.stderr.write('\r\x1b[K');
    },
  };
};
