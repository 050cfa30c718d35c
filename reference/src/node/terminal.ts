import type { Writable } from 'node:stream';

/** How often a line is written where nobody watches, in milliseconds. */
const calmMillis = 2_000;

/** What of a stream is used: standard error, or a test's. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Shows progress: one live line on a terminal, a line now and then elsewhere. */
export function showProgress(
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
  terminal: string | undefined = process.env.TERM,
): (text: string | undefined) => void {
  const isLive = screen.isTTY === true && terminal !== 'dumb';
  let last = now();
  return (text) => {
    if (isLive) screen.write(`\r\x1b[K${text ?? ''}`);
    else if (text !== undefined && now() - last >= calmMillis) {
      screen.write(`${text}\n`);
      last = now();
    }
  };
}

/** Writes to a stream and waits until it has taken it; false if nobody reads any more. */
export function createSender(stream: Writable): (text: string) => Promise<boolean> {
  return (text) =>
    new Promise((resolve) => {
      if (stream.destroyed || stream.errored) resolve(false);
      else stream.write(text, (error) => resolve(!error));
    });
}

/** Listens for Ctrl-C or a request to end; answers a function that waits, and is false if there was one. */
export function createPause(signals: NodeJS.EventEmitter = process): (millis: number) => Promise<boolean> {
  const interrupted = new Promise<boolean>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) signals.once(signal, () => resolve(false));
  });
  return (millis) => {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), millis);
    });
    return Promise.race([interrupted, over]).finally(() => clearTimeout(timer));
  };
}
