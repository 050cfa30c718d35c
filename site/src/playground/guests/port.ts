/** The way to a guest, wherever it is. */
export type Port = {
  /** A message for it, and the time of the world from which it comes, in microseconds since 1970. */
  send(text: string, now: number): void;
  /** Time has gone by, for a guest that has no clock of its own. */
  tick?(now: number): void;
  close(): void;
};

/** Who is told what comes from there. */
export type Caller = {
  heard(text: string): void;
  /** It is not there any more, or never was, and why: words that go on after "it has left:". Called once, and last. */
  gone(why: string): void;
};

/** Makes the way. Rejects, with words for people, where there is none. */
export type Dial = (caller: Caller) => Port | Promise<Port>;
