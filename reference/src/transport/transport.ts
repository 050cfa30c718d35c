/**
 * Carries texts between two peers, whole, in their order and each once, until it ends. What the texts are is no matter of
 * the transport; only U+FEFF at the beginning of one can get lost, as some platforms lose it.
 */
export interface Transport {
  /**
   * Puts a text on its way. Resolves when there is room for another one: who waits for that never has more than `roomBytes`
   * and one text waiting here. After the end it does nothing.
   * @throws RangeError if the text has more than `maxTextBytes`; the transport has then ended, too.
   */
  send(text: string): Promise<void>;
  /**
   * Says who takes the texts, one after the other: the next is given when the answer to the one before has resolved. Texts that
   * came earlier are kept until then. One that throws or rejects ends this transport, and no other. Called once.
   */
  listen(take: (text: string) => void | Promise<void>): void;
  /**
   * How it ended; never rejects. Nothing is given to `listen` afterwards. What had come before the partner ended it is given
   * first, so without `listen` it stays open while texts wait for that.
   */
  readonly closed: Promise<Ending>;
  /** Ends it. Texts that were sent still go to the partner; those that came and were not given are dropped. */
  close(reason?: string): void;
}

/** How a transport ended. */
export interface Ending {
  readonly how: EndingKind;
  /** For people; empty if the partner or the caller of `close` gave none. From the partner it can be any short text. */
  readonly reason: string;
}

/**
 * - `closed`: by `close`, here
 * - `left`: the partner ended it
 * - `lost`: the way to the partner broke, or never was there
 * - `silent`: nothing came from the partner for `silenceMillis`
 * - `oversize`: a text was too long
 * - `overfull`: more than `maxWaitingBytes` waited
 * - `malformed`: what came was not what this kind of transport brings
 * - `failed`: who takes the texts threw
 */
export type EndingKind = 'closed' | 'left' | 'lost' | 'silent' | 'oversize' | 'overfull' | 'malformed' | 'failed';

/** What a transport carries and holds at most; all are positive. */
export interface Limits {
  /** The longest text, in bytes of UTF-8, itself allowed [SYN-1]. */
  readonly maxTextBytes: number;
  /** While more than that waits, `send` does not resolve, and the partner is held back where that is possible. */
  readonly roomBytes: number;
  /** When more than that waits, in either direction, the transport ends. */
  readonly maxWaitingBytes: number;
  /** A partner from which nothing came for that long, up to half of it more, is gone. `Infinity`: it is waited for. */
  readonly silenceMillis: number;
}

/** The limits where nothing else is said: the longest message of a session [SYN-1], and two minutes of silence. */
export const usualLimits: Limits = {
  maxTextBytes: 2_097_152,
  roomBytes: 1_048_576,
  maxWaitingBytes: 67_108_864,
  silenceMillis: 120_000,
};

/** As long as every kind of transport can carry it: a WebSocket takes 123 bytes. */
const maxReasonCharacters = 100;

/** What a partner gives as its reason, if it is a text, and short. */
export const reasonOf = (given: unknown): string =>
  typeof given === 'string' ? given.slice(0, maxReasonCharacters) : '';
