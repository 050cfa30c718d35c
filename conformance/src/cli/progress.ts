import type { Progress } from '../run/options.ts';

/** How often a line is written where nobody watches, in milliseconds. */
const CALM_MILLIS = 5_000;

/** What of a stream is used: standard error, or a test's. */
export type Screen = { isTTY?: boolean | undefined; write(text: string): unknown };

/**
 * Tells on standard error how far the run is: one live line on a terminal, a line now and then elsewhere. There an empty
 * line ends it, because the report that follows often goes to the same file.
 */
export const showProgress = (
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): { tell(progress: Progress): void; clear(): void } => {
  const live = screen.isTTY === true && process.env.TERM !== 'dumb';
  let last = now();
  let told = false;
  return {
    tell: ({ done, total, failed, doing }) => {
      const words = total === 0 ? `now ${doing}` : `${done} of ${total} checks, ${failed} failed, now ${doing}`;
      if (live) screen.write(`\r\x1b[K${words}`);
      else if (now() - last > CALM_MILLIS) {
        screen.write(`${words}\n`);
        last = now();
        told = true;
      }
    },
    clear: () => {
      if (live) screen.write('\r\x1b[K');
      else if (told) screen.write('\n');
    },
  };
};
