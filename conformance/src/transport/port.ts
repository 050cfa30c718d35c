/**
 * How the judge reaches a subject: messages out, messages in, and the news that it is gone. A message is one JSON text
 * without a line feed. Everything above this port runs in a browser as well.
 */

/** How a subject ended, or why the judge cannot talk to it any more. */
export type Ending =
  | { how: 'exit'; code: number }
  | { how: 'signal'; signal: string }
  /** It closed its output and lives on. */
  | { how: 'closed' }
  /** It never ran; `reason` is for the operator. */
  | { how: 'not-started'; reason: string };

/** What the judge is told by a transport. */
export type Listener = {
  message(text: string): void;
  /** What was written was no message at all: not UTF-8, or longer than `MAX_MESSAGE_BYTES`. */
  garbage(what: string): void;
  /** Called once, and never after `close` or `kill`. */
  end(ending: Ending): void;
};

/** One running subject. */
export type Transport = {
  /** Does not wait; messages sent in one turn may travel in one write. */
  send(message: string): void;
  /** Closes the input and waits up to one second for the subject to end by itself, then kills. Messages still arrive. */
  close(): Promise<void>;
  /** Ends the subject and all that it started, now. */
  kill(): Promise<void>;
  /** The end of what it wrote to standard error, at most `STDERR_BYTES`. */
  stderr(): string;
};

/** Starts one fresh subject. Called again after each crash. */
export type Launch = ((listener: Listener) => Transport) & {
  /** Absent where a subject has no directory in which it can be started again. */
  keep?: () => Kept;
};

/** One directory, empty at first, in which a subject is started as often as wanted, one after the other. */
export type Kept = { launch: Launch; remove(): void };

/** Longer answers do not exist: the longest content of es.4 is 4,000,000 bytes, each of at most 6 when escaped. */
export const MAX_MESSAGE_BYTES = 33_554_432;

export const STDERR_BYTES = 16_384;

/** A subject has this long to end by itself after its input was closed. */
export const CLOSE_MILLIS = 1_000;

export const describeEnding = (ending: Ending): string => {
  switch (ending.how) {
    case 'exit':
      return `it exited with status ${ending.code}`;
    case 'signal':
      return `it was ended by ${ending.signal}`;
    case 'closed':
      return 'it closed its output';
    case 'not-started':
      return `it did not start: ${ending.reason}`;
  }
};
