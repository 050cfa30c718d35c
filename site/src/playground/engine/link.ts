import type { JsonObject } from '@rockpool/reference';
import type { Connection, ConnectionOptions } from './connection.ts';
import type { PeerAt } from './event.ts';
import type { Guest } from './guest.ts';

/** Two peers that can reach each other, or could. */
export type Link = {
  readonly at: number;
  readonly peers: readonly [PeerAt, PeerAt];
  isCut: boolean;
  /** Who is at its other end, if that is nobody of this world. */
  readonly guest?: Guest;
  /** The last one is the one that counts. */
  readonly connections: Connection[];
};

/** How a session is begun; nothing of it need be said. */
export type Call = {
  readonly offers?: readonly [JsonObject, JsonObject] | undefined;
  readonly caller?: PeerAt | undefined;
  readonly liar?: ConnectionOptions['liar'];
  readonly name?: string | undefined;
  /** What decides the nonces, in place of the seed of the time line. */
  readonly chance?: string | undefined;
};
