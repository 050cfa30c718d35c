import type { Sha256 } from '../bytes/sha256.ts';
import type { JsonValue } from '../value/json.ts';

/** Who opened the session: the caller did, and the answerer answers. */
export type Role = 'caller' | 'answerer';

/** What a peer says about itself when a session begins, and what it knows about where it is. */
export interface SessionSettings {
  readonly role: Role;
  /** The nonce: 32 random bytes, new for each session [SYN-8]. */
  readonly entropy: Uint8Array;
  /** The secret key of the peer, 32 bytes; without it, the peer does not show who it is. */
  readonly seed?: Uint8Array | undefined;
  /** Of a caller the address at which it reached its partner [SYN-9]. */
  readonly address?: string | undefined;
  /** Of an answerer the addresses at which it is reached, if it knows them [SYN-10]. */
  readonly addresses?: readonly string[] | undefined;
  /** What its `open` says; a member that is not given is not sent. */
  readonly filter?: JsonValue | undefined;
  readonly sparse?: boolean | undefined;
  readonly live?: boolean | undefined;
  readonly lift?: 0 | 1 | undefined;
  /** Of an answerer, whether it is not live where its partner asks for lift 1: that keeps memory of its own for as long as it lasts. */
  readonly sparesMemory?: boolean | undefined;
  readonly sha256: Sha256;
  /** The longest message that is sent, in bytes; 2,097,152 where absent, and never more. */
  readonly maxMessageBytes?: number | undefined;
}

/** What a peer reports at the end of a round [SYN-22]. */
export interface RoundReport {
  /** Whether the last two `done`, the one sent and the one got, agree. */
  readonly equal: boolean;
  /** How many records of the partner were refused in the session. */
  readonly refused: number;
  /** How many contents are wanted for the items of the peer. */
  readonly wanted: number;
  /**
   * How many more items the peer had than its partner, by their last two `done`; absent where that is none. Where nothing was refused
   * here, these are the records that the partner did not take.
   */
  readonly untaken?: number;
}

/** How a session ended: after its round, with the transport, or with an `error` that was sent or got. */
export type SessionEnd =
  | { readonly how: 'done' }
  | { readonly how: 'closed' }
  | {
      readonly how: 'error';
      readonly code: string;
      readonly by: 'us' | 'partner';
      readonly detail: string | undefined;
    };

/** What has become of a session so far. */
export interface SessionProgress {
  /** The key of the partner, once it has shown that it has it. */
  readonly partner: string | undefined;
  /** The space, once both have named it. */
  readonly space: string | undefined;
  /** Records that were sent, and that were got, whatever became of these. */
  readonly sent: number;
  readonly got: number;
  /**
   * When the partner last said that it had just the same items, in microseconds since 1970: at the end of a round, or in a `state`;
   * undefined if it never did. What was sent later is not in that.
   */
  readonly agreedAt: number | undefined;
}
