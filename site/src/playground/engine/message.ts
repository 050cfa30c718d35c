import type { Asked } from './ear.ts';
import type { PeerAt } from './event.ts';

/** What has become of a message. */
export type Whereabouts = 'on its way' | 'held back' | 'arrived' | 'lost';

/** A text that one peer sent to another. */
export type Message = {
  /** Counted from 1 over the whole time line. */
  readonly number: number;
  readonly from: PeerAt;
  readonly to: PeerAt;
  /** Which link it goes over, and the session that it belongs to. */
  readonly link: number;
  readonly connection: string;
  text: string;
  where: Whereabouts;
  /** It was put among the honest ones by a forger. */
  readonly isForged: boolean;
  /** Bytes of it were changed on the way. */
  isAltered: boolean;
  /** The message that it repeats. */
  readonly repeats: number | undefined;
  /** When it was sent, and when it arrived or was lost, counted in sendings and arrivals. */
  readonly sentAt: number;
  endedAt: number | undefined;
  /** What the program asked of it that got it; of one that did not arrive, or came after the end of its session, nothing. */
  asked?: readonly Asked[] | undefined;
};

type Parsed = { readonly type?: unknown };

/** The member `type`; nothing for a text that has none. */
export const typeOf = (text: string): string => {
  try {
    const { type } = JSON.parse(text) as Parsed;
    return typeof type === 'string' ? type : '';
  } catch {
    // What a forger sends, or a changed byte made of a message, need not be JSON.
    return '';
  }
};

/** How many bytes a text has as it travels. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
