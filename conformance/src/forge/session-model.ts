import type { Decide, Model } from './replica-model.ts';
import type { KeptItem, View } from './sync-items.ts';
import type { SyncMessage } from './sync-message.ts';
import type { Place, RangeEntry } from './sync-ranges.ts';

export type Role = 'caller' | 'answerer';

/** What a session is opened with; the four that `says` has are sent as they are. */
export type SessionOptions = {
  role: Role;
  /** The nonce, 32 bytes. */
  nonce: Uint8Array;
  says: Readonly<Record<string, unknown>>;
  /** The key that the peer shows, as identifier. */
  key?: string;
  address?: string;
};

/** A message that is sent; `auth` says what is signed and by whom in place of a signature. */
export type SentMessage = { type: string } & Readonly<Record<string, unknown>>;

/** What the peer waits for, by the rows of the table of SYN-3. */
export type Awaiting = 'hello' | 'auth' | 'open' | 'pass' | 'turn' | 'done' | 'want' | 'end' | 'live' | 'nothing';

export type Summary = { fingerprint: string; count: number };

/** Eight sums that were given for one sum of the partner's, of `count` items. */
export type Division = { parts: readonly RangeEntry[]; count: number };

/** A pass, about the items that were there when it began. */
export type Pass = {
  number: 1 | 2;
  items: readonly KeptItem[];
  /** What the peer said last that was not silent. */
  said: readonly RangeEntry[];
  divisions: readonly Division[];
  /** The sum that began the pass began a live round too and nothing has answered it, so that another may cross it. */
  mayCross: boolean;
};

/** One peer's side of a session, plain. */
export type Session = SessionOptions & {
  model: Model;
  decide: Decide;
  awaiting: Awaiting;
  partnerHello?: SyncMessage;
  transcript: Uint8Array;
  ownNow: number;
  /** The furthest that the peer's clock has come since it sent its `open` [SYN-31]. */
  clock: number;
  view?: View;
  isLive: boolean;
  partnerIsSparse: boolean;
  pass?: Pass;
  /** What the partner has said so far in this turn, and where its last message ended. */
  turn: { entries: readonly RangeEntry[]; end?: Place };
  sentDone?: Summary;
  gotDone?: Summary;
  hasWanted: boolean;
  /** Blob ids of the `want` messages so far, and whether the last of them had `more`. */
  wants: readonly string[];
  hasMoreWants: boolean;
  /** Items that were sent, and that were got, by their bytes in hexadecimal. */
  sent: Set<string>;
  got: Set<string>;
  /** The short ids of those that were got, in hexadecimal [RNG-16]. */
  gotShort: Set<string>;
  refused: number;
  lastState: number;
};

/** A session that has sent nothing. */
export const newSession = (model: Model, options: SessionOptions): Session => ({
  ...options,
  model,
  decide: model.decide,
  awaiting: 'hello',
  transcript: new Uint8Array(32),
  ownNow: 0,
  clock: 0,
  isLive: false,
  partnerIsSparse: false,
  turn: { entries: [] },
  hasWanted: false,
  wants: [],
  hasMoreWants: false,
  sent: new Set(),
  got: new Set(),
  gotShort: new Set(),
  refused: 0,
  lastState: Number.NEGATIVE_INFINITY,
});

/** What both have agreed on; a message that needs it is not awaited before. */
export const viewOf = ({ view }: Session): View => {
  if (view === undefined) throw new RangeError('the session is not open yet');
  return view;
};

export const passOf = ({ pass }: Session): Pass => {
  if (pass === undefined) throw new RangeError('no pass has begun');
  return pass;
};

/** Whether a pass or the contents after it are under way. */
export const isInRound = ({ awaiting, pass }: Session): boolean => pass !== undefined && awaiting !== 'live';

/** A requirement that a message breaks, and its code. */
export class Refusal extends Error {
  readonly requirement: string;
  readonly code: string;
  constructor(requirement: string, code: string) {
    super(`${requirement}: ${code}`);
    this.requirement = requirement;
    this.code = code;
  }
}

/** Refuses a message where a rule is broken. */
export const demand = (
  { decide }: Pick<Session, 'decide'>,
  requirement: string,
  code: string,
  holds: boolean,
): void => {
  if (decide(requirement, !holds)) throw new Refusal(requirement, code);
};
